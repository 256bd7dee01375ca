import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** In the order in which they are tried: the font of Samenbord, then other Latin, Greek and Cyrillic, Arabic, emoji, arrows and signs. No fonts of the machine. */
export const fontFamilies = [
  'Atkinson Hyperlegible Next',
  'Noto Sans',
  'Noto Sans Arabic',
  'Noto Emoji',
  'Noto Sans Math',
] as const;

const files = [
  [
    'atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf',
    'atkinson-hyperlegible-next/600SemiBold/AtkinsonHyperlegibleNext_600SemiBold.ttf',
  ],
  ['noto-sans/400Regular/NotoSans_400Regular.ttf', 'noto-sans/600SemiBold/NotoSans_600SemiBold.ttf'],
  [
    'noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
    'noto-sans-arabic/600SemiBold/NotoSansArabic_600SemiBold.ttf',
  ],
  ['noto-emoji/400Regular/NotoEmoji_400Regular.ttf'],
  ['noto-sans-math/400Regular/NotoSansMath_400Regular.ttf'],
] as const;

/** True when one family has every character of a cluster (what people see as one character). */
export type Covers = (cluster: string) => boolean;
export type Fonts = { readonly blobs: readonly Buffer[]; readonly covers: Covers };

/** Reads the fonts from their packages; a few milliseconds, once per worker. */
export function readFonts(): Fonts {
  const packages = createRequire(import.meta.url);
  const families = files.map((family) =>
    family.map((file) => readFileSync(packages.resolve(`@expo-google-fonts/${file}`))),
  );
  // A family covers what its regular weight has; the heavier weight of each has the same characters.
  const covered = families.map(([regular]) => (regular === undefined ? new Set<number>() : charactersOf(regular)));
  return {
    blobs: families.flat(),
    covers: (cluster) => covered.some((family) => coversAll(family, cluster)),
  };
}

/** Joiners, variation selectors and direction marks have no shape of their own. */
const shapeless = /\p{Default_Ignorable_Code_Point}/u;

function coversAll(family: ReadonlySet<number>, cluster: string): boolean {
  for (const character of cluster) {
    if (!family.has(character.codePointAt(0) ?? 0) && !shapeless.test(character)) return false;
  }
  return true;
}

/** The characters for which a TrueType font has a shape: its `cmap` table, formats 4 and 12. */
export function charactersOf(font: Buffer): Set<number> {
  const found = new Set<number>();
  const cmap = tableAt(font, 'cmap');
  if (cmap === undefined) return found;
  for (let index = 0; index < font.readUInt16BE(cmap + 2); index++) {
    const at = cmap + font.readUInt32BE(cmap + 4 + index * 8 + 4);
    const format = font.readUInt16BE(at);
    if (format === 12) readGroups(font, at, found);
    if (format === 4) readSegments(font, at, found);
  }
  return found;
}

function tableAt(font: Buffer, tag: string): number | undefined {
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const record = 12 + index * 16;
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  return undefined;
}

function readGroups(font: Buffer, at: number, found: Set<number>): void {
  for (let index = 0; index < font.readUInt32BE(at + 12); index++) {
    const group = at + 16 + index * 12;
    const glyph = font.readUInt32BE(group + 8);
    const first = font.readUInt32BE(group);
    for (let code = first; code <= font.readUInt32BE(group + 4); code++)
      if (glyph + code - first !== 0) found.add(code);
  }
}

function readSegments(font: Buffer, at: number, found: Set<number>): void {
  const size = font.readUInt16BE(at + 6);
  for (let index = 0; index < size; index += 2) {
    const last = font.readUInt16BE(at + 14 + index);
    const first = font.readUInt16BE(at + 16 + size + index);
    const delta = font.readUInt16BE(at + 16 + size * 2 + index);
    const rangeAt = at + 16 + size * 3 + index;
    const range = font.readUInt16BE(rangeAt);
    for (let code = first; code <= last && code < 0xffff; code++) {
      const glyph = range === 0 ? (code + delta) % 0x10000 : font.readUInt16BE(rangeAt + range + (code - first) * 2);
      if (glyph !== 0) found.add(code);
    }
  }
}
