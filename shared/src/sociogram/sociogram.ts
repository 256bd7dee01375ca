import { find, placeOf } from '../board/board.ts';
import type { Board } from '../board/board.ts';
import { isKin, kinOf } from '../genogram/family.ts';
import { boxOfAll } from '../picture/bounds.ts';
import { guestCards, paragraph } from '../picture/card.ts';
import type { PictureOptions } from '../picture/face.ts';
import { middleOf } from '../picture/paths.ts';
import type { Point } from '../picture/paths.ts';
import type { Box, Mark, PictureLine, PictureNode, ViewPicture } from '../picture/picture.ts';
import { cardWords } from '../words/pictures.ts';
import { sociogramWords } from '../words/sociogram.ts';
import { placeAside } from './aside.ts';
import { circleOf, nameIn, nears } from './circle.ts';
import type { Actor, Circle } from './circle.ts';
import { asideMarks, legendMarks, ringMarks, ringNames } from './ground.ts';
import { actorFigure, childFigure, nearWord, plainLabel } from './nodes.ts';
import type { Figure } from './nodes.ts';
import { boxAround, layRings, makeRoom, nameBox, stretch } from './rings.ts';
import type { Member, Rings } from './rings.ts';
import { describe, sayBand } from './say.ts';
import { tieLine } from './ties.ts';

const view = 'sociogram';
const order = ['gezin', 'familie', 'netwerk', 'professional'] as const;

/**
 * Takes a board, gives the sociogram: the same people around a child, in rings by how close they are in somebody's words, with organisations and
 * animals. Who was not talked about stands beside the rings, never in one. Who was put somewhere by hand stays exactly there.
 */
export function sociogramPicture(board: Board, options: PictureOptions): ViewPicture {
  const circle = circleOf(board, options);
  const guests = guestCards(board, view, options);
  const laid = layOut(
    board,
    circle,
    guests.map(({ box }) => box),
    options,
  );
  const byId = new Map(laid.nodes.map((node) => [node.id, node]));
  const lines = tiesOf(board, circle, byId, options);
  const nodes = [...laid.nodes, ...guests];
  const shown = [...circle.shown.values()];
  const backdrop = [...laid.ground, ...legendMarks(shown, laid.left, laid.bottom + 40, laid.width)];
  return {
    view,
    box: boxOfAll(backdrop, lines, nodes, 24),
    backdrop,
    lines,
    nodes,
    description: describe(board, circle, options),
  };
}

type Laid = {
  readonly nodes: readonly PictureNode[];
  readonly ground: readonly Mark[];
  readonly left: number;
  readonly bottom: number;
  readonly width: number;
};

function layOut(board: Board, circle: Circle, guests: readonly Box[], options: PictureOptions): Laid {
  const { child } = circle;
  const middleFigure = child === undefined ? undefined : childFigure(child, options.today);
  const hand = (id: string): Point | undefined => placeOf(board, view, id);
  const middle = (child === undefined ? undefined : hand(child.id)) ?? { x: 0, y: 0 };
  const figures = circle.others.map((actor) => figureFor(board, circle, actor, options));
  const members = membersOf(board, circle, figures);
  const size = middleFigure ?? { width: 80, height: 40 };
  const held = figures.flatMap((figure) => {
    const at = hand(figure.actor.id);
    return at === undefined ? [] : [{ figure, at, box: boxAround(at, figure) }];
  });
  const obstacles = [...guests, ...held.map(({ box }) => box)];
  const rings = fit(layRings(members, nears.length, order, { middle: size, names: ringNames }), members, size, {
    isHeld: (id) => hand(id) !== undefined,
    boxes: obstacles.map((box) => ({ ...box, x: box.x - middle.x, y: box.y - middle.y })),
  });
  const edge = rings.outer.at(-1) ?? 0;
  const silent = figures.filter(({ actor }) => !rings.at.has(actor.id) && hand(actor.id) === undefined);
  const aside = placeAside(
    silent,
    { x: middle.x + edge * stretch + 170, y: middle.y - edge, height: 2 * edge },
    obstacles,
  );
  const spots = new Map([
    ...[...rings.at].map(([id, { x, y }]) => [id, { x: x + middle.x, y: y + middle.y }] as const),
    ...aside.at,
    ...held.map(({ figure, at }) => [figure.actor.id, at] as const),
  ]);
  const nodes = figures.map((figure): PictureNode => {
    const at = spots.get(figure.actor.id) ?? middle;
    const inAside = aside.at.has(figure.actor.id);
    return figure.draw(at, hand(figure.actor.id) !== undefined, !inAside && at.x < middle.x - 20);
  });
  const centre =
    child === undefined || middleFigure === undefined
      ? []
      : [middleFigure.draw(middle, hand(child.id) !== undefined, false)];
  const title =
    circle.eyes === undefined ? sociogramWords.nogNiet : sociogramWords.nogNietDoor(nameIn(board, circle.eyes));
  return {
    nodes: [...centre, ...nodes],
    ground: [
      ...ringMarks(rings, middle),
      ...(aside.box === undefined ? [] : asideMarks(aside.box, title)),
      ...teaching(circle, middle, edge),
    ],
    left: middle.x - edge * stretch,
    bottom: Math.max(middle.y + edge + 30, aside.box === undefined ? -Infinity : aside.box.y + aside.box.height),
    width: edge * stretch * 2 + 170 + (aside.box?.width ?? 0),
  };
}

