import type { ThingOfType } from '../board/things.ts';
import { label } from '../picture/card.ts';
import { joined } from '../picture/face.ts';
import { measure, wrap } from '../picture/measure.ts';
import { round, roundedBox } from '../picture/paths.ts';
import type { Box, Ink, Mark, PictureNode } from '../picture/picture.ts';
import { sayDate, sayList } from '../words/dates.ts';
import { outcomeWords, tijdlijnWords } from '../words/pictures.ts';
import type { Axis, Span } from './axis.ts';

type Help = ThingOfType<'hulp'>;
export type Bar = {
  readonly left: number;
  readonly right: number;
  readonly core: readonly [number, number];
  readonly lines: readonly Line[];
  readonly width: number;
  readonly height: number;
};
type Line = { readonly text: string; readonly weight: 400 | 600; readonly color: Ink };

const [inset, lineHeight, leastText, mostText] = [14, 22, 440, 720];
const colors: Readonly<Record<NonNullable<Help['uitkomst']>, readonly [ground: Ink, edge: Ink]>> = {
  geholpen: ['kracht-ground', 'kracht'],
  deels: ['household-2', 'line'],
  'niet-geholpen': ['zorg-ground', 'zorg'],
  loopt: ['household-3', 'action'],
  onbekend: ['onbekend-ground', 'onbekend'],
};

/** A bar too short for its words is a strip with the words under it. */
const strip = 14;

/** Measures the bar of one help: its length in time, and its words, which may run on past the end of a short bar. */
export function measureBar(
  help: Help,
  span: Span | undefined,
  axis: Axis,
  today: number,
  names: readonly string[],
  repeated: boolean,
): Bar {
  const open = span !== undefined && (span.open || help.uitkomst === 'loopt') && span.start.from <= today;
  const last = span === undefined ? 0 : open ? Math.max(today, span.end.to) : span.end.to;
  const left = span === undefined ? axis.end + 24 : axis.at(span.start.from);
  const right = span === undefined ? left + 40 : Math.max(left + 16, axis.at(last));
  const core = span === undefined ? ([left, right] as const) : coreOf(span, axis, open ? right : undefined);
  const room = Math.min(Math.max(right - left - 2 * inset, leastText), mostText);
  const outcome = joined([help.uitkomst === undefined ? '' : outcomeWords[help.uitkomst], help.resultaat]);
  const lines: Line[] = [
    ...wrap(joined([help.wat, help.wie, sayList(names)]), room, 16, 600).map((text): Line => ({
      text,
      weight: 600,
      color: 'ink',
    })),
    ...(outcome === '' ? [] : wrap(outcome, room, 16)).map((text): Line => ({ text, weight: 400, color: 'ink' })),
    ...(repeated ? wrap(`↻ ${tijdlijnWords.weer}`, room, 16, 600) : []).map((text): Line => ({
      text,
      weight: 600,
      color: 'anders',
    })),
  ];
  const words = Math.max(...lines.map((line) => measure(line.text, 16, line.weight)));
  return {
    left,
    right,
    core,
    lines,
    width: Math.max(right - left, words + 2 * inset),
    height: lines.length * lineHeight + 14,
  };
}

/** The part that is certain: from the last day it can have begun to the first day it can have ended. */
function coreOf(span: Span, axis: Axis, openEnd: number | undefined): readonly [number, number] {
  const start = axis.at(span.start.to - span.start.from > 31 ? span.start.to : span.start.from);
  const end = openEnd ?? axis.at(span.end.to - span.end.from > 31 ? span.end.from : span.end.to);
  return [start, Math.max(start, end)];
}

export function barNode(help: Help, bar: Bar, top: number, placed: boolean): PictureNode {
  const box: Box = { x: bar.left, y: round(top), width: round(bar.width), height: bar.height };
  const [ground, edge] = colors[help.uitkomst ?? 'onbekend'];
  const thick = bar.right - bar.left >= bar.width - 1 ? bar.height : strip;
  const whole: Box = { x: bar.left, y: box.y, width: round(bar.right - bar.left), height: thick };
  const sure: Box = { x: bar.core[0], y: box.y, width: round(bar.core[1] - bar.core[0]), height: thick };
  const textTop = box.y + (thick === strip ? strip + 2 : 7);
  const marks: Mark[] = [
    ...barMarks(whole, sure, ground, edge),
    ...bar.lines.map((line, index) =>
      label(line.text, bar.left + (thick === strip ? 4 : inset), textTop + index * lineHeight + 16, {
        weight: line.weight,
        color: line.color,
      }),
    ),
  ];
  const when = help.wanneer === undefined ? '' : sayDate(help.wanneer);
  return {
    id: help.id,
    box,
    placed,
    marks,
    label: joined([tijdlijnWords.hulp, ...bar.lines.map((line) => line.text), when]),
  };
}

/** All that is certain in full colour within a whole line; what may or may not have been, paler and within dots. */
function barMarks(whole: Box, sure: Box, ground: Ink, edge: Ink): Mark[] {
  const d = roundedBox(whole, 14);
  if (whole.width - sure.width < 4) return [{ kind: 'path', d, fill: ground, stroke: edge, width: 1.5 }];
  return [
    { kind: 'path', d, fill: ground, opacity: 0.55 },
    ...(sure.width < 8 ? [] : [{ kind: 'path', d: roundedBox(sure, 4), fill: ground } as const]),
    { kind: 'path', d, stroke: edge, width: 1.5, dash: [2, 6], opacity: 0.8 },
  ];
}
