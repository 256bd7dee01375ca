/**
 * `onbekend`: no such board or zone. `bestaat-al`: that id is taken. `sleutel`: a key is missing or is not the right one.
 * `sleuteldienst`: the service that wraps the keys does not answer or refuses us.
 * `te-nieuw`: the data were written by a newer version of the program.
 */
export type StorageCode =
  | 'onbereikbaar'
  | 'beschadigd'
  | 'volgorde'
  | 'vol'
  | 'geen-toegang'
  | 'in-gebruik'
  | 'gesloten'
  | 'onbekend'
  | 'bestaat-al'
  | 'sleutel'
  | 'sleuteldienst'
  | 'te-nieuw';

/** Few and named; the message never holds content. */
export class StorageError extends Error {
  readonly code: StorageCode;
  constructor(code: StorageCode, options?: ErrorOptions) {
    super(`storage: ${code}`, options);
    this.name = 'StorageError';
    this.code = code;
  }
}
