import { genogramPicture } from '@samenbord/shared/genogram/genogram.ts';
import { boardOf, largeFamily, today } from '../../kernels/families.ts';
import { median } from '../board.ts';
import { sized } from './scale.ts';
import type { Figures, Scale } from './scale.ts';

/** What laying out a genogram costs, in milliseconds, for a family as large as they come and for one three times that. */
export function layoutCost(scale: Scale): Promise<Figures> {
  const cost = (count: number): number => {
    const board = boardOf(largeFamily(count));
    const times = Array.from({ length: sized(scale, 12, 2) }, () => {
      const began = performance.now();
      genogramPicture(board, { today });
      return performance.now() - began;
    });
    return median(times);
  };
  return Promise.resolve({ people40: cost(40), people120: cost(sized(scale, 120, 50)) });
}
