import { expect, test } from 'vitest';
import { cssVariables, inks } from './tokens.ts';

const light = (hex: string): number => {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [r = 0, g = 0, b = 0] = channels.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a: string, b: string): number => {
  const [dark = 0, bright = 1] = [light(a), light(b)].sort((x, y) => x - y);
  return (bright + 0.05) / (dark + 0.05);
};

test('K18 every ink is a CSS variable, once', () => {
  const css = cssVariables();
  for (const [name, hex] of Object.entries(inks)) expect(css.split(`--${name}: ${hex};`).length).toBe(2);
  expect(css.split('\n').every((line) => /^--[\w-]+: .+;$/.test(line))).toBe(true);
});

test('K18 texts have 6.4 to 1 on their ground, edges and icons 3.5 to 1', () => {
  const texts = [
    ['ink', 'paper'],
    ['ink', 'household-2'],
    ['ink-soft', 'paper'],
    ['ink-soft', 'surface'],
    ['kracht-text', 'kracht-ground'],
    ['zorg-text', 'zorg-ground'],
    ['ink-soft', 'onbekend-ground'],
    ['action', 'surface'],
  ] as const;
  for (const [text, ground] of texts)
    expect(contrast(inks[text], inks[ground]), `${text} on ${ground}`).toBeGreaterThanOrEqual(6.4);
  for (const edge of ['kracht', 'zorg', 'onbekend', 'anders', 'veiligheid', 'line', 'action'] as const) {
    expect(contrast(inks[edge], inks.surface), edge).toBeGreaterThanOrEqual(3.5);
  }
});
