import { readPlaceKey } from '@samenbord/shared/board/board.ts';
import type { Board } from '@samenbord/shared/board/board.ts';
import { commonSchema } from '@samenbord/shared/board/define.ts';
import { definitionOf } from '@samenbord/shared/board/things.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { difference } from '@samenbord/shared/document/intent.ts';
import type { Intent } from '@samenbord/shared/document/intent.ts';

const valueOf = (thing: Thing, name: string): unknown => (thing as unknown as Readonly<Record<string, unknown>>)[name];
const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/**
 * Says in intents what changed between two boards. Undo works on the document itself; kept in this form it survives a
 * fresh document like any other work.
 */
export function intentsBetween(before: Board, after: Board): Intent[] {
  const intents: Intent[] = [];
  for (const [id, thing] of after.things) {
    const old = before.things.get(id);
    if (old !== undefined && old !== thing) intents.push(...changesOf(id, old, thing));
  }
  for (const key of new Set([...before.places.keys(), ...after.places.keys()])) {
    const place = readPlaceKey(key);
    if (place !== undefined && !same(before.places.get(key), after.places.get(key))) {
      intents.push({ kind: 'place', ...place, at: after.places.get(key) });
    }
  }
  for (const id of new Set([...before.ink.keys(), ...after.ink.keys()])) {
    if (!same(before.ink.get(id), after.ink.get(id))) intents.push({ kind: 'ink', id, ink: after.ink.get(id) });
  }
  return intents;
}

function changesOf(id: string, before: Thing, after: Thing): Intent[] {
  const intents: Intent[] = [];
  if (before.weg !== after.weg) intents.push({ kind: after.weg ? 'remove' : 'restore', id });
  const fields = definitionOf(after.type).fields;
  for (const [field, { kind }] of Object.entries(fields)) {
    const [old, now] = [valueOf(before, field), valueOf(after, field)];
    if (kind === 'value' && !same(old, now)) intents.push({ kind: 'set', id, field, value: now });
    if (kind === 'text' && typeof old === 'string' && typeof now === 'string') {
      const edit = difference(old, now);
      if (edit !== undefined) intents.push({ kind: 'editText', id, field, ...edit, seen: old });
    }
  }
  for (const field of Object.keys(commonSchema)) {
    if (field === 'weg' || field === 'versie') continue;
    const now = valueOf(after, field);
    if (!same(valueOf(before, field), now)) intents.push({ kind: 'set', id, field, value: now });
  }
  return intents;
}
