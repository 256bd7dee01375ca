import type { RefusalCode } from '@samenbord/shared/wire/socket.ts';

/** A refusal code of the gate; `onbereikbaar`: cannot be kept or read now; `vol`: no room on the disk; `onbekend`: no such zone. */
export type RoomErrorCode = RefusalCode | 'onbereikbaar' | 'vol' | 'onbekend';

/** The message never holds content. */
export class RoomError extends Error {
  readonly code: RoomErrorCode;
  constructor(code: RoomErrorCode, options?: ErrorOptions) {
    super(`room: ${code}`, options);
    this.name = 'RoomError';
    this.code = code;
  }
}
