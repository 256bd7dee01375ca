import * as z from 'zod';
import { viewNames } from './define.ts';
import type { ViewName } from './define.ts';
import { participantId } from './field.ts';
import type { Thing, ThingOfType, ThingType } from './things.ts';

const coordinate = z.number().min(-100_000).max(100_000);

/** Where somebody put a thing in a view: the middle of its symbol or card, in canvas units (1 unit = 1 px at 100 %). */
export const place = z.strictObject({
  x: coordinate,
  y: coordinate,
  /** Laid by the layout, not by a hand: it keeps the order in which people stand, and gives way. */
  los: z.literal(true).optional(),
});
export type Place = z.infer<typeof place>;

const inkCommon = {
  by: participantId,
  view: z.enum(viewNames),
  kleur: z.enum(['ink', 'action', 'kracht', 'zorg', 'anders']),
};

/** Free drawing: kept and synced, never meaning, never text. Points are x,y pairs in canvas units. */
export const ink = z.discriminatedUnion('vorm', [
  z.strictObject({ ...inkCommon, vorm: z.enum(['pen', 'marker']), punten: z.array(coordinate).min(4).max(4000) }),
  z.strictObject({
    ...inkCommon,
    vorm: z.enum(['lijn', 'pijl', 'rechthoek', 'ellips']),
    punten: z.array(coordinate).length(4),
  }),
]);
export type Ink = z.infer<typeof ink>;

/** A thing this version does not know: kept, shown as a placeholder. */
export type Unknown = { readonly id: string; readonly type: string };

/** Everything on one zone document, as a value. Things that are `weg` are in it; views leave them out. */
export type Board = {
  readonly things: ReadonlyMap<string, Thing>;
  /** Key: `view:id`. */
  readonly places: ReadonlyMap<string, Place>;
  readonly ink: ReadonlyMap<string, Ink>;
  readonly unknown: readonly Unknown[];
};

export const emptyBoard: Board = { things: new Map(), places: new Map(), ink: new Map(), unknown: [] };

export const placeKey = (view: ViewName, id: string): string => `${view}:${id}`;

/** Takes a key of `places`, gives its view and id; nothing when it is no such key. */
export function readPlaceKey(key: string): { view: ViewName; id: string } | undefined {
  const cut = key.indexOf(':');
  const view = viewNames.find((name) => name === key.slice(0, cut));
  const id = key.slice(cut + 1);
  return view === undefined || id === '' ? undefined : { view, id };
}

/** The things of one type that are on the table, in the order of their ids (stable for every reader). */
export function ofType<T extends ThingType>(board: Board, type: T): ThingOfType<T>[] {
  const found: ThingOfType<T>[] = [];
  for (const thing of board.things.values()) {
    if (thing.type === type && !thing.weg) found.push(thing as ThingOfType<T>);
  }
  return found.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** One thing of one type, when it is there and on the table. */
export function find<T extends ThingType>(board: Board, type: T, id: string | undefined): ThingOfType<T> | undefined {
  const thing = id === undefined ? undefined : board.things.get(id);
  return thing?.type === type && !thing.weg ? (thing as ThingOfType<T>) : undefined;
}

/** The place somebody gave a thing in a view. */
export const placeOf = (board: Board, view: ViewName, id: string): Place | undefined =>
  board.places.get(placeKey(view, id));
