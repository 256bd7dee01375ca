import { ofType } from '@samenbord/shared/board/board.ts';
import type { Board } from '@samenbord/shared/board/board.ts';
import type { ThingOfType } from '@samenbord/shared/board/things.ts';
import { sayDate } from '@samenbord/shared/words/dates.ts';
import { safetyWords } from '@samenbord/shared/words/zones.ts';

export type SafetyState = ThingOfType<'veiligheidsstatus'>;
/** How safe one child is, as somebody last judged it, and what was found before. */
export type ChildSafety = {
  readonly child: string;
  readonly name: string;
  readonly now: SafetyState | undefined;
  readonly before: readonly SafetyState[];
};
/** Is it still a 6: good enough, as described. */
export type StillSix = 'ja' | 'nee' | 'onbekend';

/**
 * Takes what the team wrote and the table, gives each child with its newest state: those the meeting is about, and every child of whom a state is known.
 * By name; a child that nobody judged yet is there too.
 */
export function safetyOf(team: Board, table: Board): ChildSafety[] {
  const states = [...ofType(team, 'veiligheidsstatus'), ...ofType(table, 'veiligheidsstatus')];
  const people = ofType(table, 'persoon');
  const wanted = people.filter(({ id, indexkind }) => indexkind === true || states.some(({ kind }) => kind === id));
  return wanted
    .map(({ id, naam }) => {
      const [now, ...before] = states.filter(({ kind }) => kind === id).sort(newestFirst);
      return { child: id, name: naam, now, before };
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'nl'));
}

/** Of one day any is as new as the other; the order is the same on every screen. */
const newestFirst = (a: SafetyState, b: SafetyState): number =>
  (b.datum ?? '').localeCompare(a.datum ?? '') || (a.id < b.id ? 1 : -1);

export const stillSix = (grade: number | undefined): StillSix =>
  grade === undefined ? 'onbekend' : grade >= 6 ? 'ja' : 'nee';

/** A state in words, on a card among others: about whom, what came out, is it still a 6, when, and what was said with it. */
export function sayState(state: SafetyState, personName: (id: string | undefined) => string): string {
  const { kind, uitkomst, cijfer, datum, toelichting } = state;
  const parts = [
    uitkomst === undefined ? safetyWords.noState : safetyWords.outcome[uitkomst],
    cijfer === undefined ? undefined : safetyWords.grade(cijfer),
    safetyWords.stillSix[stillSix(cijfer)],
    datum === undefined ? undefined : sayDate(datum),
  ].filter((part) => part !== undefined);
  return `${personName(kind)}: ${parts.join(', ')}${toelichting === '' ? '' : `\n${toelichting}`}`;
}
