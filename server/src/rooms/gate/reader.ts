import { refuse } from './refusal.ts';

/** Bytes with a place in them. Every reading moves the place and refuses to go past the end. */
export type Reader = { readonly bytes: Uint8Array; at: number };

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const short = 48;

export function readByte(reader: Reader): number {
  const byte = reader.bytes[reader.at++];
  return byte === undefined ? refuse('onleesbaar', 'ends too early') : byte;
}

/** A number of one to eight bytes, seven bits in each. */
export function readUint(reader: Reader): number {
  let byte = readByte(reader);
  if (byte < 128) return byte;
  let value = byte & 127;
  for (let factor = 128; factor < 2 ** 50; factor *= 128) {
    byte = readByte(reader);
    value += (byte & 127) * factor;
    if (byte < 128) return value;
  }
  return refuse('onleesbaar', 'number too long');
}

/** As above, with a sign in the first byte. */
export function readInt(reader: Reader): number {
  const first = readByte(reader);
  const sign = (first & 64) === 0 ? 1 : -1;
  if (first < 128) return sign * (first & 63);
  let value = first & 63;
  for (let factor = 64; factor < 2 ** 50; factor *= 128) {
    const byte = readByte(reader);
    value += (byte & 127) * factor;
    if (byte < 128) return sign * value;
  }
  return refuse('onleesbaar', 'number too long');
}

/** How many of something follow. Each takes at least one byte, so more than the bytes that are left is a lie. */
export function readCount(reader: Reader): number {
  const count = readUint(reader);
  return count > reader.bytes.length - reader.at ? refuse('onleesbaar', 'counts more than it holds') : count;
}

export function readFloat(reader: Reader, size: 4 | 8): number {
  const start = reader.at;
  reader.at += size;
  if (reader.at > reader.bytes.length) refuse('onleesbaar', 'ends too early');
  const view = new DataView(reader.bytes.buffer, reader.bytes.byteOffset + start, size);
  const value = size === 4 ? view.getFloat32(0) : view.getFloat64(0);
  return Number.isFinite(value) ? value : refuse('onleesbaar', 'not a finite number');
}

/** A string with its length in bytes before it. Refuses what is not UTF-8. */
export function readText(reader: Reader): string {
  const length = readCount(reader);
  const start = reader.at;
  reader.at += length;
  const plain = length <= short ? readAscii(reader.bytes, start, reader.at) : undefined;
  if (plain !== undefined) return plain;
  try {
    return utf8.decode(reader.bytes.subarray(start, reader.at));
  } catch {
    return refuse('onleesbaar', 'not utf-8');
  }
}

/** Most strings are a key or one letter: reading those by hand is much cheaper than a decoder. */
function readAscii(bytes: Uint8Array, start: number, end: number): string | undefined {
  let text = '';
  for (let index = start; index < end; index++) {
    const byte = bytes[index] ?? 128;
    if (byte >= 128) return undefined;
    text += String.fromCharCode(byte);
  }
  return text;
}
