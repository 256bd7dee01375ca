import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/**
 * Reads the advance widths of our font from its TrueType files and writes them as a table for `shared`, so that text can be
 * measured without a browser. Run by hand after a change of the font: `node server/start/font-metrics.ts`.
 * Kerning is left out: it only ever makes a line a little shorter or longer than measured.
 */
const require = createRequire(import.meta.url);
const fontPackage = '@expo-google-fonts/atkinson-hyperlegible-next';
const faces = {
  400: '400Regular/AtkinsonHyperlegibleNext_400Regular.ttf',
  600: '600SemiBold/AtkinsonHyperlegibleNext_600SemiBold.ttf',
};
/** Latin with all its European letters, Vietnamese, punctuation, arrows and a few signs. */
const wanted: readonly (readonly [from: number, to: number])[] = [
  [0x20, 0x7e],
  [0xa0, 0x24f],
  [0x1e80, 0x1ef9],
  [0x2010, 0x2044],
  [0x20a0, 0x20bf],
  [0x2122, 0x2122],
  [0x2190, 0x2193],
];
const target = fileURLToPath(new URL('../../shared/src/picture/font-metrics.ts', import.meta.url));

export type Run = { readonly from: number; readonly widths: number[] };
type Tables = Readonly<Record<string, number>>;

/** Takes a weight, gives its widths in thousandths of the size as runs of neighbouring characters. */
export function readRuns(weight: 400 | 600): Run[] {
  const font = readFileSync(require.resolve(`${fontPackage}/${faces[weight]}`));
  const tables = tablesOf(font);
  const at = (name: string): number => {
    const start = tables[name];
    if (start === undefined) throw new Error(`the font has no table ${name}`);
    return start;
  };
  const glyphOf = readCharacterMap(font, at('cmap'));
  const unitsPerEm = font.readUInt16BE(at('head') + 18);
  const longMetrics = font.readUInt16BE(at('hhea') + 34);
  const runs: Run[] = [];
  for (const code of wanted.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, step) => from + step))) {
    const glyph = glyphOf(code);
    if (glyph === 0) continue;
    const width = Math.round(
      (font.readUInt16BE(at('hmtx') + 4 * Math.min(glyph, longMetrics - 1)) * 1000) / unitsPerEm,
    );
    const last = runs.at(-1);
    if (last !== undefined && last.from + last.widths.length === code) last.widths.push(width);
    else runs.push({ from: code, widths: [width] });
  }
  return runs;
}

function tablesOf(font: Buffer): Tables {
  const count = font.readUInt16BE(4);
  const entries = Array.from({ length: count }, (_, index) => 12 + 16 * index);
  return Object.fromEntries(entries.map((at) => [font.toString('latin1', at, at + 4), font.readUInt32BE(at + 8)]));
}

/** The Unicode map of format 4 (segments), which every font of this kind has. */
function readCharacterMap(font: Buffer, cmap: number): (code: number) => number {
  const count = font.readUInt16BE(cmap + 2);
  const subtables = Array.from({ length: count }, (_, index) => cmap + font.readUInt32BE(cmap + 8 + 8 * index));
  const table = subtables.find((at) => font.readUInt16BE(at) === 4);
  if (table === undefined) throw new Error('the font has no character map of format 4');
  const double = font.readUInt16BE(table + 6);
  const [ends, starts, deltas, offsets] = [
    table + 14,
    table + 16 + double,
    table + 16 + 2 * double,
    table + 16 + 3 * double,
  ];
  return (code) => {
    for (let at = 0; at < double; at += 2) {
      if (code > font.readUInt16BE(ends + at)) continue;
      const start = font.readUInt16BE(starts + at);
      if (code < start) return 0;
      const offset = font.readUInt16BE(offsets + at);
      const glyph = offset === 0 ? code : font.readUInt16BE(offsets + at + offset + 2 * (code - start));
      return glyph === 0 ? 0 : (glyph + font.readUInt16BE(deltas + at)) & 0xffff;
    }
    return 0;
  };
}

function write() {
  const body = ([400, 600] as const).map((weight) => {
    const runs = readRuns(weight).map(({ from, widths }) => `    [0x${from.toString(16)}, [${widths.join(', ')}]],`);
    return `  ${weight}: [\n${runs.join('\n')}\n  ],`;
  });
  const head = `/** Made by \`server/start/font-metrics.ts\` from Atkinson Hyperlegible Next: widths in thousandths of the size. */`;
  const type = `Readonly<Record<400 | 600, readonly (readonly [number, readonly number[]])[]>>`;
  writeFileSync(target, `${head}\nexport const fontRuns: ${type} = {\n${body.join('\n')}\n};\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) write();
