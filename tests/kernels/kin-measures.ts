import type { Thing } from '@samenbord/shared/board/things.ts';
import { childrenOf, kinOf, sibshipsOf } from '@samenbord/shared/genogram/family.ts';
import type { Kin } from '@samenbord/shared/genogram/family.ts';
import type { ViewPicture } from '@samenbord/shared/picture/picture.ts';
import { boardOf, middleOf, symbolOf } from './families.ts';

/** What can be counted of a drawn family. Lower is better; some gaps and crossings cannot be avoided. */
export type Measures = {
  /** People who stand between two partners of one row. */
  readonly gaps: number;
  /** Pairs of lines from parents to children of which one begins left and ends right of the other, between the same rows. */
  readonly crossings: number;
  /** Neighbours in a row of brothers and sisters who stand the wrong way round. */
  readonly birthOrder: number;
  /** People who stand between twins. */
  readonly twinsApart: number;
  /** From the first to the last symbol, in slots of 148. */
  readonly width: number;
};

/** Takes the things of a family and its picture, gives what can be counted. */
export function measure(things: readonly Thing[], picture: ViewPicture): Measures {
  const kin = kinOf(boardOf(things));
  const x = (id: string): number => middleOf(picture, id).x;
  const y = (id: string): number => Math.round(symbolOf(picture, id).y);
  const all = [...kin.people.keys(), ...kin.unborn.keys()];
  const between = (a: string, b: string): number =>
    y(a) === y(b) ? all.filter((id) => y(id) === y(a) && (x(id) - x(a)) * (x(id) - x(b)) < 0).length : 0;
  const siblings = sibshipsOf(kin).flatMap((row) => row.slice(1).map((id, at) => [row[at] ?? '', id] as const));
  const level = siblings.filter(([a, b]) => y(a) === y(b));
  const spots = all.map(x);
  return {
    gaps: sum(kin.families.map(({ parents: [a = '', b = a] }) => between(a, b))),
    crossings: crossings(kin, x, y),
    birthOrder: level.filter(([a, b]) => x(a) > x(b)).length,
    twinsApart: sum(
      level
        .filter(([a, b]) => kin.twins.has(a) && kin.twins.get(a) === kin.twins.get(b))
        .map(([a, b]) => between(a, b)),
    ),
    width: Math.round(((Math.max(...spots) - Math.min(...spots)) / 148) * 10) / 10,
  };
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

function crossings(kin: Kin, x: (id: string) => number, y: (id: string) => number): number {
  const lines = kin.families.flatMap((family) => {
    const [a = '', b = a] = family.parents;
    return childrenOf(family).map((id) => ({
      key: `${Math.max(y(a), y(b))} ${y(id)}`,
      top: (x(a) + x(b)) / 2,
      bottom: x(id),
    }));
  });
  return sum(
    [...Map.groupBy(lines, ({ key }) => key).values()].map(
      (gap) =>
        gap.flatMap((a, at) => gap.slice(at + 1).filter((b) => (a.top - b.top) * (a.bottom - b.bottom) < 0)).length,
    ),
  );
}
