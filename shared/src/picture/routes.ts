import { distance, edgeOf, middleOf, overlaps, round, roundedLine } from './paths.ts';
import type { Point } from './paths.ts';
import type { Box } from './picture.ts';

/** An empty strip between boxes in which lines may run: `at` is its middle, `half` how far a line may lie beside it. */
export type Channel = { readonly at: number; readonly half: number; readonly from: number; readonly to: number };
export type Channels = { readonly down: readonly Channel[]; readonly across: readonly Channel[] };

/** A line with square corners that was chosen, and the two last corners, for its arrow head. */
export type Route = { readonly d: string; readonly before: Point; readonly tip: Point };

/** Finds ways through the channels, one after the other: what an earlier line took, a later line leaves free. */
export type Router = (from: Box, to: Box) => Route;

type Axis = 'down' | 'across';
type Way = { readonly points: readonly Point[]; readonly cost: number; readonly ports: readonly string[] };
type Stub = { readonly port: string; readonly start: Point; readonly axis: Axis; readonly channel: Channel };
/** From a box to a strip that runs across: the corners on the way, the strip, and the port it began at. */
type Lead = { readonly port: string; readonly points: readonly Point[]; readonly at: number };
type Taken = { readonly axis: Axis; readonly at: number; readonly from: number; readonly to: number };

const sides = ['left', 'right', 'top', 'bottom'] as const;
const [portStep, trackStep, bendCost, hitCost] = [14, 9, 24, 900];

/**
 * Takes the channels and everything a line must not run over, gives a router. Of all simple ways (out of a side, along the channels,
 * into a side) it takes the one that runs over the least, turns the least and is the shortest; lines in one channel lie side by side.
 */
export function routerThrough(channels: Channels, avoid: readonly Box[]): Router {
  const ports = new Map<string, number>();
  const taken: Taken[] = [];
  return (from, to) => {
    let best: Way | undefined;
    for (const { points, ports: used } of waysBetween(from, to, channels, ports)) {
      const laid = besideOthers(points, channels, taken);
      const way = { points: laid, cost: costOf(laid, avoid, taken), ports: used };
      if (best === undefined || way.cost < best.cost) best = way;
    }
    const points = best?.points ?? [edgeOf(from, middleOf(to)), edgeOf(to, middleOf(from))];
    for (const port of best?.ports ?? []) ports.set(port, (ports.get(port) ?? 0) + 1);
    taken.push(...piecesOf(points));
    const [before = { x: 0, y: 0 }, tip = before] = points.slice(-2);
    return { d: roundedLine(points, 14), before, tip };
  };
}

/** Every way to try: along a strip that both boxes have beside them, or by strips across, with one down between two of those. */
function waysBetween(
  from: Box,
  to: Box,
  channels: Channels,
  ports: ReadonlyMap<string, number>,
): { points: readonly Point[]; ports: readonly string[] }[] {
  const [outs, intos] = [stubs(from, channels, ports), stubs(to, channels, ports)];
  const along = outs.flatMap((out) =>
    intos.flatMap((into) => {
      if (out.axis !== 'down' || out.channel !== into.channel) return [];
      const x = out.channel.at;
      return [
        {
          points: [out.start, { x, y: out.start.y }, { x, y: into.start.y }, into.start],
          ports: [out.port, into.port],
        },
      ];
    }),
  );
  const leads = outs.flatMap((stub) => leadsOf(stub, channels));
  const ends = intos.flatMap((stub) => leadsOf(stub, channels));
  const around = leads.flatMap((lead) =>
    ends.flatMap((end) => {
      const back = end.points.toReversed();
      const used = [lead.port, end.port];
      if (lead.at === end.at) return [{ points: [...lead.points, ...back], ports: used }];
      return channels.down
        .filter((channel) => covers(channel, lead.at) && covers(channel, end.at))
        .map(({ at: x }) => ({
          points: [...lead.points, { x, y: lead.at }, { x, y: end.at }, ...back],
          ports: used,
        }));
    }),
  );
  return [...along, ...around];
}

const covers = ({ from, to }: Channel, spot: number): boolean => from <= spot && spot <= to;

/** From a way out to each strip across that it can reach. */
function leadsOf({ port, start, axis, channel }: Stub, channels: Channels): Lead[] {
  if (axis === 'across') return [{ port, points: [start, { x: start.x, y: channel.at }], at: channel.at }];
  return channels.across
    .filter(({ at }) => covers(channel, at))
    .map(({ at }) => ({ port, points: [start, { x: channel.at, y: start.y }, { x: channel.at, y: at }], at }));
}

