import type { Actor } from '@samenbord/shared/access/zones.ts';
import type { Board } from '@samenbord/shared/board/board.ts';
import type { RoomCounts } from './meter.ts';
import type { Wire } from './ports.ts';
import type { RevealDoor } from './reveal.ts';
import type { ServerWrite } from './server-write.ts';
import type { BothDoor } from './two-rooms.ts';

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
   * `tafel` zones and `meta` only. Gives the commit that it is; nothing when nothing changed. Throws `RoomError` when it is refused or cannot be kept; then nothing has changed.
   */
  readonly write: ServerWrite;
  /** What is committed, as a value. Throws `RoomError` when it cannot be read: never an empty board instead. */
  read(board: string, zone: string): Promise<Board>;
  /** The same as the document itself, for who cannot keep a socket: one Yjs update with all of it. */
  whole(board: string, zone: string): Promise<{ readonly epoch: number; readonly bytes: Uint8Array }>;
  /** Writes values into a `tafel` or `tafel:<p>` document; only keys that differ. `undefined` takes a key away. */
  setTable(board: string, zone: string, values: Readonly<Record<string, unknown>>): Promise<void>;
  /**
   * Erases one thing for good: a new epoch begins without it, its history goes, and nothing can be made under its id again. Every socket on the document is
   * closed with `oldEpoch`. Throws `RoomError`: `recht`, `plaats` when it is not there, `waarde` when it still lies on the table.
   */
  erase(board: string, zone: string, onBehalfOf: Actor, thing: string, wasThere?: boolean): Promise<void>;
  /** Puts the cards of a round on the table, and in the same transaction takes them out of the boxes they were written in. */
  readonly reveal: RevealDoor;
  /** Changes two documents of a board in one transaction: a card that moves to other readers. */
  readonly both: BothDoor;
  /** Closes every socket of this participant on this board at once; what it still sends is not read. */
  closeParticipant(board: string, participant: string, code: number): void;
  /** Closes every socket of this participant on this one document at once: they may read it no more. */
  closeZone(board: string, zone: string, participant: string): void;
  /** Ends reading for whom the state of the table does not let read now: nothing goes out to them any more, and within two seconds their sockets close. */
  shutTable(board: string): void;
  /** Participants with an open socket on `gedeeld`. */
  atTable(board: string): string[];
  /** Called when `atTable(board)` may have changed. What comes back ends it. */
  onTable(listener: (board: string) => void): () => void;
  /** How much there is now: 0 everywhere when nobody is there and the last room has left memory. */
  counts(): RoomCounts;
  /** No new sockets; what was accepted is committed; then every socket is closed with 1012. */
  stop(): Promise<void>;
};
