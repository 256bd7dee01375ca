import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { exampleFamily } from '@samenbord/server/demo/family.ts';
import { ofType } from '@samenbord/shared/board/board.ts';
import type { Board } from '@samenbord/shared/board/board.ts';
import { boundsOf, dayNumber } from '@samenbord/shared/board/vague-date.ts';
import type { Thing, ThingOfType } from '@samenbord/shared/board/things.ts';
import { changesOf, datesOf, sayChange } from '@samenbord/shared/genogram/changes.ts';
import { lastingOf } from '@samenbord/shared/genogram/lasting.ts';
import { livedWhere } from '@samenbord/shared/genogram/lived-where.ts';
import { familyOn } from '@samenbord/shared/genogram/on-date.ts';
import { genogramPicture } from '@samenbord/shared/genogram/genogram.ts';
import { boardOf as boardOfFamily } from '../families/board-of.ts';
import { vagueDate } from './boards.ts';
import { boardOf, child, couple, families, person, thing } from './families.ts';

const day = (date: string): number => dayNumber(date);
const here = (board: Board): string[] => ofType(board, 'persoon').map(({ id }) => id);
const find = <T extends Thing['type']>(board: Board, type: T, id: string): ThingOfType<T> | undefined =>
  ofType(board, type).find((each) => each.id === id);

/** A family with dates on everything that can have one, by chance; `ended` false leaves out what ends. */
const datedFamilies = (ended: boolean): fc.Arbitrary<Thing[]> =>
  fc
    .tuple(families({ ordered: true }), fc.infiniteStream(vagueDate), fc.infiniteStream(fc.boolean()))
    .map(([things, dates, coins]) => {
      const date = (): string => dates.next().value ?? '2000';
      const open = (): string => `${date().split('/')[0]}/..`;
      const coin = (): boolean => coins.next().value ?? false;
      const dated = things.map((each): Thing => {
        if (each.type === 'persoon') return { ...each, overleden: ended && coin() ? date().split('/')[0] : undefined };
        if (each.type === 'ouder-kind') return coin() ? { ...each, periode: ended ? date() : open() } : each;
        if (each.type !== 'partnerrelatie') return each;
        return {
          ...each,
          begonnen: coin() ? date() : undefined,
          geeindigd: ended && coin() ? date() : undefined,
          einde: undefined,
        };
      });
      const people = things.filter(({ type }) => type === 'persoon').map(({ id }) => id);
      return [
        ...dated,
        thing('huishouden', 'huis-een', {
          leden: people.filter(coin).concat(people[0] ?? ''),
          periode: ended ? date() : open(),
        }),
        thing('zwangerschap', 'zw-een', {
          ouders: people.slice(0, 1),
          soort: 'zwanger',
          wanneer: date().split('/')[0],
        }),
        thing('zwangerschap', 'zw-twee', {
          ouders: people.slice(0, 2),
          soort: 'miskraam',
          wanneer: date().split('/')[0],
        }),
      ];
    });
const anyDay = fc.integer({ min: day('1900'), max: day('2060') });

