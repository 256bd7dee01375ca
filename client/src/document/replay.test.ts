import * as fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import { carryOut, textOf } from '@samenbord/shared/document/intent.ts';
import type { Intent } from '@samenbord/shared/document/intent.ts';
import type { SocketClass } from './frames.ts';
import { isTooLarge, playAgain, withSeen } from './replay.ts';
import { Room } from './room.ts';
import { WaitingList } from './waiting.ts';

const silent = (): void => undefined;
const events = {
  changed: silent,
  presence: silent,
  synced: silent,
  whole: silent,
  saved: silent,
  refused: silent,
  lost: silent,
  ended: silent,
  wholeTooLarge: silent,
  collided: silent,
};

/** A document of a client that never connects; what a server would say is applied by hand. */
function roomOf(content: Y.Doc): Room {
  const address = { server: 'ws://bord', board: 'b', zone: 'gedeeld', epoch: 1, als: 'p1' };
  const room = new Room({ ...address, socket: WebSocket as SocketClass }, false, events);
  Y.applyUpdate(room.doc, Y.encodeStateAsUpdate(content));
  return room;
}

const others = { tracked: 'others', untracked: 'others' };
const field = { id: 'zin', field: 'tekst' } as const;
const read = (doc: Y.Doc): string => textOf(doc, 'zin', 'tekst') ?? '';
const edit = (at: number, remove: string, insert: string): Intent => ({
  kind: 'editText',
  ...field,
  at,
  remove,
  insert,
});

function serverWith(tekst: string): Y.Doc {
  const doc = new Y.Doc();
  carryOut(doc, { kind: 'create', thing: { id: 'zin', type: 'patroonzin', by: 'p2', texts: { tekst } } }, others);
  return doc;
}

/** Somebody else puts in or takes away a whole word. */
function somebody(doc: Y.Doc, place: number, word: string | undefined): void {
  const words = read(doc).match(/\S+ /g) ?? [];
  const spot = Math.min(place, words.length);
  const at = words.slice(0, spot).join('').length;
  const there = words[spot] ?? '';
  if (word !== undefined) carryOut(doc, edit(at, '', word), others);
  else if (there.startsWith('oud')) carryOut(doc, edit(at, there, ''), others);
}

/** Typed by one person, letter by letter, in a text of which others change whole words; only the first letters reach the server. */
const scene = fc.record({
  words: fc.nat(5),
  typed: fc.array(fc.record({ place: fc.nat(8), back: fc.nat(2) }), { minLength: 1, maxLength: 3 }),
  before: fc.array(fc.record({ place: fc.nat(8), puts: fc.boolean() }), { maxLength: 4 }),
  after: fc.array(fc.record({ place: fc.nat(8), puts: fc.boolean() }), { maxLength: 4 }),
  arrived: fc.nat(30),
  sure: fc.boolean(),
});

