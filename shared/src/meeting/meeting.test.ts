import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { familyFacts } from '../access/state.ts';
import { viewNames } from '../board/define.ts';
import { agenda, agendaKinds, mostSteps, wayNames, ways } from './agenda.ts';
import { close, left, noteSeats, open, raiseHand, steer, takeOver } from './commands.ts';
import type { Outcome, SteerCommand } from './commands.ts';
import { editAgenda } from './edits.ts';
import type { AgendaEdit } from './edits.ts';
import { meeting as meetingSchema, prepared, stepOf, tableOf } from './meeting.ts';
import type { Meeting } from './meeting.ts';
import { agendaChoice, readyMade } from './ready-made.ts';
import type { AgendaChoice } from './ready-made.ts';

const people = ['pkarim', 'pmarloes', 'pnadia', 'psanne'] as const;
const choose = (given: Partial<AgendaChoice> & Pick<AgendaChoice, 'soort'>): AgendaChoice => agendaChoice.parse(given);
const about = (given: Partial<AgendaChoice> & Pick<AgendaChoice, 'soort'>): Meeting =>
  prepared({
    id: 'b-een',
    nummer: 1,
    agenda: readyMade(choose(given)),
    familie: choose(given).familie,
    regie: 'pkarim',
  });
const must = (outcome: Outcome): Meeting => {
  if (!outcome.ok) throw new Error(outcome.why);
  return outcome.meeting;
};
const at = (now: number, by: string = 'pkarim') => ({ by, now });
const opened = (given: Parameters<typeof about>[0]): Meeting => must(open(about(given), at(1000)));

const choices = fc.record({
  soort: fc.constantFrom(...agendaKinds),
  jeugdige: fc.boolean(),
  familie: fc.boolean(),
  begin: fc.constantFrom('zorg' as const, 'eigen-kijk' as const, 'hulp' as const),
  instrument: fc.constantFrom(...viewNames),
});
const ids = fc.constantFrom('welkom', 'instrument', 'zorg', 'hoe-was-het', 'eigen-een', 'eigen-twee', 'bestaat-niet');
const kijk = { view: 'tijdlijn', x: 0, y: 0, width: 100, height: 50 } as const;
const parts = fc.record(
  {
    minuten: fc.option(fc.integer({ min: 1, max: 180 })),
    alleen: fc.boolean(),
    vast: fc.boolean(),
    waar: fc.constantFrom('gedeeld' as const, 'team' as const),
    werkwijze: fc.constantFrom(...wayNames),
    view: fc.option(fc.constantFrom(...viewNames)),
  },
  { requiredKeys: [] },
);
const steering: fc.Arbitrary<SteerCommand> = fc.oneof(
  fc.record({ doe: fc.constantFrom('volgende' as const, 'vorige' as const), van: ids }),
  fc.record({ doe: fc.constant('ga-naar' as const), stap: ids }),
  fc.record({ doe: fc.constant('tijd-stop' as const), stap: ids }),
  fc.record({ doe: fc.constant('tijd-start' as const), stap: ids }),
  fc.record({ doe: fc.constant('tijd-start' as const), stap: ids, minuten: fc.integer({ min: 1, max: 180 }) }),
  fc.record({ doe: fc.constant('uitlichten' as const), ding: fc.option(fc.constantFrom('kaart', 'sanne')) }),
  fc.record({ doe: fc.constant('scherm' as const), leeg: fc.boolean() }),
  fc.record({ doe: fc.constant('huishouden' as const), ding: fc.option(fc.constantFrom('thuis', 'opa-en-oma')) }),
  fc.record({ doe: fc.constant('hierheen' as const), na: fc.integer({ min: 0, max: 3 }), kijk: fc.constant(kijk) }),
  fc.record({ doe: fc.constant('beurt' as const), aan: fc.option(fc.constantFrom(...people)) }),
  fc.record({ doe: fc.constant('vast' as const), vast: fc.boolean() }),
  fc.record({ doe: fc.constant('familie' as const), familie: fc.boolean() }),
);
const editing: fc.Arbitrary<AgendaEdit> = fc.oneof(
  fc.record({
    doe: fc.constant('erbij' as const),
    id: ids,
    na: fc.option(ids),
    stap: parts.map((some) => ({ titel: 'Pauze', vraag: 'Hoe gaat het?', ...some })),
  }),
  fc.record({ doe: fc.constant('weg' as const), id: ids }),
  fc.record({ doe: fc.constant('verplaats' as const), id: ids, na: fc.option(ids) }),
  fc.record({ doe: fc.constant('anders' as const), id: ids, stap: parts }),
);

