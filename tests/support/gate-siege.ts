import * as Y from 'yjs';
import { readBoard } from '@samenbord/shared/document/read.ts';
import { thingsOf } from '@samenbord/shared/document/form.ts';
import { mayUndoDelete } from '@samenbord/shared/document/undo.ts';
import { carryOut } from '@samenbord/shared/document/intent.ts';
import type { judge } from '@samenbord/server/rooms/gate/judge.ts';
import { origins } from './gate-room.ts';
import { Dice } from './gate-dice.ts';
import { hostileUpdate } from './gate-hostile.ts';
import { setTable } from './gate-table.ts';
import type { Table } from './gate-table.ts';
import { differences, freshReplica, hiddenSince, isPending, look, shownIn } from './oracle.ts';
import type { Sight } from './oracle.ts';

/** What the attacker, a mother without any role but her own, may change on the table of `setTable`. Written down here, apart from `may`. */
const herSlots = /^(things\/zin\/tekst|places\/(genogram|tijdlijn|caf-driehoek|gezinspatroon):[a-z0-9-]+)$/;

/** Everything that is wrong with a change, as the oracle sees it. */
function damage(before: Sight, after: Sight): string[] {
  return differences(before, after).filter((slot) => {
    if (herSlots.test(slot)) return false;
    const [root = '', id = '', field = ''] = slot.split('/');
    const isHerCard =
      root === 'things' &&
      before.shown.get(`things/${id}/by`) === '"pmoeder"' &&
      !before.shown.has(`things/${id}/vanWie`);
    if (isHerCard && ['tekst', 'over', 'weg'].includes(field)) return false;
    if (root === 'ink') return !isHerInk(before.shown.get(slot)) || !isHerInk(after.shown.get(slot));
    const isNew = root === 'things' && id !== '' && !before.held.has(`things/${id}`);
    return (
      !isNew ||
      after.shown.get(`things/${id}/by`) !== '"pmoeder"' ||
      after.shown.get(`things/${id}/type`) !== '"notitie"'
    );
  });
}

const isHerInk = (json: string | undefined): boolean =>
  json === undefined || (JSON.parse(json) as { by?: unknown }).by === 'pmoeder';

/** Things that cannot be read, texts with half a character, values that do not fit: whatever a screen would stumble over. */
function unreadable(doc: Y.Doc): string[] {
  const board = readBoard(doc);
  const found = board.unknown.map(({ id }) => `thing ${id}`);
  for (const map of thingsOf(doc).values()) {
    if (typeof map.get('weg') !== 'boolean') found.push('weg');
    const thing = board.things.get(map._item?.parentSub ?? '');
    for (const key of map.keys()) if (thing !== undefined && !(key in thing)) found.push(`field ${key}`);
    for (const value of map.values()) if (value instanceof Y.Text && isBroken(value.toJSON())) found.push('text');
  }
  if (board.places.size !== doc.getMap('places').size) found.push('place');
  for (const key of board.places.keys())
    if (!board.things.has(key.slice(key.indexOf(':') + 1))) found.push('place of nothing');
  if (board.ink.size !== doc.getMap('ink').size) found.push('ink');
  for (const thing of board.things.values()) {
    const over = 'over' in thing ? (thing.over ?? []) : [];
    if (over.some((id) => board.things.get(id)?.type !== 'persoon')) found.push('reference');
  }
  return found;
}

/** Yjs puts the replacement character where it cut a character in two. */
const isBroken = (text: string): boolean => !text.isWellFormed() || text.includes('\ufffd') || text.length > 1000;

export type Siege = { readonly violations: string[]; readonly accepted: number; readonly tried: number };

/** Lets one attacker try many updates on one table while somebody else works there honestly. Gives what the oracle finds wrong. */
export function besiege(seed: number, tries: number, gate?: typeof judge): Siege {
  const dice = new Dice(seed);
  const table = setTable({ gc: dice.chance(70), ...(gate === undefined ? {} : { judge: gate }) });
  const { room } = table;
  const mirror = table.plain();
  const undo = undoOf(table);
  const violations: string[] = [];
  let accepted = 0;
  for (let tried = 0; tried < tries; tried++) {
    const typed = dice.chance(25) ? workHonestly(table, dice, undo) : [];
    if (dice.chance(50)) deliver(table, mirror, typed.splice(0), violations);
    const before = look(mirror);
    const clocks = Y.decodeStateVector(Y.encodeStateVector(mirror));
    const untouched = Y.encodeStateAsUpdate(room.doc);
    const bytes = hostileUpdate(table, dice);
    try {
      const verdict = room.submit(table.writer, bytes);
      if (verdict.ok && verdict.update !== undefined) {
        accepted++;
        for (const doc of [mirror, table.victim.doc]) Y.applyUpdate(doc, verdict.update, 'room');
        violations.push(
          ...damage(before, look(mirror)),
          ...hiddenSince(mirror, clocks).map((slot) => `hidden ${slot}`),
        );
      } else if (!Buffer.from(untouched).equals(Y.encodeStateAsUpdate(room.doc)))
        violations.push('changed while refusing');
    } catch (error) {
      violations.push(`threw ${String(error)}`);
    }
    deliver(table, mirror, typed, violations);
    violations.push(...disagreement(table, mirror), ...unreadable(room.doc));
    if (violations.length > 0) break;
  }
  return { violations, accepted, tried: tries };
}

function undoOf(table: Table): Y.UndoManager {
  const options = { trackedOrigins: new Set([origins.tracked]), captureTimeout: 0, deleteFilter: mayUndoDelete };
  return new Y.UndoManager([thingsOf(table.victim.doc)], options);
}

/** The room, somebody with undo history, a plain mirror and a newcomer show the same, and nobody waits for anything. */
function disagreement(table: Table, mirror: Y.Doc): string[] {
  const docs = [table.room.doc, table.victim.doc, mirror];
  const found = docs.some(isPending) ? ['pending'] : [];
  const all = [...docs, freshReplica(table.room.doc)].map((doc) => JSON.stringify(shownIn(doc)));
  return all.every((one) => one === all[0]) ? found : [...found, 'replicas disagree'];
}

/** What the victim does now, as updates that are still on their way. */
function workHonestly(table: Table, dice: Dice, undo: Y.UndoManager): Uint8Array[] {
  const sent: Uint8Array[] = [];
  const keep = (bytes: Uint8Array): number => sent.push(bytes);
  const { doc } = table.victim;
  doc.on('update', keep);
  if (dice.chance(30)) undo.undo();
  else if (dice.chance(20)) undo.redo();
  else {
    const id = dice.pick(['kaart-v', 'zin']);
    carryOut(
      doc,
      {
        kind: 'editText',
        id,
        field: 'tekst',
        at: dice.below(10),
        remove: dice.pick(['', 'a', 'samen']),
        insert: dice.pick(['', 'w', '😀']),
      },
      origins,
    );
  }
  doc.off('update', keep);
  return sent;
}

function deliver(table: Table, mirror: Y.Doc, sent: readonly Uint8Array[], violations: string[]): void {
  for (const bytes of sent) {
    const verdict = table.room.submit(table.victim.writer, bytes);
    if (!verdict.ok) violations.push(`honest work refused: ${verdict.reason}`);
    else if (verdict.update !== undefined) Y.applyUpdate(mirror, verdict.update);
  }
}
