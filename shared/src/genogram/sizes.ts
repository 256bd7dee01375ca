import type { Kin } from './family.ts';
import type { Sized } from './place.ts';
import { figureOf } from './symbols.ts';
import { figureOfUnborn } from './unborn.ts';

/** Takes the kin, gives the box of everybody who stands in a row: symbol and words, around a symbol at the origin. */
export const sizesOf = (kin: Kin): Map<string, Sized> =>
  new Map<string, Sized>([
    ...[...kin.people].map(([id, person]) => [id, figureOf(person)] as const),
    ...[...kin.unborn].map(([id, unborn]) => [id, figureOfUnborn(unborn)] as const),
  ]);
