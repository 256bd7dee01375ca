import { emptyBoard } from '@samenbord/shared/board/board.ts';
import type { Place } from '@samenbord/shared/board/board.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { softPlaces, tidyPlaces } from '@samenbord/shared/genogram/tidy.ts';

/** What a page asks: where everybody stands as the board is now, or where they would stand best. */
export type LayoutAsk = {
  readonly nr: number;
  readonly what: 'rest' | 'tidy';
  readonly things: readonly Thing[];
  readonly places: readonly (readonly [string, Place])[];
};
export type LayoutAnswer = { readonly nr: number; readonly places: readonly (readonly [string, Place])[] };

// A large family takes up to a second and a half: here, so that the page it is for does not stand still.
addEventListener('message', ({ data }: MessageEvent<LayoutAsk>) => {
  const things = new Map(data.things.map((thing) => [thing.id, thing]));
  const board = { ...emptyBoard, things, places: new Map(data.places) };
  const places = data.what === 'tidy' ? tidyPlaces(board) : softPlaces(board);
  postMessage({ nr: data.nr, places: [...places] } satisfies LayoutAnswer);
});
