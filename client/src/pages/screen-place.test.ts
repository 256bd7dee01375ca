import { expect, test } from 'vitest';
import { emptyBoard } from '@samenbord/shared/board/board.ts';
import type { Board } from '@samenbord/shared/board/board.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import type { Step } from '@samenbord/shared/meeting/agenda.ts';
import { agendaChoice, readyMade } from '@samenbord/shared/meeting/ready-made.ts';
import { followOn, isWriting, screenOfStep } from './screen-place.ts';
import type { Followed } from './screen-place.ts';

const { stappen } = readyMade(agendaChoice.parse({ soort: 'netwerkberaad', instrument: 'tijdlijn' }));
const step = (id: string): Step | undefined => stappen.find((one) => one.id === id);
const cards = step('doelen');
const things = new Map([
  ['wens-1', { id: 'wens-1', type: 'wens' }],
  ['doel-1', { id: 'doel-1', type: 'doel' }],
]);
const board: Board = { ...emptyBoard, things: things as unknown as ReadonlyMap<string, Thing> };
const before: Followed = { step: 'm doelen', call: 0, lit: undefined, view: 'genogram' };
const call = { hierheen: { nr: 1, kijk: { view: 'caf-driehoek', x: 0, y: 0, width: 9, height: 9 } } } as const;

test('C50 a screen shows the view of a step, its cards, or its question alone', () => {
  expect(screenOfStep(step('instrument'))).toEqual({ kind: 'beeld', view: 'tijdlijn' });
  expect(screenOfStep(cards)).toEqual({ kind: 'kaarten' });
  for (const id of ['welkom', 'bestaat-niet']) expect(screenOfStep(step(id))).toEqual({ kind: 'vraag' });
  const { stappen: reading } = readyMade(agendaChoice.parse({ soort: 'vaststellen' }));
  for (const id of ['lezen', 'jouw-kijk'])
    expect(screenOfStep(reading.find((one) => one.id === id))).toEqual({ kind: 'vraag' });
});

test('C50 the newest of step, call and lit card wins, and where whoever leads looks counts only while a view is shown', () => {
  const onCards = { seen: before, place: { kind: 'kaarten' } } as const;
  const looked = followOn(onCards, { ...before, view: 'tijdlijn' }, {}, cards, board);
  expect(looked.place).toEqual({ kind: 'kaarten' });
  const called = followOn(looked, { ...looked.seen, call: 1 }, call, cards, board);
  expect(called.place).toEqual({ kind: 'beeld', view: 'caf-driehoek' });
  const followed = followOn(called, { ...called.seen, view: 'genogram' }, call, cards, board);
  expect(followed.place).toEqual({ kind: 'beeld', view: 'genogram' });
  // A wish is no card of this step; a goal is.
  const elsewhere = followOn(followed, { ...followed.seen, lit: 'wens-1' }, call, cards, board);
  expect(elsewhere.place).toEqual(followed.place);
  const lit = followOn(elsewhere, { ...elsewhere.seen, lit: 'doel-1' }, call, cards, board);
  expect(lit.place).toEqual({ kind: 'kaarten' });
  const next = followOn(lit, { ...lit.seen, step: 'm instrument' }, call, step('instrument'), board);
  expect(next.place).toEqual({ kind: 'beeld', view: 'tijdlijn' });
});

test('C50 what is revealed at this step is on the screen at once, until the next step or call', () => {
  const onView = { seen: before, place: { kind: 'beeld', view: 'tijdlijn' } } as const;
  const shown = followOn(onView, { ...before, revealed: 'ronde-een' }, {}, cards, board);
  expect(shown.place).toEqual({ kind: 'kaarten' });
  expect(followOn(shown, { ...shown.seen, call: 1 }, call, cards, board).place).toMatchObject({ kind: 'beeld' });
});

test('C50 while everyone writes alone at this step the screen shows what is asked, and no card', () => {
  const ronde = { id: 'ronde-een', stap: 'doelen', vraag: 'Wat wil je?', wijze: 'naam', stand: 'schrijven' } as const;
  expect(isWriting({ stap: 'doelen', ronde })).toBe(true);
  expect(isWriting({ stap: 'welkom', ronde })).toBe(false);
  expect(isWriting({ stap: 'doelen', ronde: { ...ronde, stand: 'onthuld' } })).toBe(false);
  expect(isWriting({ stap: 'doelen' })).toBe(false);
});