test('K90 the family on a date: births come, deaths and ended unions are not known yet, homes and foster stays stand for their time', () => {
  const board = boardOfFamily(exampleFamily());
  const in2011 = familyOn(board, day('2011-01-01'));
  expect(here(in2011)).toEqual(expect.arrayContaining(['nadia', 'ruben', 'wim', 'youssef']));
  expect(here(in2011)).not.toEqual(expect.arrayContaining(['sanne']));
  expect(find(in2011, 'persoon', 'wim')?.overleden).toBeUndefined();
  expect(find(in2011, 'persoon', 'youssef')?.overleden).toBe('2009-06');
  expect(find(in2011, 'partnerrelatie', 'nadia-en-ruben')).toMatchObject({
    vorm: 'getrouwd',
    einde: undefined,
    geeindigd: undefined,
  });
  expect(find(in2011, 'partnerrelatie', 'nadia-en-erik')).toBeUndefined();
  expect(find(in2011, 'ouder-kind', 'nadia-sanne')).toBeUndefined();
  expect(ofType(in2011, 'huishouden')).toEqual([]);
  const in2024 = familyOn(board, day('2024-01-01'));
  expect(find(in2024, 'ouder-kind', 'erik-milan')).toBeDefined();
  expect(find(in2024, 'ouder-kind', 'pleeg-milan')).toBeUndefined();
  // On the day that the one stay ends the other begins.
  const moved = familyOn(board, day('2025-03-01'));
  expect([find(moved, 'ouder-kind', 'erik-milan'), find(moved, 'ouder-kind', 'pleeg-milan')?.soort]).toEqual([
    undefined,
    'pleeg',
  ]);
  const picture = genogramPicture(in2011, { today: day('2011-01-01') });
  expect(picture.nodes.find(({ id }) => id === 'nadia')?.label).toContain('24 jaar');
});

test('K90 a vague date counts from its first day; what has no date is always there; a widow is married until the death', () => {
  const board = boardOf([
    person('finn', '2014~'),
    person('ans'),
    person('piet', '1950', { overleden: '2019-05' }),
    couple('ans', 'piet', { einde: 'overleden' }),
    thing('meerling', 'tweeling', { kinderen: ['finn', 'ans'] }),
    thing('zwangerschap', 'verwacht', { ouders: ['ans'], soort: 'zwanger', wanneer: '2026-12-01' }),
    thing('huisdier', 'hond', { naam: 'Bo', bij: ['finn'] }),
  ]);
  const before = familyOn(board, day('2013-12-31'));
  expect(here(before)).toEqual(['ans', 'piet']);
  expect([ofType(before, 'meerling'), ofType(before, 'zwangerschap'), ofType(before, 'huisdier')]).toEqual([
    [],
    [],
    [],
  ]);
  expect(find(before, 'partnerrelatie', 'met-ans-piet')?.einde).toBeUndefined();
  const after = familyOn(board, day('2026-06-01'));
  expect(here(after)).toEqual(['ans', 'finn', 'piet']);
  expect(ofType(after, 'zwangerschap')).toHaveLength(1);
  expect(find(after, 'partnerrelatie', 'met-ans-piet')?.einde).toBe('overleden');
  expect(lastingOf('2014')).toEqual({ from: day('2014'), until: day('2015') });
  expect(lastingOf('2014/2016')).toEqual({ from: day('2014'), until: day('2016') });
  expect(lastingOf('2016/2016')).toEqual({ from: day('2016'), until: day('2017') });
});

test('K90 any family on any day: nobody appears and goes again, nothing points at somebody who is not there, and it can be drawn', () => {
  fc.assert(
    fc.property(datedFamilies(true), anyDay, fc.nat({ max: 9000 }), (things, when, later) => {
      const board = boardOf(things);
      const [then, after] = [familyOn(board, when), familyOn(board, when + later)];
      expect(here(after)).toEqual(expect.arrayContaining(here(then)));
      const people = new Set(here(then));
      for (const each of then.things.values()) {
        const named = each.type === 'partnerrelatie' ? each.partners : each.type === 'huishouden' ? each.leden : [];
        for (const id of named ?? []) expect(people.has(id)).toBe(here(board).includes(id));
      }
      const births = ofType(then, 'persoon').flatMap(({ geboren }) =>
        geboren === undefined ? [] : [boundsOf(geboren).earliest],
      );
      expect(births.filter((born) => born > when)).toEqual([]);
      const drawn = new Set(genogramPicture(then, { today: when }).nodes.map(({ id }) => id));
      expect(here(board).filter((id) => drawn.has(id))).toEqual(here(then));
      expect(familyOn(then, when)).toEqual(then);
    }),
    { numRuns: 150 },
  );
});
test('K90 without anything that ended, the family on the last day is the family of the board', () => {
  fc.assert(
    fc.property(datedFamilies(false), (things) => {
      const board = boardOf(things);
      expect(familyOn(board, day('2200'))).toEqual(board);
    }),
    { numRuns: 150 },
  );
});

