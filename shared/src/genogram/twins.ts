import { label } from '../picture/card.ts';
import { polyline } from '../picture/paths.ts';
import type { Point } from '../picture/paths.ts';
import type { Mark, PictureLine } from '../picture/picture.ts';
import { apexOf } from './child-lines.ts';
import { atOf } from './joints.ts';
import type { Drawing } from './joints.ts';
import { sayTwins } from './say.ts';
import { topOf } from './shapes.ts';

/**
 * One line for every birth of two or more: it lies along the slants to the children, so that it can be taken hold of. Identical ones have a
 * bar between their lines; of whom it is not known, a question mark.
 */
export function twinLines(drawing: Drawing): PictureLine[] {
  const { kin, sketches } = drawing;
  return [...Map.groupBy(kin.twins, ([, twin]) => twin)].flatMap(([twin, pairs]): PictureLine[] => {
    const ids = pairs.map(([id]) => id).sort((a, b) => atOf(drawing, a).x - atOf(drawing, b).x);
    const [first = '', last = ''] = [ids[0], ids.at(-1)];
    const home = kin.home.get(first);
    const apex = home === undefined ? undefined : apexOf(drawing, home, first);
    const said = sayTwins(kin, twin, ids);
    const top = (id: string): Point => {
      const sketch = sketches.get(id);
      return sketch === undefined ? atOf(drawing, id) : topOf(sketch.outline, atOf(drawing, id), 0);
    };
    if (apex === undefined)
      return [{ id: twin.id, ends: ids, marks: [], d: polyline([top(first), top(last)]), label: said }];
    const on = (id: string, part: number): Point => ({
      x: apex.x + (top(id).x - apex.x) * part,
      y: apex.y + (top(id).y - apex.y) * part,
    });
    const bar = polyline([on(first, 0.6), on(last, 0.6)]);
    const marks: Mark[] =
      twin.soort === 'eeneiig'
        ? [{ kind: 'path', d: bar, stroke: 'ink', width: 2 }]
        : twin.soort === 'onbekend' || twin.soort === undefined
          ? [label('?', apex.x, apex.y + 36, { color: 'ink-soft', anchor: 'middle' })]
          : [];
    return [{ id: twin.id, ends: ids, marks, d: `${polyline([top(first), apex, top(last)])}`, label: said }];
  });
}
