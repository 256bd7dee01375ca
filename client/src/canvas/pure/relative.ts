import { ofType } from '@samenbord/shared/board/board.ts';
import type { Board } from '@samenbord/shared/board/board.ts';
import type { ThingType } from '@samenbord/shared/board/things.ts';
import type { NewThing } from '@samenbord/shared/document/form.ts';
import type { Intent } from '@samenbord/shared/document/intent.ts';
import { relativeOf } from '@samenbord/shared/genogram/relatives.ts';
import type { Relative as Tied, RelativeChoice } from '@samenbord/shared/genogram/relatives.ts';
import { childrenAlone, sharedParents } from './relative-asks.ts';
import type { Relative } from './relative-asks.ts';
import type { Answers, Filled } from './filled-in.ts';
import { typedPerson } from './typed-person.ts';

type Whole = Extract<Filled, { ok: true }>;
/** Everything that puts somebody beside somebody, as one change; and who was put there. */
export type Beside = { readonly intent: Together; readonly id: string };
type Together = Extract<Intent, { kind: 'together' }>;
type Tie = { readonly things: readonly NewThing[]; readonly sets: Together['sets'] };
type Makes = {
  readonly board: Board;
  readonly by: string;
  readonly freshId: () => string;
  readonly of: string;
  readonly filled: Whole;
};

/**
 * What was typed in one line comes in the fields where it belongs; what somebody filled in there stays.
 * `Sanne, v, 2014` as a name becomes a name, a gender and a birth.
 */
export function spread(answers: Answers): Answers {
  const { naam } = answers;
  if (typeof naam !== 'string' || !naam.includes(',')) return answers;
  const typed = typedPerson(naam);
  const or = (field: string, value: string | undefined): string => {
    const given = answers[field];
    return typeof given === 'string' && given !== '' ? given : (value ?? '');
  };
  return {
    ...answers,
    naam: typed.naam,
    geslacht: or('geslacht', typed.geslacht),
    geboren: or('geboren', typed.geboren),
  };
}

/** Takes what was filled in for a relative of `of`; gives the change that makes it so. */
export function besides(relative: Relative, makes: Makes): Beside {
  const { filled, by, freshId } = makes;
  const { geslacht, geboren } = filled.values;
  const person: NewThing = {
    id: freshId(),
    type: 'persoon',
    by,
    values: { geslacht, geboren },
    texts: { naam: filled.texts['naam'] ?? '' },
  };
  const { things, sets } = tie(relative, person.id, makes);
  return { id: person.id, intent: { kind: 'together', things: [person, ...things], sets } };
}

type Chosen = RelativeChoice & { readonly other?: string | null };

/** The ties that the kernel makes for this choice; of what is not sure the form said what it is. */
function tiesOf(
  relative: Relative,
  id: string,
  { board, of, filled }: Makes,
): Extract<Tied, { kind: 'made' }> | undefined {
  const { andere, soort, vorm } = filled.values;
  const choice = { other: andere ?? null, soort, vorm: relative === 'partner' ? vorm : undefined } as Chosen;
  const tied = relativeOf(board, of, relative, id, choice);
  return tied?.kind === 'made' ? tied : undefined;
}

/** Ties, and with them what else comes along: the other parent, that parents are together, brothers and sisters. */
function tie(relative: Relative, id: string, makes: Makes): Tie {
  if (relative === 'broer-of-zus') return siblingTies(id, makes);
  const made = tiesOf(relative, id, makes);
  if (made === undefined) return { things: [], sets: [] };
  const own = made.ties.map(({ type, values }) => create(makes, type, values));
  if (relative === 'partner') return { things: own, sets: alsoOf(makes, makes.of, id) };
  if (relative === 'kind') return { things: own, sets: [] };
  const [join] = made.joins;
  return join === undefined ? newParents(id, own, makes) : joined(id, join, makes);
}

const create = ({ by, freshId }: Makes, type: ThingType, values: Readonly<Record<string, unknown>>): NewThing => ({
  id: freshId(),
  type,
  by,
  values,
});

const link = (makes: Makes, kind: string, ouders: readonly string[]): NewThing =>
  create(makes, 'ouder-kind', { kind, ouders, soort: makes.filled.values['soort'] ?? 'biologisch' });

/** That two parents are together, unless the form says that they are not, or the board that they are. */
function pair(makes: Makes, one: string, other: string): NewThing[] {
  const { vorm } = makes.filled.values;
  const known = ofType(makes.board, 'partnerrelatie').some(({ partners = [] }) =>
    [one, other].every((id) => partners.includes(id)),
  );
  if (vorm === undefined || known) return [];
  return [create(makes, 'partnerrelatie', { partners: [one, other], vorm: vorm === 'samen' ? undefined : vorm })];
}

/** A second parent for the children that were ticked, of whom `parent` is the only one known. */
function alsoOf({ board, filled, of }: Makes, parent: string, id: string): Together['sets'] {
  const ticked = filled.values['ookVan'];
  return childrenAlone(board, parent, of)
    .filter((one) => Array.isArray(ticked) && ticked.includes(one.id))
    .map((one) => ({ id: one.id, field: 'ouders', value: [parent, id] }));
}

type Join = { readonly id: string; readonly field: 'ouders'; readonly value: string[] };

function joined(id: string, join: Join, makes: Makes): Tie {
  const known = join.value.find((one) => one !== id) ?? id;
  return { things: pair(makes, known, id), sets: [join, ...alsoOf(makes, known, id)] };
}

/** A first parent, and the other one when there is a name for them. */
function newParents(id: string, own: NewThing[], makes: Makes): Tie {
  const { andereNaam } = makes.filled.values;
  if (typeof andereNaam !== 'string') return { things: own, sets: [] };
  const second = someone(makes, typedPerson(andereNaam));
  return { things: [second, ...pair(makes, id, second.id), link(makes, makes.of, [id, second.id])], sets: [] };
}

const someone = ({ by, freshId }: Makes, { naam, geslacht, geboren }: ReturnType<typeof typedPerson>): NewThing => ({
  id: freshId(),
  type: 'persoon',
  by,
  values: { geslacht, geboren },
  texts: { naam },
});

/** Brother and sister share a parent. When there is none on the table yet one comes along, with or without a name. */
function siblingTies(id: string, makes: Makes): Tie {
  const { board, of, filled } = makes;
  const { ouders, andereNaam } = filled.values;
  const sets = sharedParents(board, of);
  const chosen = typeof ouders === 'string' ? sets.get(ouders) : [...sets.values()][0];
  if (chosen !== undefined) return { things: [link(makes, id, chosen.ids)], sets: [] };
  const parent = someone(makes, typedPerson(typeof andereNaam === 'string' ? andereNaam : ''));
  const own = create(makes, 'ouder-kind', { kind: of, ouders: [parent.id], soort: 'biologisch' });
  return { things: [parent, own, link(makes, id, [parent.id])], sets: [] };
}
