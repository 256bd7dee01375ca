import { expect, test } from 'vitest';
import { emptyBoard } from '@samenbord/shared/board/board.ts';
import type { Board } from '@samenbord/shared/board/board.ts';
import { definitionOf, fieldOf, isValue } from '@samenbord/shared/board/things.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { filledIn } from '../pure/filled-in.ts';
import { creation } from '../pure/making.ts';
import { moreTools, twins, violence } from './more-tools.ts';
import { tools } from './tool-list.ts';

const thing = (id: string, type: string, fields: object): Thing =>
  ({ id, type, versie: 1, weg: false, by: 'pkarim', ...fields }) as unknown as Thing;
const board: Board = {
  ...emptyBoard,
  things: new Map(
    [
      ...['nadia', 'ruben', 'sanne', 'milan', 'noor'].map((id) => thing(id, 'persoon', { naam: id })),
      thing('paar', 'partnerrelatie', { partners: ['nadia', 'ruben'] }),
      ...['sanne', 'milan'].map((kind) =>
        thing(`k-${kind}`, 'ouder-kind', { kind, ouders: ['nadia', 'ruben'], soort: 'biologisch' }),
      ),
      thing('k-noor', 'ouder-kind', { kind: 'noor', ouders: ['nadia'], soort: 'biologisch' }),
    ].map((one) => [one.id, one]),
  ),
};

test('C68 losses and violence are in no quick list, and are the only ones that say first who will read them', () => {
  const quick = JSON.stringify(tools.genogram);
  for (const word of ['miskraam', 'afgebroken', 'doodgeboren', 'geweld']) expect(quick).not.toContain(word);
  const offered = moreTools(board, 'nadia').map(({ tool }) => tool);
  for (const tool of [...offered, violence]) {
    const kinds = Object.keys(tool.asks.find(({ field }) => field === 'soort')?.options ?? {});
    const isTender = kinds.some((kind) => /miskraam|afgebroken|doodgeboren|geweld/.test(kind));
    expect([tool.name, tool.careful === true]).toEqual([tool.name, isTender]);
  }
  // A line says according to whom.
  for (const line of [violence, tools.genogram.find(({ name }) => name === 'relatielijn')])
    expect(JSON.stringify(line)).toContain('words-of');
});

test('C68 what the longer list makes is whole: a pregnancy has its parents, an animal its people, twins their brothers and sisters', () => {
  const answers = {
    soort: 'miskraam',
    wanneer: 'rond 2015',
    naam: 'Bolle',
  };
  for (const { tool, first } of moreTools(board, 'nadia')) {
    const asked = tool.name === 'verlies' ? answers : { ...answers, soort: tool.type === 'huisdier' ? 'hond' : '' };
    const filled = filledIn(tool.type, tool.asks, { ...asked, ...first });
    if (!filled.ok) throw new Error(`${tool.name}: ${JSON.stringify(filled.mistakes)}`);
    const me = { id: 'pkarim', rol: 'casusregisseur', opens: ['gedeeld'] } as const;
    const intent = creation({ tool, filled, ends: ['nadia'], at: { x: 1, y: 2 } }, 'nieuw', me, 'genogram', board);
    const values = intent?.kind === 'create' ? (intent.thing.values ?? {}) : {};
    for (const field of definitionOf(tool.type).required)
      expect([tool.name, field, field in values]).toEqual([tool.name, field, true]);
    for (const [field, value] of Object.entries(values))
      expect([field, fieldOf(tool.type, field)?.kind, isValue(tool.type, field, value)]).toEqual([
        field,
        'value',
        true,
      ]);
  }
  expect(moreTools(board, 'nadia')[0]?.first).toEqual({ ouders: ['nadia', 'ruben'] });
  expect(twins(board, ['sanne', 'milan'])[0]?.first).toEqual({ kinderen: ['sanne', 'milan'] });
  // A half-sister is no twin, and neither is a parent.
  expect(twins(board, ['sanne', 'noor'])).toEqual([]);
  expect(twins(board, ['nadia', 'sanne'])).toEqual([]);
});
