import fc from 'fast-check';
import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { emptyBoard, ofType } from '@samenbord/shared/board/board.ts';
import type { Board } from '@samenbord/shared/board/board.ts';
import { definitionOf, isText, isValue, references } from '@samenbord/shared/board/things.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { carryOut } from '@samenbord/shared/document/intent.ts';
import { readBoard } from '@samenbord/shared/document/read.ts';
import { boardAfter, settled } from '../../document/settled.ts';
import { filledIn } from './filled-in.ts';
import type { Answers } from './filled-in.ts';
import { formFor, relatives } from './relative-asks.ts';
import type { Relative } from './relative-asks.ts';
import { besides, spread } from './relative.ts';
import { typedPerson } from './typed-person.ts';

const thing = (id: string, type: string, fields: object): Thing =>
  ({ id, type, versie: 1, weg: false, by: 'pkarim', ...fields }) as unknown as Thing;
const person = (naam: string): Thing => thing(naam.toLowerCase(), 'persoon', { naam, bijzonderheid: '' });
const boardOf = (...things: readonly Thing[]): Board => ({
  ...emptyBoard,
  things: new Map(things.map((one) => [one.id, one])),
});
const child = (kind: string, ouders: readonly string[], soort = 'biologisch'): Thing =>
  thing(`${soort}-${kind}`, 'ouder-kind', { kind, ouders, soort, toelichting: '' });
const pair = (one: string, other: string, fields: object = {}): Thing =>
  thing(`paar-${one}-${other}`, 'partnerrelatie', { partners: [one, other], toelichting: '', ...fields });

/** Somebody comes beside `of`; gives the board after it, the new person under the id `nieuw1`. */
function added(board: Board, relative: Relative, of: string, answers: Answers): Board {
  const form = formFor(board, relative, of);
  const filled = filledIn('persoon', form.asks, spread({ ...form.first, ...answers }));
  if (!filled.ok) throw new Error(`not filled in: ${Object.keys(filled.mistakes).join()}`);
  let count = 0;
  const freshId = (): string => `nieuw${(count += 1)}`;
  return boardAfter(board, besides(relative, { board, by: 'pkarim', freshId, of, filled }).intent);
}
const parents = (board: Board): Record<string, string> =>
  Object.fromEntries(
    ofType(board, 'ouder-kind').map(({ kind, ouders, soort }) => [`${kind} ${soort}`, (ouders ?? []).join(' ')]),
  );

test('C61 a line is read as name, gender and birth from behind; what is neither stays in the name', () => {
  expect(typedPerson('Sanne, v, 2014')).toEqual({ naam: 'Sanne', geslacht: 'vrouw', geboren: '2014' });
  expect(typedPerson('Sanne, 12-3-2014, meisje')).toEqual({ naam: 'Sanne', geslacht: 'vrouw', geboren: '2014-03-12' });
  expect(typedPerson('Hassan, rond 1955')).toEqual({ naam: 'Hassan', geslacht: undefined, geboren: '1955~' });
  expect(typedPerson('Jansen, Sanne, 2014')).toEqual({ naam: 'Jansen, Sanne', geslacht: undefined, geboren: '2014' });
  expect(typedPerson('Sanne v 2014').naam).toBe('Sanne v 2014');
  expect(typedPerson('v').naam).toBe('v');
  expect(typedPerson('Sanne, v, m').naam).toBe('Sanne, v');
  expect(spread({ naam: 'Sanne, v, 2014', geslacht: 'man' })).toMatchObject({ naam: 'Sanne', geslacht: 'man' });
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('Sanne', 'v', 'm', '2014', 'rond 2014', 'Jansen', ' ', 'x'), { minLength: 1 }),
      (pieces) => {
        const { naam, geslacht, geboren } = typedPerson(pieces.join(','));
        const kept = naam.split(', ').filter((piece) => piece !== '').length;
        const given = pieces.filter((piece) => piece.trim() !== '').length;
        expect(kept + Number(geslacht !== undefined) + Number(geboren !== undefined)).toBe(given);
      },
    ),
  );
});

