import type { Deed, Denial } from '@samenbord/shared/access/may.ts';
import type { Actor } from '@samenbord/shared/access/zones.ts';
import type { Board, Place } from '@samenbord/shared/board/board.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import type { Intent } from '@samenbord/shared/document/intent.ts';
import type { Names } from '@samenbord/shared/picture/face.ts';
import type { Presence, PresenceStamp } from '@samenbord/shared/wire/socket.ts';

/** Somebody else at the same table: who they are by the server, and what their browser says they do. */
export type Other = { readonly client: number; readonly wie: PresenceStamp } & Presence;
export type PresenceChange = { readonly [K in keyof Presence]?: Presence[K] | undefined };

/** All that the canvas knows of the world: a board, what others do on it now, and a way to change it. */
export type CanvasPort = {
  readonly me: Actor;
  readonly board: Board;
  /** The board at this very moment, before the screen was drawn again. */
  readonly current: () => Board;
  /** Places of the genogram that were worked out for this screen and that nobody wrote; they stand on `board`. */
  readonly laid: ReadonlyMap<string, Place>;
  /** The day that is looked back at; nothing is now. */
  readonly day: number | undefined;
  /** Of the genogram only this household is drawn, and whom it is tied to directly. */
  readonly household: string | undefined;
  /** The board was read whole: empty is really empty. */
  readonly ready: boolean;
  readonly others: readonly Other[];
  /** Names of the people at the table by participant id, for "opgeschreven door". */
  readonly names: Names;
  /** Carries out one change. False when nothing changed. */
  readonly intend: (intent: Intent) => boolean;
  readonly undo: () => boolean;
  readonly redo: () => boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** A new gesture begins: it is undone apart from what came before. */
  readonly stopCapturing: () => void;
  readonly may: (deed: Deed) => Denial | undefined;
  /** Somebody else's words, which the casusregisseur takes off by another act: they go back to whose they are. */
  readonly goesBack: (thing: Thing) => boolean;
  /** What whoever leads the meeting lights, for everybody. */
  readonly lit?: string | undefined;
  /** For whoever leads: lights a thing, or nothing any more. */
  readonly light?: ((id: string | undefined) => void) | undefined;
  /** Changes what this browser says about itself; `undefined` ends a field. */
  readonly setPresence: (change: PresenceChange) => void;
};
