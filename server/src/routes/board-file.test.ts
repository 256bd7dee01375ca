import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyBoard } from '@samenbord/shared/board/board.ts';
import type { Board } from '@samenbord/shared/board/board.ts';
import { boardFile } from '@samenbord/shared/wire/http.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { Refusal } from '../sign-in/refusal.ts';
import { toBoardFile } from '@samenbord/shared/exchange/board-file.ts';
import { apartFromTable, fromBoardFile, toTeam } from './board-file.ts';

const actor = { id: 'pkarim', rol: 'casusregisseur', opens: ['gedeeld'] } as const;
const thing = (id: string, type: string, more: object): Thing =>
  ({ id, type, versie: 1, by: 'pnadia', weg: false, ...more }) as unknown as Thing;
const boardOf = (...things: Thing[]): Board => ({ ...emptyBoard, things: new Map(things.map((one) => [one.id, one])) });

test('J20 what was taken off the table is not exported, nor what cannot be without it', () => {
  const gone = thing('weg', 'persoon', { naam: 'Weg', weg: true });
  const board = boardOf(
    thing('sanne', 'persoon', { naam: 'Sanne', bijzonderheid: '' }),
    gone,
    thing('kaart', 'notitie', { tekst: 'x', over: ['sanne', 'weg'], vanWie: 'sanne' }),
    thing('los', 'notitie', { tekst: 'y', over: [], vanWie: 'weg' }),
  );
  const places = new Map([
    ['genogram:sanne', { x: 1, y: 2 }],
    ['genogram:weg', { x: 3, y: 4 }],
  ]);
  const file = toBoardFile('Gezin', { ...board, places });
  expect(file.things.map(({ id }) => id)).toEqual(['sanne', 'kaart']);
  expect(file.things[1]?.values).toEqual({ over: ['sanne'] });
  expect(file.places).toEqual([{ view: 'genogram', id: 'sanne', at: { x: 1, y: 2 } }]);
  expect(JSON.stringify(file)).not.toMatch(/pnadia|Weg/);
  expect(fromBoardFile(boardFile.parse(file), emptyBoard, actor)).toHaveLength(3);
});

test('J90 how safe a child was judged to be goes out of a file of before to the team, and nothing on the table points at it', () => {
  const state = thing('status', 'veiligheidsstatus', {
    kind: 'sanne',
    datum: '2026-03-01',
    uitkomst: 'veilig',
    beoordelaar: '',
    verantwoordelijk: '',
    instrument: '',
    toelichting: 'OORDEEL',
  });
  const answer = thing('antwoord', 'reactie', { op: 'status', tekst: 'x' });
  const further = thing('verder', 'reactie', { op: 'antwoord', tekst: 'y' });
  const sanne = thing('sanne', 'persoon', { naam: 'Sanne', bijzonderheid: '' });
  const file = boardFile.parse(toBoardFile('Gezin', boardOf(sanne, state, answer, further)));
  const apart = apartFromTable(file);
  expect(apart.table.things.map(({ id }) => id)).toEqual(['sanne']);
  expect(fromBoardFile(apart.table, emptyBoard, actor)).toHaveLength(1);
  expect(toTeam(apart, emptyBoard, actor, () => 'nieuw-id')).toMatchObject([
    { kind: 'create', thing: { id: 'nieuw-id', type: 'veiligheidsstatus', by: 'pkarim', values: { kind: 'sanne' } } },
  ]);
  // Without the child on the table it cannot be.
  const alone = { ...apart, table: { ...apart.table, things: [] } };
  expect(() => toTeam(alone, emptyBoard, actor, () => 'nieuw-id')).toThrow('import-klopt-niet');
});

test('J20 a card is made after what it points at, and under the name of who imports', () => {
  const file = toBoardFile(
    'Gezin',
    boardOf(thing('aaa', 'notitie', { tekst: 'x', over: ['zzz'] }), thing('zzz', 'persoon', { naam: 'Z' })),
  );
  const intents = fromBoardFile(file, emptyBoard, actor);
  expect(intents.map((one) => one.kind === 'create' && [one.thing.id, one.thing.by])).toEqual([
    ['zzz', 'pkarim'],
    ['aaa', 'pkarim'],
  ]);
});

test('J21 whatever the file, it is taken whole or refused with a code', () => {
  const id = fc.constantFrom('aaa', 'bbb', 'ccc', 'ddd');
  const value = fc.oneof(fc.jsonValue({ maxDepth: 2 }), id, fc.array(id, { maxLength: 3 }), fc.constant('2012-05'));
  const name = fc.constantFrom('over', 'geboren', 'indexkind', 'naam', 'tekst', 'by', 'weg', 'bevestigd', 'toString');
  const fileThing = fc.record({
    id,
    type: fc.constantFrom('persoon', 'notitie', 'reactie', 'ouder-kind', 'toString', 'hologram'),
    values: fc.dictionary(name, value, { maxKeys: 3 }),
    texts: fc.dictionary(name, fc.string({ maxLength: 30 }), { maxKeys: 2 }),
  });
  let taken = 0;
  fc.assert(
    fc.property(fc.array(fileThing, { maxLength: 4 }), (things) => {
      const file = { soort: 'samenbord-bord' as const, versie: 1 as const, titel: 'x', things, places: [], ink: [] };
      try {
        const intents = fromBoardFile(file, emptyBoard, actor);
        taken++;
        return intents.length === things.length;
      } catch (error) {
        return error instanceof Refusal;
      }
    }),
    { numRuns: 500 },
  );
  expect(taken).toBeGreaterThan(0);
});

test('J32 the longest row of cards that point at each other is taken out and brought in without stalling the server', () => {
  const row = Array.from({ length: 6000 }, (_, i) =>
    thing(`q-${i}`, 'reactie', { tekst: 'x', op: i === 0 ? 'kaart' : `q-${i - 1}` }),
  ).toReversed();
  let looks = 0;
  const counted = <T extends object>(one: T): T =>
    new Proxy(one, { get: (target, key) => ((looks += 1), Reflect.get(target, key) as unknown) });
  const file = toBoardFile('Gezin', boardOf(...row.map(counted), thing('kaart', 'notitie', { tekst: 'x' })));
  expect(file.things).toHaveLength(6001);
  const intents = fromBoardFile({ ...file, things: file.things.map(counted) }, emptyBoard, actor);
  expect([0, 1, 6000].map((at) => intents[at]?.kind === 'create' && intents[at].thing.id)).toEqual([
    'kaart',
    'q-0',
    'q-5999',
  ]);
  const without = toBoardFile(
    'Gezin',
    boardOf(...row.map(counted), thing('kaart', 'notitie', { tekst: 'x', weg: true })),
  );
  expect(without.things).toEqual([]);
  // Comparing each with each would be thirty-six million looks.
  expect(looks).toBeGreaterThan(6000);
  expect(looks).toBeLessThan(6000 * 200);
});
