import { expect, test } from 'vitest';
import { agendaKinds, ways } from '@samenbord/shared/meeting/agenda.ts';
import { agendaChoice, readyMade } from '@samenbord/shared/meeting/ready-made.ts';
import { nextInRound, afterOf } from './round.ts';
import { fiveMore, saidUntil, sayLeft, sayOpens } from './say.ts';
import { placeOfStep } from './step-place.ts';

const steps = agendaKinds.flatMap((soort) => readyMade(agendaChoice.parse({ soort })).stappen);

test('C41 the time of a step is said in whole minutes, stands still in words, and at nothing it is time to round off', () => {
  const running = { loopt: true, tot: 1_000_000 } as const;
  expect(sayLeft(running, 1_000_000 - 7 * 60_000)).toBe('Nog 7 minuten');
  expect(sayLeft(running, 1_000_000 - 6 * 60_000 - 1)).toBe('Nog 7 minuten');
  expect(sayLeft(running, 1_000_000 - 60_000)).toBe('Nog 1 minuut');
  expect(sayLeft(running, 1_000_000 - 59_999)).toBe('Nog een klein minuutje');
  expect(sayLeft(running, 1_000_000)).toBe('Tijd om af te ronden');
  expect(sayLeft(running, 9_000_000)).toBe('Tijd om af te ronden');
  expect(sayLeft({ loopt: false, over: 120_000 }, 5)).toBe('Nog 2 minuten (staat stil)');
  // It is said anew exactly when it changes, and never for nothing.
  for (let now = 0; now < 1_000_000; now += 7919) {
    const wait = saidUntil(running, now) ?? 0;
    expect(sayLeft(running, now + wait - 1)).toBe(sayLeft(running, now));
    expect(sayLeft(running, now + wait + 1)).not.toBe(sayLeft(running, now));
  }
  expect(saidUntil(running, 1_000_000)).toBeUndefined();
  expect(saidUntil({ loopt: false, over: 10 }, 0)).toBeUndefined();
  expect(fiveMore(running, 10, 1_000_000 - 150_000, 180)).toBe(8);
  expect(fiveMore(undefined, 10, 0, 180)).toBe(15);
  expect(fiveMore({ loopt: false, over: 179 * 60_000 }, 10, 0, 180)).toBe(180);
});

test('C42 every step says for whom it opens what, each thing once', () => {
  expect(sayOpens(ways.rustig)).toEqual([
    'Alleen hulpverleners: personen, data en feiten invullen, eigen kaarten schrijven en samen schrijven',
    'Nu niet: dingen verplaatsen en tekenen',
  ]);
  expect(sayOpens(ways.tekenen)).toHaveLength(1);
  for (const { opent } of steps)
    expect(
      sayOpens(opent)
        .join(' ')
        .match(/tekenen/g),
    ).toHaveLength(1);
});

test('C43 a step has one place where everybody goes, and a free talk leaves everybody where they are', () => {
  const nowhere = steps.filter((step) => placeOfStep(step) === undefined);
  expect(new Set(nowhere.map(({ id }) => id))).toEqual(
    new Set(['welkom', 'open-tafel', 'weging', 'advies', 'samen-met-gezin']),
  );
  expect(nowhere.filter(({ id, kaarten }) => id === 'welkom' && kaarten !== undefined)).toEqual([]);
  const views = steps.filter(({ view, alleen, vast }) => view !== undefined && !alleen && !vast);
  expect(views.length).toBeGreaterThan(10);
  expect(views.map((step) => placeOfStep(step))).toEqual(views.map(({ view }) => ({ kind: 'beeld', view })));
  const read = steps.filter(({ vast }) => vast);
  expect(read.map((step) => placeOfStep(step))).toEqual(read.map(() => ({ kind: 'analyse' })));
});

test('C44 the turn goes round the table once, and a step moves one place at a time within the agenda', () => {
  const people = ['pa', 'pb', 'pc'];
  const heard: string[] = [];
  for (let turn = nextInRound(people, undefined); turn !== undefined; turn = nextInRound(people, turn))
    heard.push(turn);
  expect(heard).toEqual(people);
  expect(nextInRound(people, 'gone')).toBe('pa');
  expect(nextInRound([], undefined)).toBeUndefined();
  expect(afterOf(people, 'pb', -1)).toEqual({ na: null });
  expect(afterOf(people, 'pb', 1)).toEqual({ na: 'pc' });
  expect(afterOf(people, 'pc', -1)).toEqual({ na: 'pa' });
  expect(afterOf(people, 'pa', -1)).toBeUndefined();
  expect(afterOf(people, 'pc', 1)).toBeUndefined();
});
