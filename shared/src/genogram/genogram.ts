import { ofType, placeKey, placeOf } from '../board/board.ts';
import type { Board, Place } from '../board/board.ts';
import type { ThingOfType } from '../board/things.ts';
import { boxOfParts } from '../picture/bounds.ts';
import { guestCards } from '../picture/card.ts';
import type { PictureOptions } from '../picture/face.ts';
import type { Point } from '../picture/paths.ts';
import type { PictureLine, PictureNode, ViewPicture } from '../picture/picture.ts';
import { actorsOf, placeActors } from './actors.ts';
import type { Actor } from './actors.ts';
import { coverOf, crowdOf } from './crowd.ts';
import { describe } from './describe.ts';
import { kinOf } from './family.ts';
import type { Kin } from './family.ts';
import { householdMarks } from './households.ts';
import { drawingOf, movedDrawing } from './joints.ts';
import { kindredUnions } from './kinship.ts';
import { legendOf } from './legend.ts';
import { familyLines } from './lines.ts';
import type { FamilyLines } from './lines.ts';
import { placePeople } from './place.ts';
import type { Layout } from './place.ts';
import type { End } from './relation-paper.ts';
import { relationLines } from './relations.ts';
import { sideOf } from './shapes.ts';
import { figureOf, personNode, toMiddle } from './symbols.ts';
import type { Figure, Sketch } from './symbols.ts';
import { figureOfUnborn, unbornNode } from './unborn.ts';
import type { UnbornFigure } from './unborn.ts';

const view = 'genogram';

/** A genogram that is laid out: its picture, and the same picture while somebody moves these things. */
export type Frame = {
  readonly picture: ViewPicture;
  /** Everybody else stays where they stood; only what moves along is drawn anew. Cheap enough for every frame under a finger. */
  readonly move: (places: ReadonlyMap<string, Place>) => ViewPicture;
};

/**
 * Takes a board, gives the genogram: everybody once, children below their parents, partners side by side, households behind.
 * Who was put somewhere by hand stays exactly there; the others are laid out. Any data gives a drawing, also a contradiction.
 */
export const genogramPicture = (board: Board, options: PictureOptions): ViewPicture =>
  genogramFrame(board, options).picture;

/** Takes a board, gives its genogram ready to be drawn again with some of it moved, without laying it out again. */
export function genogramFrame(board: Board, options: PictureOptions): Frame {
  const cast = castOf(board, options);
  const layout = placePeople(board, cast.kin, cast.sketches);
  const first = draw(cast, board, layout, undefined);
  return {
    picture: first.picture,
    move: (places) => {
      const at = new Map(first.at);
      const held = new Set(layout.held);
      for (const [id, place] of places) {
        const sketch = cast.sketches.get(id) ?? cast.actors.find((actor) => actor.id === id);
        held.add(id);
        if (sketch !== undefined) at.set(id, { x: place.x, y: place.y - toMiddle(sketch) });
      }
      const moved = { ...board, places: new Map(board.places) };
      for (const [id, place] of places) moved.places.set(placeKey(view, id), place);
      return draw(cast, moved, { ...layout, at, held }, { ...first, moved: new Set(places.keys()) }).picture;
    },
  };
}

/** Who and what there is, measured: nothing of this changes while somebody moves something. */
type Cast = {
  readonly options: PictureOptions;
  readonly kin: Kin;
  readonly kindred: ReadonlySet<string>;
  readonly figures: readonly Figure[];
  readonly unborn: readonly UnbornFigure[];
  readonly sketches: ReadonlyMap<string, Sketch>;
  readonly actors: readonly Actor[];
  readonly households: readonly ThingOfType<'huishouden'>[];
  readonly relations: readonly ThingOfType<'relatielijn'>[];
};

function castOf(board: Board, options: PictureOptions): Cast {
  const kin = kinOf(board);
  const figures = [...kin.people.values()].map(figureOf);
  const unborn = [...kin.unborn.values()].map(figureOfUnborn);
  return {
    options,
    kin,
    kindred: kindredUnions(kin),
    figures,
    unborn,
    sketches: new Map<string, Sketch>([
      ...figures.map((figure) => [figure.person.id, figure] as const),
      ...unborn.map((figure) => [figure.unborn.id, figure] as const),
    ]),
    actors: actorsOf(board, kin),
    households: ofType(board, 'huishouden'),
    relations: ofType(board, 'relatielijn'),
  };
}

/** A picture with the place of every symbol in it. */
type Drawn = {
  readonly picture: ViewPicture;
  readonly at: ReadonlyMap<string, Point>;
  readonly guests: readonly PictureNode[];
  readonly ties: FamilyLines;
};
type Before = Drawn & { readonly moved: ReadonlySet<string> };

