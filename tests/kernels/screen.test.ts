import { expect, test } from 'vitest';
import { exampleFamily } from '@samenbord/server/demo/family.ts';
import type { ViewName } from '@samenbord/shared/board/define.ts';
import { pictureOf } from '@samenbord/shared/picture-of.ts';
import { boxOfMark } from '@samenbord/shared/picture/bounds.ts';
import { overlaps } from '@samenbord/shared/picture/paths.ts';
import type { Box, Mark, PictureLine, ViewPicture } from '@samenbord/shared/picture/picture.ts';
import { boardOf as boardOfFamily } from '../families/board-of.ts';
import { boardOf, today } from './families.ts';

const family = exampleFamily();
const board = boardOfFamily(family);
const names = new Map(family.deelnemers.map(({ id, naam, persoon }) => [id, { naam, persoon }]));
const draw = (view: ViewName): ViewPicture => pictureOf(view, board, { today, names });

const marksOf = (picture: ViewPicture): Mark[] => [
  ...picture.backdrop,
  ...[...picture.lines, ...picture.nodes].flatMap((part) => part.marks),
];

test.each([
  ['genogram', 0.75],
  ['sociogram', 0.6],
  ['tijdlijn', 0.3],
  ['caf-driehoek', 0.6],
  ['gezinspatroon', 0.6],
] as const)(
  'K20 the whole %s of a family of eight fits a laptop at %f or more, lying as wide as a screen',
  (view, zoom) => {
    const { box } = draw(view);
    expect(Math.min(1350 / box.width, 720 / box.height)).toBeGreaterThanOrEqual(zoom);
    expect(box.width / box.height).toBeGreaterThan(1.5);
    expect(box.width / box.height).toBeLessThan(2.3);
  },
);

test.each(['genogram', 'sociogram', 'tijdlijn', 'caf-driehoek', 'gezinspatroon'] as const)(
  'K20 no text of the %s is smaller than 16',
  (view) => {
    const sizes = marksOf(draw(view)).flatMap((mark) => (mark.kind === 'text' ? [mark.size] : []));
    expect(sizes.length).toBeGreaterThan(0);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(16);
  },
);

/** Points along a line of square corners, three units apart, without what touches its two ends. */
function along({ d }: PictureLine): Box[] {
  const corners = [...d.matchAll(/[MLQ](-?[\d.]+) (-?[\d.]+)/g)].map((found) => [Number(found[1]), Number(found[2])]);
  return corners
    .slice(1)
    .flatMap(([x = 0, y = 0], index) => {
      const [fromX = 0, fromY = 0] = corners[index] ?? [];
      const steps = Math.max(1, Math.ceil(Math.hypot(x - fromX, y - fromY) / 3));
      return Array.from({ length: steps }, (_, step) => ({
        x: fromX + ((x - fromX) * step) / steps,
        y: fromY + ((y - fromY) * step) / steps,
        width: 0.01,
        height: 0.01,
      }));
    })
    .slice(1);
}

test.each(['caf-driehoek', 'gezinspatroon'] as const)('K21 no link of the %s runs over a card or a text', (view) => {
  const picture = draw(view);
  expect(picture.lines.length).toBeGreaterThan(3);
  const words = picture.backdrop.flatMap((mark) =>
    mark.kind === 'text' ? [{ id: mark.text, box: boxOfMark(mark) }] : [],
  );
  for (const line of picture.lines) {
    const dots = along(line);
    const over = [...picture.nodes, ...words].filter(({ box }) => dots.some((dot) => overlaps(dot, box)));
    expect(over.map(({ id }) => id).filter((id) => !line.ends.includes(id))).toEqual([]);
  }
});

test('K20 an empty board says in every view but the genogram where to begin', () => {
  const texts = (view: ViewName): string =>
    marksOf(pictureOf(view, boardOf([]), { today }))
      .flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []))
      .join(' ');
  expect(texts('sociogram')).toContain('Begin met het kind');
  expect(texts('tijdlijn')).toContain('Begin met één gebeurtenis');
  expect(texts('caf-driehoek')).toContain('Begin met wat goed gaat.');
  expect(texts('gezinspatroon')).toContain('Begin hier');
});

test('K21 two links between the same boxes lie beside one another', () => {
  const lines = draw('gezinspatroon').lines.map(({ d }) => d);
  expect(new Set(lines).size).toBe(lines.length);
});
