import * as Y from 'yjs';
import { emptyDoc } from '@samenbord/shared/document/empty-doc.ts';
import { isServerZone } from '@samenbord/shared/access/zones.ts';
import type { Actor } from '@samenbord/shared/access/zones.ts';
import type { Verdict } from './gate/verdict.ts';
import type { Loaded } from './load.ts';
import { judgeRevealed } from './reveal-judge.ts';
import type { Along } from './row.ts';

/** The door through which the server writes: see `Rooms.write`. Gives where the change stands in the log, or nothing when nothing changed. */
export type ServerWrite = (
  board: string,
  zone: string,
  onBehalfOf: Actor | 'server',
  change: (doc: Y.Doc) => void,
) => Promise<{ readonly epoch: number; readonly seq: number } | undefined>;

/** A change of the server as an update: which Yjs client wrote it and which root maps it touched. */
export type ServerChange = {
  readonly update: Uint8Array;
  readonly clientId: number;
  readonly roots: readonly string[];
};

/**
 * Carries out `change` on a copy of the document, under a client id nobody in this epoch has, in one transaction. Gives nothing when nothing changed.
 * What `change` throws goes to the caller; the document itself is never touched.
 */
export function changedOnCopy(
  doc: Y.Doc,
  taken: ReadonlyMap<number, string>,
  change: (doc: Y.Doc) => void,
): ServerChange | undefined {
  const copy = emptyDoc();
  try {
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
    while (taken.has(copy.clientID)) copy.clientID = emptyDoc().clientID;
    const updates: Uint8Array[] = [];
    const roots = new Set<string>();
    copy.on('update', (update: Uint8Array) => updates.push(update));
    copy.on('afterTransaction', (transaction: Y.Transaction) => {
      for (const type of transaction.changedParentTypes.keys()) {
        if (type._item === null) roots.add(Y.findRootTypeKey(type));
      }
      for (const type of transaction.changed.keys()) if (type._item === null) roots.add(Y.findRootTypeKey(type));
    });
    copy.transact(() => change(copy));
    if (updates.length === 0) return undefined;
    return { update: Y.mergeUpdates(updates), clientId: copy.clientID, roots: [...roots] };
  } finally {
    copy.destroy();
  }
}

/**
 * What the server may write by itself: the `tafel` documents, `meta` of the others, and, together with the boxes they come out of, the cards of a reveal. Everything
 * else it does on behalf of a participant.
 */
export function serverVerdict(standing: Loaded, made: ServerChange, along: Along | undefined): Verdict {
  if (along !== undefined) return judgeRevealed(standing, made.update);
  const own = isServerZone(standing.zone) ? 'tafel' : 'meta';
  const { update, clientId } = made;
  if (made.roots.every((root) => root === own)) return { ok: true, update, clientId, changes: [] };
  return { ok: false, code: 'recht', reason: 'not of the server' };
}