function isTie(each: Thing, things: readonly Thing[]): boolean {
  const isHere = (id: string | undefined): boolean => things.some((other) => other.id === id);
  if (each.type === 'partnerrelatie') return new Set(each.partners).size === 2 && (each.partners ?? []).every(isHere);
  if (each.type !== 'ouder-kind') return true;
  return isHere(each.kind) && (each.ouders ?? []).some((id) => isHere(id) && id !== each.kind);
}

const beginnings: ReadonlySet<string> = new Set(['geboren', 'kind-van', 'zwangerschap', 'huis', 'samen', 'overleden']);

test('K91 between two days on which something changes the family is the same; on such a day it is another one', () => {
  fc.assert(
    fc.property(datedFamilies(true), (things) => {
      // A tie with oneself or with nobody is no tie: it is not drawn, so nothing changes by it.
      const board = boardOf(things.filter((each) => isTie(each, things)));
      const stops = datesOf(board);
      for (const [index, stop] of stops.entries()) {
        const next = stops[index + 1]?.day ?? stop.day + 400;
        const [on, last] = [familyOn(board, stop.day), familyOn(board, next - 1)];
        expect(last).toEqual(on);
        expect(stop.changes.length).toBeGreaterThan(0);
        // What begins is seen on its day, when those it is about were born by then.
        const begins = stop.changes.some(
          ({ kind, people }) => beginnings.has(kind) && people.every((id) => here(on).includes(id)),
        );
        const before = begins ? familyOn(board, stop.day - 1) : undefined;
        expect(before).not.toEqual(on);
        expect(stop.day < next).toBe(true);
      }
      for (const change of changesOf(board)) expect(sayChange(change)).toMatch(/^\S.*, .*\d{4}\.$/su);
    }),
    { numRuns: 150 },
  );
});

test('K91 what changes is said in Dutch, with names and the date as it is known', () => {
  const said = changesOf(boardOfFamily(exampleFamily())).map(sayChange);
  expect(said).toEqual(
    expect.arrayContaining([
      'Sanne is geboren, 14 mei 2012.',
      'Nadia en Ruben zijn getrouwd, juni 2010.',
      'Nadia en Ruben zijn gescheiden, april 2019.',
      'Wim is overleden, 10 februari 2018.',
      'Milan komt als pleegkind bij Anneke en Paul, maart 2025.',
      'Ruben gaat wonen: Bij Ruben, september 2019.',
      'Fatma is geboren, rond 1955.',
    ]),
  );
});

test('K92 where a child lived: households and foster stays in order of time, and a stay that a household tells is not told twice', () => {
  const board = boardOf([
    person('sanne', '2012'),
    person('nadia'),
    person('fatma'),
    person('paul'),
    thing('huishouden', 'huis-nadia', { naam: 'Bij Nadia', leden: ['nadia', 'sanne'], periode: '2012/2018' }),
    thing('huishouden', 'huis-fatma', { naam: 'Bij Fatma', leden: ['fatma', 'sanne'], periode: '2020/..' }),
    { ...child('sanne', ['fatma'], 'pleeg'), periode: '2020-03/..' } as Thing,
    { ...child('sanne', ['paul'], 'pleeg'), periode: '2018/2020' } as Thing,
    child('sanne', ['nadia']),
    thing('huishouden', 'huis-ooit', { leden: ['paul', 'sanne'] }),
  ]);
  expect(livedWhere(board, 'sanne').map(({ id, with: others, periode }) => [id, others, periode])).toEqual([
    ['huis-nadia', ['nadia'], '2012/2018'],
    ['huis-fatma', ['fatma'], '2020/..'],
    ['huis-ooit', ['paul'], undefined],
  ]);
  expect(livedWhere(board, 'niemand')).toEqual([]);
});
