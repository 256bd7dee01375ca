import { inks } from '@samenbord/shared/picture/tokens.ts';
import type { Mark, ViewPicture } from '@samenbord/shared/picture/picture.ts';
import { markToSvg } from '@samenbord/shared/picture/to-svg.ts';

/** A picture for the page: its shapes as SVG without any text, and its words beside them, placed in points from the left top corner. */
export type Drawing = {
  readonly breedte: number;
  readonly hoogte: number;
  readonly svg: { readonly svg: string };
  readonly teksten: readonly {
    readonly x: number;
    readonly y: number;
    readonly tekst: string;
    readonly grootte: number;
    readonly vet: boolean;
    readonly anker: 'start' | 'middle' | 'end';
    readonly kleur: string;
  }[];
};

/**
 * Takes a picture and the room it has on the page, in points. Words are set by Typst and never by its SVG reader: that one aborts the process on a
 * family of emoji.
 */
export function drawingOf(picture: ViewPicture, room: { width: number; height: number }): Drawing {
  const { x, y, width, height } = picture.box;
  const scale = Math.min(room.width / width, room.height / height);
  const marks: Mark[] = [...picture.backdrop, ...[...picture.lines, ...picture.nodes].flatMap((one) => one.marks)];
  const shapes = marks.flatMap((mark) => (mark.kind === 'path' ? [markToSvg(mark)] : []));
  const size = `viewBox="${x} ${y} ${width} ${height}" width="${width}" height="${height}"`;
  return {
    breedte: width * scale,
    hoogte: height * scale,
    svg: { svg: `<svg xmlns="http://www.w3.org/2000/svg" ${size}>\n${shapes.join('\n')}\n</svg>` },
    teksten: marks.flatMap((mark) => {
      if (mark.kind === 'path' || mark.text.trim() === '') return [];
      const at = { x: (mark.x - x) * scale, y: (mark.y - y) * scale, grootte: mark.size * scale };
      return [{ ...at, tekst: mark.text, vet: mark.weight === 600, anker: mark.anchor, kleur: inks[mark.color] }];
    }),
  };
}
