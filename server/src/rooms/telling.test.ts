import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Connection } from './connection.ts';
import { readFrame } from './frames.ts';
import { createTelling } from './telling.ts';

/** A connection as far as telling goes: what it was sent, and the document that makes of it. */
function reader(): { readonly connection: Connection; readonly doc: Y.Doc; frames: number } {
  const doc = new Y.Doc();
  const one = { doc, frames: 0, connection: undefined as unknown as Connection };
  const send = (bytes: Uint8Array): void => {
    const frame = readFrame(bytes);
    if (frame?.kind === 'update') Y.applyUpdate(doc, frame.update);
    one.frames += 1;
  };
  one.connection = { send } as unknown as Connection;
  return one;
}

test('R51 what one commit makes known is told as one frame, and all documents become the same', () => {
  const people = [reader(), reader(), reader()];
  const telling = createTelling(new Set(people.map(({ connection }) => connection)));
  const frames = (): number[] => people.map((one) => one.frames);
  for (const { doc, connection } of people) {
    doc.getMap('places').set(`of ${doc.clientID}`, 1);
    doc.getMap('places').set('of all', doc.clientID);
    telling.add(Y.encodeStateAsUpdate(doc), connection);
  }
  expect(frames()).toEqual([0, 0, 0]);
  telling.tell();
  expect(frames()).toEqual([1, 1, 1]);
  const [one, ...others] = people.map(({ doc }) => doc.getMap('places').toJSON());
  expect(Object.keys(one ?? {})).toHaveLength(4);
  for (const other of others) expect(other).toEqual(one);

  // Of a single change the writer hears nothing, and nothing is told twice.
  const [writer] = people;
  if (writer === undefined) throw new Error('nobody');
  telling.add(Y.encodeStateAsUpdate(writer.doc), writer.connection);
  telling.tell();
  telling.tell();
  expect(frames()).toEqual([1, 2, 2]);
});
