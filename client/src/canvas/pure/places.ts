import { placeKey, placeOf } from '@samenbord/shared/board/board.ts';
import type { Board, Place } from '@samenbord/shared/board/board.ts';
import type { ViewName } from '@samenbord/shared/board/define.ts';
import type { Box, ViewPicture } from '@samenbord/shared/picture/picture.ts';

/** A board as it would be with these places; the board itself stays as it was. */
export function withPlaces(board: Board, view: ViewName, places: ReadonlyMap<string, Place>): Board {
  if (places.size === 0) return board;
  const next = new Map(board.places);
  for (const [id, at] of places) if (board.things.has(id)) next.set(placeKey(view, id), at);
  return { ...board, places: next };
}

export const middle = (box: Box): Place => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
const boxOf = (picture: ViewPicture, id: string): Box | undefined => picture.nodes.find((node) => node.id === id)?.box;

/**
 * Where things stand now, as places. A place is the middle of a symbol, while its box also holds the name below: for what nobody placed yet,
 * the picture is drawn once with the middle of its box as its place, and what it jumps then is taken off. So taking hold of something never makes it jump.
 */
export function standing(
  board: Board,
  picture: ViewPicture,
  draw: (board: Board) => ViewPicture,
  ids: readonly string[],
): Map<string, Place> {
  const found = new Map<string, Place>();
  const guessed = new Map<string, Place>();
  for (const id of ids) {
    const box = boxOf(picture, id);
    if (box === undefined) continue;
    const placed = placeOf(board, picture.view, id);
    // A soft place gives way: where it stands is what the picture says.
    if (placed !== undefined && placed.los !== true) found.set(id, placed);
    else guessed.set(id, middle(box));
  }
  if (guessed.size === 0) return found;
  const tried = draw(withPlaces(board, picture.view, guessed));
  for (const [id, guess] of guessed) found.set(id, corrected(guess, boxOf(picture, id), boxOf(tried, id)));
  return found;
}

function corrected(guess: Place, before: Box | undefined, after: Box | undefined): Place {
  if (before === undefined || after === undefined) return guess;
  const [was, is] = [middle(before), middle(after)];
  return { x: guess.x + was.x - is.x, y: guess.y + was.y - is.y };
}

const edge = 99_000;
const within = (value: number): number => Math.round(Math.min(edge, Math.max(-edge, value)));

/** Places moved by the same step, on whole units and inside the table. */
export function shifted(
  places: ReadonlyMap<string, Place>,
  by: { readonly x: number; readonly y: number },
): Map<string, Place> {
  return new Map([...places].map(([id, at]) => [id, { x: within(at.x + by.x), y: within(at.y + by.y) }]));
}
