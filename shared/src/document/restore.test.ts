import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Board, Ink } from '../board/board.ts';
import type { Actor } from '../access/zones.ts';
import { carryOut } from './intent.ts';
import type { Intent } from './intent.ts';
import { readBoard } from './read.ts';
import { restoreOn } from './restore.ts';

const gedeeld = { kind: 'gedeeld' } as const;
const karim: Actor = { id: 'pkarim', rol: 'casusregisseur', opens: ['gedeeld', 'eigen'] };
const nadia: Actor = { id: 'pnadia', rol: 'ouder-met-gezag', persoon: 'nadia', opens: ['gedeeld', 'eigen'] };
const origins = { tracked: 'x', untracked: 'x' };
const person = (id: string): Intent => ({
  kind: 'create',
  thing: { id, type: 'persoon', by: 'pkarim', texts: { naam: id } },
});
const note = (id: string, by: string, tekst: string, over: readonly string[] = []): Intent => ({
  kind: 'create',
  thing: { id, type: 'notitie', by, values: { over }, texts: { tekst } },
});
const sentence = (id: string, tekst: string): Intent => ({
  kind: 'create',
  thing: { id, type: 'patroonzin', by: 'pkarim', texts: { tekst } },
});
const type = (id: string, remove: string, insert: string): Intent => ({
  kind: 'editText',
  id,
  field: 'tekst',
  at: 0,
  remove,
  insert,
});
const line = (by: string): Ink => ({ vorm: 'lijn', by, view: 'genogram', kleur: 'ink', punten: [0, 0, 9, 9] });

function play(doc: Y.Doc, intents: readonly Intent[]): Board {
  for (const intent of intents) expect(carryOut(doc, intent, origins)).toBe(true);
  return readBoard(doc);
}
const restore = (
  doc: Y.Doc,
  actor: Actor,
  wanted: Board,
  seen: Board,
  more: Partial<Parameters<typeof restoreOn>[1]> = {},
) =>
  restoreOn(doc, {
    actor,
    zone: gedeeld,
    table: { open: true },
    wanted,
    seen,
    takenOffBy: () => 'pkarim',
    elsewhere: () => false,
    ...more,
  });
const said = (items: readonly { kind: string; thing: string; reason?: string }[]) =>
  items
    .map(({ kind, thing, reason }) => [kind, thing, reason].filter((part) => part !== undefined).join(' '))
    .toSorted();

test('D43 facts, places, ink, shared sentences and what was taken off come back; words of others stay as they are now and are named', () => {
  const doc = new Y.Doc();
  const then = play(doc, [
    person('nadia'),
    person('sem'),
    note('kaart', 'pnadia', 'van Nadia'),
    note('mijn', 'pkarim', 'van Karim'),
    note('terug', 'pnadia', 'door Karim weggehaald'),
    sentence('zin', 'Wij schreeuwen.'),
    { kind: 'place', view: 'genogram', id: 'sem', at: { x: 1, y: 1 } },
    { kind: 'ink', id: 'streep', ink: line('pkarim') },
    { kind: 'ink', id: 'haal', ink: line('pnadia') },
  ]);
  const seen = play(doc, [
    type('kaart', 'van', 'nieuw van'),
    type('mijn', 'van', 'nieuw van'),
    type('zin', 'schreeuwen', 'fluisteren'),
    { kind: 'set', id: 'sem', field: 'geboren', value: '2012' },
    { kind: 'remove', id: 'terug' },
    person('oom'),
    person('tante'),
    note('nieuw', 'pnadia', 'over oom', ['oom']),
    note('los', 'pkarim', 'los'),
    { kind: 'place', view: 'genogram', id: 'sem', at: { x: 5, y: 5 } },
    { kind: 'ink', id: 'streep', ink: undefined },
    { kind: 'ink', id: 'haal', ink: undefined },
    { kind: 'ink', id: 'extra', ink: line('pnadia') },
  ]);
  const { back, left } = restore(doc, karim, then, seen);
  expect(said(back)).toEqual([
    'plek genogram:sem',
    'tekening streep',
    'terug terug',
    'van-tafel los',
    'van-tafel tante',
    'veld mijn',
    'veld sem',
    'veld zin',
  ]);
  expect(said(left)).toEqual([
    'tekening extra tekening',
    'tekening haal tekening',
    'van-tafel nieuw woorden',
    'van-tafel oom in-gebruik',
    'veld kaart woorden',
  ]);
  const now = readBoard(doc);
  const texts = ['kaart', 'mijn', 'zin', 'terug', 'nieuw'].map(
    (id) => (now.things.get(id) as { tekst?: string }).tekst,
  );
  expect(texts).toEqual(['nieuw van Nadia', 'van Karim', 'Wij schreeuwen.', 'door Karim weggehaald', 'over oom']);
  expect(now.things.get('sem')).not.toHaveProperty('geboren');
  expect(now.things.get('terug')?.weg).toBe(false);
  expect([...now.ink.keys()].toSorted()).toEqual(['extra', 'streep']);
  expect(now.places.get('genogram:sem')).toEqual({ x: 1, y: 1 });
});

