import { fontFaces } from '../parts/font-files.ts';
import { inks } from '@samenbord/shared/picture/tokens.ts';
import { toSvg } from '@samenbord/shared/picture/to-svg.ts';
import type { ViewPicture } from '@samenbord/shared/picture/picture.ts';
import type { ViewName } from '@samenbord/shared/board/define.ts';
import { canvasWords } from '@samenbord/shared/words/canvas.ts';

export type PictureKind = 'svg' | 'png';

/** Free paper around the drawing. */
const margin = 32;
/** Twice as sharp as on the screen, and never so large that a browser gives up. */
const [sharp, mostSide, mostDots] = [2, 8000, 32_000_000];

/** Takes a picture; gives it as an SVG that looks the same everywhere: our letters are in it. */
export async function svgOf(picture: ViewPicture): Promise<string> {
  const { x, y, width, height } = picture.box;
  const box = { x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin };
  const svg = toSvg({ ...picture, box }, { title: canvasWords.views[picture.view] });
  const paper = `<rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" fill="${inks.surface}"/>`;
  return svg.replace('</desc>', `</desc><style>${await fontFaces()}</style>${paper}`);
}

/** The same as an image of dots. */
export async function pngOf(picture: ViewPicture): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([await svgOf(picture)], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const [wide, high] = [image.naturalWidth, image.naturalHeight];
    const scale = Math.min(sharp, mostSide / Math.max(wide, high), Math.sqrt(mostDots / (wide * high)));
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [Math.ceil(wide * scale), Math.ceil(high * scale)];
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((give, fail) => {
      canvas.toBlob((blob) => (blob === null ? fail(new Error('no image')) : give(blob)), 'image/png');
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** A name without anything of anybody: what it is and the day it was kept. */
export const fileName = (view: ViewName, kind: PictureKind, day: Date): string =>
  `samenbord-${view}-${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}.${kind}`;
const two = (value: number): string => String(value).padStart(2, '0');

/** Hands a picture to the browser to keep as a file. */
export async function keepPicture(picture: ViewPicture, kind: PictureKind): Promise<void> {
  const blob = kind === 'png' ? await pngOf(picture) : new Blob([await svgOf(picture)], { type: 'image/svg+xml' });
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName(picture.view, kind, new Date());
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
