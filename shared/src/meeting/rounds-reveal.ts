import { isProfessional } from '../access/roles.ts';
import type { Role } from '../access/roles.ts';
import type { CardRole } from '../board/marks.ts';
import { staysOffTable } from '../board/marks.ts';
import { mainText } from '../board/things.ts';
import type { Thing, ThingType } from '../board/things.ts';
import { mostCardsEach } from './round.ts';
import type { Round } from './round.ts';

/** The kinds of cards that are written alone: somebody's own words and nothing but words. */
export const roundTypes = ['wens', 'hulpvraag', 'uitspraak', 'notitie'] as const satisfies readonly ThingType[];
export type RoundType = (typeof roundTypes)[number];
export const isRoundType = (type: ThingType): type is RoundType => roundTypes.some((one) => one === type);

/** Somebody's own box, with whose it is. */
export type Box = {
  readonly owner: string;
  readonly rol: Role;
  readonly persoon?: string | undefined;
  readonly things: Iterable<Thing>;
};

/** A card as it comes to lie on the table. Without `by` nobody owns it: it is taken off by the casusregisseur and changed by nobody. */
export type RevealedCard = {
  readonly id: string;
  readonly type: RoundType;
  readonly ronde: string;
  readonly tekst: string;
  readonly by?: string;
  readonly vanWie?: string;
  readonly namens?: CardRole;
};

/** Random from the outside: a new id, and a whole number from 0 up to but not including `below`, each as likely. */
export type Chance = { readonly id: () => string; readonly below: (below: number) => number };

/** What a reveal does: what comes on the table, in the order in which it is written there, and what each box loses for good. */
export type Reveal = {
  readonly cards: readonly RevealedCard[];
  readonly taken: ReadonlyMap<string, readonly string[]>;
};

/** The role under which somebody's card is shown. Wide on purpose. */
export function cardRoleOf(rol: Role): CardRole {
  if (isProfessional(rol)) return 'professional';
  if (rol === 'jeugdige' || rol === 'netwerk') return rol;
  return rol === 'ouder-met-gezag' || rol === 'ouder-zonder-gezag' ? 'ouder' : 'netwerk';
}

/** True when this card goes along with a reveal of this round. */
export const isOfRound = (thing: Thing, round: Pick<Round, 'id'>): boolean =>
  thing.ronde === round.id &&
  !thing.weg &&
  isRoundType(thing.type) &&
  !staysOffTable(thing) &&
  mainText(thing).trim() !== '';

/**
 * Takes the boxes of everybody who takes part, gives what a reveal does: every card of the round exactly once, under a new id, in an order that says
 * nothing. A card that was promised to carry no name has no field that says whose it is, and no reference that was chosen by its writer.
 */
export function reveal(boxes: readonly Box[], round: Pick<Round, 'id' | 'wijze'>, chance: Chance): Reveal {
  const taken = new Map<string, string[]>();
  const cards: RevealedCard[] = [];
  for (const box of boxes) {
    const own = [...box.things].filter((thing) => isOfRound(thing, round)).slice(0, mostCardsEach);
    taken.set(
      box.owner,
      own.map(({ id }) => id),
    );
    for (const thing of own) cards.push(cardOf(thing, box, round, chance));
  }
  return { cards: shuffled(cards, chance), taken };
}

function cardOf(thing: Thing, box: Box, { id: ronde, wijze }: Pick<Round, 'id' | 'wijze'>, chance: Chance) {
  if (!isRoundType(thing.type)) throw new RangeError('not a card of a round');
  const tekst = mainText(thing).trim();
  // One wish among what others say would tell who prepared at home: without a name all cards are of one kind.
  const type = wijze === 'naam' ? thing.type : 'notitie';
  const card: RevealedCard = { id: chance.id(), type, ronde, tekst };
  if (wijze === 'naamloos') return card;
  if (wijze === 'rol') return { ...card, namens: cardRoleOf(box.rol) };
  return { ...card, by: box.owner, ...(box.persoon === undefined ? {} : { vanWie: box.persoon }) };
}

/** Fisher and Yates: each order is as likely as any other. */
export function shuffled<T>(all: readonly T[], { below }: Pick<Chance, 'below'>): T[] {
  const order = [...all];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = below(last + 1);
    const [one, two] = [order[last], order[other]];
    if (one === undefined || two === undefined) throw new RangeError('outside of what is shuffled');
    order[last] = two;
    order[other] = one;
  }
  return order;
}

/** The roles that only one person of a round has: for whoever has one of them it is as good as a name. */
export function loneRoles(people: readonly { readonly rol: Role }[]): ReadonlySet<CardRole> {
  const counted = new Map<CardRole, number>();
  for (const { rol } of people) counted.set(cardRoleOf(rol), (counted.get(cardRoleOf(rol)) ?? 0) + 1);
  return new Set([...counted].flatMap(([role, count]) => (count === 1 ? [role] : [])));
}
