import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { roles } from '../access/roles.ts';
import type { Role } from '../access/roles.ts';
import { may } from '../access/may.ts';
import { tableState } from '../access/state.ts';
import { cardRoles, preparedQuestions } from '../board/marks.ts';
import { definitionOf } from '../board/things.ts';
import type { Thing } from '../board/things.ts';
import { close, open, steer } from './commands.ts';
import { prepared, tableOf } from './meeting.ts';
import type { Meeting } from './meeting.ts';
import { readyMade } from './ready-made.ts';
import { roundWays } from './round.ts';
import type { RoundWay } from './round.ts';
import { mayReveal, revealed, startRound, stopRound } from './rounds-lead.ts';
import { cardRoleOf, isOfRound, loneRoles, reveal, roundTypes, shuffled } from './rounds-reveal.ts';
import type { Box, Chance } from './rounds-reveal.ts';
import { agesOf, firstSeen, lastThere } from './since.ts';

const asked = { by: 'pleider', now: 1000 };

/** Chance out of numbers that fast-check chose. */
const chanceOf = (numbers: readonly number[]): Chance => {
  let at = 0;
  const next = (): number => numbers[at++ % numbers.length] ?? 0;
  let made = 0;
  return { id: () => `nieuw-${(made += 1)}`, below: (below) => next() % below };
};
const numbers = fc.array(fc.nat(), { minLength: 1, maxLength: 60 });

const card = fc.record({
  type: fc.constantFrom(...roundTypes, 'afspraak' as const, 'persoon' as const),
  tekst: fc.constantFrom('', ' ', 'Rust', 'Wij samen', 'Een lange zin van iemand'),
  weg: fc.boolean(),
  ronde: fc.constantFrom('ronde-een', 'ronde-twee', undefined),
  voorbereid: fc.constantFrom(...preparedQuestions, undefined),
  over: fc.constantFrom(['nadia'], undefined),
});
const boxes: fc.Arbitrary<Box[]> = fc
  .array(
    fc.record({
      rol: fc.constantFrom(...roles),
      persoon: fc.constantFrom('nadia', 'sanne', undefined),
      cards: fc.array(card, { maxLength: 15 }),
    }),
    { maxLength: 8 },
  )
  .map((people) =>
    people.map(({ rol, persoon, cards }, person) => ({
      owner: `p10${person}`,
      rol,
      persoon,
      things: cards.map(
        (one, index) =>
          ({
            versie: 1,
            by: `p10${person}`,
            vanWie: persoon,
            ...one,
            id: `oud-${person}-${index}`,
          }) as unknown as Thing,
      ),
    })),
  );

test('T57 whatever lies in the boxes, a reveal takes every card of the round exactly once and nothing else', () => {
  fc.assert(
    fc.property(boxes, fc.constantFrom(...roundWays), numbers, (all, wijze, chosen) => {
      const { cards, taken } = reveal(all, { id: 'ronde-een', wijze }, chanceOf(chosen));
      const wanted = all.flatMap((box) =>
        [...box.things].filter((thing) => isOfRound(thing, { id: 'ronde-een' })).slice(0, 12),
      );
      expect([...taken.values()].flat().toSorted()).toEqual(wanted.map(({ id }) => id).toSorted());
      const textOf = (thing: Thing): string => (thing as unknown as { tekst: string }).tekst.trim();
      expect(cards.map(({ tekst, type }) => `${type} ${tekst}`).toSorted()).toEqual(
        wanted.map((thing) => `${wijze === 'naam' ? thing.type : 'notitie'} ${textOf(thing)}`).toSorted(),
      );
      expect(new Set(cards.map(({ id }) => id)).size).toBe(cards.length);
      for (const { id } of cards) expect(id).not.toMatch(/^oud/);
    }),
  );
});

