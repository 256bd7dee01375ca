import type { Board } from '../board/board.ts';
import { closed, joined, namesOf } from '../picture/face.ts';
import { sayDate, sayList } from '../words/dates.ts';
import { outcomeWords, tijdlijnWords } from '../words/pictures.ts';
import { orderOf } from './order.ts';
import type { TimelineThing } from './order.ts';

/** The tijdlijn in sentences, in order of time. */
export function describe(board: Board, repeated: ReadonlySet<string>): string[] {
  return orderOf(board).map((thing) => {
    const when = thing.wanneer === undefined ? tijdlijnWords.zonderDatum : sayDate(thing.wanneer);
    const about = sayList(namesOf(board, thing.over ?? []));
    const again = repeated.has(thing.id) ? ` (${tijdlijnWords.weer})` : '';
    return closed(`${upper(when)}${about === '' ? '' : ` (${about})`}${again}: ${whatOf(thing)}`);
  });
}

function whatOf(thing: TimelineThing): string {
  if (thing.type === 'gebeurtenis') return joined([thing.titel, thing.toelichting]);
  if (thing.type === 'besluit') return joined([`besluit: ${thing.titel}`, thing.door, thing.redenen]);
  const outcome = thing.uitkomst === undefined ? '' : outcomeWords[thing.uitkomst];
  return joined([
    `hulp: ${thing.wat}`,
    thing.wie,
    thing.doel === '' ? '' : `doel: ${thing.doel}`,
    thing.resultaat === '' ? outcome : thing.resultaat,
  ]);
}

const upper = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
