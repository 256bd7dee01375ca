import type { Actor } from '@samenbord/shared/access/zones.ts';
import { isRoundType } from '@samenbord/shared/meeting/rounds-reveal.ts';
import { shut } from '@samenbord/shared/access/state.ts';
import { isThingType } from '@samenbord/shared/board/things.ts';
import { thingsOf } from '@samenbord/shared/document/form.ts';
import { erasedHash } from '../storage/erased.ts';
import { allChecks } from './gate/checks.ts';
import { judgeWith } from './gate/judging.ts';
import type { Change, Verdict } from './gate/verdict.ts';
import type { Loaded } from './load.ts';

/** Nobody: what is revealed was written by people, and put here by the server. */
const server: Actor = { id: 'pserver', rol: 'casusregisseur', opens: ['gedeeld'] };
const fields: ReadonlySet<string> = new Set([
  'type',
  'versie',
  'weg',
  'by',
  'vanWie',
  'namens',
  'ronde',
  'tekst',
  'bron',
]);

/**
 * Judges the cards of a reveal on the table as it stands. All that the gate asks of a form holds here too; only whose it may be is not asked, since a card without
 * a name is nobody's. In its place: new cards and nothing else, of the kinds that are written alone, each with the round it came out of, and on the table only.
 */
export function judgeRevealed({ board, zoneName, zone, doc, clients, erased }: Loaded, update: Uint8Array): Verdict {
  if (zone.kind !== 'gedeeld') return { ok: false, code: 'recht', reason: 'not the table' };
  const scene = {
    doc,
    zone,
    table: shut,
    lookup: () => undefined,
    isErased: (id: string) => erased.has(erasedHash(board, zoneName, id)),
    writerOf: (client: number) => clients.get(client),
  };
  const verdict = judgeWith(scene, { actor: server, clientId: undefined }, update, { ...allChecks, policy: false });
  if (!verdict.ok || areCards(verdict.changes, (id) => thingsOf(doc).has(id))) return verdict;
  return { ok: false, code: 'recht', reason: 'not a card of a reveal' };
}

function areCards(changes: readonly Change[], isThere: (id: string) => boolean): boolean {
  const made = new Map<string, Set<string>>();
  for (const { thing, field, value } of changes) {
    if (isThere(thing) || !fields.has(field)) return false;
    if (field === 'type' && !(isThingType(value) && isRoundType(value))) return false;
    if (field === 'weg' && value !== false) return false;
    if (field === 'bron' && value !== '') return false;
    made.set(thing, (made.get(thing) ?? new Set()).add(field));
  }
  return [...made.values()].every((card) => card.has('type') && card.has('ronde'));
}
