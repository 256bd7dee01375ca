import type { Change } from '../genogram/changes.ts';
import { label } from '../picture/card.ts';
import { measure } from '../picture/measure.ts';
import { circle, polygon, polyline } from '../picture/paths.ts';
import type { Mark } from '../picture/picture.ts';
import { sayDate } from '../words/dates.ts';
import type { Axis } from './axis.ts';
import { spanOf } from './axis.ts';
import { stack } from './lanes.ts';
import type { Lane } from './lanes.ts';

const [size, row, gap] = [16, 22, 6];
/** From the line of a lane to the first row of words, and from a mark to its words. */
const [below, beside] = [12, 8];

/** What the genogram tells in this lane. The birth and death of whose lane it is stand on its line already. */
export function lifeIn(lane: Lane, lanes: readonly Lane[], life: readonly Change[]): Change[] {
  const own = (id: string | undefined): boolean => lanes.some(({ person }) => person !== undefined && person.id === id);
  const keyOf = ({ kind, people }: Change): string => {
    const aboutOne = people.length === 1 || kind === 'kind-van' || kind === 'niet-meer-kind-van';
    return aboutOne && own(people[0]) ? (people[0] ?? '') : 'gezin';
  };
  return life.filter(
    (change) =>
      keyOf(change) === lane.key &&
      !((change.kind === 'geboren' || change.kind === 'overleden') && own(change.people[0])),
  );
}

/**
 * Takes what the genogram tells in a lane and the height of its line; gives an open ring on the line for each, with its words in rows below, none
 * over another, and how much room they take. They are ground, no cards: they are changed in the genogram.
 */
export function lifeStrip(
  life: readonly Change[],
  axis: Axis,
  line: number,
): { readonly marks: Mark[]; readonly height: number } {
  const said = life.map((change) => {
    const text = `${sayDate(change.when)}: ${change.text}`;
    const x = axis.at(spanOf(change.when).start.from);
    return { id: `${change.id} ${change.kind}`, text, x, width: beside + measure(text, size) + gap, height: row };
  });
  const { tops, height } = stack(said, gap);
  const marks = said.flatMap(({ id, text, x, width }): Mark[] => {
    const y = line + below + (tops.get(id) ?? 0);
    const behind = [
      { x: x + 4, y },
      { x: x + width, y },
      { x: x + width, y: y + row },
      { x: x + 4, y: y + row },
    ];
    const stem = polyline([
      { x, y: line },
      { x, y: y + row - 6 },
    ]);
    return [
      { kind: 'path', d: stem, stroke: 'line', width: 1.5 },
      { kind: 'path', d: polygon(behind), fill: 'paper' },
      { kind: 'path', d: circle({ x, y: line }, 6), stroke: 'ink', width: 2, fill: 'surface' },
      label(text, x + beside, y + 16, { size, color: 'ink-soft' }),
    ];
  });
  return { marks, height: life.length === 0 ? 0 : height + gap };
}
