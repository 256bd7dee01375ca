import { placeKey, placeOf } from '../board/board.ts';
import type { Board, Place } from '../board/board.ts';
import { round } from '../picture/paths.ts';
import { groupsOf, kinOf } from './family.ts';
import type { Kin } from './family.ts';
import { apart, placePeople } from './place.ts';
import { sizesOf } from './sizes.ts';
import { toMiddle } from './symbols.ts';

const view = 'genogram';
/** A place that is nearer than this to where somebody stands is right as it is. */
const near = 0.6;

/**
 * Takes a board, gives the soft places (`los`) that keep the genogram as it stands now: of everybody who has no place yet, and of everybody
 * whose soft place is not where they stand. Nothing when it is at rest. Who was put somewhere by hand is never among them.
 */
export function softPlaces(board: Board): Map<string, Place> {
  const places = new Map<string, Place>();
  // Heights of rows follow from where people stand in them, so a second look may move a row a little; a third hardly ever.
  for (let look = 0; look < 4; look++) {
    const more = standing(withSoft(board, places));
    if (more.size === 0) break;
    for (const [id, place] of more) places.set(id, place);
  }
  return places;
}

function standing(board: Board): Map<string, Place> {
  const kin = kinOf(board);
  const sizes = sizesOf(kin);
  const { at } = placePeople(board, kin, sizes);
  const places = new Map<string, Place>();
  for (const [id, point] of at) {
    const size = sizes.get(id);
    if (size === undefined) continue;
    const place: Place = { x: round(point.x), y: round(point.y + toMiddle(size)), los: true };
    const now = placeOf(board, view, id);
    if (now !== undefined && now.los !== true) continue;
    if (now === undefined || Math.hypot(now.x - place.x, now.y - place.y) > near) places.set(id, place);
  }
  return places;
}

/**
 * Takes a board, gives new soft places for everybody who was not put somewhere by hand, as if nobody had a soft place: a full search for the
 * best order. What the button writes that tidies. May take a second for 120 people, so a screen asks it of a worker.
 */
export function tidyPlaces(board: Board): Map<string, Place> {
  const places = softPlaces(withoutSoft(board, () => true));
  for (const [id, place] of places) {
    const now = placeOf(board, view, id);
    if (now !== undefined && Math.hypot(now.x - place.x, now.y - place.y) <= near) places.delete(id);
  }
  return places;
}

/**
 * Takes a board before and after an edit (somebody added, tied, taken away, dated), gives the soft places to write with that edit, in the same
 * transaction: everybody stays where they stood and gives way to the new one by half a place at most.
 */
export function placesAfterEdit(before: Board, after: Board): Map<string, Place> {
  const kept = softPlaces(before);
  const was = kinOf(before);
  const is = kinOf(after);
  // Who is tied to a family that stands somewhere comes in beside their own; people who are only now tied to one another stay where they were put.
  const coming = groupsOf(is).flatMap((group) => {
    const loose = group.filter((id) => stoodLoose(was, id));
    return group.some((id) => was.people.has(id) && !loose.includes(id)) ? loose : [];
  });
  const moved = (id: string): boolean => coming.includes(id);
  const held = withoutSoft(withSoft(after, kept), moved);
  const settled = softPlaces(held);
  const result = new Map([...kept].filter(([id]) => held.places.has(placeKey(view, id))));
  for (const [id, place] of settled) result.set(id, place);
  return result;
}

/** True when the picture of this board needs a search, for a family of whom nobody has a soft place: worth a worker when it is large. */
export function needsSearch(board: Board): boolean {
  const has = (soft: boolean): { has(id: string): boolean } => ({
    has: (id) => (placeOf(board, view, id)?.los === true) === soft && placeOf(board, view, id) !== undefined,
  });
  return apart(kinOf(board), has(false), has(true)).cold.length > 0;
}

const stoodLoose = (kin: Kin, id: string): boolean =>
  kin.people.has(id) &&
  !kin.families.some(({ parents, links }) => parents.includes(id) || links.some(({ child }) => child === id));

function withoutSoft(board: Board, which: (id: string) => boolean): Board {
  const places = [...board.places].filter(
    ([key, place]) => place.los !== true || !key.startsWith(`${view}:`) || !which(key.slice(view.length + 1)),
  );
  return { ...board, places: new Map(places) };
}

function withSoft(board: Board, soft: ReadonlyMap<string, Place>): Board {
  const places = new Map(board.places);
  for (const [id, place] of soft) {
    const now = placeOf(board, view, id);
    if (board.things.has(id) && (now === undefined || now.los === true)) places.set(placeKey(view, id), place);
  }
  return { ...board, places };
}