test('D43 words come back by whose they are only, and what somebody took back is put on the table by nobody else', () => {
  const doc = new Y.Doc();
  const then = play(doc, [person('nadia'), note('kaart', 'pnadia', 'eerst'), note('weg', 'pnadia', 'teruggenomen')]);
  const seen = play(doc, [type('kaart', 'eerst', 'later'), { kind: 'remove', id: 'weg' }]);
  const takenOffBy = () => 'pnadia';
  expect(said(restore(doc, karim, then, seen, { takenOffBy }).left)).toEqual([
    'terug weg zelf-terug',
    'veld kaart woorden',
  ]);
  expect(readBoard(doc)).toEqual(seen);
  expect(said(restore(doc, nadia, then, seen, { takenOffBy, about: { thing: 'kaart' } }).back)).toEqual(['veld kaart']);
  expect(readBoard(doc).things.get('kaart')).toMatchObject({ tekst: 'eerst' });
  expect(restore(doc, nadia, then, seen, { takenOffBy, about: { thing: 'weg', field: 'weg' } }).intents).toHaveLength(
    1,
  );
});

test('D44 what others did after somebody looked stays, in the same text too, and undoing a restore takes back only the restore', () => {
  const doc = new Y.Doc();
  const then = play(doc, [person('sem'), sentence('zin', 'Wij schreeuwen vaak.'), sentence('twee', 'Eerst.')]);
  const seen = play(doc, [
    type('zin', 'schreeuwen', 'fluisteren'),
    type('twee', 'Eerst', 'Later'),
    { kind: 'set', id: 'sem', field: 'geboren', value: '2012' },
  ]);
  const live = play(doc, [
    { kind: 'set', id: 'sem', field: 'geboren', value: '2013' },
    { kind: 'editText', id: 'zin', field: 'tekst', at: 21, remove: '', insert: ' En dan niet meer.' },
    sentence('drie', 'Net begonnen.'),
  ]);
  expect(said(restore(doc, karim, then, seen).left)).toEqual(['veld sem sindsdien']);
  const restored = readBoard(doc);
  const text = (board: Board, id: string) => (board.things.get(id) as { tekst?: string }).tekst;
  expect([text(restored, 'zin'), text(restored, 'twee'), text(restored, 'drie')]).toEqual([
    'Wij schreeuwen vaak. En dan niet meer.',
    'Eerst.',
    'Net begonnen.',
  ]);
  play(doc, [
    { kind: 'editText', id: 'twee', field: 'tekst', at: 6, remove: '', insert: ' Hierna.' },
    sentence('vier', 'Na de terugzet.'),
  ]);
  restore(doc, karim, live, restored);
  const undone = readBoard(doc);
  expect([text(undone, 'zin'), text(undone, 'twee'), text(undone, 'vier')]).toEqual([
    'Wij fluisteren vaak. En dan niet meer.',
    'Later. Hierna.',
    'Na de terugzet.',
  ]);
});

test('D43 facts that a rebuild left behind are made again, with what they point at; what cannot be whole is named', () => {
  const other: Intent = {
    kind: 'create',
    thing: {
      id: 'andere-band',
      type: 'ouder-kind',
      by: 'pkarim',
      values: { ouders: ['sem'], kind: 'nadia', soort: 'stief' },
    },
  };
  const tie: Intent = {
    kind: 'create',
    thing: {
      id: 'band',
      type: 'ouder-kind',
      by: 'pkarim',
      values: { ouders: ['nadia'], kind: 'sem', soort: 'biologisch' },
    },
  };
  const then = play(new Y.Doc(), [person('nadia'), person('sem'), other, tie]);
  const fresh = new Y.Doc();
  const seen = play(fresh, [person('nadia')]);
  const without = { ...then, things: new Map([...then.things].filter(([id]) => id !== 'sem')) };
  expect(said(restore(new Y.Doc(), karim, without, seen).left)).toEqual([
    'opnieuw andere-band weg',
    'opnieuw band weg',
  ]);
  const { back, left } = restore(fresh, karim, then, seen);
  expect([said(back), left]).toEqual([['opnieuw andere-band', 'opnieuw band', 'opnieuw sem'], []]);
  expect(readBoard(fresh).things.get('band')).toEqual({ ...then.things.get('band'), by: 'pkarim' });
});
