import { expect } from 'vitest';
import * as Y from 'yjs';
import type { RefusalCode } from '@samenbord/shared/wire/socket.ts';
import type { Table } from './gate-table.ts';
import { differences, isPending, look, shownIn } from './oracle.ts';

/** Refused, nothing changed, and the room goes on with the next honest change. */
export function expectRefused(table: Table, bytes: Uint8Array, code: RefusalCode): void {
  const before = Y.encodeStateAsUpdate(table.room.doc);
  const verdict = table.room.submit(table.writer, bytes);
  expect(verdict).toMatchObject({ ok: false, code });
  expect(Y.encodeStateAsUpdate(table.room.doc)).toEqual(before);
  expectAlive(table);
}

export function expectAlive(table: Table): void {
  expect(isPending(table.room.doc)).toBe(false);
  table.victim.pull();
  const verdicts = table.victim.act({
    kind: 'editText',
    id: 'kaart-v',
    field: 'tekst',
    at: 0,
    remove: '',
    insert: 'en ',
  });
  expect(verdicts.map(({ ok }) => ok)).toEqual([true]);
  expect(table.victim.doc.toJSON()).toEqual(table.room.doc.toJSON());
}

/** What the same bytes do to a plain Yjs document: the damage that the gate prevents. */
export function harm(
  table: Table,
  bytes: Uint8Array,
): { slots: string[]; threw: boolean; pending: boolean; shown: Record<string, string> } {
  const doc = table.plain();
  const before = look(doc);
  let threw = false;
  try {
    Y.applyUpdate(doc, bytes);
  } catch {
    threw = true;
  }
  return { slots: differences(before, look(doc)), threw, pending: isPending(doc), shown: shownIn(doc) };
}
