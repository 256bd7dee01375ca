import { placeKey } from '@samenbord/shared/board/board.ts';
import type { Board, Place } from '@samenbord/shared/board/board.ts';
import type { ViewName } from '@samenbord/shared/board/define.ts';
import { definitionOf, textFields } from '@samenbord/shared/board/things.ts';
import type { Thing, ThingType } from '@samenbord/shared/board/things.ts';
import type { NewThing } from '@samenbord/shared/document/form.ts';
import type { Intent } from '@samenbord/shared/document/intent.ts';
import { placesAfterEdit } from '@samenbord/shared/genogram/tidy.ts';

type Together = Extract<Intent, { kind: 'together' }>;

/** What says where somebody stands in the genogram. */
const structural: ReadonlySet<ThingType> = new Set<ThingType>([
  'persoon',
  'partnerrelatie',
  'ouder-kind',
  'zwangerschap',
  'meerling',
]);

/**
 * Takes a board and what somebody is about to do; gives the same with the places that keep everybody where they stand in the genogram: a new relative
 * makes room for itself, and nobody else jumps, on any screen. Whoever may not move things gets it as it was. `drawn` are places that stand on the board
 * as it is given here and nowhere else yet: they are written too.
 */
export function settled(
  board: Board,
  intent: Intent,
  mayPlace: boolean,
  drawn: ReadonlyMap<string, Place> = new Map(),
): Intent {
  const whole = asTogether(intent);
  if (!mayPlace || whole === undefined || !whole.things.some(({ type }) => structural.has(type))) return intent;
  const begin = intent.kind === 'create' ? intent.place : undefined;
  const after = withPlace(boardAfter(board, whole), begin, whole.things[0]?.id ?? '');
  const laid = new Map([...drawn, ...placesAfterEdit(board, after)]);
  const [id] = begin === undefined ? [] : whole.things.map((thing) => thing.id);
  if (id !== undefined && begin !== undefined && !laid.has(id)) laid.set(id, begin.at);
  const at = [...laid].filter(([one]) => after.things.has(one));
  return { ...whole, laid: { view: 'genogram', at } };
}

function asTogether(intent: Intent): Together | undefined {
  if (intent.kind === 'together') return intent;
  // What a hand puts somewhere stays there, and is taken back with it.
  if (intent.kind !== 'create' || (intent.place !== undefined && intent.place.at.los !== true)) return undefined;
  return { kind: 'together', things: [intent.thing], sets: [] };
}

function withPlace(board: Board, place: { view: ViewName; at: Place } | undefined, id: string): Board {
  if (place === undefined) return board;
  return { ...board, places: new Map([...board.places, [placeKey(place.view, id), place.at]]) };
}

/** A board as it would be after this: where somebody new will stand can be seen before anything is written. */
export function boardAfter(board: Board, { things: made, sets }: Together): Board {
  const things = new Map(board.things);
  for (const thing of made) things.set(thing.id, thingOf(thing));
  for (const { id, field, value } of sets) {
    const known = things.get(id);
    if (known !== undefined) things.set(id, { ...known, [field]: value } as Thing);
  }
  return { ...board, things };
}

function thingOf({ id, type, by, vanWie, values, texts }: NewThing): Thing {
  const empty = Object.fromEntries(textFields(type).map((name) => [name, '']));
  const own = vanWie === undefined ? {} : { vanWie };
  const common = { id, type, versie: definitionOf(type).version, weg: false, by };
  return { ...common, ...own, ...empty, ...values, ...texts } as unknown as Thing;
}
