import { ageOn, dayNumber } from '../board/vague-date.ts';
import { label, paragraph } from '../picture/card.ts';
import { circle, polygon, polyline, round, roundedBox } from '../picture/paths.ts';
import type { Mark, PictureNode, Rail, Rails } from '../picture/picture.ts';
import { tijdlijnWords } from '../words/pictures.ts';
import { spanOf } from './axis.ts';
import type { Axis } from './axis.ts';
import type { Lane } from './lanes.ts';
import type { TimelineThing } from './order.ts';

const [nameWidth, nameGap] = [132, 20];
/** The line of a lane on which the dates are marked, below its top. */
export const lineAt = 26;

const nameOf = (lane: Lane, top: number): { marks: Mark[]; height: number } =>
  paragraph(lane.title, -nameWidth - nameGap, top + lineAt - 14, nameWidth, { size: 18, weight: 600 });

/** What a lane is high when it holds nothing: its line with the ages, and its name. */
export const slimHeight = (lane: Lane): number => Math.max(38, lineAt - 14 + nameOf(lane, 0).height + 4);

/** Years as quiet hairlines with their number, as many as there is room for, and today. */
export function yearMarks(axis: Axis, top: number, bottom: number, today: number): Mark[] {
  const narrow = Math.min(...axis.years.map((year, index) => (axis.years[index + 1]?.x ?? axis.end) - year.x));
  const every = narrow >= 48 ? 1 : narrow >= 24 ? 2 : narrow >= 10 ? 5 : 10;
  const now = axis.at(today);
  return [
    ...axis.years.flatMap(({ year, x }): Mark[] =>
      year % every !== 0
        ? []
        : [
            {
              kind: 'path',
              d: polyline([
                { x, y: top },
                { x, y: bottom },
              ]),
              stroke: 'line',
              width: 1,
              opacity: 0.35,
            },
            label(String(year), x + 4, top - 6, { size: 18, color: 'ink-soft' }),
          ],
    ),
    {
      kind: 'path',
      d: polyline([
        { x: now, y: top },
        { x: now, y: bottom },
      ]),
      stroke: 'action',
      width: 1.5,
      dash: [6, 6],
    },
    label(tijdlijnWords.nu, now, top - 28, { size: 18, color: 'action', weight: 600, anchor: 'middle' }),
  ];
}

/** The names along the tijdlijn: each lane from its top to its end, each year, round years first, and today. */
export function railsOf(lanes: readonly Omit<Rail, 'rank'>[], axis: Axis, top: number, today: number): Rails {
  const rank = (year: number): number => (year % 10 === 0 ? 0 : year % 5 === 0 ? 1 : year % 2 === 0 ? 2 : 3);
  const years = axis.years.map(({ year, x }, index): Rail => ({
    from: x,
    to: axis.years[index + 1]?.x ?? axis.end,
    text: String(year),
    rank: rank(year),
  }));
  return {
    left: lanes.map((lane) => ({ ...lane, from: lane.from + lineAt - 14, rank: 0 })),
    top: years,
    now: { x: axis.at(today), text: tijdlijnWords.nu },
    corner: { x: -nameGap / 2, y: top },
    drawn: { width: nameWidth + nameGap / 2, height: 46 },
  };
}

/** The ground of a lane: its name at the left, its line, and for a person the age along it, birth and death. */
export function laneGround(lane: Lane, top: number, height: number, axis: Axis, today: number): Mark[] {
  const name = nameOf(lane, top);
  const under = round(top + height + 6);
  const separator: Mark = {
    kind: 'path',
    d: polyline([
      { x: -nameWidth - nameGap, y: under },
      { x: axis.end, y: under },
    ]),
    stroke: 'line',
    width: 1,
    opacity: 0.5,
  };
  if (lane.key === 'hulp') return name.marks;
  return [
    ...name.marks,
    separator,
    ...(lane.person === undefined ? [lifeLine(0, axis.end, top)] : lifeOf(lane.person, top, axis, today)),
  ];
}

const lifeLine = (from: number, to: number, top: number): Mark => ({
  kind: 'path',
  d: polyline([
    { x: from, y: top + lineAt },
    { x: to, y: top + lineAt },
  ]),
  stroke: 'line',
  width: 2,
});

