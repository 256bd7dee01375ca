import { ansel, windows1252 } from './ansel.ts';
import { bounds } from './bounds.ts';
import { ExchangeRefusal } from './refusal.ts';
import { oneByte, utf16, utf8 } from './utf.ts';

const startsWith = (bytes: Uint8Array, ...marks: number[]): boolean => marks.every((mark, at) => bytes[at] === mark);

/** What the head of a 5.5.1 file says its characters are; nothing when it says nothing. Only the beginning is looked at. */
function saidEncoding(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 4000));
  return /(?:^|[\r\n])[ \t]*1[ \t]+CHAR[ \t]+([!-~][ -~]{0,40})/.exec(head)?.[1]?.trim().toUpperCase();
}

const never = (): undefined => undefined;

/**
 * Takes the bytes of a family file, gives its text. UTF-8 and UTF-16, with or without a mark, and what 5.5.1 files say they are: ASCII, ANSEL, ANSI. Refuses
 * what is too large, packed, empty, of another encoding (`tekenset`, with its name), or holds bytes that its encoding does not have (`tekens`).
 */
export function decode(bytes: Uint8Array): string {
  if (bytes.length > bounds.fileBytes) throw new ExchangeRefusal('te-groot');
  if (bytes.length === 0) throw new ExchangeRefusal('leeg');
  const text = read(bytes);
  if (text.includes('\0')) throw new ExchangeRefusal('tekens');
  if (text.trim() === '') throw new ExchangeRefusal('leeg');
  return text;
}

function read(bytes: Uint8Array): string {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return utf8(bytes.subarray(3));
  if (startsWith(bytes, 0xff, 0xfe)) return utf16(bytes.subarray(2), false);
  if (startsWith(bytes, 0xfe, 0xff)) return utf16(bytes.subarray(2), true);
  if (startsWith(bytes, 0x30, 0x00)) return utf16(bytes, false);
  if (startsWith(bytes, 0x00, 0x30)) return utf16(bytes, true);
  if (startsWith(bytes, 0x50, 0x4b)) throw new ExchangeRefusal('ingepakt');
  const said = saidEncoding(bytes);
  switch (said) {
    case undefined:
    case 'UTF-8':
    case 'UTF8':
      return utf8(bytes);
    case 'ASCII':
      return oneByte(bytes, never);
    case 'ANSEL':
      return ansel(bytes);
    case 'ANSI':
    case 'WINDOWS-1252':
    case 'CP1252':
      return windows1252(bytes);
    default:
      throw new ExchangeRefusal('tekenset', { encoding: said.replaceAll(/[^A-Z0-9 .-]/g, '').slice(0, 20) });
  }
}
