import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { asOfToday, hashOfFile } from '@samenbord/server/routes/board-file.ts';
import { emptyBoard, placeKey } from '@samenbord/shared/board/board.ts';
import type { Board } from '@samenbord/shared/board/board.ts';
import { viewNames } from '@samenbord/shared/board/define.ts';
import { definitionOf, isValue, textFields, thingTypes } from '@samenbord/shared/board/things.ts';
import type { Thing, ThingType } from '@samenbord/shared/board/things.ts';
import { besideWhatIsThere, clashes, toBoardFile } from '@samenbord/shared/exchange/board-file.ts';
import { boardFile } from '@samenbord/shared/wire/http.ts';
import type { BoardFile } from '@samenbord/shared/wire/http.ts';
import { broughtIn, countedIds } from './exchange-files.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((one) => !/\p{C}/u.test(one));
const candidates: readonly unknown[] = [true, false, 1, 3, 6, 7.5, '2014', '2014-03-02', '1980~/1982', '2019/..'];

type Field = ReturnType<typeof definitionOf>['fields'][string];

/** A value that fits a field, from the ids that lie before this thing; nothing when none is found. */
function valueOf(type: ThingType, name: string, field: Field, before: readonly Thing[], dice: () => number): unknown {
  if (field.kind === 'text') return undefined;
  const pick = <T>(all: readonly T[]): T | undefined => all[dice() % Math.max(1, all.length)];
  const { refersTo } = field;
  if (refersTo !== undefined) {
    const ids = before.filter((one) => refersTo.includes('*') || refersTo.includes(one.type)).map(({ id }) => id);
    const some = [...new Set([pick(ids), pick(ids), pick(ids)])].filter((id) => id !== undefined);
    return [some, some.slice(0, 2), some.slice(0, 1), some[0]].find((value) => isValue(type, name, value));
  }
  const options = 'options' in field.schema && Array.isArray(field.schema.options) ? field.schema.options : [];
  const fits = [...candidates, ...(options as unknown[])].filter((value) => isValue(type, name, value));
  return pick(fits);
}

/** A board of any kinds of things, each whole; what cannot be whole here is left out. */
const boards: fc.Arbitrary<Board> = fc
  .record({
    things: fc.array(
      fc.record({
        type: fc.constantFrom('persoon', ...thingTypes),
        words: text,
        more: fc.array(fc.nat(), { minLength: 30, maxLength: 30 }),
      }),
      { maxLength: 25, size: 'max' },
    ),
    places: fc.array(
      fc.record({
        view: fc.constantFrom(...viewNames),
        nr: fc.nat(),
        x: fc.integer({ min: -900, max: 900 }),
        los: fc.boolean(),
      }),
      { maxLength: 10 },
    ),
    ink: fc.nat(3),
  })
  .map(({ things: asked, places, ink }) => {
    const things: Thing[] = [];
    for (const [nr, { type, words, more }] of asked.entries()) {
      let at = 0;
      const dice = (): number => more[at++ % more.length] ?? 0;
      const { fields, required, version, main } = definitionOf(type);
      const values = Object.entries(fields).flatMap(([name, field]) => {
        const wanted = required.includes(name) || dice() % 2 === 0;
        const value = wanted ? valueOf(type, name, field, things, dice) : undefined;
        return value === undefined ? [] : [[name, value] as const];
      });
      const texts = textFields(type).map((name) => [name, dice() % 3 === 0 ? '' : words] as const);
      const person = things.find((one) => one.type === 'persoon')?.id;
      const isWords = fields[main]?.class === 'woorden';
      const thing = {
        id: `ding-${nr}`,
        type,
        versie: version,
        by: 'pnadia',
        weg: dice() % 8 === 0,
        ...Object.fromEntries([...texts, ...values]),
        ...(isWords && person !== undefined && dice() % 2 === 0 && { vanWie: person, bevestigd: 'zelf' }),
      } as unknown as Thing;
      if (required.every((name) => Object.hasOwn(thing, name))) things.push(thing);
    }
    return {
      things: new Map(things.map((thing) => [thing.id, thing])),
      places: new Map(
        places.flatMap(({ view, nr, x, los }) => {
          const id = things[nr % Math.max(1, things.length)]?.id;
          return id === undefined
            ? []
            : [[placeKey(view, id), { x, y: -x, ...(los && { los: true as const }) }] as const];
        }),
      ),
      ink: new Map(
        Array.from({ length: ink }, (_, nr) => [
          `lijn-${nr}`,
          {
            by: 'pnadia',
            view: 'genogram' as const,
            kleur: 'ink' as const,
            vorm: 'lijn' as const,
            punten: [0, 0, nr, 1],
          },
        ]),
      ),
      unknown: [],
    };
  });