/** The ways out of a box: to the nearest channel on each side. A second line on the same side starts a little beside the first. */
function stubs(box: Box, channels: Channels, ports: ReadonlyMap<string, number>): Stub[] {
  return sides.flatMap((side): Stub[] => {
    const port = `${round(box.x)}:${round(box.y)}:${side}`;
    const sideways = side === 'left' || side === 'right';
    const room = (sideways ? box.height : box.width) / 2 - 10;
    const shift = Math.max(-room, Math.min(room, spread(ports.get(port) ?? 0) * portStep));
    const start = {
      x: sideways ? (side === 'left' ? box.x : box.x + box.width) : box.x + box.width / 2 + shift,
      y: sideways ? box.y + box.height / 2 + shift : side === 'top' ? box.y : box.y + box.height,
    };
    const [edge, along] = sideways ? [start.x, start.y] : [start.y, start.x];
    const axis: Axis = sideways ? 'down' : 'across';
    const sign = side === 'left' || side === 'top' ? -1 : 1;
    const [channel] = channels[axis]
      .filter((each) => covers(each, along) && (each.at - edge) * sign > 0)
      .sort((a, b) => (a.at - b.at) * sign);
    return channel === undefined ? [] : [{ port, start, axis, channel }];
  });
}

/** 0, 1, -1, 2, -2: first in the middle, then by turns on both sides of it. */
const spread = (index: number): number => (index % 2 === 0 ? -1 : 1) * Math.ceil(index / 2);

/** Moves every piece that lies in a channel to the first place beside its middle where no earlier line lies. */
function besideOthers(points: readonly Point[], channels: Channels, taken: readonly Taken[]): Point[] {
  const moved = points.map(({ x, y }) => ({ x, y }));
  for (let index = 1; index + 2 < moved.length; index++) {
    const [a, b] = [moved[index], moved[index + 1]];
    if (a === undefined || b === undefined || distance(a, b) < 1) continue;
    const axis: Axis = a.x === b.x ? 'down' : 'across';
    const at = axis === 'down' ? a.x : a.y;
    const [one, other] = axis === 'down' ? [a.y, b.y] : [a.x, b.x];
    const half = channels[axis].find((each) => each.at === at && covers(each, one))?.half ?? 0;
    const most = 2 * Math.floor(half / trackStep) + 1;
    const tracks = Array.from({ length: most }, (_, track) => at + spread(track) * trackStep);
    const free = tracks.find((track) => !isTaken(taken, axis, track, one, other)) ?? at;
    if (axis === 'down') [a.x, b.x] = [free, free];
    else [a.y, b.y] = [free, free];
  }
  return moved;
}

const isTaken = (taken: readonly Taken[], axis: Axis, at: number, one: number, other: number): boolean =>
  taken.some(
    (piece) =>
      piece.axis === axis &&
      Math.abs(piece.at - at) < trackStep - 1 &&
      piece.from < Math.max(one, other) + 6 &&
      piece.to > Math.min(one, other) - 6,
  );

const piecesOf = (points: readonly Point[]): Taken[] =>
  points.slice(1).flatMap((b, index): Taken[] => {
    const a = points[index];
    if (a === undefined || distance(a, b) < 1) return [];
    const down = Math.abs(a.x - b.x) < 0.01;
    const [one, other] = down ? [a.y, b.y] : [a.x, b.x];
    const at = down ? a.x : a.y;
    return [{ axis: down ? 'down' : 'across', at, from: Math.min(one, other), to: Math.max(one, other) }];
  });

/** Length and corners; much more for lying on an earlier line, most for running over a text or a card. */
function costOf(points: readonly Point[], avoid: readonly Box[], taken: readonly Taken[]): number {
  let cost = 0;
  for (const piece of piecesOf(points)) {
    const long = piece.to - piece.from;
    const box =
      piece.axis === 'down'
        ? { x: piece.at, y: piece.from + 0.5, width: 0, height: long - 1 }
        : { x: piece.from + 0.5, y: piece.at, width: long - 1, height: 0 };
    const hits = avoid.filter((each) => overlaps(box, each)).length;
    const shared = isTaken(taken, piece.axis, piece.at, piece.from, piece.to) ? 160 : 0;
    const crossed = taken.filter((other) => other.axis !== piece.axis && crosses(piece, other)).length;
    cost += long + bendCost + hits * hitCost + shared + crossed * 30;
  }
  return cost;
}

const crosses = (a: Taken, b: Taken): boolean => a.from < b.at && b.at < a.to && b.from < a.at && a.at < b.to;
