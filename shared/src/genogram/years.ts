import { sayYears } from '../words/dates.ts';
import type { Union } from './family.ts';

/** The years on the line of a couple: "2009–2016", "sinds 2009", "tot 2016", or nothing. */
export function unionYears({ begonnen, geeindigd }: Union): string {
  const begin = begonnen === undefined ? '' : sayYears(begonnen);
  const end = geeindigd === undefined ? '' : sayYears(geeindigd);
  if (begin === '') return end === '' ? '' : `tot ${end}`;
  return end === '' ? begin : `${begin}–${end}`;
}
