import type { Dice } from '../gate-dice.ts';

/** Numbers and pieces that decoders are known to stumble over. */
const edges: readonly (readonly number[])[] = [
  [],
  [0],
  [0x7f],
  [0x80],
  [0xff],
  [0x80, 0x80, 0x80, 0x80, 0x08],
  [0xff, 0xff, 0xff, 0xff, 0x0f],
  [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f],
  [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01],
  [0xed, 0xa0, 0xbd],
  [0xc0, 0x80],
];

/** Takes bytes that mean something, gives them with one to four flaws. */
export function broken(bytes: Uint8Array, dice: Dice): Uint8Array {
  let now: readonly number[] = [...bytes];
  for (let left = 1 + dice.below(4); left > 0; left--) now = flawed(now, dice);
  return Uint8Array.from(now);
}

function flawed(bytes: readonly number[], dice: Dice): readonly number[] {
  const at = dice.below(bytes.length + 1);
  const length = dice.below(8);
  switch (dice.below(7)) {
    case 0:
      return bytes.map((byte, index) => (index === at ? dice.below(256) : byte));
    case 1:
      return bytes.map((byte, index) => (index === at ? byte ^ (1 << dice.below(8)) : byte));
    case 2:
      return bytes.slice(0, at);
    case 3:
      return [...bytes.slice(0, at), ...bytes.slice(at + length)];
    case 4:
      return [...bytes.slice(0, at), ...dice.pick(edges), ...bytes.slice(at)];
    case 5:
      return [...bytes.slice(0, at), ...dice.pick(edges), ...bytes.slice(at + length)];
    default:
      return [...bytes.slice(0, at), ...bytes.slice(Math.max(0, at - length), at), ...bytes.slice(at)];
  }
}

export const someBytes = (dice: Dice, most: number): Uint8Array =>
  Uint8Array.from({ length: dice.below(most) }, () => dice.below(256));

const strange: readonly unknown[] = [
  null,
  true,
  -1,
  1e308,
  -0,
  2 ** 53,
  '',
  '__proto__',
  'constructor',
  '\ud83d',
  '\u0000',
  'a'.repeat(5000),
  [],
  {},
  [[[[[[]]]]]],
  { toString: 1, valueOf: 1, length: -1 },
];

/** A JSON value in which one to three values, names or lists are not what they should be. */
export function strangeJson(value: unknown, dice: Dice): unknown {
  const copy: unknown = structuredClone(value);
  for (let left = 1 + dice.below(3); left > 0; left--) spoil(copy, dice);
  return copy;
}

function spoil(value: unknown, dice: Dice): void {
  if (typeof value !== 'object' || value === null) return;
  const holder = value as Record<string, unknown>;
  const keys = Object.keys(holder);
  if (keys.length === 0) return;
  const key = dice.pick(keys);
  if (dice.chance(60)) return spoil(holder[key], dice);
  if (dice.chance(60)) holder[key] = structuredClone(dice.pick(strange));
  else if (dice.chance(50)) holder[dice.pick(['vreemd', 'type', 'id', 'values'])] = holder[key];
  else if (Array.isArray(value)) value.push(...(value as unknown[]));
  else delete holder[key];
}
