import { find, ofType } from '../board/board.ts';
import type { Board } from '../board/board.ts';
import type { VagueDate } from '../board/vague-date.ts';
import { lastingOf } from './lasting.ts';
import type { Lasting } from './lasting.ts';

/** One home of a child: the household or the foster tie it is known from, with whom, and from when to when. */
export type LivedPeriod = {
  readonly id: string;
  readonly type: 'huishouden' | 'ouder-kind';
  readonly naam: string;
  /** With whom, without the child. */
  readonly with: readonly string[];
  readonly periode: VagueDate | undefined;
};

/**
 * Takes a board and somebody on it, gives where they lived, oldest first, what has no date last. Known from the households they belong to and from foster
 * ties; a foster tie is left out where a household with one of those parents tells the same time. Biological, step and other ties say
 * nothing about where a child sleeps.
 */
export function livedWhere(board: Board, child: string): LivedPeriod[] {
  const others = (ids: readonly string[] | undefined): string[] =>
    [...new Set(ids ?? [])].filter((id) => id !== child && find(board, 'persoon', id) !== undefined);
  const homes = ofType(board, 'huishouden')
    .filter(({ leden = [] }) => leden.includes(child))
    .map((home): LivedPeriod => ({
      id: home.id,
      type: 'huishouden',
      naam: home.naam.trim(),
      with: others(home.leden),
      periode: home.periode,
    }));
  const stays = ofType(board, 'ouder-kind')
    .filter(({ kind, soort }) => kind === child && soort === 'pleeg')
    .map((stay): LivedPeriod => ({
      id: stay.id,
      type: 'ouder-kind',
      naam: '',
      with: others(stay.ouders),
      periode: stay.periode,
    }))
    .filter((stay) => stay.with.length > 0 && !homes.some((home) => tellsTheSame(home, stay)));
  return [...homes, ...stays].sort((a, b) => startOf(a) - startOf(b) || (a.id < b.id ? -1 : 1));
}

const tellsTheSame = (home: LivedPeriod, stay: LivedPeriod): boolean =>
  stay.with.some((id) => home.with.includes(id)) && overlap(lastingOf(home.periode), lastingOf(stay.periode));

/** True when two stays share a day. */
export const overlap = (a: Lasting, b: Lasting): boolean => a.from < b.until && b.from < a.until;

const last = 10_000_000;
const startOf = ({ periode }: LivedPeriod): number => (periode === undefined ? last : lastingOf(periode).from);
