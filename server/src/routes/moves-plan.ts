import { randomBytes } from 'node:crypto';
import { may, mayMove } from '@samenbord/shared/access/may.ts';
import type { Denial } from '@samenbord/shared/access/may.ts';
import { standsIn } from '@samenbord/shared/access/standing.ts';
import { mayOpen, readZone } from '@samenbord/shared/access/zones.ts';
import type { Actor, Zone } from '@samenbord/shared/access/zones.ts';
import type { Board } from '@samenbord/shared/board/board.ts';
import { newThingId } from '@samenbord/shared/board/field.ts';
import { staysOffTable } from '@samenbord/shared/board/marks.ts';
import { definitionOf, references, textFields } from '@samenbord/shared/board/things.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import type { NewThing } from '@samenbord/shared/document/form.ts';
import { fieldValue, textsOf, withWhatIsThere } from '@samenbord/shared/document/restore-plan.ts';
import type { MoveRequest } from '@samenbord/shared/wire/http-zones.ts';
import type { ProblemCode } from '@samenbord/shared/words/problems.ts';
import { Refusal } from '../sign-in/refusal.ts';
import type { Sitting } from '../sign-in/sitting.ts';
import type { Deps } from './deps.ts';

/** A card that moves: as it lies now, and as it will lie. */
export type Plan = {
  readonly van: Zone;
  readonly naar: Zone;
  readonly thing: Thing;
  readonly made: NewThing;
  /** It pointed at something that its new readers do not read. */
  readonly lapses: boolean;
};

const denials: Partial<Record<Denial, ProblemCode>> = {
  'tafel-dicht': 'tafel-dicht',
  'tafel-vast': 'stap-laat-niet-toe',
  'stap-dicht': 'stap-laat-niet-toe',
  'eerst-alleen': 'stap-laat-niet-toe',
  'alleen-professionals': 'stap-laat-niet-toe',
  'hoort-hier-niet': 'hoort-daar-niet',
};

/** Looks whether this card may go there. Refuses with what is in the way; of a zone that who asks does not open it says no more than of one that is not there. */
export async function planMove(deps: Deps, { board, actor }: Sitting, request: MoveRequest): Promise<Plan> {
  const [van, naar] = [readZone(request.van), readZone(request.naar)];
  if (van === undefined || naar === undefined || !mayOpen(actor, van)) throw new Refusal('niet-gevonden');
  // To oneself, to the team or to the table; into the box of another nobody puts anything.
  if (!mayOpen(actor, naar) || ('owner' in naar && naar.owner !== actor.id) || request.van === request.naar)
    throw new Refusal('hoort-daar-niet');
  const [from, target] = await Promise.all([
    deps.rooms.read(board.id, request.van),
    deps.rooms.read(board.id, request.naar),
  ]);
  const thing = from.things.get(request.ding);
  if (thing === undefined) throw new Refusal('niet-gevonden');
  if (!mayMove(actor, van, thing)) throw new Refusal('niet-van-jou');
  if (!isThere(van, thing)) throw new Refusal('ligt-er-niet-meer');
  if (!standsIn(thing.type, naar) || (naar.kind === 'gedeeld' && staysOffTable(thing)))
    throw new Refusal('hoort-daar-niet');
  const beside = naar.kind === 'gedeeld' ? target : await deps.rooms.read(board.id, 'gedeeld');
  const { made: bare, lapses } = inNewPlace(actor, thing, (id) => isReadWith(actor, id, target, beside));
  const made = 'owner' in naar ? withAnswered(bare, thing) : bare;
  const create = { kind: 'create', thing: { type: made.type, by: made.by, vanWie: made.vanWie } } as const;
  const denial = may(actor, naar, create, deps.meetings.stateOf(board.id).now);
  if (denial !== undefined) throw new Refusal(denials[denial] ?? 'mag-niet');
  return { van, naar, thing, made, lapses };
}

/** In a box of one's own a card still says which question at home it answers, so that what may not come to the table stays off it. */
const withAnswered = (made: NewThing, { voorbereid }: Thing): NewThing =>
  voorbereid === undefined ? made : { ...made, values: { ...made.values, voorbereid } };

/** What was taken off by another than its owner is still the owner's to move; what was moved away is empty, and lies elsewhere. */
const isThere = (van: Zone, thing: Thing): boolean =>
  !thing.weg || (van.kind === 'gedeeld' && Object.values(textsOf(thing)).some((text) => text !== ''));

const isReadWith = ({ opens }: Actor, id: string, target: Board, table: Board): boolean =>
  target.things.has(id) || (opens.includes('gedeeld') && table.things.has(id));

/** The same card under a new id, made by whose it is: nothing of it says where it came from or who typed it there. */
export function inNewPlace(
  owner: Actor,
  thing: Thing,
  isRead: (id: string) => boolean,
): { made: NewThing; lapses: boolean } {
  const { fields, required } = definitionOf(thing.type);
  const texts = textFields(thing.type);
  const values: Record<string, unknown> = {};
  let lapses = false;
  for (const name of Object.keys(fields)) {
    if (texts.includes(name)) continue;
    const was = fieldValue(thing, name);
    const value = withWhatIsThere(thing, name, was, isRead);
    if (references(thing.type, name, was).some(({ id }) => !isRead(id))) lapses = true;
    if (value !== undefined) values[name] = value;
    else if (required.includes(name)) throw new Refusal('verwijst-naar-elders');
  }
  const isNamed = thing.vanWie !== undefined && thing.vanWie === owner.persoon && isRead(thing.vanWie);
  const made: NewThing = {
    id: newThingId(randomBytes(16)),
    type: thing.type,
    by: owner.id,
    ...(isNamed && { vanWie: thing.vanWie }),
    values,
    texts: textsOf(thing),
  };
  return { made, lapses };
}
