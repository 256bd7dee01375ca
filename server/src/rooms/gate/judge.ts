import * as Y from 'yjs';
import { allChecks } from './checks.ts';
import { judgeWith } from './judging.ts';
import type { Scene, Verdict, Writer } from './verdict.ts';

/**
 * The gate (design D4). Takes the document as it stands, who writes, and the bytes of a Yjs update (v1); gives the canonical form to apply, store and
 * relay, or a refusal. Accepts or refuses an update whole. Never throws, never changes the document, and takes time in proportion to the bytes
 * and to what they touch. Decision 0010 says why the checks are complete.
 */
export function judge(scene: Scene, writer: Writer, bytes: Uint8Array): Verdict {
  return judgeWith(scene, writer, bytes, allChecks);
}

/**
 * Applies an update that was judged on this very state of the document. Throws when anything of it stays pending: then the document is no longer
 * to be trusted, and the room is dropped and loaded again.
 */
export function applyJudged(doc: Y.Doc, update: Uint8Array, origin?: unknown): void {
  Y.applyUpdate(doc, update, origin);
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null)
    throw new Error('an update that was judged stayed pending');
}
