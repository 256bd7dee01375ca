import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { readFrame } from './frames.ts';
import { createSyncAnswers } from './sync-answer.ts';

test('R52 whoever asks the same of the same state gets the same bytes, and whoever asks something else gets what they miss', () => {
  const doc = new Y.Doc();
  const answers = createSyncAnswers(doc);
  const put = (value: number): void => void doc.getMap('places').set('a', value);
  const nothing = Y.encodeStateVector(new Y.Doc());
  put(1);
  const first = answers(1, nothing);
  expect(answers(1, Y.encodeStateVector(new Y.Doc()))).toBe(first);
  // Who has a part gets the rest, not what the one before got.
  const half = Y.encodeStateVector(doc);
  put(2);
  const rest = answers(2, half);
  expect(rest.answer.length).toBeLessThan(answers(2, nothing).answer.length + 1);
  const reader = new Y.Doc();
  for (const { answer } of [first, rest]) {
    const frame = readFrame(answer);
    if (frame?.kind !== 'update') throw new Error('no update');
    Y.applyUpdate(reader, frame.update);
  }
  expect(reader.getMap('places').toJSON()).toEqual({ a: 2 });
  // The same question after a change is answered anew.
  expect(answers(2, nothing)).not.toBe(first);
  expect(() => answers(3, Uint8Array.of(255, 255, 255))).toThrow(/./);
});
