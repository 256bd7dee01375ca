import { StorageError } from './storage.ts';
import type { Storage } from './storage.ts';

export type OpenOptions = {
  readonly dataDir: string;
  /** 32 bytes in base64; without it a file with mode 600 is made in `keys/` of the data directory. */
  readonly masterKey?: string | undefined;
  /** The database does not grow beyond this; then every write says `vol`. */
  readonly maxBytes?: number | undefined;
};

/** Opens (and makes, where needed) the data in `dataDir`. Throws `StorageError`: `in-gebruik`, `geen-toegang`, `vol`, `te-nieuw`, `sleutel`, `beschadigd`. */
export function openStorage(_options: OpenOptions): Promise<Storage> {
  return Promise.reject(new StorageError('onbereikbaar'));
}