type Move = (meeting: Meeting, now: number, by: string) => Outcome;
const moves: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 6,
    arbitrary: steering.map(
      (command): Move =>
        (one, now, by) =>
          steer(one, command, at(now, by)),
    ),
  },
  {
    weight: 3,
    arbitrary: editing.map(
      (edit): Move =>
        (one) =>
          editAgenda(one, edit),
    ),
  },
  fc.constant<Move>((one, now, by) => open(one, at(now, by))),
  fc.constant<Move>((one, now, by) => takeOver(one, at(now, by))),
  fc.boolean().map(
    (up): Move =>
      (one, now, by) =>
        raiseHand(one, up, at(now, by)),
  ),
  fc.constant<Move>((one) => ({ ok: true, meeting: noteSeats(one, people) })),
  { weight: 1, arbitrary: fc.constant<Move>((one, now, by) => close(one, at(now, by))) },
);
/** A clock that sometimes goes back: nothing may become less than nothing. */
const story = fc.record({
  choice: choices,
  begun: fc.boolean(),
  turns: fc.array(
    fc.record({ move: moves, by: fc.constantFrom(...people), later: fc.integer({ min: -20_000, max: 900_000 }) }),
    { maxLength: 40 },
  ),
});

/** What is not as it should be in this meeting. */
function faults(one: Meeting, now: number): string[] {
  const { stappen } = one.agenda;
  const hands = one.handen.map(({ wie }) => wie);
  const times = Object.entries(one.tijden);
  return Object.entries({
    form: !meetingSchema.safeParse(one).success,
    step: !stappen.some(({ id }) => id === one.stap) || stappen.length > mostSteps,
    hands: new Set(hands).size !== hands.length || (hands.length > 0 && one.stand !== 'open'),
    time: times.some(([, time]) => left(time, now) < 0),
    running: times.some(([id, time]) => time.loopt && (id !== one.stap || one.stand !== 'open')),
    shut: one.stand !== 'open' && tableOf(one).open,
  }).flatMap(([what, wrong]) => (wrong ? [what] : []));
}

test('T1 whatever is asked in whatever order, a meeting is whole: at a step of its agenda, no time below zero, a hand once', () => {
  let accepted = 0;
  fc.assert(
    fc.property(story, ({ choice, begun, turns }) => {
      let now = 1_000_000;
      let one = begun ? opened(choice) : about(choice);
      for (const { move, by, later } of turns) {
        now += later;
        const outcome = move(one, now, by);
        if (outcome.ok && outcome.meeting !== one) accepted++;
        one = outcome.ok ? outcome.meeting : one;
        expect(faults(one, now)).toEqual([]);
      }
    }),
    { numRuns: 400 },
  );
  expect(accepted).toBeGreaterThan(150);
});

test('T2 the same asked twice does what once does', () => {
  let changed = 0;
  fc.assert(
    fc.property(story, moves, fc.constantFrom(...people), ({ choice, begun, turns }, move, by) => {
      let one = begun ? opened(choice) : about(choice);
      for (const turn of turns) {
        const outcome = turn.move(one, 5000, turn.by);
        if (outcome.ok) one = outcome.meeting;
      }
      const once = move(one, 9000, by);
      if (once.ok && once.meeting !== one) changed++;
      expect(once.ok ? move(once.meeting, 9000, by) : once).toEqual(once);
    }),
    { numRuns: 400 },
  );
  expect(changed).toBeGreaterThan(30);
});

test('T2 a word that comes late, when the meeting is elsewhere already, moves nothing', () => {
  const elsewhere = must(steer(opened({ soort: 'netwerkberaad' }), { doe: 'ga-naar', stap: 'doelen' }, at(2000)));
  expect(must(steer(elsewhere, { doe: 'volgende', van: 'welkom' }, at(3000)))).toBe(elsewhere);
  const called = must(steer(elsewhere, { doe: 'hierheen', na: 0, kijk }, at(3000)));
  expect(must(steer(called, { doe: 'hierheen', na: 0, kijk }, at(3000)))).toBe(called);
  expect(called.hierheen).toEqual({ nr: 1, kijk });
});

test('T3 only who leads moves a meeting; who takes over finds its step, time and hands as they were', () => {
  const one = must(steer(opened({ soort: 'netwerkberaad' }), { doe: 'tijd-start', stap: 'welkom' }, at(2000)));
  const withHand = must(raiseHand(one, true, at(3000, 'pnadia')));
  const next = { doe: 'volgende', van: 'welkom' } as const;
  expect(steer(withHand, next, at(4000, 'pmarloes'))).toEqual({ ok: false, why: 'niet-jouw-regie' });
  expect(close(withHand, at(4000, 'pmarloes'))).toEqual({ ok: false, why: 'niet-jouw-regie' });
  const taken = must(takeOver(withHand, at(4000, 'pmarloes')));
  expect(taken).toEqual({ ...withHand, regie: 'pmarloes' });
  expect(steer(taken, next, at(4000))).toEqual({ ok: false, why: 'niet-jouw-regie' });
  expect(must(steer(taken, next, at(5000, 'pmarloes'))).stap).toBe('wens-kinderen');
});

