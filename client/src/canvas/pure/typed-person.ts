import { typedDate } from './typed-date.ts';

/** What somebody typed in one line about one person. */
export type TypedPerson = {
  readonly naam: string;
  readonly geslacht?: string | undefined;
  readonly geboren?: string | undefined;
};

const genders: Readonly<Record<string, string>> = {
  m: 'man',
  man: 'man',
  j: 'man',
  jongen: 'man',
  v: 'vrouw',
  vrouw: 'vrouw',
  meisje: 'vrouw',
  x: 'non-binair',
  'non-binair': 'non-binair',
  intersekse: 'intersekse',
};

/**
 * Takes a line as `Sanne, v, 2014`; gives the name, and of what stands behind commas at the end the gender and the birth. A piece that is neither
 * belongs to the name, with all before it (`Jansen, Sanne, 2014` is a name and a year): nothing is dropped and nothing is guessed.
 */
export function typedPerson(line: string): TypedPerson {
  const pieces = line.split(',').map((piece) => piece.trim());
  let geslacht: string | undefined;
  let geboren: string | undefined;
  while (pieces.length > 1) {
    const last = pieces.at(-1) ?? '';
    const gender = genders[last.toLowerCase()];
    const date = gender === undefined ? typedDate(last) : undefined;
    if (gender !== undefined && geslacht === undefined) geslacht = gender;
    else if (date !== undefined && geboren === undefined) geboren = date;
    else if (last !== '') break;
    pieces.pop();
  }
  return { naam: pieces.join(', '), geslacht, geboren };
}
