import { ExchangeRefusal } from './refusal.ts';

/** How many characters are put together at once: more would not fit on the stack. */
const step = 4096;

/** Gathers code units into one string. */
class Gatherer {
  readonly #units = new Uint16Array(step + 2);
  readonly #parts: string[] = [];
  #at = 0;

  add(code: number): void {
    if (code > 0xffff) {
      this.#units[this.#at++] = 0xd800 + ((code - 0x10000) >> 10);
      this.#units[this.#at++] = 0xdc00 + ((code - 0x10000) & 0x3ff);
    } else this.#units[this.#at++] = code;
    if (this.#at >= step) this.#flush();
  }

  #flush(): void {
    this.#parts.push(String.fromCharCode(...this.#units.subarray(0, this.#at)));
    this.#at = 0;
  }

  text(): string {
    this.#flush();
    return this.#parts.join('');
  }
}

const least = [0, 0x80, 0x800, 0x10000];

/** UTF-8 to text. Refuses (`tekens`) what is no UTF-8: halves, detours, lone surrogates. Written out because this room has nothing but the language. */
export function utf8(bytes: Uint8Array): string {
  const text = new Gatherer();
  for (let at = 0; at < bytes.length; at++) {
    const first = bytes[at] ?? 0;
    if (first < 0x80) {
      text.add(first);
      continue;
    }
    const more =
      first >= 0xf0 && first < 0xf5 ? 3 : first >= 0xe0 && first < 0xf0 ? 2 : first >= 0xc2 && first < 0xe0 ? 1 : 0;
    if (more === 0) throw new ExchangeRefusal('tekens');
    let code = first & (0x3f >> more);
    for (let left = more; left > 0; left--) {
      const next = bytes[++at] ?? 0;
      if ((next & 0xc0) !== 0x80) throw new ExchangeRefusal('tekens');
      code = (code << 6) | (next & 0x3f);
    }
    if (code < (least[more] ?? 0) || code > 0x10ffff || (code >= 0xd800 && code < 0xe000))
      throw new ExchangeRefusal('tekens');
    text.add(code);
  }
  return text.text();
}

/** UTF-16 to text. Refuses (`tekens`) half characters. */
export function utf16(bytes: Uint8Array, bigEndian: boolean): string {
  if (bytes.length % 2 !== 0) throw new ExchangeRefusal('tekens');
  const text = new Gatherer();
  for (let at = 0; at < bytes.length; at += 2) {
    const [one = 0, two = 0] = [bytes[at], bytes[at + 1]];
    text.add(bigEndian ? (one << 8) | two : (two << 8) | one);
  }
  const whole = text.text();
  if (!whole.isWellFormed()) throw new ExchangeRefusal('tekens');
  return whole;
}

/** One byte is one character, by a table of what differs from Latin-1. Refuses (`tekens`) a byte that means nothing. */
export function oneByte(bytes: Uint8Array, table: (byte: number) => number | undefined): string {
  const text = new Gatherer();
  for (const byte of bytes) {
    const code = byte < 0x80 ? byte : table(byte);
    if (code === undefined) throw new ExchangeRefusal('tekens');
    text.add(code);
  }
  return text.text();
}