/** Everything that a board says, without who typed it and what only its owner could confirm. */
const said = ({ things, places, ink }: Board): unknown => ({
  things: [...things.values()].map(({ by: _by, bevestigd: _confirmed, ...rest }) => rest),
  places: [...places],
  ink: [...ink].map(([id, { by: _by, ...stroke }]) => [id, stroke]),
});
const written = (file: BoardFile): BoardFile =>
  boardFile.parse(JSON.parse(JSON.stringify({ ...file, hash: hashOfFile(file) })));
const sorted = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, inner: unknown) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    ),
  );
const inOrderOfId = (file: BoardFile): unknown =>
  sorted({
    ...file,
    things: file.things.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    places: file.places.toSorted((a, b) => (a.view + a.id < b.view + b.id ? -1 : 1)),
  });

test('E10 a board that is taken out and brought in again on an empty board is the same, whatever lies on it', () => {
  let most = 0;
  let wholes = 0;
  fc.assert(
    fc.property(boards, (board) => {
      const file = written(toBoardFile('Een bord', board));
      const again = broughtIn(asOfToday(file));
      const twice = toBoardFile('Een bord', again);
      most = Math.max(most, file.things.length);
      expect(inOrderOfId({ ...twice, weggelaten: undefined })).toEqual(
        inOrderOfId({ ...file, weggelaten: undefined, hash: undefined }),
      );
      // Whoever brings it in is the one who typed it, and nobody has confirmed anything.
      for (const { by, bevestigd } of again.things.values()) expect([by, bevestigd]).toEqual(['pkarim', undefined]);
      // Nothing is lost but what pointed at something that was taken off.
      const whole = file.weggelaten?.onvolledig === 0 && [...board.things.values()].every(({ weg }) => !weg);
      const there = whole ? board : again;
      expect(again.things.size).toBe(there.things.size);
      expect(sorted(byId(said(again)))).toEqual(sorted(byId(said(there))));
      wholes += whole ? 1 : 0;
    }),
    { numRuns: 200 },
  );
  expect(most).toBeGreaterThan(8);
  expect(wholes).toBeGreaterThan(10);
});

const byId = (value: unknown): unknown => {
  const { things, places, ...rest } = value as { things: { id: string }[]; places: [string, unknown][] };
  return {
    ...rest,
    things: things.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    places: places.toSorted(([a], [b]) => (a < b ? -1 : 1)),
  };
};

test('E11 beside what is there a file gets other ids where they clash, everywhere it is pointed at, and says the same', () => {
  fc.assert(
    fc.property(boards, boards, (one, other) => {
      const file = written(toBoardFile('Een bord', one));
      const taken = clashes(file, other);
      const newId = countedIds();
      const beside = besideWhatIsThere(file, other, () => `nieuw-${newId()}`);
      expect(clashes(beside, other)).toEqual([]);
      const added = broughtIn(beside, other);
      expect(added.things.size).toBe(file.things.length);
      // Back to the old names it is the same file.
      const back = JSON.stringify(beside.things).replaceAll(
        /nieuw-ding-(\d+)/g,
        (_, nr: string) => taken[Number(nr) - 1] ?? '?',
      );
      expect(back).toBe(JSON.stringify(file.things));
      expect(beside.things.length).toBe(file.things.length);
    }),
    { numRuns: 100 },
  );
});

test('E11 a file that was changed, or that comes of a newer Samenbord, is refused, and one without a hash is taken', () => {
  const naam = { id: 'sanne', type: 'persoon' as const, values: {}, texts: { naam: 'Sanne' } };
  const file: BoardFile = { soort: 'samenbord-bord', versie: 1, titel: 'x', things: [naam], places: [], ink: [] };
  const whole = written({ ...file, versies: { persoon: 1 } });
  expect(asOfToday(whole).things).toEqual([naam]);
  expect(asOfToday(file).things).toEqual([naam]);
  const changed = { ...whole, things: [{ ...naam, texts: { naam: 'Iemand anders' } }] };
  expect(() => asOfToday(changed)).toThrow('import-beschadigd');
  expect(() => asOfToday(written({ ...file, versies: { persoon: 99 } }))).toThrow('import-nieuwer');
});

test('E10 what does not go along in a file is counted in it', () => {
  const thing = (id: string, type: string, more: object): [string, Thing] => [
    id,
    { id, type, versie: 1, by: 'pnadia', weg: false, ...more } as unknown as Thing,
  ];
  const board: Board = {
    ...emptyBoard,
    things: new Map([
      thing('sanne', 'persoon', { naam: 'Sanne' }),
      thing('weg', 'persoon', { naam: 'Weg', weg: true }),
      thing('kaart', 'notitie', { tekst: 'a', vanWie: 'sanne', bevestigd: 'zelf' }),
      thing('los', 'notitie', { tekst: 'b' }),
      thing('hangt', 'notitie', { tekst: 'c', vanWie: 'weg' }),
    ]),
    unknown: [{ id: 'later', type: 'hologram' }],
  };
  expect(toBoardFile('x', board).weggelaten).toEqual({ onbekend: 1, onvolledig: 1, bevestigd: 1, zonderNaam: 1 });
});
