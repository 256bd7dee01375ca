import { sensitiveIn } from '../board/sensitive.ts';
import { unseenSigns } from '../board/field.ts';
import { listDate } from './list-date.ts';
import type { DateDoubt } from './list-date.ts';
import { listTie } from './list-ties.ts';
import type { ListTie } from './list-ties.ts';
import type { ColumnRole, Rows } from './rows.ts';

export type Doubt =
  | DateDoubt
  | 'geen-naam'
  | 'lange-naam'
  | 'gevoelig'
  | 'geen-geslacht'
  | 'm-van-wie'
  | 'geen-relatie'
  | 'wie'
  | 'soort';
/** A cell that is left out, and why. */
export type CellDoubt = { readonly role: ColumnRole; readonly cell: string; readonly why: Doubt };

/** Somebody of whom a list or a file speaks: in it (by row), or on the board already (by id). */
export type Known = { readonly id: string; readonly naam: string };

/** What one row becomes, before it is decided who is who. */
export type ListRow = {
  /** Its place in what was pasted, from 1. */
  readonly nr: number;
  /** Empty when the row is left out: nobody knows who it is about. */
  readonly naam: string;
  readonly values: Readonly<Record<string, string>>;
  readonly tie: ListTie | undefined;
  readonly doubts: readonly CellDoubt[];
};

const genders: Readonly<Record<string, string>> = {
  man: 'man',
  jongen: 'man',
  m: 'man',
  j: 'man',
  vrouw: 'vrouw',
  meisje: 'vrouw',
  v: 'vrouw',
  x: 'non-binair',
  'non-binair': 'non-binair',
  intersekse: 'intersekse',
  onbekend: 'onbekend',
};

/** Takes rows and what their columns are, gives what each row says. What is not clear is told with its cell and left out; nothing is guessed. */
export function readPeople({ cells }: Rows, roles: readonly (ColumnRole | undefined)[], heading: boolean): ListRow[] {
  const column = roles.indexOf('geslacht');
  // "M" is a girl where others are "J".
  const hasJ = cells.some((row) => row[column]?.toLowerCase() === 'j');
  return cells.flatMap((row, place) =>
    heading && place === 0 ? [] : [readRow((role) => cellOf(row, roles, role), place + 1, hasJ)],
  );
}

const cellOf = (row: readonly string[], roles: readonly (ColumnRole | undefined)[], role: ColumnRole): string =>
  (row[roles.indexOf(role)] ?? '').replaceAll(unseenSigns, '').toWellFormed();

function readRow(cell: (role: ColumnRole) => string, nr: number, hasJ: boolean): ListRow {
  const doubts: CellDoubt[] = [];
  const doubt = (role: ColumnRole, why: Doubt): undefined => {
    doubts.push({ role, cell: cell(role), why });
  };
  const naam = nameOf(cell, doubt);
  const tie = tieOf(cell('relatie'), doubt);
  const values = {
    geslacht: sexOf(cell('geslacht'), hasJ, doubt) ?? tie?.geslacht,
    geboren: dateOf('geboren', cell, doubt),
    overleden: dateOf('overleden', cell, doubt),
  };
  const known = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return { nr, naam, values: Object.fromEntries(known), tie, doubts };
}

type Tell = (role: ColumnRole, why: Doubt) => undefined;

function nameOf(cell: (role: ColumnRole) => string, doubt: Tell): string {
  const naam = [cell('naam'), cell('achternaam')].filter((part) => part !== '').join(' ');
  const why: Doubt | undefined =
    naam === '' ? 'geen-naam' : naam.length > 80 ? 'lange-naam' : sensitiveIn(naam).length > 0 ? 'gevoelig' : undefined;
  if (why === undefined) return naam;
  doubt('naam', why);
  return '';
}

function sexOf(text: string, hasJ: boolean, doubt: Tell): string | undefined {
  const word = text.toLowerCase().replace(/\.$/, '');
  if (word === '' || word === '?') return undefined;
  if (word === 'm' && hasJ) return doubt('geslacht', 'm-van-wie');
  return (Object.hasOwn(genders, word) ? genders[word] : undefined) ?? doubt('geslacht', 'geen-geslacht');
}

function dateOf(role: 'geboren' | 'overleden', cell: (role: ColumnRole) => string, doubt: Tell): string | undefined {
  const text = cell(role);
  if (text === '' || text === '?' || text === '-') return undefined;
  const date = listDate(text);
  return 'value' in date ? date.value : doubt(role, date.doubt);
}

function tieOf(text: string, doubt: Tell): ListTie | undefined {
  if (text === '' || text === '-') return undefined;
  if (sensitiveIn(text).length > 0) return doubt('relatie', 'gevoelig');
  return listTie(text) ?? doubt('relatie', 'geen-relatie');
}
