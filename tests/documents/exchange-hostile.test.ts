import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isText, isThingType, isValue } from '@samenbord/shared/board/things.ts';
import { bounds } from '@samenbord/shared/exchange/bounds.ts';
import { fromGedcom } from '@samenbord/shared/exchange/from-gedcom.ts';
import type { ReadFile } from '@samenbord/shared/exchange/from-gedcom.ts';
import { ExchangeRefusal } from '@samenbord/shared/exchange/refusal.ts';
import { sayRefusal } from '@samenbord/shared/words/exchange.ts';
import {
  bytesOf,
  counted,
  countedIds,
  gedcom,
  largeFile,
  namesIn,
  readFamilyFile,
  throughBoard,
} from './exchange-files.ts';

const read = (bytes: Uint8Array): ReadFile => fromGedcom(bytes, countedIds());

const withHead = (encoding: string, name: readonly number[]): Uint8Array =>
  new Uint8Array([
    ...bytesOf(`0 HEAD\r\n1 GEDC\r\n2 VERS 5.5.1\r\n1 CHAR ${encoding}\r\n0 @I1@ INDI\r\n1 NAME `),
    ...name,
    ...bytesOf('\r\n0 TRLR\r\n'),
  ]);
const asUtf16 = (text: string, bigEndian: boolean, mark: boolean): Uint8Array => {
  const codes = Uint16Array.from(Array.from(mark ? `\ufeff${text}` : text, (sign) => sign.split('')).flat(), (unit) =>
    unit.charCodeAt(0),
  );
  return new Uint8Array([...codes].flatMap((code) => (bigEndian ? [code >> 8, code & 255] : [code & 255, code >> 8])));
};

test('E5 each encoding of a family file is read, with accents and line ends of any kind', () => {
  const text = '0 HEAD\r1 GEDC\r2 VERS 5.5.1\r1 CHAR UNICODE\r0 @I1@ INDI\r1 NAME Zoë Łucja 😀\r0 TRLR';
  const asText = bytesOf(text.replace('UNICODE', 'UTF-8'));
  const files = [asText, new Uint8Array([0xef, 0xbb, 0xbf, ...asText])];
  for (const bigEndian of [true, false]) for (const mark of [true, false]) files.push(asUtf16(text, bigEndian, mark));
  for (const file of files) expect(namesIn(read(file))).toEqual(['Zoë Łucja 😀']);
  // ANSEL writes the mark before the letter.
  expect(namesIn(read(withHead('ANSEL', [0x5a, 0x6f, 0xe8, 0x65, 0x20, 0xa1, 0xf0, 0x63, 0xb2])))).toEqual(['Zoë Łçø']);
  expect(namesIn(read(withHead('ANSI', [0x5a, 0x6f, 0xeb, 0x20, 0x8a, 0x80])))).toEqual(['Zoë Š€']);
  expect(namesIn(read(withHead('ASCII', [0x5a, 0x6f])))).toEqual(['Zo']);
});

/** What reading says of these bytes; fails when it takes them. */
function refusalOf(bytes: Uint8Array): ExchangeRefusal {
  try {
    read(bytes);
  } catch (error) {
    if (error instanceof ExchangeRefusal) return error;
    throw error;
  }
  throw new Error('the file was taken');
}

