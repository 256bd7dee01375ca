import { canonical } from './canonical.ts';
import type { Checks } from './checks.ts';
import { decodeUpdate } from './decode.ts';
import { encodeUpdate } from './encode.ts';
import { judgeSlots } from './policy.ts';
import { resolve } from './references.ts';
import { refuse, Refusal } from './refusal.ts';
import { touchedBy } from './slots.ts';
import type { Scene, Verdict, Writer } from './verdict.ts';

/** The server's own bulk writes are larger than a frame; this only keeps memory bounded. */
const maxBytes = 16 * 1024 * 1024;

/** `judge` with a choice of checks. Only tests leave any out. */
export function judgeWith(scene: Scene, writer: Writer, bytes: Uint8Array, checks: Checks): Verdict {
  try {
    if (bytes.length > maxBytes) refuse('te-groot', 'too many bytes');
    const form = canonical(scene.doc, writer, decodeUpdate(bytes, checks), checks);
    const touched = touchedBy(scene.doc, form.client ?? -1, form.structs);
    resolve(touched, form, checks);
    const changes = judgeSlots(scene, writer, touched, checks);
    return { ok: true, update: encodeUpdate(form), clientId: writer.clientId ?? form.client, changes };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, code: error.code, reason: error.message };
    // Whatever the gate did not foresee stays outside.
    return { ok: false, code: 'vorm', reason: 'not foreseen' };
  }
}
