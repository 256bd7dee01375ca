import { find, placeOf } from '../board/board.ts';
import type { Board } from '../board/board.ts';
import { isKin, kinOf } from '../genogram/family.ts';
import { paragraph } from '../picture/card.ts';
import type { PictureOptions } from '../picture/face.ts';
import { middleOf } from '../picture/paths.ts';
import type { Point } from '../picture/paths.ts';
import type { Box, Mark, PictureNode } from '../picture/picture.ts';
import { cardWords } from '../words/pictures.ts';
import { sociogramWords } from '../words/sociogram.ts';
import { placeAside } from './aside.ts';
import { nameIn, nears } from './circle.ts';
import type { Actor, Circle, Near } from './circle.ts';
import { asideMarks, ringMarks, ringNames, sectorNames } from './ground.ts';
import { actorFigure, childFigure, nearWord, plainLabel } from './nodes.ts';
import type { Figure } from './nodes.ts';
import { boxAround, boxAt, isMirrored, layRings, makeRoom, nameBox, stretch } from './rings.ts';
import type { Member, Rings, Size } from './rings.ts';
import { sayBand } from './say.ts';

const view = 'sociogram';
const order = ['gezin', 'familie', 'netwerk', 'professional'] as const;

export type Laid = {
  readonly nodes: readonly PictureNode[];
  readonly ground: readonly Mark[];
  /** Where the names of the rings stand. */
  readonly names: readonly Box[];
  readonly left: number;
  readonly bottom: number;
  readonly width: number;
};
/** In the middle of the rings when no child is chosen: nothing, but room for it. */
const noChild: Size = { width: 80, height: 40, aside: 0, above: 0 };

/** Gives everybody a place: the child in the middle, the others on rings, beside the rings, or exactly where a hand put them. */
export function layOut(board: Board, circle: Circle, guests: readonly Box[], options: PictureOptions): Laid {
  const { child } = circle;
  const centre = child === undefined ? undefined : childFigure(child, options.today);
  const hand = (id: string): Point | undefined => placeOf(board, view, id);
  const middle = (child === undefined ? undefined : hand(child.id)) ?? { x: 0, y: 0 };
  const figures = circle.others.map((actor) => figureFor(board, circle, actor, options));
  const nearOf = (id: string): Near | undefined => circle.shown.get(id)?.band.nabijheid;
  const held = figures.flatMap((figure) => {
    const { actor } = figure;
    const at = hand(actor.id);
    if (at === undefined) return [];
    return [{ figure, at, worded: figureFor(board, circle, actor, options, ringWord(nearOf(actor.id))) }];
  });
  const obstacles = [...guests, ...held.map(({ at, worded }) => boxAround(at, worded))];
  const rings = ringsOf(
    board,
    circle,
    figures,
    centre ?? noChild,
    (id) => hand(id) !== undefined,
    moved(obstacles, middle, -1),
  );
  const onRings = figures.flatMap((figure): PictureNode[] => {
    const symbol = rings.at.get(figure.actor.id);
    if (symbol === undefined) return [];
    const [box = { x: 0, y: 0, width: 0, height: 0 }] = moved([boxAt(symbol, figure)], middle);
    return [figure.draw(middleOf(box), false, isMirrored(symbol))];
  });
  const byHand = held.map(({ figure, worded, at }): PictureNode => {
    const seen = { x: at.x - middle.x, y: at.y - middle.y };
    const said = isInRing(figure, seen, rings.outer, nearOf(figure.actor.id)) ? figure : worded;
    return said.draw(at, true, isMirrored(seen));
  });
  const inMiddle =
    child === undefined || centre === undefined ? [] : [centre.draw(middle, hand(child.id) !== undefined, false)];
  const edge = rings.outer.at(-1) ?? 0;
  const sectors = sectorNames(
    rings.sectors,
    edge,
    middle,
    onRings.map(({ box }) => box),
  );
  const right = Math.max(
    middle.x + edge * stretch,
    ...onRings.map(({ box }) => box.x + box.width),
    ...sectors.map(({ box }) => box.x + box.width),
  );
  const silent = figures.filter(({ actor }) => !rings.at.has(actor.id) && hand(actor.id) === undefined);
  const aside = placeAside(silent, { x: right + 40, y: middle.y - edge, height: 2 * edge }, obstacles);
  const title =
    circle.eyes === undefined ? sociogramWords.nogNiet : sociogramWords.nogNietDoor(nameIn(board, circle.eyes));
  return {
    nodes: [...inMiddle, ...onRings, ...byHand, ...aside.nodes],
    ground: [
      ...ringMarks(rings, middle),
      ...sectors.map(({ mark }) => mark),
      ...(aside.box === undefined ? [] : asideMarks(aside.box, title)),
      ...teaching(circle, middle, edge),
    ],
    names: moved(
      rings.outer.map((r, index) => nameBox(r, ringNames[index] ?? 0)),
      middle,
    ),
    left: middle.x - edge * stretch,
    bottom: Math.max(
      middle.y + edge + 30,
      ...onRings.map(({ box }) => box.y + box.height),
      ...sectors.map(({ box }) => box.y + box.height),
      aside.box === undefined ? -Infinity : aside.box.y + aside.box.height,
    ),
    width: right - middle.x + edge * stretch + 40 + (aside.box?.width ?? 0),
  };
}

