import { expect, test } from 'vitest';
import { emptyBoard } from '@samenbord/shared/board/board.ts';
import type { Board } from '@samenbord/shared/board/board.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { historyWords, reasonWords } from '@samenbord/shared/words/history.ts';
import { historyDeeds, restoredItem } from '@samenbord/shared/wire/http-history.ts';
import type { HistoryItem } from '@samenbord/shared/wire/http-history.ts';
import { nameOfItem, sayChange, sayInstant, sayRestoredItem } from './history.ts';

const nadia = {
  id: 'nadia',
  type: 'persoon',
  versie: 1,
  weg: false,
  naam: 'Nadia',
  bijzonderheid: '',
} as unknown as Thing;
const board: Board = { ...emptyBoard, things: new Map([['nadia', nadia]]) };
const item = (more: Partial<HistoryItem>): HistoryItem => ({
  wat: 'veld',
  door: 'Karim',
  van: '2026-03-01T10:00:00.000Z',
  op: '2026-03-01T10:00:00.000Z',
  moment: '1.2',
  ervoor: '1.1',
  ding: 'kaart',
  soort: 'notitie',
  titel: 'Rust',
  ...more,
});
const said = (more: Partial<HistoryItem>) => {
  const { sentence, lines } = sayChange(board, item(more));
  return [sentence, ...lines.map(({ label, text }) => `${label} ${text}`.trim())];
};

test('L24 every change is said in a plain sentence with names and words, never with ids or codes', () => {
  expect(said({ veld: 'tekst', oud: 'Rust', nieuw: 'Eerst rust' })).toEqual([
    'Karim heeft de tekst veranderd.',
    'Eerst: Rust',
    'Daarna: Eerst rust',
  ]);
  expect(said({ veld: 'over', nieuw: ['nadia', 'bestaat-niet'] })[1]).toBe('Ingevuld: Nadia');
  expect(said({ soort: 'persoon', veld: 'geboren', oud: '1985-03~' })[1]).toBe('Weggehaald: rond maart 1985');
  expect(said({ veld: 'tekst', verborgen: true })).toEqual(['Karim heeft de tekst veranderd.', historyWords.hidden]);
  for (const wat of historyDeeds) {
    const [sentence] = said({ wat, veld: wat === 'veld' ? 'tekst' : undefined, aantal: 2 });
    expect(sentence).toMatch(/^Karim heeft .+\.$/);
  }
  expect(said({ soort: 'hologram', veld: 'diep', oud: { a: 1 }, nieuw: 2 })).toHaveLength(1);
  expect([
    nameOfItem({ soort: 'notitie', titel: ' ' }),
    nameOfItem({ soort: 'notitie', titel: 'Rust' }),
    nameOfItem({}),
  ]).toEqual(['Kaartje', '“Rust”', '']);
  for (const wat of restoredItem.shape.wat.options) {
    expect(sayRestoredItem({ wat, ding: 'kaart', soort: 'notitie', titel: 'Rust', veld: 'tekst' })).toMatch(
      /^(“Rust”: .+|Een tekening)$/,
    );
  }
  for (const sentence of Object.values(reasonWords)) expect(sentence).toMatch(/^[A-Z][^<>]+\.$/);
  const now = new Date('2026-03-02T12:00:00');
  expect([sayInstant('2026-03-02T09:05:00', now), sayInstant('2026-02-28T23:59:00', now)]).toEqual([
    'vandaag om 09:05',
    '28 februari 2026 om 23:59',
  ]);
});
