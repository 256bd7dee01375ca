import * as Y from 'yjs';
import { readPlaceKey } from '@samenbord/shared/board/board.ts';
import type { Board } from '@samenbord/shared/board/board.ts';
import { commonSchema } from '@samenbord/shared/board/define.ts';
import { definitionOf } from '@samenbord/shared/board/things.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import type { Intent } from '@samenbord/shared/document/intent.ts';
import { edited } from '@samenbord/shared/document/rebase.ts';
import type { TextEdit } from '@samenbord/shared/document/rebase.ts';

const valueOf = (thing: Thing, name: string): unknown => (thing as unknown as Readonly<Record<string, unknown>>)[name];
const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

type Step = {
  readonly insert?: unknown;
  readonly delete?: number | undefined;
  readonly retain?: number | undefined;
};

/** What became of each text, from left to right; by thing and field. */
export type Steps = ReadonlyMap<string, readonly Step[]>;

const keyOf = (id: string, field: string): string => `${id} ${field}`;

/** Carries something out and gives what it did in the texts of these things. */
export function stepsOf(things: Y.Map<Y.Map<unknown>>, change: () => void): Steps {
  const steps = new Map<string, readonly Step[]>();
  const onChange = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): void => {
    for (const event of events) {
      const [id, field] = event.path;
      if (event instanceof Y.YTextEvent) steps.set(keyOf(String(id), String(field)), event.delta);
    }
  };
  things.observeDeep(onChange);
  try {
    change();
  } finally {
    things.unobserveDeep(onChange);
  }
  return steps;
}

/** Takes a text and what became of it; gives the edits, each for the text as the one before left it. What others wrote in between is in none of them. */
function editsOf(text: string, steps: readonly Step[]): (TextEdit & { readonly seen: string })[] {
  const edits: (TextEdit & { readonly seen: string })[] = [];
  let [seen, at] = [text, 0];
  let open: TextEdit | undefined;
  const finish = (): void => {
    if (open === undefined) return;
    edits.push({ ...open, seen });
    seen = edited(seen, open);
    at = open.at + open.insert.length;
    open = undefined;
  };
  for (const step of steps) {
    if (step.retain !== undefined) {
      finish();
      at += step.retain;
      continue;
    }
    const { remove, insert }: TextEdit = open ?? { at, remove: '', insert: '' };
    const from = at + remove.length;
    open = {
      at,
      remove: remove + seen.slice(from, from + (step.delete ?? 0)),
      insert: insert + (typeof step.insert === 'string' ? step.insert : ''),
    };
  }
  finish();
  return edits;
}

/**
 * Says in intents what an undo changed between two boards, with what it did in the texts. Undo works on the document itself; kept in this form it survives a
 * fresh document like any other work.
 */
export function intentsBetween(before: Board, after: Board, steps: Steps): Intent[] {
  const intents: Intent[] = [];
  for (const [id, thing] of after.things) {
    const old = before.things.get(id);
    if (old !== undefined && old !== thing) intents.push(...changesOf(id, old, thing, steps));
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

function changesOf(id: string, before: Thing, after: Thing, steps: Steps): Intent[] {
  const intents: Intent[] = [];
  if (before.weg !== after.weg) intents.push({ kind: after.weg ? 'remove' : 'restore', id });
  const fields = definitionOf(after.type).fields;
  for (const [field, { kind }] of Object.entries(fields)) {
    const [old, now] = [valueOf(before, field), valueOf(after, field)];
    if (kind === 'value' && !same(old, now)) intents.push({ kind: 'set', id, field, value: now });
    if (kind === 'text' && typeof old === 'string')
      for (const edit of editsOf(old, steps.get(keyOf(id, field)) ?? []))
        intents.push({ kind: 'editText', id, field, ...edit });
  }
  for (const field of Object.keys(commonSchema)) {
    if (field === 'weg' || field === 'versie') continue;
    const now = valueOf(after, field);
    if (!same(valueOf(before, field), now)) intents.push({ kind: 'set', id, field, value: now });
  }
  return intents;
}
