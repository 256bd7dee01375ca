import { expect, test } from 'vitest';
import { carryOut } from '@samenbord/shared/document/intent.ts';
import { applyJudged, judge } from '@samenbord/server/rooms/gate/judge.ts';
import { origins } from '../support/gate-room.ts';
import { setTable } from '../support/gate-table.ts';

/** Keystrokes in the middle of a text that is already long, as they come from a browser. */
function typing(count: number): { table: ReturnType<typeof setTable>; keys: Uint8Array[] } {
  const table = setTable();
  const keys: Uint8Array[] = [];
  const doc = table.attacker.doc;
  doc.on('update', (bytes: Uint8Array) => keys.push(bytes));
  for (let at = 0; at < count; at++) {
    if (at % 10 === 9)
      carryOut(doc, { kind: 'editText', id: 'kaart-h', field: 'tekst', at: 3, remove: 'x', insert: '' }, origins);
    else if (at % 10 === 8)
      carryOut(doc, { kind: 'place', view: 'tijdlijn', id: 'kaart-h', at: { x: at, y: 0 } }, origins);
    else
      carryOut(
        doc,
        { kind: 'editText', id: 'kaart-h', field: 'tekst', at: 4 + (at % 300), remove: '', insert: 'x' },
        origins,
      );
  }
  return { table, keys };
}

function measure(count: number): { judged: number; applied: number; refused: number } {
  const { table, keys } = typing(count);
  const { room, writer } = table;
  const result = { judged: 0, applied: 0, refused: 0 };
  for (const bytes of keys) {
    const start = performance.now();
    const verdict = judge(room.scene, writer, bytes);
    const middle = performance.now();
    if (!verdict.ok) result.refused++;
    else if (verdict.update !== undefined) applyJudged(room.doc, verdict.update);
    result.judged += middle - start;
    result.applied += performance.now() - middle;
  }
  return result;
}

test('G18 judging a keystroke costs some microseconds, in proportion to what it touches', () => {
  measure(1000);
  const { judged, applied, refused } = measure(1000);
  expect(refused).toBe(0);
  console.log(`gate, one keystroke: judged in ${judged.toFixed(1)} µs, applied by Yjs in ${applied.toFixed(1)} µs`);
});