test('C62 a child gets both parents when the partner is certain, and asks when there are more', () => {
  const people = [person('Nadia'), person('Ruben'), person('Joris')];
  expect(parents(added(boardOf(...people), 'kind', 'nadia', { naam: 'Sanne' }))).toEqual({
    'nieuw1 biologisch': 'nadia',
  });
  const one = boardOf(...people, pair('nadia', 'ruben'));
  expect(formFor(one, 'kind', 'nadia').title).toContain('Nadia en Ruben');
  expect(parents(added(one, 'kind', 'nadia', { naam: 'Sanne' }))).toEqual({ 'nieuw1 biologisch': 'nadia ruben' });
  const two = boardOf(...people, pair('nadia', 'ruben'), pair('nadia', 'joris'));
  expect(formFor(two, 'kind', 'nadia').first).toEqual({ soort: 'biologisch' });
  expect(parents(added(two, 'kind', 'nadia', { andere: 'joris', soort: 'pleeg' }))).toEqual({
    'nieuw1 pleeg': 'nadia joris',
  });
});

test('C62 a second parent joins the first, together with the brothers and sisters that were ticked; a pleegouder gets a tie of their own', () => {
  const board = boardOf(
    person('Nadia'),
    person('Sanne'),
    person('Milan'),
    child('sanne', ['nadia']),
    child('milan', ['nadia']),
  );
  const after = added(board, 'ouder', 'sanne', { naam: 'Ruben' });
  expect(parents(after)).toEqual({ 'sanne biologisch': 'nadia nieuw1', 'milan biologisch': 'nadia' });
  expect(ofType(after, 'partnerrelatie').map(({ partners }) => partners)).toEqual([['nadia', 'nieuw1']]);
  expect(parents(added(board, 'ouder', 'sanne', { ookVan: ['biologisch-milan'], vorm: '' }))).toEqual({
    'sanne biologisch': 'nadia nieuw1',
    'milan biologisch': 'nadia nieuw1',
  });
  expect(parents(added(board, 'ouder', 'sanne', { soort: 'pleeg' }))['sanne pleeg']).toBe('nieuw1');
  const first = added(boardOf(person('Sanne')), 'ouder', 'sanne', { naam: 'Nadia', andereNaam: 'Ruben, m, 1980' });
  const ruben = ofType(first, 'persoon').find(({ naam }) => naam === 'Ruben');
  expect(ruben?.geslacht).toBe('man');
  expect(parents(first)).toEqual({ 'sanne biologisch': `nieuw1 ${ruben?.id}` });
});

test('C62 brother and sister share their parents, one of them, or a parent without a name who can be known later', () => {
  const board = boardOf(person('Nadia'), person('Ruben'), person('Sanne'), child('sanne', ['nadia', 'ruben']));
  expect(parents(added(board, 'broer-of-zus', 'sanne', {}))['nieuw1 biologisch']).toBe('nadia ruben');
  expect(
    parents(added(board, 'broer-of-zus', 'sanne', { ouders: 'biologisch-sanne ruben' }))['nieuw1 biologisch'],
  ).toBe('ruben');
  const alone = added(boardOf(person('Sanne')), 'broer-of-zus', 'sanne', { naam: 'Milan' });
  expect(parents(alone)).toEqual({ 'sanne biologisch': 'nieuw2', 'nieuw1 biologisch': 'nieuw2' });
  expect(ofType(alone, 'persoon').find(({ id }) => id === 'nieuw2')?.naam).toBe('');
  // Who is known now is a parent of both: that is what the parent without a name stood for.
  expect(formFor(alone, 'ouder', 'sanne').first['ookVan']).toHaveLength(1);
});

