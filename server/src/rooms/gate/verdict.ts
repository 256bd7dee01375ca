import type * as Y from 'yjs';
import type { Actor, Zone } from '@samenbord/shared/access/zones.ts';
import type { TableState } from '@samenbord/shared/access/may.ts';
import type { RefusalCode } from '@samenbord/shared/wire/socket.ts';
import type { ThingType } from '@samenbord/shared/board/things.ts';

/** Who sends, as the server knows them. `clientId` is bound at the first frame of the connection; `undefined` before that. */
export type Writer = { readonly actor: Actor; readonly clientId: number | undefined };

/** What the judge may look at. `lookup` finds the type of a thing in documents all readers of this zone may read (for references out of a private zone into `gedeeld`). */
export type Scene = {
  readonly doc: Y.Doc;
  readonly zone: Zone;
  readonly table: TableState;
  readonly lookup: (id: string) => ThingType | undefined;
  /** Was something with this id erased for good? Then nothing is made under it again. */
  readonly isErased?: (id: string) => boolean;
  /** The participant a Yjs client belongs to, where that is known. */
  readonly writerOf?: (client: number) => string | undefined;
  /** The server takes something out of this document, on behalf of whoever writes: see `mayMoveOut`. */
  readonly moved?: boolean | undefined;
};

/** One slot that an accepted update changes, for the history rows. `thing` is an id, or `view:id` for a place; `field` is `places`/`ink` there. */
export type Change = { readonly thing: string; readonly field: string; readonly value: unknown };

export type Verdict =
  | {
      readonly ok: true;
      /** The canonical form: what is applied, stored and relayed. Empty effect (everything known already): `undefined`. */
      readonly update: Uint8Array | undefined;
      readonly clientId: number | undefined;
      readonly changes: readonly Change[];
    }
  | { readonly ok: false; readonly code: RefusalCode; readonly reason: string };
