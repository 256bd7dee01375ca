import type { Board } from '@samenbord/shared/board/board.ts';
import { placeKey } from '@samenbord/shared/board/board.ts';
import { genogramPicture } from '@samenbord/shared/genogram/genogram.ts';
import { placesAfterEdit, softPlaces } from '@samenbord/shared/genogram/tidy.ts';
import { boardOf, child, person, today } from '../../kernels/families.ts';
import { grownFamily } from '../../kernels/grown-family.ts';
import { median } from '../board.ts';
import { sized } from './scale.ts';
import type { Figures, Scale } from './scale.ts';

/** Milliseconds that something takes. */
function took(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

/**
 * What a genogram costs, in milliseconds: laid out from nothing (with the search, as the button that tidies does; every run another family, so
 * that nothing is remembered), made room in for one more child, and drawn as it stands.
 */
export function layoutCost(scale: Scale): Promise<Figures> {
  const boards = (count: number): Board[] =>
    Array.from({ length: sized(scale, 11, 2) }, (_, seed) => boardOf(grownFamily(seed + 100, count)));
  const cold = (count: number): number =>
    median(boards(count).map((board) => took(() => genogramPicture(board, { today }))));
  const large = boards(sized(scale, 120, 50)).slice(0, 4);
  const rested = large.map((board): Board => {
    const soft = [...softPlaces(board)].map(([id, place]) => [placeKey('genogram', id), place] as const);
    return { ...board, places: new Map(soft) };
  });
  const more = (board: Board): Board => {
    const things = [person('nieuw', '2020'), child('nieuw', ['mens-000', 'mens-001'])];
    return { ...board, things: new Map([...board.things, ...things.map((each) => [each.id, each] as const)]) };
  };
  return Promise.resolve({
    people40: cold(40),
    people70: cold(sized(scale, 70, 45)),
    people120: cold(sized(scale, 120, 50)),
    edit120: median(rested.map((board) => took(() => placesAfterEdit(board, more(board))))),
    drawn120: median(rested.map((board) => took(() => genogramPicture(board, { today })))),
  });
}