const moved = (boxes: readonly Box[], by: Point, times = 1): Box[] =>
  boxes.map((box) => ({ ...box, x: box.x + times * by.x, y: box.y + times * by.y }));

/** What to do first, where nobody wrote a tie yet. */
function teaching({ child, shown }: Circle, middle: Point, edge: number): Mark[] {
  if (shown.size > 0) return [];
  const name = child?.naam.trim() ?? '';
  const text =
    child === undefined ? sociogramWords.begin : sociogramWords.beginBand(name === '' ? cardWords.naamloos : name);
  return paragraph(text, middle.x, middle.y + edge + 20, 560, { size: 18, color: 'ink-soft', anchor: 'middle' }).marks;
}

/** The rings with room for what was put somewhere by hand. When a ring has no free spot left, all rings grow. */
function ringsOf(
  board: Board,
  circle: Circle,
  figures: readonly Figure[],
  size: Size,
  isHeld: (id: string) => boolean,
  hands: readonly Box[],
): Rings {
  const members = membersOf(board, circle, figures);
  const rings = layRings(members, nears.length, order, { middle: size, names: ringNames });
  const free = [...rings.at].filter(([id]) => !isHeld(id));
  for (let scale = 1; scale < 40; scale *= 1.2) {
    const at = new Map(free.map(([id, { x, y }]) => [id, { x: x * scale, y: y * scale }]));
    const outer = rings.outer.map((r) => r * scale);
    const fixed = [boxAround({ x: 0, y: 0 }, size), ...outer.map((r, index) => nameBox(r, ringNames[index] ?? 0))];
    const found = makeRoom(members, at, hands, fixed);
    if (found !== undefined) return { outer, sectors: rings.sectors, at: found };
  }
  return { ...rings, at: new Map(free) };
}

/** Those whose closeness somebody said, with their part of the circle. */
function membersOf(board: Board, circle: Circle, figures: readonly Figure[]): Member[] {
  const tied = isKin(kinOf(board));
  return figures.flatMap(({ actor, width, height, aside, above }): Member[] => {
    const near = circle.shown.get(actor.id)?.band.nabijheid;
    if (near === undefined) return [];
    return [
      { id: actor.id, ring: nears.indexOf(near), sector: sectorOf(board, actor, tied), width, height, aside, above },
    ];
  });
}

/** Somebody's own circle as it stands on the board. Where it was not said: with the family when the genogram ties them to it. */
function sectorOf(board: Board, actor: Actor, tied: (id: string) => boolean): (typeof order)[number] {
  switch (actor.type) {
    case 'persoon':
      return actor.kring ?? (tied(actor.id) ? 'familie' : 'netwerk');
    case 'huisdier':
      return (
        find(
          board,
          'persoon',
          actor.bij?.find((id) => find(board, 'persoon', id) !== undefined),
        )?.kring ?? 'gezin'
      );
    case 'organisatie':
      return 'professional';
  }
}

function figureFor(board: Board, circle: Circle, actor: Actor, options: PictureOptions, near?: string): Figure {
  const shown = circle.shown.get(actor.id);
  const said = shown === undefined ? plainLabel(actor, [sociogramWords.nogNiet]) : sayBand(board, shown.band, options);
  return actorFigure(actor, { shown, near, label: said }, options.today);
}

/** A hand may have put somebody in another ring than the one that was said: then the words say it. */
const ringWord = (near: Near | undefined): string =>
  near === undefined ? sociogramWords.nogNiet.toLowerCase() : nearWord(near);

/** True when the symbol of a figure, put by hand with the middle of its box at a point seen from the child, is in the ring that was said. */
function isInRing(figure: Figure, at: Point, outer: readonly number[], near: Near | undefined): boolean {
  const symbol = { x: at.x + (isMirrored(at) ? figure.aside : -figure.aside), y: at.y - figure.above };
  const away = Math.hypot(symbol.x / stretch, symbol.y);
  return outer.findIndex((edge) => away < edge) === (near === undefined ? -1 : nears.indexOf(near));
}
