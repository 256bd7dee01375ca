import { bounds } from './bounds.ts';
import { ExchangeRefusal } from './refusal.ts';
import { isListDate } from './list-date.ts';
import { isListTie } from './list-ties.ts';

/** What a column of a list can be. */
export const columnRoles = ['naam', 'achternaam', 'geboren', 'overleden', 'geslacht', 'relatie', 'niet'] as const;
export type ColumnRole = (typeof columnRoles)[number];

/** A pasted list as rows of cells, as wide as its widest row. */
export type Rows = {
  readonly cells: readonly (readonly string[])[];
  readonly columns: number;
};

/** Takes what somebody pasted from Word, Excel or a message, gives its rows. Refuses what is no list of people any more (`te-groot`, `te-veel-rijen`). */
export function readRows(text: string): Rows {
  if (text.length > bounds.listLength) throw new ExchangeRefusal('te-groot');
  const plain = text.replaceAll(/\r\n?/g, '\n');
  const all = split(plain, separatorOf(plain)).filter((row) => row.some((cell) => cell !== ''));
  if (all.length > bounds.rows) throw new ExchangeRefusal('te-veel-rijen');
  const columns = Math.min(bounds.columns, Math.max(0, ...all.map(({ length }) => length)));
  const cells = all.map((row) => Array.from({ length: columns }, (_, place) => (row[place] ?? '').slice(0, 200)));
  return { cells, columns };
}

/** Tabs come from a table. Semicolons and commas part what somebody typed, when there are as many in (nearly) every line. */
function separatorOf(text: string): string {
  if (text.includes('\t')) return '\t';
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const has = (sign: string): number => lines.filter((line) => line.includes(sign)).length;
  if (lines.length > 0 && has(';') * 2 > lines.length) return ';';
  return has(',') > 0 ? ',' : '\n';
}

/** Cells that hold a separator, a quote or a line end stand between quotes, as spreadsheets write them. */
function split(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = (): void => {
    row.push(cell.replaceAll(/\s+/g, ' ').trim());
    cell = '';
  };
  const endRow = (): void => {
    endCell();
    rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? '';
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && cell === '' && separator !== '\n') quoted = true;
    else if (sign === '\n') endRow();
    else if (sign === separator) endCell();
    else cell += sign;
  }
  endRow();
  return rows;
}

const headings: Readonly<Record<Exclude<ColumnRole, 'niet'>, RegExp>> = {
  naam: /^(naam|voornaam|roepnaam|wie|persoon|gezinslid|volledige naam)$/,
  achternaam: /^(achternaam|familienaam)$/,
  geboren: /^(geboren|geboortedatum|geb\.?|geb\. ?datum|geboortejaar|geboren op)$/,
  overleden: /^(overleden|overlijdensdatum|overleden op)$/,
  geslacht: /^(geslacht|m\/v|m\/v\/x|man\/vrouw|gender)$/,
  relatie: /^(relatie|relatie tot|band|verwantschap|wat is hij of zij|rol)$/,
};

const roleOfHeading = (cell: string): ColumnRole | undefined => {
  const name = cell.toLowerCase();
  return columnRoles.find((role) => role !== 'niet' && headings[role].test(name));
};

export type Columns = {
  /** The first row says what the columns are. */
  readonly heading: boolean;
  /** What each column is; nothing where only a person can say it. */
  readonly roles: readonly (ColumnRole | undefined)[];
};

/**
 * What the columns are, to be looked at and changed: by their heading, and without one only where every cell can be nothing else. A column whose heading is not
 * known is not taken.
 */
export function columnsOf({ cells, columns }: Rows): Columns {
  const [first = [], ...rest] = cells;
  const named = first.map(roleOfHeading);
  if (named.includes('naam')) return { heading: true, roles: once(named.map((role) => role ?? 'niet')) };
  const all = Array.from({ length: columns }, (_, place) => [first, ...rest].map((row) => row[place] ?? ''));
  const seen = all.map((column) => roleOfCells(column.filter((cell) => cell !== '')));
  const free = seen.indexOf(undefined);
  return { heading: false, roles: once(seen.map((role, place) => (place === free ? 'naam' : role))) };
}

function roleOfCells(cells: readonly string[]): ColumnRole | undefined {
  if (cells.length === 0) return 'niet';
  if (cells.every(isListDate)) return 'geboren';
  if (cells.every((cell) => /^(man|vrouw|m|v|x|jongen|meisje|non-binair)$/i.test(cell))) return 'geslacht';
  return cells.every(isListTie) ? 'relatie' : undefined;
}

/** Each role once: of two columns that look the same a person says which is which. */
const once = (roles: readonly (ColumnRole | undefined)[]): (ColumnRole | undefined)[] =>
  roles.map((role, place) => (role === 'niet' || roles.indexOf(role) === place ? role : undefined));
