const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const highest = digits.length ** 3 - 1;

/**
 * Takes a rank from 0, gives a fractional index key of fixed length: the same rank gives the same key in every browser, another rank another key,
 * and keys sort as ranks do. tldraw crashes on duplicate indices, so they are never computed from what the store already holds.
 * Refuses a rank above 238,327.
 */
export function indexKey(rank: number): string {
  if (!Number.isInteger(rank) || rank < 0 || rank > highest) throw new RangeError('rank of a shape out of bounds');
  const digit = (unit: number): string => digits[Math.floor(rank / unit) % digits.length] ?? '0';
  return `c${digit(digits.length ** 2)}${digit(digits.length)}${digit(1)}`;
}
