import { ofType, placeOf } from '../board/board.ts';
import type { Board } from '../board/board.ts';
import type { ThingOfType } from '../board/things.ts';
import { boundsOf, dayNumber } from '../board/vague-date.ts';
import type { Change } from '../genogram/changes.ts';
import { boxOfAll } from '../picture/bounds.ts';
import { cardHeight, cardNode, guestCards, label } from '../picture/card.ts';
import { namesOf } from '../picture/face.ts';
import type { PictureOptions } from '../picture/face.ts';
import type { Mark, PictureNode, Rail, ViewPicture } from '../picture/picture.ts';
import { tijdlijnWords } from '../words/pictures.ts';
import { axisOf, spanOf } from './axis.ts';
import type { Axis } from './axis.ts';
import { describe } from './describe.ts';
import { laneGround, lineAt, markOf, railsOf, slimHeight, stem, yearMarks } from './ground.ts';
import { barNode, measureBar } from './help-bar.ts';
import type { Bar } from './help-bar.ts';
import { lifeOf } from './life.ts';
import { lifeIn, lifeStrip } from './life-strip.ts';
import { lanesOf, stack } from './lanes.ts';
import type { Item, Lane } from './lanes.ts';
import { momentFace, momentWidth } from './moment-face.ts';
import { repeatedHelp } from './order.ts';
import type { TimelineThing } from './order.ts';

const view = 'tijdlijn';
/** Where the years begin, above the first lane. */
const skyline = -24;
/** An empty tijdlijn shows the last ten years, so that it can be seen what it will be. */
const emptyDays = 3652;
/** How far a card may reach past the last year. */
const beyond = 160;
const [headRoom, helpRoom, laneGap, gap] = [38, 10, 12, 10];

/**
 * Takes a board, gives the tijdlijn: a lane for the family, for each person and for the help; years as hairlines. A card stands
 * at its date, always; a hand can only choose its height (and the whole place while it has no date).
 */
export function tijdlijnPicture(board: Board, options: PictureOptions): ViewPicture {
  const lanes = lanesOf(board);
  const life = lifeOf(board);
  const axis = axisFor(board, lanes, life, options.today);
  const repeated = new Set(repeatedHelp(board).map((again) => again.id));
  const drawn: Drawing = { board, options, axis, repeated, lanes, life };
  const backdrop: Mark[] = [];
  const nodes: PictureNode[] = [];
  const named: Omit<Rail, 'rank'>[] = [];
  let y = 0;
  for (const lane of lanes) {
    const made = drawLane(lane, y, drawn);
    named.push({ from: y, to: y + made.height, text: lane.title });
    backdrop.push(...made.backdrop);
    nodes.push(...made.nodes);
    y += made.height + laneGap;
  }
  const all = [...nodes, ...guestCards(board, view, options)];
  const isEmpty = lanes.every((lane) => lane.things.length === 0);
  const teaching = isEmpty ? [label(tijdlijnWords.begin, 0, y + 40, { size: 20, color: 'ink-soft' })] : [];
  const ground = [...yearMarks(axis, skyline, y - laneGap, options.today), ...backdrop, ...teaching];
  return {
    view,
    box: boxOfAll(ground, [], all, 24),
    backdrop: ground,
    lines: [],
    nodes: all,
    description: describe(board, repeated, life),
    rails: railsOf(named, axis, skyline, options.today),
  };
}

type Drawing = {
  readonly board: Board;
  readonly options: PictureOptions;
  readonly axis: Axis;
  readonly repeated: ReadonlySet<string>;
  readonly lanes: readonly Lane[];
  /** What the genogram tells. */
  readonly life: readonly Change[];
};

/** The axis holds all that happened and today; births only of children, so that a parent's birth makes no empty decades. */
function axisFor(board: Board, lanes: readonly Lane[], life: readonly Change[], today: number): Axis {
  const starts = lanes.map((lane) =>
    lane.things.flatMap((thing) => (thing.wanneer === undefined ? [] : [dayNumber(thing.wanneer)])),
  );
  const ends = lanes.flatMap((lane) =>
    lane.things.flatMap((thing) => (thing.wanneer === undefined ? [] : [boundsOf(thing.wanneer).latest])),
  );
  const births = ofType(board, 'persoon').flatMap((person) =>
    person.indexkind === true && person.geboren !== undefined ? [dayNumber(person.geboren)] : [],
  );
  const told = life.map(({ when }) => dayNumber(when));
  const known = [...starts.flat(), ...ends.filter(Number.isFinite), ...births, ...told];
  return axisOf([...(known.length === 0 ? [today - emptyDays] : known), today], starts);
}