test('C62 whatever family it is, what a handle makes is complete, fits its form and speaks of what is on the board', () => {
  const steps = fc.array(
    fc.record({
      relative: fc.constantFrom(...relatives),
      who: fc.nat(),
      soort: fc.constantFrom('biologisch', 'pleeg'),
    }),
    { minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(steps, (all) => {
      let board = boardOf(person('Sanne'));
      const doc = new Y.Doc();
      let count = 0;
      carryOut(
        doc,
        { kind: 'create', thing: { id: 'sanne', type: 'persoon', by: 'pkarim', texts: { naam: 'Sanne' } } },
        { tracked: 1, untracked: 2 },
      );
      for (const { relative, who, soort } of all) {
        const people = ofType(board, 'persoon');
        const of = people[who % people.length]?.id ?? '';
        const form = formFor(board, relative, of);
        const filled = filledIn('persoon', form.asks, { soort, ...form.first });
        if (!filled.ok) throw new Error('not filled in');
        const freshId = (): string => `nieuw${(count += 1)}`;
        const { intent, id } = besides(relative, { board, by: 'pkarim', freshId, of, filled });
        for (const made of intent.things) {
          for (const field of definitionOf(made.type).required) expect(made.values?.[field]).toBeDefined();
          for (const [name, text] of Object.entries(made.texts ?? {})) expect(isText(made.type, name, text)).toBe(true);
        }
        const after = boardAfter(board, intent);
        const wrong = [...after.things.values()].flatMap(({ type, id: made, ...fields }) =>
          Object.entries(fields)
            .filter(
              ([name, value]) =>
                (Array.isArray(value) && !isValue(type, name, value)) ||
                references(type, name, value).some((one) => !after.things.has(one.id)),
            )
            .map(([name]) => `${made}.${name}`),
        );
        expect(wrong).toEqual([]);
        expect(carryOut(doc, settled(board, intent, true), { tracked: 1, untracked: 2 })).toBe(true);
        board = readBoard(doc);
        expect(board.things.has(id)).toBe(true);
        expect([...board.places.values()].every(({ los }) => los === true)).toBe(true);
      }
    }),
    { numRuns: 20 },
  );
}, 30_000);

test('C63 what is made by a handle is taken back in one step, and where everybody stands stays', () => {
  const doc = new Y.Doc();
  const origins = { tracked: { own: 1 }, untracked: { own: 2 } };
  const undo = new Y.UndoManager([doc.getMap('things'), doc.getMap('places')], {
    trackedOrigins: new Set([origins.tracked]),
  });
  const make = (id: string, naam: string): void =>
    void carryOut(doc, { kind: 'create', thing: { id, type: 'persoon', by: 'pkarim', texts: { naam } } }, origins);
  make('sanne', 'Sanne');
  undo.stopCapturing();
  const board = readBoard(doc);
  const form = formFor(board, 'ouder', 'sanne');
  const filled = filledIn('persoon', form.asks, { ...form.first, naam: 'Nadia', andereNaam: 'Ruben' });
  if (!filled.ok) throw new Error('not filled in');
  let count = 0;
  const freshId = (): string => `nieuw${(count += 1)}`;
  const { intent } = besides('ouder', { board, by: 'pkarim', freshId, of: 'sanne', filled });
  expect(carryOut(doc, settled(board, intent, true), origins)).toBe(true);
  const made = readBoard(doc);
  expect(ofType(made, 'persoon')).toHaveLength(3);
  expect(made.places.size).toBe(3);
  // A second time, as after a line that broke: nothing is made twice.
  expect(carryOut(doc, intent, origins)).toBe(false);
  undo.undo();
  const back = readBoard(doc);
  expect(ofType(back, 'persoon').map(({ id }) => id)).toEqual(['sanne']);
  expect(ofType(back, 'ouder-kind')).toEqual([]);
  expect(back.places.get('genogram:sanne')).toEqual(made.places.get('genogram:sanne'));
  undo.redo();
  expect(ofType(readBoard(doc), 'persoon')).toHaveLength(3);
  // Who may not move things writes no places.
  expect(settled(board, intent, false)).toEqual(intent);
});
