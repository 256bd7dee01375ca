import type { Mark, PathMark, TextMark, ViewPicture } from './picture.ts';
import { fontFamily, inks } from './tokens.ts';

/**
 * Takes a picture and its title, gives one SVG document: well-formed, without outside references, the description as its `<desc>`.
 * The font is named, not embedded; whoever shows the file has it.
 */
export function toSvg(picture: ViewPicture, { title }: { readonly title: string }): string {
  const { x, y, width, height } = picture.box;
  const marks = [
    ...picture.backdrop,
    ...picture.lines.flatMap((line) => line.marks),
    ...picture.nodes.flatMap((node) => node.marks),
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${width} ${height}" width="${width}" height="${height}" ` +
      `role="img" aria-labelledby="title desc" font-family="${escapeXml(fontFamily)}, sans-serif">`,
    `<title id="title">${escapeXml(title)}</title>`,
    `<desc id="desc">${escapeXml(picture.description.join(' '))}</desc>`,
    ...marks.map(markToSvg),
    '</svg>',
  ].join('\n');
}

export const markToSvg = (mark: Mark): string => (mark.kind === 'path' ? pathToSvg(mark) : textToSvg(mark));

function pathToSvg(mark: PathMark): string {
  const parts = [`d="${mark.d}"`, `fill="${mark.fill === undefined ? 'none' : inks[mark.fill]}"`];
  if (mark.stroke !== undefined) {
    parts.push(
      `stroke="${inks[mark.stroke]}"`,
      `stroke-width="${mark.width ?? 1}"`,
      'stroke-linecap="round"',
      'stroke-linejoin="round"',
    );
  }
  if (mark.dash !== undefined) parts.push(`stroke-dasharray="${mark.dash.join(' ')}"`);
  if (mark.opacity !== undefined) parts.push(`opacity="${mark.opacity}"`);
  return `<path ${parts.join(' ')}/>`;
}

function textToSvg(mark: TextMark): string {
  const place = `x="${mark.x}" y="${mark.y}" font-size="${mark.size}" font-weight="${mark.weight}" text-anchor="${mark.anchor}"`;
  return `<text ${place} fill="${inks[mark.color]}" xml:space="preserve">${escapeXml(mark.text)}</text>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Signs with a meaning in XML are written as entities; characters that may not stand in XML at all become a replacement sign. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD')
    .replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