test('D51 letters typed while others changed the text are whole again on a fresh document, and nobody’s word is split, doubled or lost', () => {
  fc.assert(
    fc.property(scene, ({ words, typed, before, after, arrived, sure }) => {
      const server = serverWith(Array.from({ length: words }, (_, n) => `oud${n} `).join(''));
      const room = roomOf(server);
      const waiting = new WaitingList();
      let left = arrived;
      const frames: Uint8Array[] = [];
      room.doc.on('update', (bytes: Uint8Array) => frames.push(bytes));
      const put: string[] = [];
      const change = (all: typeof before): void => {
        for (const { place, puts } of all) {
          const word = `ander${put.length} `;
          if (puts) put.push(word);
          somebody(server, place, puts ? word : undefined);
        }
      };
      const type = (given: Intent): void => {
        const intent = withSeen(room, given);
        const carried = room.carry(intent);
        if (carried === undefined) return;
        const sent = left > 0;
        left -= 1;
        if (sent) for (const bytes of frames) Y.applyUpdate(server, bytes);
        frames.length = 0;
        waiting.add({ intent, given: [given], room, carried, epoch: 1, sent, unsure: sent, wasOff: false });
      };
      change(before);
      for (const [n, { place, back }] of typed.entries()) {
        const spots = [...read(room.doc).matchAll(/(?<=^| )(?=\S)|$/g)].map(({ index }) => index);
        let at = spots[Math.min(place, spots.length - 1)] ?? 0;
        // A slip of the finger, taken back, and then the word.
        for (let slip = 0; slip < back; slip++) type(edit(at++, '', 'q'));
        for (let slip = 0; slip < back; slip++) type(edit(--at, 'q', ''));
        for (const letter of `mijn${n} `) type(edit(at++, '', letter));
      }
      const most = waiting.size;
      change(after);
      const fresh = roomOf(server);
      waiting.settle(fresh, fresh.doc, sure ? 1 : 2);
      for (let next = waiting.nextFor(fresh); next !== undefined; next = waiting.nextFor(fresh)) {
        if (playAgain(fresh, next, sure ? 1 : 2) !== 'played') waiting.drop([next]);
      }
      const others: string[] = [...(read(server).match(/oud\d+ /g) ?? []), ...put];
      const stays = [...others, ...typed.map((_, n) => `mijn${n} `)];
      const result = read(fresh.doc);
      for (const each of [room, fresh]) each.destroy();
      expect(most).toBeGreaterThan(0);
      // In a new epoch nobody knows whose letters are whose: half a word may stay apart from its other half, or a slip that was taken back may stay. And Yjs
      // puts words after what was deleted beside them, so two words of one person around it can change places.
      const strict = sure && [...before, ...after].every(({ puts }) => puts);
      const pieces = strict
        ? (text: string) => text.match(/\S+ ?/g) ?? []
        : (text: string) => [...text.replaceAll('q', '')];
      expect(pieces(result).toSorted()).toEqual(pieces(stays.join('')).toSorted());
      expect(others.filter((word) => !result.includes(word.trim()))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('D52 letters typed in a row that never left are one piece of work; a letter that left stays on its own', () => {
  const room = roomOf(serverWith('oud '));
  onTestFinished(() => room.destroy());
  const waiting = new WaitingList();
  const type = (at: number, insert: string, sent: boolean): void => {
    const given = edit(at, '', insert);
    const intent = withSeen(room, given);
    const carried = room.carry(intent);
    waiting.add({ intent, given: [given], room, carried, epoch: 1, sent, unsure: false, wasOff: false });
  };
  type(0, 'a', true);
  for (const [at, letter] of ['b', 'c', 'd'].entries()) type(at + 1, letter, false);
  type(8, 'ver', false);
  expect(waiting.kept().map(({ intent }) => intent)).toMatchObject([
    { at: 0, insert: 'a' },
    { at: 1, insert: 'bcd', seen: 'aoud ' },
    { at: 8, insert: 'ver' },
  ]);
  expect(waiting.intents()).toHaveLength(5);
});

test('D56 what one frame cannot carry is told before it is sent', () => {
  const large = {
    kind: 'create',
    thing: { id: 'x', type: 'notitie', by: 'p1', texts: { tekst: 'é'.repeat(140_000) } },
  };
  expect(isTooLarge(large as Intent)).toBe(true);
  expect(isTooLarge(edit(0, '', 'een zin'))).toBe(false);
});

test('D53 when Yjs takes another number because somebody uses ours, the client is told once and can still leave', () => {
  const other = new Y.Doc();
  let told = 0;
  const address = { server: 'ws://bord', board: 'b', zone: 'gedeeld', epoch: 1, als: 'p1' };
  const room = new Room({ ...address, socket: WebSocket as SocketClass }, true, {
    ...events,
    collided: () => {
      told += 1;
    },
  });
  const number = room.doc.clientID;
  other.clientID = number;
  other.getMap('places').set('tijdlijn:a', { x: 1, y: 1 });
  Y.applyUpdate(room.doc, Y.encodeStateAsUpdate(other));
  expect(room.doc.clientID).not.toBe(number);
  room.doc.getMap('places').set('tijdlijn:b', { x: 1, y: 1 });
  expect(told).toBe(1);
  expect(() => room.destroy()).not.toThrow();
});