function draw(cast: Cast, board: Board, layout: Layout, before: Before | undefined): Drawn {
  const { kin, options, households, relations } = cast;
  const stay = new Map(before?.picture.nodes.filter(({ id }) => !before.moved.has(id)).map((node) => [node.id, node]));
  const family = familyNodes(cast, layout, stay);
  const guests = before?.guests.every(({ id }) => stay.has(id))
    ? before.guests
    : guestCards(board, view, options, ['organisatie', 'huisdier']).map((node) => stay.get(node.id) ?? node);
  const ends = new Map<string, End>(family.map((node) => [node.id, coverOfKin(cast, layout, node)]));
  const cards = guests.map((node) => coverOf(node));
  const crowd = crowdOf([...ends.values(), ...cards]);
  const drawing =
    before === undefined
      ? drawingOf(kin, layout, cast.sketches)
      : movedDrawing(before.ties.drawing, layout, before.moved);
  const ties = familyLines(drawing, crowd, cast.kindred, before);
  const taken = [...crowd.solid, ...family.map(({ box }) => box)];
  const spots = placeActors(board, kin, layout, cast.actors, taken, crowd.thin);
  const actors = cast.actors.flatMap((actor): PictureNode[] => {
    const at = spots.get(actor.id);
    if (at === undefined) return [];
    const placed = placeOf(board, view, actor.id)?.los === undefined && placeOf(board, view, actor.id) !== undefined;
    const node = stay.get(actor.id) ?? actor.draw(at, placed);
    ends.set(actor.id, kin.animals.has(actor.id) ? coverOf(node, { at, reach: -actor.box.y }) : coverOf(node));
    return [node];
  });
  for (const { id } of actors) crowd.solid.push(...crowdOf([ends.get(id)].filter((end) => end !== undefined)).solid);
  const nodes = [...family, ...actors, ...guests];
  const backdrop = householdMarks(
    households,
    new Map(nodes.flatMap(({ id, box }) => (kin.people.has(id) || kin.animals.has(id) ? [[id, box]] : []))),
    crowd,
    livingIn(kin),
  );
  const known =
    before &&
    new Map(
      before.picture.lines.flatMap((line) =>
        line.ends.some((id) => before.moved.has(id)) ? [] : [[line.id, line] as const],
      ),
    );
  const lines = [...ties.lines, ...relationLines(relations, { kin, ends, crowd, options, ...(known && { known }) })];
  const same = before === undefined ? lines : unchanged(lines, before.picture.lines);
  return {
    picture: {
      view,
      box: boxOfParts(backdrop, same, nodes),
      backdrop,
      lines: same,
      nodes,
      description: before?.picture.description ?? describe(kin, households, relations, options),
      legend: before?.picture.legend ?? legendOf(cast),
    },
    at: new Map([...layout.at, ...spots]),
    guests,
    ties,
  };
}

/** The people and the unborn where they stand; who did not move is the same node as before. */
function familyNodes(
  { figures, unborn, options }: Cast,
  { at, held }: Layout,
  stay: ReadonlyMap<string, PictureNode>,
): PictureNode[] {
  const spot = (id: string): Point => at.get(id) ?? { x: 0, y: 0 };
  return [
    ...figures.map((figure) => {
      const { id } = figure.person;
      return stay.get(id) ?? personNode(figure, spot(id), held.has(id), options.today);
    }),
    ...unborn.map((figure) => {
      const { id } = figure.unborn;
      return stay.get(id) ?? unbornNode(figure, spot(id), held.has(id));
    }),
  ];
}

function coverOfKin({ sketches }: Cast, { at }: Layout, node: PictureNode): End {
  const [sketch, spot] = [sketches.get(node.id), at.get(node.id)];
  return sketch === undefined || spot === undefined
    ? coverOf(node)
    : coverOf(node, { at: spot, reach: Math.max(sketch.outline.r, sideOf(sketch.outline, 0)) });
}

/** The people of a house, and the animals that belong to nobody outside it. */
const livingIn =
  (kin: Kin) =>
  ({ leden = [] }: ThingOfType<'huishouden'>): string[] => {
    const inside = new Set(leden);
    const animals = [...kin.animals.values()].filter(
      ({ bij = [] }) => bij.length > 0 && bij.every((id) => inside.has(id)),
    );
    return [...inside, ...animals.map(({ id }) => id)];
  };

/** Keeps the objects of the lines that look the same as before, so that nobody draws them again. */
function unchanged(lines: readonly PictureLine[], before: readonly PictureLine[]): PictureLine[] {
  const known = new Map(before.map((line) => [line.id, line]));
  return lines.map((line) => {
    const old = known.get(line.id);
    return old !== undefined && (old === line || looksSame(old, line)) ? old : line;
  });
}

const looksSame = (a: PictureLine, b: PictureLine): boolean =>
  a.d === b.d &&
  a.marks.length === b.marks.length &&
  a.marks.every((mark, index) => {
    const other = b.marks[index];
    if (mark.kind === 'path') return other?.kind === 'path' && other.d === mark.d;
    return other?.kind === 'text' && other.x === mark.x && other.y === mark.y && other.text === mark.text;
  });