test('T4 the time of a step ends at a moment of the server, stands still when the step is left, and goes on where it was', () => {
  let one = opened({ soort: 'netwerkberaad' });
  const ask = (command: SteerCommand, now: number): void => {
    one = must(steer(one, command, at(now)));
  };
  ask({ doe: 'tijd-start', stap: 'welkom' }, 10_000);
  expect(one.tijden['welkom']).toEqual({ loopt: true, tot: 10_000 + 600_000 });
  ask({ doe: 'tijd-start', stap: 'welkom' }, 50_000);
  expect(one.tijden['welkom']).toEqual({ loopt: true, tot: 610_000 });
  ask({ doe: 'volgende', van: 'welkom' }, 110_000);
  expect(one.tijden['welkom']).toEqual({ loopt: false, over: 500_000 });
  ask({ doe: 'vorige', van: 'wens-kinderen' }, 200_000);
  ask({ doe: 'tijd-start', stap: 'welkom' }, 300_000);
  expect(one.tijden['welkom']).toEqual({ loopt: true, tot: 800_000 });
  ask({ doe: 'tijd-stop', stap: 'welkom' }, 9_000_000);
  expect(one.tijden['welkom']).toEqual({ loopt: false, over: 0 });
  ask({ doe: 'tijd-start', stap: 'welkom', minuten: 2 }, 9_000_000);
  expect(one.tijden['welkom']).toEqual({ loopt: true, tot: 9_120_000 });
});

test('T5 every ready-made meeting is whole, begins with the youth who is there, and can be held with and without the family', () => {
  fc.assert(
    fc.property(choices, (choice) => {
      const made = agenda.parse(readyMade(choice));
      expect(made.soort).toBe(choice.soort);
      const ids = made.stappen.map(({ id }) => id);
      const states = made.stappen.map(({ id }) => tableOf({ ...opened(choice), stap: id }).open);
      const teamFirst = choice.soort === 'casuistiekbespreking';
      const first = choice.begin === 'hulp' ? 'rol-van-hulp' : 'zorg';
      const second: Partial<Record<string, string>> = {
        netwerkberaad: choice.jeugdige ? 'wens-jongere' : 'wens-kinderen',
        gezinspatroon: choice.jeugdige && choice.begin === 'eigen-kijk' ? 'eigen-kijk' : first,
      };
      const rings = made.stappen.flatMap(({ vakken }) => (vakken === undefined ? [] : [vakken.length]));
      expect({
        second: second[choice.soort] ?? ids[1],
        rings: rings.toSorted((a, b) => a - b),
        open: [...new Set(states)],
        last: states.at(-1),
      }).toEqual({
        second: ids[1],
        rings,
        open: teamFirst && choice.familie ? [false, true] : [choice.familie],
        last: choice.familie,
      });
    }),
    { numRuns: 200 },
  );
  // What is about safety and decisions is opened for family by no step.
  for (const type of ['veiligheidsstatus', 'veiligheidsafspraak', 'danger-statement', 'besluit'] as const)
    expect(familyFacts.has(type)).toBe(false);
});

test('T6 an agenda is changed in every part, and the step that people are at is not pulled from under them', () => {
  let one = about({ soort: 'netwerkberaad' });
  const edit = (what: AgendaEdit): Meeting => must(editAgenda(one, what));
  one = edit({
    doe: 'erbij',
    id: 'pauze',
    na: 'welkom',
    stap: { titel: 'Pauze', vraag: 'Koffie?', minuten: 15, werkwijze: 'rustig' },
  });
  expect(one.agenda.stappen[1]).toMatchObject({ id: 'pauze', minuten: 15, opent: ways.rustig, waar: 'gedeeld' });
  one = edit({ doe: 'verplaats', id: 'pauze', na: null });
  expect([one.agenda.stappen[0]?.id, one.stap]).toEqual(['pauze', 'pauze']);
  one = edit({ doe: 'anders', id: 'pauze', stap: { titel: 'Even rust', minuten: null, alleen: true } });
  expect(stepOf(one)).toMatchObject({ titel: 'Even rust', vraag: 'Koffie?', alleen: true });
  expect(stepOf(one)).not.toHaveProperty('minuten');
  one = edit({ doe: 'weg', id: 'pauze' });
  expect(one.stap).toBe('welkom');
  one = must(open(one, at(1)));
  expect(editAgenda(one, { doe: 'weg', id: 'welkom' })).toEqual({ ok: false, why: 'stap-onbekend' });
  expect(edit({ doe: 'weg', id: 'bereikbaar' }).agenda.stappen).toHaveLength(8);
  expect(editAgenda(must(close(one, at(2))), { doe: 'weg', id: 'doelen' }).ok).toBe(false);
});
