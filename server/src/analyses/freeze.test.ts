import canonicalize from 'canonicalize';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyBoard } from '@samenbord/shared/board/board.ts';
import { canonicalJson } from '@samenbord/shared/verklarende-analyse/canonical.ts';
import type { BoardRow, ParticipantRow, Storage, VersionRow } from '../storage/storage.ts';
import { analysisFor } from './analysis-for.ts';
import { freeze, hashOfVersion, openVersion } from './freeze.ts';

const karim: ParticipantRow = {
  board: 'b',
  id: 'pkarim',
  naam: 'Karim',
  rol: 'casusregisseur',
  opent: ['gedeeld', 'eigen'],
  grondslag: 'wettelijke-plicht',
  geinformeerd: 'geinformeerd',
  tot: '2099-12-31',
  createdAt: '2026-11-01T10:00:00Z',
};
const row: BoardRow = {
  id: 'b',
  titel: 'Een gezin',
  facts: { regie: [], kaders: [] },
  createdAt: '2026-11-01T10:00:00Z',
};

/** Storage that keeps versions in memory; only what freezing and reading touch. */
function memory(): { storage: Storage; kept: VersionRow[] } {
  const kept: VersionRow[] = [];
  const part: Partial<Storage> = {
    board: async () => row,
    participants: async () => [karim],
    versions: async () => kept,
    version: async (_board, id) => kept.find((one) => one.id === id),
    positions: async () => [],
    addVersion: async (version) => void kept.push(version),
  };
  return { storage: part as Storage, kept };
}

const rooms = { read: async () => emptyBoard };
const request = (id: string) => ({
  board: 'b',
  door: karim,
  titel: 'Na de tweede avond',
  gemaakt: '2026-11-22T10:00:00.000Z',
  id,
});

test('V3 canonical JSON is that of RFC 8785, as an independent writer makes it', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      expect(canonicalJson(value)).toBe(canonicalize(value));
    }),
  );
});

test('V13 a frozen version is kept with the SHA-256 of its bytes and the next number; one changed byte and it is refused', async () => {
  const { storage, kept } = memory();
  const first = await freeze(storage, rooms, request('v1'));
  const second = await freeze(storage, rooms, request('v2'));
  expect([first.nummer, second.nummer, kept.length]).toEqual([1, 2, 2]);
  expect(first.hash).toBe(hashOfVersion(first.content));
  expect(first.hash).toMatch(/^[0-9a-f]{64}$/);
  expect(openVersion(first).deelnemers.map((one) => one.naam)).toEqual(['Karim']);
  expect(() => openVersion({ ...first, content: first.content.replace('Karim', 'Kasim') })).toThrow('reservekopie');
});

test('V13 nothing is kept when the table cannot be read', async () => {
  const { storage, kept } = memory();
  const closed = { read: () => Promise.reject(new Error('onbereikbaar')) };
  await expect(freeze(storage, closed, request('v1'))).rejects.toThrow('onbereikbaar');
  expect(kept).toEqual([]);
});

test('V13 the analysis of a stored version carries its hash; a version that is not there gives nothing', async () => {
  const { storage } = memory();
  const version = await freeze(storage, rooms, request('v1'));
  const found = await analysisFor(storage, 'b', 'v1', karim);
  expect(found?.hash).toBe(version.hash);
  expect(found?.analysis.delen.map((part) => part.letter).join('')).toBe('ABCDEFGHIJKLMNOPQRST');
  expect(await analysisFor(storage, 'b', 'v9', karim)).toBeUndefined();
});
