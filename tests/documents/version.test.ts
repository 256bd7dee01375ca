import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hashOfVersion } from '@samenbord/server/analyses/freeze.ts';
import { frameWords, groundWords, informedWords, partOrder, positionWords } from '@samenbord/shared/words/analysis.ts';
import { makeVersion, readVersion, VersionError } from '@samenbord/shared/verklarende-analyse/version.ts';
import { grounds, informed, kaders, partLetters, positionChoices } from '@samenbord/shared/wire/http.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { board, boardWith, family, freezeBoard } from './frozen.ts';

const { json, value } = freezeBoard();
const changed = (change: (held: Record<string, unknown>) => void): string => {
  const held: Record<string, unknown> = JSON.parse(json);
  change(held);
  return JSON.stringify(held);
};

test('V1 a version holds what lay on the table with the facts of authority, and the same table gives the same bytes in any order', () => {
  expect([...value.board.things.keys()].toSorted()).toEqual([...board.things.keys()].toSorted());
  expect(value.feiten).toEqual(family.feiten);
  const turned = {
    ...board,
    things: new Map([...board.things].reverse()),
    places: new Map([...board.places].reverse()),
  };
  expect(freezeBoard(turned).json).toBe(json);
});

test('V1 what was taken off the table is in no byte of the version', () => {
  const marker = 'MERKTEKEN-VAN-TAFEL';
  const card: Thing = {
    id: 'wegkaart',
    type: 'notitie',
    versie: 1,
    by: 'pkarim',
    weg: true,
    tekst: marker,
    over: undefined,
  };
  const table = boardWith((things) => things.set(card.id, card));
  const places = new Map([['gezinspatroon:wegkaart', { x: 1, y: 2 }]]);
  expect(freezeBoard({ ...table, places }).json).toBe(json);
  const back = freezeBoard({ ...boardWith((things) => things.set(card.id, { ...card, weg: false })), places });
  expect(back.json).toContain(marker);
  expect([...back.value.board.places]).toEqual([...places]);
});

test('V2 a version reads back as it was frozen', () => {
  const read = readVersion(json);
  for (const [id, thing] of board.things) expect(read.board.things.get(id)).toEqual(thing);
  expect(read).toEqual(value);
});

test('V2 content that is strange, newer or damaged is refused in one sentence that says nothing of what is in it', () => {
  const wrong = [
    '',
    'null',
    '{}',
    json.slice(0, -1),
    changed((held) => (held['schema'] = 2)),
    changed((held) => (held['extra'] = true)),
    changed((held) => (held['gemaakt'] = 'gisteren')),
    changed(
      (held) =>
        (held['dingen'] = [{ id: 'x-1', type: 'persoon', versie: 1, velden: { naam: 'GEHEIM', geslacht: 'draak' } }]),
    ),
    changed((held) => (held['dingen'] = [{ id: 'x-1', type: 'factor', versie: 1, velden: { tekst: 'GEHEIM' } }])),
    changed(
      (held) => (held['dingen'] = [{ id: 'x-1', type: 'notitie', versie: 1, velden: { tekst: 'GEHEIM', geheim: 1 } }]),
    ),
  ];
  for (const text of wrong) {
    const read = (): unknown => readVersion(text);
    expect(read).toThrow(VersionError);
    expect(read).toThrow(/^Deze versie kan niet gelezen worden: [^.]*\.$/);
  }
});

test('V2 a card of a type or version that this Samenbord does not know stays in the version as something unknown', () => {
  const read = readVersion(
    changed(
      (held) =>
        (held['dingen'] = [
          { id: 'x-1', type: 'hologram', versie: 1, velden: {} },
          { id: 'x-2', type: 'persoon', versie: 999, velden: {} },
        ]),
    ),
  );
  expect([read.board.things.size, read.board.unknown.map((one) => one.id)]).toEqual([0, ['x-1', 'x-2']]);
});

test('V2 a version of the first form stays readable, and freezing the same again gives the same bytes', () => {
  const first = readFileSync(new URL('fixtures/version-schema-1.json', import.meta.url), 'utf8');
  expect(hashOfVersion(first)).toBe('632aa0809788074e88b219b464ed2dd4ebb0daa28086e540aaa3636b4ccf7eb6');
  const { board: table, feiten, deelnemers, ...rest } = readVersion(first);
  const again = deelnemers.map(({ ingetrokken, ...one }) => ({
    ...one,
    revokedAt: ingetrokken ? '2026-11-20' : undefined,
  }));
  expect(table.things.size).toBe(7);
  expect(makeVersion({ ...rest, board: table, facts: feiten, deelnemers: again }).json).toBe(first);
});

test('V12 the words of the analysis cover exactly the choices of the contracts', () => {
  expect(Object.keys(groundWords)).toEqual([...grounds]);
  expect(Object.keys(informedWords)).toEqual([...informed]);
  expect(Object.keys(frameWords)).toEqual([...kaders]);
  expect(Object.keys(positionWords)).toEqual([...positionChoices]);
  expect(partOrder).toEqual([...partLetters]);
});
