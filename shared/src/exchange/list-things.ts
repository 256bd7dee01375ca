import type { Board } from '../board/board.ts';
import { fileThing } from './file-things.ts';
import type { FileThing } from './file-things.ts';
import type { CellDoubt, Known, ListRow } from './list-people.ts';
import type { ListTie } from './list-ties.ts';
import { joinedTo, meantBy, peopleOf, standsAlready } from './who-is-who.ts';
import type { SameOrNot } from './who-is-who.ts';

/** What parents are to a child, where a list says "dochter van" and no more. */
export type UsualParents = 'biologisch' | 'adoptie' | 'pleeg' | 'stief';

export type ListChoices = {
  /** By the number of a row: is it who stands on the board already? */
  readonly same: ReadonlyMap<number, SameOrNot>;
  readonly parents: UsualParents | undefined;
};

/** One row as it will be: who is added, who is on the board already, what waits for a choice, and what is left out. */
export type PlannedRow = {
  readonly row: ListRow;
  readonly becomes: 'nieuw' | 'dezelfde' | 'kies' | 'niets';
  /** Whoever on the board could be the same. */
  readonly known: Known | undefined;
  readonly doubts: readonly CellDoubt[];
  /** Whom the tie of this row is with, when that is clear. */
  readonly tieWith: readonly string[];
};
export type ListPlan = { readonly rows: readonly PlannedRow[]; readonly things: readonly FileThing[] };

type Person = Known & { readonly nr: number | undefined };

/** Takes the rows of a list, what was chosen about them and the board, gives what each row becomes and the things that come on the board. */
export function planList(rows: readonly ListRow[], choices: ListChoices, board: Board, newId: () => string): ListPlan {
  const onBoard = peopleOf(board);
  const known = new Map(rows.map(({ nr, naam }) => [nr, naam === '' ? undefined : standsAlready(naam, onBoard)]));
  const becomes = (row: ListRow): PlannedRow['becomes'] =>
    row.naam === '' ? 'niets' : known.get(row.nr) === undefined ? 'nieuw' : (choices.same.get(row.nr) ?? 'kies');
  const people: Person[] = rows.flatMap((row) => {
    const now = becomes(row);
    if (now === 'niets' || now === 'kies') return [];
    const same = now === 'dezelfde' ? known.get(row.nr) : undefined;
    return [{ id: same?.id ?? newId(), naam: row.naam, nr: row.nr }];
  });
  const taken = new Set(people.map(({ id }) => id));
  const all = [...people, ...onBoard.filter(({ id }) => !taken.has(id)).map((one) => ({ ...one, nr: undefined }))];
  const made = people.filter(({ id }) => !onBoard.some((one) => one.id === id));
  const rowOf = new Map(rows.map((row) => [row.nr, row]));
  const things = made.map(({ id, naam, nr }) =>
    fileThing('persoon', id, nr === undefined ? {} : (rowOf.get(nr)?.values ?? {}), { naam }),
  );
  const ties: FileThing[] = [];
  const planned = rows.map((row): PlannedRow => {
    const self = people.find(({ nr }) => nr === row.nr);
    const tie = self === undefined || row.tie === undefined ? undefined : tieOf(row.tie, self, all, choices);
    if (tie?.make !== undefined) ties.push(...tie.make(newId));
    const doubts =
      tie?.why === undefined ? row.doubts : [...row.doubts, { role: 'relatie' as const, cell: tie.cell, why: tie.why }];
    return {
      row,
      becomes: becomes(row),
      known: known.get(row.nr),
      doubts,
      tieWith: tie?.make === undefined ? [] : tie.names,
    };
  });
  return { rows: planned, things: joinedTo([...things, ...parentsTogether(ties)], new Map(), board) };
}

type Made = {
  readonly why?: 'wie' | 'soort';
  readonly cell: string;
  readonly names: readonly string[];
  readonly make?: (newId: () => string) => FileThing[];
};

/** Whom a tie is with. Nothing is made of it when a name is nobody's or of more people, or when it is not said what parents they are. */
function tieOf(tie: ListTie, self: Person, all: readonly Person[], { parents }: ListChoices): Made {
  const others = all.filter(({ id }) => id !== self.id);
  const meant = tie.names.map((name) => meantBy(name, others));
  const unsure = tie.names.find((_, place) => meant[place]?.length !== 1);
  if (unsure !== undefined) return { why: 'wie', cell: unsure, names: [] };
  const people = meant.flat();
  const names = people.map(({ naam }) => naam);
  const ids = people.map(({ id }) => id);
  if (tie.kind === 'partner') {
    const values = { vorm: tie.vorm, einde: tie.einde };
    return { cell: '', names, make: (newId) => ids.map((id) => couple(newId, [self.id, id], values)) };
  }
  const soort = tie.soort ?? parents;
  if (soort === undefined) return { why: 'soort', cell: tie.names.join(', '), names: [] };
  if (tie.kind === 'ouder-van')
    return { cell: '', names, make: (newId) => ids.map((kind) => parenthood(newId, [self.id], kind, soort)) };
  if (ids.length > 2) return { why: 'wie', cell: tie.names.join(', '), names: [] };
  return { cell: '', names, make: (newId) => [parenthood(newId, ids, self.id, soort)] };
}

const couple = (newId: () => string, partners: readonly string[], values: object): FileThing =>
  fileThing('partnerrelatie', newId(), { partners: partners.toSorted(), ...values });
const parenthood = (newId: () => string, ouders: readonly string[], kind: string, soort: string): FileThing =>
  fileThing('ouder-kind', newId(), { ouders: [...ouders], kind, soort });

/** Of one child, two parents to whom it was born are one set; and what two rows say of the same couple or parents stands there once. */
function parentsTogether(ties: readonly FileThing[]): FileThing[] {
  const kept: FileThing[] = [];
  const born = new Map<string, FileThing>();
  const seen = new Set<string>();
  for (const tie of ties) {
    const { type, values } = tie;
    const kind = String(values['kind']);
    const ouders = idsIn(values['ouders']);
    const before = type === 'ouder-kind' && values['soort'] === 'biologisch' ? born.get(kind) : undefined;
    const both = new Set([...idsIn(before?.values['ouders']), ...ouders]);
    if (before !== undefined && both.size <= 2) {
      before.values['ouders'] = [...both];
      continue;
    }
    const key = JSON.stringify([type, values['partners'], ouders, kind, values['soort']]);
    if (seen.has(key)) continue;
    seen.add(key);
    kept.push(tie);
    if (values['soort'] === 'biologisch') born.set(kind, tie);
  }
  return kept;
}

const idsIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