/** What to do first, where nobody wrote a tie yet. */
function teaching({ child, shown }: Circle, middle: Point, edge: number): Mark[] {
  if (shown.size > 0) return [];
  const name = child?.naam.trim() ?? '';
  const text =
    child === undefined ? sociogramWords.begin : sociogramWords.beginBand(name === '' ? cardWords.naamloos : name);
  return paragraph(text, middle.x, middle.y + edge + 20, 560, { size: 18, color: 'ink-soft', anchor: 'middle' }).marks;
}

/** The rings with room for what was put somewhere by hand. When a ring has no free spot left, all rings grow. */
function fit(
  rings: Rings,
  members: readonly Member[],
  size: { readonly width: number; readonly height: number },
  hands: { readonly isHeld: (id: string) => boolean; readonly boxes: readonly Box[] },
): Rings {
  const free = [...rings.at].filter(([id]) => !hands.isHeld(id));
  for (let scale = 1; scale < 40; scale *= 1.2) {
    const at = new Map(free.map(([id, { x, y }]) => [id, { x: x * scale, y: y * scale }]));
    const outer = rings.outer.map((r) => r * scale);
    const fixed = [boxAround({ x: 0, y: 0 }, size), ...outer.map((r, index) => nameBox(r, ringNames[index] ?? 0))];
    const found = makeRoom(members, at, hands.boxes, fixed);
    if (found !== undefined) return { outer, sectors: rings.sectors, at: found };
  }
  return { ...rings, at: new Map(free) };
}

/** Those whose closeness somebody said, with their part of the circle. */
function membersOf(board: Board, circle: Circle, figures: readonly Figure[]): Member[] {
  const tied = isKin(kinOf(board));
  return figures.flatMap(({ actor, width, height }): Member[] => {
    const near = circle.shown.get(actor.id)?.band.nabijheid;
    if (near === undefined) return [];
    return [{ id: actor.id, ring: nears.indexOf(near), sector: sectorOf(board, actor, tied), width, height }];
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

function figureFor(board: Board, circle: Circle, actor: Actor, options: PictureOptions): Figure {
  const shown = circle.shown.get(actor.id);
  const byHand = placeOf(board, view, actor.id) !== undefined;
  const near = shown?.band.nabijheid;
  // A hand may have put somebody in another ring than the one that was said: then the words say it.
  const word = !byHand ? undefined : near === undefined ? sociogramWords.nogNiet.toLowerCase() : nearWord(near);
  const said = shown === undefined ? plainLabel(actor, [sociogramWords.nogNiet]) : sayBand(board, shown.band, options);
  return actorFigure(actor, { shown, near: word, label: said }, options.today);
}

function tiesOf(
  board: Board,
  { child, shown }: Circle,
  nodes: ReadonlyMap<string, PictureNode>,
  options: PictureOptions,
): PictureLine[] {
  const from = nodes.get(child?.id ?? '');
  if (from === undefined) return [];
  return [...shown].flatMap(([met, { band }]): PictureLine[] => {
    const to = nodes.get(met);
    if (
      to === undefined ||
      (middleOf(to.box).x === middleOf(from.box).x && middleOf(to.box).y === middleOf(from.box).y)
    )
      return [];
    const others = [...nodes.values()].filter((node) => node !== from && node !== to).map(({ box }) => box);
    return [tieLine(band, from.box, to.box, others, sayBand(board, band, options)) ?? []].flat();
  });
}
