/** The months as people write them, January first. */
export const months: readonly string[] = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
];

/** Takes a valid vague date (`2014`, `2014-03~`, `2014/2016`, `2014/..`), says it in Dutch: "rond maart 2014", "sinds 2014". */
export function sayDate(vagueDate: string): string {
  const [from = '', to] = vagueDate.split('/');
  if (to === undefined) return sayMoment(from);
  if (to === '..') return `sinds ${sayMoment(from)}`;
  return `van ${sayMoment(from)} tot ${sayMoment(to)}`;
}

function sayMoment(text: string): string {
  const [year = '', month, day] = text.replace('~', '').split('-');
  const name = month === undefined ? '' : `${months[Number(month) - 1] ?? ''} `;
  const number = day === undefined ? '' : `${Number(day)} `;
  return `${text.endsWith('~') ? 'rond ' : ''}${number}${name}${year}`;
}

/** Takes a vague date, gives its years as short as they fit on a line: "2014", "±2014", "2014–2016", "2014–nu". */
export function sayYears(vagueDate: string): string {
  const [from = '', to] = vagueDate.split('/');
  if (to === undefined) return shortYear(from);
  return `${shortYear(from)}–${to === '..' ? 'nu' : shortYear(to)}`;
}

const shortYear = (text: string): string => `${text.endsWith('~') ? '±' : ''}${text.slice(0, 4)}`;

/** Takes an age in whole years, says it: "14 jaar", "nog geen jaar". */
export const sayAge = (years: number): string => (years < 1 ? 'nog geen jaar' : `${years} jaar`);

/** "Nadia", "Nadia en Mark", "Nadia, Mark en Sem". */
export function sayList(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} en ${last}`;
}