test('T58 an unnamed card has no field that joins it to anybody, and one under a role none but that role', () => {
  fc.assert(
    fc.property(boxes, fc.constantFrom(...roundWays), numbers, (all, wijze: RoundWay, chosen) => {
      const allowed: Readonly<Record<RoundWay, readonly string[]>> = {
        naam: ['by', 'vanWie'],
        rol: ['namens'],
        naamloos: [],
      };
      for (const one of reveal(all, { id: 'ronde-een', wijze }, chanceOf(chosen)).cards) {
        const beside = Object.keys(one).filter((key) => !['id', 'type', 'ronde', 'tekst'].includes(key));
        expect(beside.filter((key) => !allowed[wijze].includes(key))).toEqual([]);
        expect(one.namens === undefined || cardRoles.includes(one.namens)).toBe(true);
        expect(wijze !== 'naam' && /p10|nadia|sanne/.test(JSON.stringify(one))).toBe(false);
      }
    }),
  );
});

test('T59 the order of a reveal is a permutation, and every order is as likely as any other', () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), numbers, (all, chosen) => {
      expect(shuffled(all, chanceOf(chosen)).toSorted((one, other) => one - other)).toEqual(
        all.toSorted((one, other) => one - other),
      );
    }),
  );
  // All ways in which chance can fall for three cards: each of the six orders comes up once.
  const orders = [0, 1, 2].flatMap((first) =>
    [0, 1].map((second) => shuffled(['a', 'b', 'c'], chanceOf([first, second])).join('')),
  );
  expect(orders.toSorted()).toEqual(['abc', 'acb', 'bac', 'bca', 'cab', 'cba']);
});

const begun: Meeting = {
  ...prepared({
    id: 'overleg',
    nummer: 1,
    agenda: readyMade({ soort: 'vaststellen', jeugdige: false, familie: true, begin: 'zorg', instrument: 'tijdlijn' }),
    familie: true,
    regie: 'pleider',
  }),
  stand: 'open',
};
const round = { id: 'ronde-een', stap: 'welkom', vraag: 'Wat wil jij?', wijze: 'naamloos' } as const;
const ok = (outcome: ReturnType<typeof startRound>): Meeting => {
  if (!outcome.ok) throw new Error(outcome.why);
  return outcome.meeting;
};

test('T60 while a round is written nobody lays words on the table at its step; a reveal and a stop open it again, and leaving the step does too', () => {
  const words = { kind: 'create', thing: { type: 'notitie', by: 'p123', vanWie: undefined } } as const;
  const mother = { id: 'p123', rol: 'ouder-met-gezag', opens: ['gedeeld', 'eigen'] } as const;
  const open = {
    ...begun,
    agenda: {
      ...begun.agenda,
      stappen: begun.agenda.stappen.map((step) => ({
        ...step,
        vast: false,
        alleen: step.id === 'jouw-kijk',
        opent: { ...step.opent, woorden: 'iedereen' as const },
      })),
    },
  };
  const denied = (meeting: Meeting): string | undefined =>
    may(mother, { kind: 'gedeeld' }, words, tableState.parse(tableOf(meeting)));
  const writing = ok(startRound(open, round, asked));
  expect([open, writing].map(denied)).toEqual([undefined, 'eerst-alleen']);
  expect(denied(ok(stopRound(writing, 'ronde-een', asked)))).toBeUndefined();
  expect(denied(ok(revealed(writing, 'ronde-een')))).toBeUndefined();
  const elsewhere = ok(steer(writing, { doe: 'ga-naar', stap: 'verschillen' }, asked));
  expect([elsewhere.ronde?.stand, denied(elsewhere)]).toEqual(['schrijven', undefined]);
  // A step of that kind keeps words back until a round of its own was revealed.
  const alone = ok(steer(open, { doe: 'ga-naar', stap: 'jouw-kijk' }, asked));
  const there = ok(startRound(alone, { ...round, stap: 'jouw-kijk' }, asked));
  expect(
    [alone, there, ok(stopRound(there, 'ronde-een', asked)), ok(revealed(there, 'ronde-een'))].map(denied),
  ).toEqual(['eerst-alleen', 'eerst-alleen', 'eerst-alleen', undefined]);
});

