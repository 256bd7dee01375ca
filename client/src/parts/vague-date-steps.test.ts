import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isVagueDate } from '@samenbord/shared/board/vague-date.ts';
import { dateOf, draftOf, emptyMoment } from './vague-date-steps.ts';

const moment = (jaar: string, maand = '', dag = '', rond = false) => ({ ...emptyMoment, jaar, maand, dag, rond });

test('P2 each way to know a date gives the date as it is kept', () => {
  const to = emptyMoment;
  expect(dateOf({ kind: 'dag', from: moment('2014', '3', '2'), to })).toEqual({ state: 'ok', value: '2014-03-02' });
  expect(dateOf({ kind: 'maand', from: moment('2014', '3', '2', true), to })).toEqual({
    state: 'ok',
    value: '2014-03~',
  });
  expect(dateOf({ kind: 'jaar', from: moment('2014', '3'), to })).toEqual({ state: 'ok', value: '2014' });
  expect(dateOf({ kind: 'loopt', from: moment('2014'), to })).toEqual({ state: 'ok', value: '2014/..' });
  expect(dateOf({ kind: 'periode', from: moment('2014'), to: moment('2016', '5') })).toEqual({
    state: 'ok',
    value: '2014/2016-05',
  });
});

test('P2 what is no date yet, or never, says so', () => {
  const to = emptyMoment;
  expect(dateOf({ kind: 'jaar', from: moment(''), to })).toEqual({ state: 'empty' });
  expect(dateOf({ kind: 'jaar', from: moment('20'), to })).toEqual({ state: 'partial' });
  expect(dateOf({ kind: 'dag', from: moment('2014', '2', '30'), to })).toEqual({ state: 'wrong' });
  expect(dateOf({ kind: 'periode', from: moment('2016'), to: moment('2014') })).toEqual({ state: 'backwards' });
});

test('P2 a date that is kept comes out of the boxes as it went in', () => {
  const part = fc.tuple(
    fc.integer({ min: 1900, max: 2030 }),
    fc.option(fc.integer({ min: 1, max: 12 })),
    fc.option(fc.integer({ min: 1, max: 28 })),
    fc.boolean(),
  );
  const say = ([year, month, day, around]: [number, number | null, number | null, boolean]): string => {
    const two = (n: number) => String(n).padStart(2, '0');
    return `${year}${month === null ? '' : `-${two(month)}${day === null ? '' : `-${two(day)}`}`}${around ? '~' : ''}`;
  };
  fc.assert(
    fc.property(part, fc.option(fc.oneof(part, fc.constant('..' as const))), (from, to) => {
      const value = say(from) + (to === null ? '' : `/${to === '..' ? to : say(to)}`);
      fc.pre(isVagueDate(value));
      expect(dateOf(draftOf(value))).toEqual({ state: 'ok', value });
    }),
  );
});
