import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Connection } from './connection.ts';
import { readFrame } from './frames.ts';
import type { Clock } from './ports.ts';
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

/** A clock that is moved by hand. */
function handClock(): Clock & { pass(ms: number): void } {
  let now = 0;
  let timers: { readonly at: number; readonly run: () => void }[] = [];
  return {
    now: () => now,
    setTimeout: (run, ms) => {
      const timer = { at: now + ms, run };
      timers.push(timer);
      return () => void (timers = timers.filter((other) => other !== timer));
    },
    pass: (ms) => {
      now += ms;
      const due = timers.filter(({ at }) => at <= now);
      timers = timers.filter(({ at }) => at > now);
      for (const { run } of due) run();
    },
  };
}

test('R51 what one commit makes known is told as one frame, and all documents become the same', () => {
  const people = [reader(), reader(), reader()];
  const telling = createTelling(new Set(people.map(({ connection }) => connection)), handClock());
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

test('R51 in a crowd the first change is told at once, what follows within a moment as one frame, and nothing after the end', () => {
  const people = Array.from({ length: 100 }, reader);
  const clock = handClock();
  const telling = createTelling(new Set(people.map(({ connection }) => connection)), clock);
  const last = people.at(-1);
  const change = (at: number): void => {
    const doc = people[at]?.doc;
    doc?.getMap('places').set(`of ${at}`, at);
    if (doc !== undefined) telling.add(Y.encodeStateAsUpdate(doc), people[at]?.connection);
    telling.tell();
  };
  change(0);
  expect(last?.frames).toBe(1);
  change(1);
  change(2);
  expect(last?.frames).toBe(1);
  clock.pass(10);
  expect(last?.frames).toBe(2);
  expect(last?.doc.getMap('places').toJSON()).toEqual({ 'of 0': 0, 'of 1': 1, 'of 2': 2 });
  change(3);
  // Set back by an hour, the clock holds nothing up longer than a moment.
  clock.pass(-3_600_000);
  clock.pass(3_600_010);
  expect(last?.frames).toBe(3);
  change(4);
  telling.stop();
  clock.pass(1000);
  expect(last?.frames).toBe(3);
});
