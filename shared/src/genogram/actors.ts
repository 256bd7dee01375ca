import { ofType, placeOf } from '../board/board.ts';
import type { Board } from '../board/board.ts';
import type { ThingOfType } from '../board/things.ts';
import { label } from '../picture/card.ts';
import { joined } from '../picture/face.ts';
import { measure, wrap } from '../picture/measure.ts';
import { circle, overlaps, roundedBox } from '../picture/paths.ts';
import type { Point } from '../picture/paths.ts';
import type { Box, Mark, PictureNode } from '../picture/picture.ts';
import { cardWords, genogramWords } from '../words/pictures.ts';
import type { Animal, Kin } from './family.ts';
import type { Layout } from './place.ts';
import { nameWidth } from './spread.ts';

const view = 'genogram';
const paw = 22;

/** Somebody on the genogram who is no person: the box around a symbol at the origin, and how it is drawn somewhere. */
export type Actor = {
  readonly id: string;
  readonly box: Box;
  readonly draw: (at: Point, placed: boolean) => PictureNode;
};

const shifted = (box: Box, at: Point): Box => ({ ...box, x: at.x + box.x, y: at.y + box.y });

/** A paw, with name and kind under it. */
export function animalActor(animal: Animal): Actor {
  const [naam, soort] = [animal.naam.trim(), animal.soort.trim()];
  const name = wrap(naam === '' ? soort || genogramWords.huisdier : naam, nameWidth, 16, 600);
  const kind = naam === '' || soort === '' ? [] : wrap(soort, nameWidth, 16);
  const lines = [...name, ...kind];
  const width = Math.max(
    2 * paw,
    ...name.map((words) => measure(words, 16, 600)),
    ...kind.map((words) => measure(words, 16)),
  );
  const box = { x: -width / 2, y: -paw, width, height: 2 * paw + lines.length * 20 + 6 };
  return {
    id: animal.id,
    box,
    draw: (at, placed) => ({
      id: animal.id,
      box: shifted(box, at),
      placed,
      marks: [
        ...pawMarks(at),
        ...lines.map((words, index) =>
          label(words, at.x, at.y + paw + index * 20 + 15, {
            weight: index < name.length ? 600 : 400,
            color: index < name.length ? 'ink' : 'ink-soft',
            anchor: 'middle',
          }),
        ),
      ],
      label: joined([name.join(' '), soort === '' ? genogramWords.huisdier : soort]),
    }),
  };
}

export function pawMarks({ x, y }: Point): Mark[] {
  const toe = (dx: number, dy: number): Mark => ({
    kind: 'path',
    d: circle({ x: x + dx, y: y + dy }, 4.5),
    fill: 'surface',
    stroke: 'ink',
    width: 2,
  });
  const to = (dx: number, dy: number): string => `${x + dx} ${y + dy}`;
  const pad = `M${to(-11, 14)}Q${to(-16, 6)} ${to(-7, 2)}Q${to(0, -5)} ${to(7, 2)}Q${to(16, 6)} ${to(11, 14)}Q${to(6, 18)} ${to(0, 14)}Q${to(-6, 18)} ${to(-11, 14)}Z`;
  return [
    { kind: 'path', d: pad, fill: 'surface', stroke: 'ink', width: 2 },
    toe(-16, -3),
    toe(-6, -12),
    toe(6, -12),
    toe(16, -3),
  ];
}

/** The name in a rounded box with a heavy foot. */
export function organisationActor({ id, naam }: ThingOfType<'organisatie'>): Actor {
  const lines = wrap(naam.trim() === '' ? cardWords.naamloos : naam.trim(), 160, 16, 600);
  const width = Math.max(72, ...lines.map((line) => measure(line, 16, 600) + 32));
  const height = 24 + lines.length * 22;
  const box = { x: -width / 2, y: -height / 2, width, height };
  return {
    id,
    box,
    draw: (at, placed) => ({
      id,
      box: shifted(box, at),
      placed,
      marks: [
        ...organisationMarks(shifted(box, at)),
        ...lines.map((line, index) =>
          label(line, at.x, at.y + box.y + 28 + index * 22, { weight: 600, anchor: 'middle' }),
        ),
      ],
      label: joined([lines.join(' '), genogramWords.organisatie]),
    }),
  };
}

export const organisationMarks = (box: Box): Mark[] => [
  { kind: 'path', d: roundedBox(box, 16), fill: 'surface', stroke: 'ink-soft', width: 2 },
  {
    kind: 'path',
    d: `M${box.x + 14} ${box.y + box.height - 4}L${box.x + box.width - 14} ${box.y + box.height - 4}`,
    stroke: 'ink-soft',
    width: 2,
  },
];

