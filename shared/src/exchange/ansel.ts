import { ExchangeRefusal } from './refusal.ts';
import { oneByte } from './utf.ts';

/** The letters of ANSEL (ANSI Z39.47, with the additions of GEDCOM 5.5.1) that are not ASCII, by their byte. */
const letters: Readonly<Record<number, string>> = {
  0xa1: 'Ł',
  0xa2: 'Ø',
  0xa3: 'Đ',
  0xa4: 'Þ',
  0xa5: 'Æ',
  0xa6: 'Œ',
  0xa7: 'ʹ',
  0xa8: '·',
  0xa9: '♭',
  0xaa: '®',
  0xab: '±',
  0xac: 'Ơ',
  0xad: 'Ư',
  0xae: 'ʼ',
  0xb0: 'ʻ',
  0xb1: 'ł',
  0xb2: 'ø',
  0xb3: 'đ',
  0xb4: 'þ',
  0xb5: 'æ',
  0xb6: 'œ',
  0xb7: 'ʺ',
  0xb8: 'ı',
  0xb9: '£',
  0xba: 'ð',
  0xbc: 'ơ',
  0xbd: 'ư',
  0xbe: '□',
  0xbf: '■',
  0xc0: '°',
  0xc1: 'ℓ',
  0xc2: '℗',
  0xc3: '©',
  0xc4: '♯',
  0xc5: '¿',
  0xc6: '¡',
  0xc7: 'ß',
  0xc8: '€',
  0xcf: 'ß',
};

/** What ANSEL writes before the letter it belongs to, from 0xE0: as the combining mark that Unicode writes after it. */
const marks = [
  0x309,
  0x300,
  0x301,
  0x302,
  0x303,
  0x304,
  0x306,
  0x307,
  0x308,
  0x30c,
  0x30a,
  0xfe20,
  0xfe21,
  0x315,
  0x30b,
  0x310,
  0x327,
  0x328,
  0x323,
  0x324,
  0x325,
  0x333,
  0x332,
  0x326,
  0x31c,
  0x32e,
  0xfe22,
  0xfe23,
  undefined,
  undefined,
  0x313,
];

/** ANSEL to text. Refuses (`tekens`) a byte that ANSEL does not have, and a mark without a letter. */
export function ansel(bytes: Uint8Array): string {
  let waiting = '';
  const parts: string[] = [];
  for (const byte of bytes) {
    const mark = byte >= 0xe0 ? marks[byte - 0xe0] : undefined;
    if (mark !== undefined && waiting.length < 4) {
      waiting = String.fromCharCode(mark) + waiting;
      continue;
    }
    const letter = byte < 0x80 ? String.fromCharCode(byte) : letters[byte];
    if (letter === undefined || (waiting !== '' && byte < 0x20)) throw new ExchangeRefusal('tekens');
    parts.push(waiting === '' ? letter : (letter + waiting).normalize('NFC'));
    waiting = '';
  }
  if (waiting !== '') throw new ExchangeRefusal('tekens');
  return parts.join('');
}

/** What Windows-1252 has from 0x80 to 0x9F, where Latin-1 has nothing to read. */
const windows = [
  0x20ac, 0, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0, 0x17d, 0, 0, 0x2018,
  0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0, 0x17e, 0x178,
];

/** Windows-1252 (which the makers of programs call "ANSI") to text. */
export const windows1252 = (bytes: Uint8Array): string =>
  oneByte(bytes, (byte) => (byte >= 0xa0 ? byte : windows[byte - 0x80] || undefined));