function lifeOf(person: NonNullable<Lane['person']>, top: number, axis: Axis, today: number): Mark[] {
  const y = top + lineAt;
  const birth = person.geboren === undefined ? undefined : dayNumber(person.geboren);
  const death = person.overleden === undefined ? undefined : dayNumber(person.overleden);
  const [firstDay, lastDay] = [
    dayNumber(String(axis.first).padStart(4, '0')),
    dayNumber(String(axis.last).padStart(4, '0')) + 365,
  ];
  const marks: Mark[] = [lifeLine(birth === undefined ? 0 : axis.at(birth), axis.at(death ?? lastDay), top)];
  if (birth !== undefined && birth >= firstDay && birth <= lastDay) {
    const x = axis.at(birth);
    marks.push(
      { kind: 'path', d: circle({ x, y }, 7), stroke: 'ink', width: 2, fill: 'surface' },
      label(tijdlijnWords.geboren, x, y - 14, { color: 'ink-soft', anchor: 'middle' }),
    );
  }
  if (death !== undefined && death >= firstDay && death <= lastDay) {
    const x = axis.at(death);
    const cross =
      polyline([
        { x: x - 6, y: y - 6 },
        { x: x + 6, y: y + 6 },
      ]) +
      polyline([
        { x: x - 6, y: y + 6 },
        { x: x + 6, y: y - 6 },
      ]);
    marks.push(
      { kind: 'path', d: cross, stroke: 'ink', width: 2 },
      label(tijdlijnWords.overleden, x, y - 14, { color: 'ink-soft', anchor: 'middle' }),
    );
  }
  return [...marks, ...agesOf(person, y, axis, death ?? today)];
}

/** The age somebody turns in a year, beside that year's hairline, wherever there is room for it. */
function agesOf(person: NonNullable<Lane['person']>, y: number, axis: Axis, until: number): Mark[] {
  const born = person.geboren;
  if (born === undefined) return [];
  let free = axis.at(dayNumber(born)) + 44;
  return axis.years.flatMap(({ year, x }): Mark[] => {
    const day = dayNumber(String(year).padStart(4, '0'));
    const age = ageOn(born, day + 364);
    if (age < 1 || day > until || x < free) return [];
    free = x + 44;
    return [label(String(age), x + 4, y - 8, { color: 'ink-soft' })];
  });
}

/** The mark on the line: a dot for a day, a soft bar for a vague date or a period, a diamond for a decision. */
export function markOf(thing: TimelineThing, axis: Axis, top: number): Mark[] {
  if (thing.wanneer === undefined) return [];
  const y = top + lineAt;
  const { start, end } = spanOf(thing.wanneer);
  const [from, to] = [axis.at(start.from), axis.at(Math.max(start.to, end.to))];
  const soft: Mark[] =
    to - from < 14
      ? []
      : [
          {
            kind: 'path',
            d: roundedBox({ x: from, y: y - 5, width: round(to - from), height: 10 }, 5),
            fill: 'ink-soft',
            opacity: 0.3,
          },
        ];
  const [sureFrom, sureTo] = [axis.at(start.to), axis.at(end.from)];
  const sure: Mark[] =
    sureTo - sureFrom < 8
      ? []
      : [
          {
            kind: 'path',
            d: roundedBox({ x: sureFrom, y: y - 5, width: round(sureTo - sureFrom), height: 10 }, 5),
            fill: 'ink-soft',
            opacity: 0.6,
          },
        ];
  return [...soft, ...sure, pin(thing, from, y)];
}

function pin(thing: TimelineThing, x: number, y: number): Mark {
  if (thing.type !== 'besluit') return { kind: 'path', d: circle({ x, y }, 6), fill: 'ink' };
  const corners = [
    { x, y: y - 9 },
    { x: x + 9, y },
    { x, y: y + 9 },
    { x: x - 9, y },
  ];
  return { kind: 'path', d: polygon(corners), fill: 'action' };
}

/** From the line down (or up) to the card; behind the cards between. */
export function stem(node: PictureNode, top: number): Mark {
  const x = round(node.box.x + 3);
  return {
    kind: 'path',
    d: polyline([
      { x, y: top + lineAt },
      { x, y: node.box.y + 12 },
    ]),
    stroke: 'line',
    width: 1.5,
  };
}