test('T61 a round is begun once, keeps its promise, is refused among professionals, and ends with its meeting', () => {
  const writing = ok(startRound(begun, round, asked));
  expect(ok(startRound(writing, { ...round, wijze: 'naam', vraag: 'Anders?' }, asked))).toBe(writing);
  expect(startRound(writing, { ...round, id: 'ronde-twee' }, asked)).toEqual({ ok: false, why: 'ronde-loopt' });
  expect(startRound(begun, round, { ...asked, by: 'p123' })).toEqual({ ok: false, why: 'niet-jouw-regie' });
  expect(startRound(begun, { ...round, stap: 'lezen' }, asked)).toEqual({ ok: false, why: 'stap-onbekend' });
  const team = {
    ...begun,
    agenda: { ...begun.agenda, stappen: begun.agenda.stappen.map((step) => ({ ...step, waar: 'team' as const })) },
  };
  expect(startRound(team, round, asked)).toEqual({ ok: false, why: 'stap-onbekend' });
  const stopped = ok(stopRound(writing, 'ronde-een', asked));
  expect(ok(stopRound(stopped, 'ronde-een', asked))).toBe(stopped);
  expect(mayReveal(stopped, 'ronde-een', asked)).toEqual({ ok: false, why: 'ronde-voorbij' });
  expect(ok(startRound(stopped, { ...round, id: 'ronde-twee' }, asked)).ronde?.id).toBe('ronde-twee');
  expect(ok(close(writing, asked)).ronde?.stand).toBe('gestopt');
  expect(ok(close(ok(revealed(writing, 'ronde-een')), asked)).ronde?.stand).toBe('onthuld');
  expect(open(begun, asked)).toMatchObject({ ok: true });
});

test('T62 a role that one person has alone is as good as a name, and is said to be so', () => {
  const rols = (...all: Role[]) => all.map((rol) => ({ rol }));
  expect([...loneRoles(rols('ouder-met-gezag', 'ouder-zonder-gezag', 'jeugdige', 'medewerker-gi'))].toSorted()).toEqual(
    ['jeugdige', 'professional'],
  );
  for (const rol of roles) expect(cardRoles).toContain(cardRoleOf(rol));
  // What is written alone is somebody's own words in every field: nobody else changes a part of it afterwards.
  for (const type of roundTypes)
    for (const field of Object.values(definitionOf(type).fields)) expect(field.class).toBe('woorden');
});

test('T63 what came before I was last there is not new, what came or changed after is, and where something lies is no change', () => {
  const at = (ms: number): string => new Date(ms).toISOString();
  const row = (thing: string, ms: number, field = 'tekst', value: unknown = 'x') => ({
    thing,
    field,
    value,
    at: at(ms),
  });
  const ages = agesOf([
    row('oud', 100),
    row('veranderd', 100),
    row('terug', 100),
    row('veranderd', 300),
    row('genogram:oud', 300, 'places', { x: 1, y: 1 }),
    row('terug', 300, 'weg', false),
    row('nieuw', 300),
  ]);
  const lying = ['oud', 'veranderd', 'terug', 'nieuw'];
  expect(firstSeen(lying, ages, 200)).toEqual({ sinds: 200, nieuw: ['terug', 'nieuw'], anders: ['veranderd'] });
  expect(firstSeen(lying, ages, undefined)).toEqual({ nieuw: lying, anders: [] });
  const was = [
    { stand: 'gesloten', waren: ['p123'], gesloten: 50 },
    { stand: 'gesloten', waren: ['p123', 'p999'], gesloten: 200 },
    { stand: 'gesloten', waren: ['p999'], gesloten: 400 },
    { stand: 'open', waren: ['p123'] },
  ];
  expect([lastThere(was, 'p123'), lastThere(was, 'p999'), lastThere(was, 'p000')]).toEqual([200, 400, undefined]);
});
