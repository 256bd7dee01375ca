import type { Ink } from './picture.ts';

/** The colours of Samenbord: one file for screen, picture and document. Texts have 6.4:1 or more on their ground, edges 3.5:1. */
export const inks: Readonly<Record<Ink, string>> = {
  ink: '#1E2A38',
  'ink-soft': '#4A5666',
  line: '#8C8372',
  paper: '#FBF9F5',
  surface: '#FFFFFF',
  action: '#0B5D78',
  kracht: '#2E7D46',
  'kracht-ground': '#E6F2E8',
  'kracht-text': '#1F5C33',
  zorg: '#B36200',
  'zorg-ground': '#FFF1DB',
  'zorg-text': '#7A4100',
  onbekend: '#6B7686',
  'onbekend-ground': '#EDEFF2',
  anders: '#7A57B5',
  'anders-ground': '#F0EAF8',
  veiligheid: '#C4262E',
  household: '#E9EEE2',
  'household-2': '#F3E9DC',
  'household-3': '#E4ECF1',
};

/** What only screens need: grounds of zones, texts on coloured grounds, sizes. */
const screenTokens = {
  'action-text': '#FFFFFF',
  'onbekend-text': '#4A5666',
  'anders-text': '#53338A',
  'veiligheid-text': '#9B1219',
  'veiligheid-ground': '#FDE8E8',
  'eigen-ground': '#F3EFE6',
  'team-ground': '#E8EEF4',
  'radius-card': '12px',
  'radius-control': '8px',
  'text-size': '18px',
  'text-size-small': '16px',
  'text-size-big-screen': '28px',
  'line-height': '1.5',
  'target-size': '48px',
  'shadow-floating': '0 4px 16px rgb(30 42 56 / 0.16)',
  'motion-time': '180ms',
} as const;

export const fontFamily = 'Atkinson Hyperlegible Next';

/** All tokens as CSS custom properties, to stand between the braces of `:root { }`. */
export function cssVariables(): string {
  const tokens = { ...inks, ...screenTokens, 'font-family': `'${fontFamily}', system-ui, sans-serif` };
  return Object.entries(tokens)
    .map(([name, value]) => `--${name}: ${value};`)
    .join('\n');
}
