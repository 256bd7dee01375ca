import { fontFamily } from '@samenbord/shared/picture/tokens.ts';
import latin400 from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff2?url';
import latin600 from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-600-normal.woff2?url';
import more400 from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-400-normal.woff2?url';
import more600 from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-600-normal.woff2?url';

/** The letters we draw with, and for which part of the signs each file is. */
const files = [
  { url: latin400, weight: 400, range: 'U+0000-00FF,U+0131,U+0152-0153,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC' },
  { url: latin600, weight: 600, range: 'U+0000-00FF,U+0131,U+0152-0153,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC' },
  { url: more400, weight: 400, range: 'U+0100-0130,U+0132-0151,U+0154-02BA,U+1E00-1EFF' },
  { url: more600, weight: 600, range: 'U+0100-0130,U+0132-0151,U+0154-02BA,U+1E00-1EFF' },
];

let faces: Promise<string> | undefined;

/** Our letters as style rules that hold the files themselves, for a picture that leaves this page. Read once. */
export function fontFaces(): Promise<string> {
  faces ??= Promise.all(
    files.map(async ({ url, weight, range }) => {
      const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
      const text = btoa(bytes.reduce((all, byte) => all + String.fromCharCode(byte), ''));
      return (
        `@font-face{font-family:'${fontFamily}';font-weight:${weight};unicode-range:${range};` +
        `src:url(data:font/woff2;base64,${text}) format('woff2')}`
      );
    }),
  ).then((all) => all.join(''));
  faces.catch(() => (faces = undefined));
  return faces;
}