test('E6 a broken or hostile file is refused with a sentence that says what and where', () => {
  const deep = (levels: number) =>
    bytesOf(`0 HEAD\n${Array.from({ length: levels }, (_, level) => `${level + 1} A`).join('\n')}\n`);
  const cases: readonly (readonly [reason: string, bytes: Uint8Array, line?: number])[] = [
    ['leeg', new Uint8Array()],
    ['leeg', bytesOf(' \n\n ')],
    ['te-groot', new Uint8Array(50 * 1024 * 1024).fill(48)],
    ['geen-gedcom', bytesOf('{"soort":"iets"}'), 1],
    ['geen-gedcom', bytesOf('0 @I1@ INDI\n'), 1],
    ['geen-gedcom', bytesOf('0 HEAD\n0 TRLR\n')],
    ['geen-gedcom', new Uint8Array([0x89, ...bytesOf('PNG\n')].map((byte) => byte & 127)), 1],
    ['ingepakt', bytesOf('PK\u0003\u0004')],
    ['versie', gedcom([], '4.0')],
    ['tekenset', withHead('IBMPC', [65])],
    ['tekens', withHead('ASCII', [0xeb])],
    ['tekens', withHead('UTF-8', [0xeb])],
    ['tekens', withHead('UTF-8', [0xc0, 0x80])],
    ['tekens', withHead('UTF-8', [0xed, 0xa0, 0x80])],
    ['tekens', withHead('UTF-8', [0x41, 0x00])],
    ['tekens', withHead('ANSEL', [0xff])],
    ['tekens', new Uint8Array([...asUtf16('0 HEAD\n', false, true), 0xd8])],
    ['regel', gedcom(['0 @I1@ INDI', 'zonder nummer']), 5],
    ['regel', gedcom([`1 NOTE ${'x'.repeat(bounds.lineLength)}`]), 4],
    ['niveau', gedcom(['0 @I1@ INDI', '2 DATE 1980']), 5],
    ['te-diep', deep(1_000_000), 101],
    ['te-diep', gedcom(['1000000 A x']), 4],
    ['dubbel-nummer', gedcom(['0 @I1@ INDI', '0 @I1@ INDI'])],
    ['te-veel-regels', bytesOf(`0 HEAD\n${'1 A\n'.repeat(bounds.lines)}`)],
    ['te-veel-mensen', gedcom(Array.from({ length: bounds.people + 1 }, (_, nr) => `0 @I${nr}@ INDI`))],
  ];
  for (const [reason, bytes, line] of cases) {
    const refusal = refusalOf(bytes);
    expect([refusal.reason, refusal.line], reason).toEqual([reason, line]);
    const sentence = sayRefusal(refusal.reason, refusal.line, refusal.encoding);
    expect(sentence).toMatch(/^[A-Z].*Er is niets veranderd op het bord\.$/);
    expect(sentence.includes('(regel ')).toBe(line !== undefined);
  }
  expect(sayRefusal('tekenset', undefined, refusalOf(withHead('IBMPC', [65])).encoding)).toContain('(IBMPC)');
});

test('E6 a text that goes on and on costs no more than its bytes', () => {
  const goesOn = Array.from({ length: 100_000 }, () => '2 CONC xxxxxxxxxxxxxxxxxxxx');
  const many = Array.from({ length: 20_000 }, () => '1 ADOP\n2 FAMC @F1@\n1 FAMC @F1@');
  const file = read(
    gedcom(['0 @I1@ INDI', '1 NAME A', ...goesOn, '0 @I2@ INDI', ...many, '0 @F1@ FAM', '1 CHIL @I2@']),
  );
  expect(namesIn(file).map((name) => name.length)).toEqual([80, 0]);
  expect(counted(file)).toEqual({ 'lange-naam': 1, 'ouders-onbekend': 20_000 });
});

test('E7 whatever happens to the bytes of a file, it is read or refused, and what is read can stand on a board', () => {
  const files = [readFamilyFile('vermeer-70.ged'), largeFile(12), withHead('ANSEL', [0xe8, 0x65])];
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 12 }),
    fc
      .constantFrom(
        '\n',
        '0 @I1@ INDI\n',
        '1 FAMC @F1@\n',
        '99 X\n',
        '2 CONC ',
        '\u0000',
        '@VOID@',
        '1 DATE BET ',
        '\r\n\r\n',
      )
      .map(bytesOf),
  );
  const harsh = fc.record({ at: fc.nat(), cut: fc.nat(40), put: piece });
  // One sign for another: a wrong number, a pointer to somebody else, a tag that nobody knows.
  const slight = fc.record({
    at: fc.nat(),
    cut: fc.constant(1),
    put: fc.constantFrom(...'0123456789AFIMX@ '.split('')).map(bytesOf),
  });
  const damage = fc.oneof({ weight: 1, arbitrary: harsh }, { weight: 5, arbitrary: slight });
  let taken = 0;
  let slowest = 0;
  fc.assert(
    fc.property(fc.constantFrom(...files), fc.array(damage, { minLength: 1, maxLength: 6 }), (file, damages) => {
      let bytes = file;
      for (const { at, cut, put } of damages) {
        const from = at % (bytes.length + 1);
        bytes = new Uint8Array([...bytes.subarray(0, from), ...put, ...bytes.subarray(from + cut)]);
      }
      const began = performance.now();
      try {
        const { things } = read(bytes);
        taken += 1;
        for (const { type, values, texts } of things) {
          if (!isThingType(type)) return false;
          for (const [name, value] of Object.entries(values)) if (!isValue(type, name, value)) return false;
          for (const [name, value] of Object.entries(texts)) if (!isText(type, name, value)) return false;
        }
        return throughBoard(things).things.length <= things.length;
      } catch (error) {
        return error instanceof ExchangeRefusal;
      } finally {
        slowest = Math.max(slowest, performance.now() - began);
      }
    }),
    { numRuns: 400 },
  );
  console.log(`E7: ${taken} of 400 damaged files were read; the slowest took ${Math.round(slowest)} ms`);
  expect(taken).toBeGreaterThan(0);
});
