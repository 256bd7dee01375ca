import { boxAround, boxOfMark } from './bounds.ts';
import { label } from './card.ts';
import { measure } from './measure.ts';
import { round } from './paths.ts';
import type { Point } from './paths.ts';
import type { Mark, ViewPicture } from './picture.ts';

const [drawn, row, gap] = [64, 40, 40];

/**
 * Takes a picture, gives it with its legend below: for a document or a file, where nobody can open one. In a wide picture the legend is as much
 * larger, so that it can be read when the whole is made to fit the page.
 */
export function withLegend(picture: ViewPicture, title: string): ViewPicture {
  const { legend = [], box } = picture;
  if (legend.length === 0) return picture;
  const scale = Math.max(1, Math.min(2.5, box.width / 1400));
  const column = (drawn + 12 + Math.max(...legend.map(({ text }) => measure(text, 16))) + gap) * scale;
  const columns = Math.max(1, Math.min(5, Math.floor(box.width / column)));
  const rows = Math.ceil(legend.length / columns);
  const [left, top] = [box.x + 40, box.y + box.height + 16];
  const marks = [
    label(title, left, top + 20 * scale, { size: round(18 * scale), weight: 600 }),
    ...legend.flatMap((entry, index): Mark[] => {
      const x = left + Math.floor(index / rows) * column;
      const y = top + (36 + (index % rows) * row) * scale;
      return [
        ...entry.marks.map((mark) => moved(mark, { x, y }, scale)),
        label(entry.text, x + (drawn + 12) * scale, y + 24 * scale, { size: round(16 * scale) }),
      ];
    }),
  ];
  const backdrop = [...picture.backdrop, ...marks];
  const around = boxAround([box, ...marks.map(boxOfMark)]);
  const height = round(around.height + 24);
  return { ...picture, backdrop, box: { ...around, height } };
}

/** The same mark, larger and somewhere else. Of an arc the two radiuses are no place. */
export function moved(mark: Mark, to: Point, scale: number): Mark {
  const x = (value: number): number => round(value * scale + to.x);
  const y = (value: number): number => round(value * scale + to.y);
  if (mark.kind === 'text') return { ...mark, x: x(mark.x), y: y(mark.y), size: round(mark.size * scale) };
  const d = mark.d.replaceAll(/([A-Z])([^A-Z]*)/g, (_, command: string, rest: string) => {
    const numbers = (rest.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
    if (command !== 'A') return command + numbers.map((value, at) => (at % 2 === 0 ? x(value) : y(value))).join(' ');
    const [rx = 0, ry = 0, turn = 0, large = 0, sweep = 0, endX = 0, endY = 0] = numbers;
    return `A${round(rx * scale)} ${round(ry * scale)} ${turn} ${large} ${sweep} ${x(endX)} ${y(endY)}`;
  });
  return {
    ...mark,
    d,
    ...(mark.width !== undefined && { width: round(mark.width * scale) }),
    ...(mark.dash !== undefined && { dash: mark.dash.map((length) => round(length * scale)) }),
  };
}
