import type * as Y from 'yjs';
import type { Actor } from '@samenbord/shared/access/zones.ts';
import type { Board } from '@samenbord/shared/board/board.ts';
import type { RefusalCode } from '@samenbord/shared/wire/socket.ts';
import type { Bus, Clock, RoomLog, RoomStorage, Wire } from './ports.ts';

/** Who connects to what; the upgrade was authorised before. `epoch` and `protocol` are what the address says. */
export type ConnectRequest = {
  readonly actor: Actor;
  readonly naam: string;
  readonly board: string;
  readonly zone: string;
  readonly epoch: number;
  readonly protocol: number | undefined;
};

/** The living documents of all boards. */
export type Rooms = {
  /** Takes a socket whose upgrade was authorised. A wrong epoch, zone or protocol is told by a close code before any sync. */
  connect(wire: Wire, request: ConnectRequest): void;
  /**
   * The one door through which the server writes: `change` is carried out on a copy, judged as `onBehalfOf`, committed and sent on. `server` writes
   * `tafel` zones and `meta` only. Throws `RoomError` when it is refused or cannot be kept; then nothing has changed.
   */
  write(board: string, zone: string, onBehalfOf: Actor | 'server', change: (doc: Y.Doc) => void): Promise<void>;
  /** What is committed, as a value. Throws `RoomError` when it cannot be read: never an empty board instead. */
  read(board: string, zone: string): Promise<Board>;
  /** Writes values into a `tafel` or `tafel:<p>` document; only keys that differ. `undefined` takes a key away. */
  setTable(board: string, zone: string, values: Readonly<Record<string, unknown>>): Promise<void>;
  /** Closes every socket of this participant on this board at once; what it still sends is not read. */
  closeParticipant(board: string, participant: string, code: number): void;
  /** Participants with an open socket on `gedeeld`. */
  atTable(board: string): string[];
  /** Called when `atTable(board)` may have changed. What comes back ends it. */
  onTable(listener: (board: string) => void): () => void;
  /** No new sockets; what was accepted is committed; then every socket is closed with 1012. */
  stop(): Promise<void>;
};

export type RoomsOptions = {
  readonly storage: RoomStorage;
  readonly clock: Clock;
  readonly log: RoomLog;
  readonly bus: Bus;
  /** How long an empty room stays in memory. */
  readonly graceMs?: number;
};

/** A refusal code of the gate; `onbereikbaar`: cannot be kept or read now; `onbekend`: no such zone. */
export type RoomErrorCode = RefusalCode | 'onbereikbaar' | 'onbekend';

/** The message never holds content. */
export class RoomError extends Error {
  readonly code: RoomErrorCode;
  constructor(code: RoomErrorCode, options?: ErrorOptions) {
    super(`room: ${code}`, options);
    this.name = 'RoomError';
    this.code = code;
  }
}

/** Makes the rooms on a storage. Nothing is loaded until somebody asks for it. */
export function createRooms(_options: RoomsOptions): Rooms {
  throw new RoomError('onbereikbaar');
}
