/**
 * Canonical JSON (RFC 8785): takes plain JSON data, gives the one text that stands for it, so that equal data has equal bytes and one hash.
 * Keys in the order of their UTF-16 units, no spaces, numbers as ECMAScript writes them; a key without a value is left out.
 * Refuses (`RangeError`) what JSON cannot hold: a number without an end, half a character, anything but data.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return number(value);
  if (typeof value === 'string') return text(value);
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof value !== 'object') throw new RangeError('only data can be written as JSON');
  const entries = Object.entries(value)
    .filter(([, held]) => held !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, held]) => `${text(key)}:${canonicalJson(held)}`);
  return `{${entries.join(',')}}`;
}

function number(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError('JSON has no such number');
  return JSON.stringify(value);
}

function text(value: string): string {
  if (!value.isWellFormed()) throw new RangeError('JSON has no half characters');
  return JSON.stringify(value);
}
