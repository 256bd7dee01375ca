import type { Thing } from '@samenbord/shared/board/things.ts';
import type { ThingOfType, ThingType } from '@samenbord/shared/board/things.ts';
import { genogramPicture } from '@samenbord/shared/genogram/genogram.ts';
import { boxOfMark } from '@samenbord/shared/picture/bounds.ts';
import type { Box, PictureLine, ViewPicture } from '@samenbord/shared/picture/picture.ts';
import { boardOf, symbolOf, today } from './families.ts';

export const draw = (things: readonly Thing[]): ViewPicture => genogramPicture(boardOf(things), { today });

/** The one line of this thing. */
export const lineOf = (picture: ViewPicture, id: string): PictureLine => {
  const found = picture.lines.filter((line) => line.id === id);
  if (found[0] === undefined || found.length > 1) throw new Error(`${found.length} lines ${id}`);
  return found[0];
};
export const ofKind = <T extends ThingType>(things: readonly Thing[], type: T): ThingOfType<T>[] =>
  things.filter((each): each is ThingOfType<T> => each.type === type);
export const meet = (a: Box, b: Box, gap = 0): boolean =>
  a.x < b.x + b.width - gap && b.x < a.x + a.width - gap && a.y < b.y + b.height - gap && b.y < a.y + a.height - gap;

/** The symbol of a node and each line of words under it. */
export const coveredBy = (picture: ViewPicture, id: string): Box[] => {
  const node = picture.nodes.find((each) => each.id === id);
  if (node === undefined) return [];
  // An organisation is a card, as large as it is drawn.
  if (id === 'school') return [node.box];
  const small = /^(los|dier)-/.test(id);
  const middle = id.startsWith('dier-') ? { ...symbolOf(picture, id), y: node.box.y + 22 } : symbolOf(picture, id);
  const half = small ? 12 : 26;
  const words = node.marks.filter((mark) => mark.kind === 'text' && mark.y > middle.y + half).map(boxOfMark);
  return [{ x: middle.x - half, y: middle.y - half, width: 2 * half, height: 2 * half }, ...words];
};

/** Every point that a path names. */
export const points = (d: string): { x: number; y: number }[] =>
  [...d.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }));
export const dot = ({ x, y }: { x: number; y: number }): Box => ({ x, y, width: 0.01, height: 0.01 });