function drawLane(
  lane: Lane,
  top: number,
  drawing: Drawing,
): { backdrop: Mark[]; nodes: PictureNode[]; height: number } {
  const { board, axis } = drawing;
  const parts = lane.things.map((thing, index) => measureThing(thing, lane, roomAt(lane, index, axis), drawing));
  const free = parts.filter((part) => placeOf(board, view, part.thing.id) === undefined);
  const strip = lifeStrip(lifeIn(lane, drawing.lanes, drawing.life), axis, top + lineAt);
  const head = lane.key === 'hulp' ? helpRoom : headRoom + strip.height;
  const { tops, height } = stack(
    free.map((part) => part.item),
    gap,
  );
  const nodes = parts.map((part) => {
    const place = placeOf(board, view, part.thing.id);
    const y = place === undefined ? top + head + (tops.get(part.thing.id) ?? 0) : place.y - part.item.height / 2;
    const x = place !== undefined && part.thing.wanneer === undefined ? place.x - part.item.width / 2 : part.item.x;
    return part.draw(x, y, place !== undefined);
  });
  const marks =
    lane.key === 'hulp' ? [] : parts.flatMap((part, index) => dateMarks(part.thing, nodes[index], top, axis));
  const whole = height + strip.height === 0 ? slimHeight(lane) : Math.max(head + height, slimHeight(lane));
  const ground = laneGround(lane, top, whole, axis, drawing.options.today);
  return { backdrop: [...ground, ...marks, ...strip.marks], nodes, height: whole };
}

type Part = {
  readonly thing: TimelineThing;
  readonly item: Item;
  readonly draw: (x: number, y: number, placed: boolean) => PictureNode;
};

/** How far it is from a moment to the next one in its lane, or to the end. */
function roomAt(lane: Lane, index: number, axis: Axis): number {
  const start = (thing: TimelineThing | undefined): number =>
    thing?.wanneer === undefined ? axis.end + beyond : axis.at(spanOf(thing.wanneer).start.from);
  return start(lane.things[index + 1]) - gap - start(lane.things[index]);
}

function measureThing(thing: TimelineThing, lane: Lane, room: number, drawing: Drawing): Part {
  if (thing.type === 'hulp') return measureHelp(thing, drawing);
  const { board, options, axis } = drawing;
  const face = momentFace(thing, lane.person === undefined, board, options);
  const width = momentWidth(face, room);
  const height = cardHeight(face, width);
  const x = thing.wanneer === undefined ? axis.end + 24 : axis.at(spanOf(thing.wanneer).start.from);
  return {
    thing,
    item: { id: thing.id, x, width, height },
    draw: (left, top, placed) => cardNode(thing.id, face, { x: left + width / 2, y: top + height / 2 }, placed, width),
  };
}

function measureHelp(help: ThingOfType<'hulp'>, { board, options, axis, repeated }: Drawing): Part {
  const span = help.wanneer === undefined ? undefined : spanOf(help.wanneer);
  const bar: Bar = measureBar(help, span, axis, options.today, namesOf(board, help.over ?? []), repeated.has(help.id));
  return {
    thing: help,
    item: { id: help.id, x: bar.left, width: bar.width, height: bar.height },
    draw: (left, top, placed) =>
      barNode(
        help,
        {
          ...bar,
          left,
          right: left + bar.right - bar.left,
          core: [left + bar.core[0] - bar.left, left + bar.core[1] - bar.left],
        },
        top,
        placed,
      ),
  };
}

/** The mark on the lane's line, and the thread from there to the card. */
function dateMarks(thing: TimelineThing, node: PictureNode | undefined, top: number, axis: Axis): Mark[] {
  if (thing.wanneer === undefined || node === undefined) return [];
  return [stem(node, top), ...markOf(thing, axis, top)];
}