/** What a board has of these: animals of somebody on the table, organisations that somebody put here or that a tie leads to. */
export function actorsOf(board: Board, kin: Kin): Actor[] {
  const tied = new Set(ofType(board, 'relatielijn').flatMap(({ van, naar }) => [van, naar]));
  return [
    ...[...kin.animals.values()].map(animalActor),
    ...[...kin.organisations.values()]
      .filter(({ id }) => tied.has(id) || placeOf(board, view, id) !== undefined)
      .map(organisationActor),
  ];
}

/** Near first, and sideways rather than down. */
const around: readonly Point[] = Array.from({ length: 41 * 41 }, (_, index) => ({
  x: ((index % 41) - 20) * 20,
  y: (Math.floor(index / 41) - 20) * 20,
})).sort((a, b) => Math.hypot(a.x, a.y * 1.3) - Math.hypot(b.x, b.y * 1.3) || a.y - b.y || a.x - b.x);

/**
 * Where actors stand: where somebody put them or the layout did; else an animal at the free spot nearest to whose it is, and an organisation
 * beside the family at the height of who it is tied to. `taken` holds symbols and words, `lines` what is better left free; both grow.
 */
export function placeActors(
  board: Board,
  kin: Kin,
  layout: Layout,
  actors: readonly Actor[],
  taken: Box[],
  lines: readonly Box[],
): Map<string, Point> {
  const at = new Map<string, Point>();
  const put = (actor: Actor, point: Point): void => {
    at.set(actor.id, point);
    taken.push(shifted(actor.box, point));
  };
  const waiting = actors.filter((actor) => {
    const place = placeOf(board, view, actor.id);
    const known = layout.at.get(actor.id);
    if (place !== undefined) put(actor, { x: place.x, y: place.y - actor.box.y - actor.box.height / 2 });
    else if (known !== undefined) put(actor, known);
    return place === undefined && known === undefined;
  });
  for (const actor of waiting) {
    const animal = kin.animals.get(actor.id);
    if (animal !== undefined) put(actor, nearestFree(actor, middleOfAll(layout, animal.bij ?? []), taken, lines));
  }
  const edges = edgesOf(taken);
  for (const actor of waiting) {
    if (kin.animals.has(actor.id)) continue;
    const ends = ofType(board, 'relatielijn').flatMap(({ van, naar }) =>
      van === actor.id ? [naar ?? ''] : naar === actor.id ? [van ?? ''] : [],
    );
    put(actor, besideAll(actor, middleOfAll(layout, ends, at), edges, taken));
  }
  return at;
}

function middleOfAll(layout: Layout, ids: readonly string[], more: ReadonlyMap<string, Point> = new Map()): Point {
  const spots = ids.flatMap((id) => layout.at.get(id) ?? more.get(id) ?? []);
  const mean = (axis: 'x' | 'y'): number =>
    spots.reduce((sum, spot) => sum + spot[axis], 0) / Math.max(1, spots.length);
  return { x: mean('x'), y: mean('y') };
}

const edgesOf = (boxes: readonly Box[]): { left: number; right: number } => ({
  left: Math.min(0, ...boxes.map((box) => box.x)) - 70,
  right: Math.max(0, ...boxes.map((box) => box.x + box.width)) + 70,
});

function nearestFree(actor: Actor, from: Point, taken: readonly Box[], lines: readonly Box[]): Point {
  const reach = { x: from.x - 520, y: from.y - 520, width: 1040, height: 1040 };
  const near = taken.filter((box) => overlaps(box, reach));
  const thin = lines.filter((box) => overlaps(box, reach));
  const spot = (step: Point): Point => ({ x: from.x + step.x, y: from.y + 16 + step.y });
  const isFree = (step: Point): boolean => !near.some((box) => overlaps(box, shifted(actor.box, spot(step)), 16));
  const best =
    around.find((step) => isFree(step) && !thin.some((box) => overlaps(box, shifted(actor.box, spot(step)), 4))) ??
    around.find(isFree);
  return best === undefined ? besideAll(actor, from, edgesOf(taken), taken) : spot(best);
}

/** In a column left or right of everybody, as near as can be to the height of whom it belongs to. */
function besideAll(actor: Actor, from: Point, edges: { left: number; right: number }, taken: readonly Box[]): Point {
  const { width } = actor.box;
  const x = from.x * 2 < edges.left + edges.right ? edges.left - width / 2 : edges.right + width / 2;
  for (let step = 0; step < 400; step++)
    for (const sign of step === 0 ? [1] : [1, -1]) {
      const point = { x, y: from.y + sign * step * 12 };
      if (!taken.some((box) => overlaps(box, shifted(actor.box, point), 14))) return point;
    }
  return { x, y: from.y + 6000 };
}
