import * as fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import { inkOf, placesOf, thingsOf } from '@samenbord/shared/document/form.ts';
import type { Ink } from '@samenbord/shared/board/board.ts';
import { carryOut, textOf } from '@samenbord/shared/document/intent.ts';
import type { Intent } from '@samenbord/shared/document/intent.ts';
import { rebuild } from '@samenbord/shared/document/rebuild.ts';
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

/** The same content in a new epoch, as the server writes it. */
function nextEpoch(doc: Y.Doc, epoch: number): Y.Doc {
  let client = 0;
  const newClient = (): number => (client += 1);
  const fresh = new Y.Doc();
  Y.applyUpdate(fresh, rebuild(doc, { without: new Set(), writerOf: () => 'p1', newClient, epoch }).update);
  return fresh;
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

const stroke: Ink = { by: 'p1', view: 'genogram', kleur: 'ink', vorm: 'pen', punten: [0, 0, 5, 5] };

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
      const fresh = roomOf(sure ? server : nextEpoch(server, 1));
      waiting.settle(fresh, fresh.doc, sure ? 1 : 2);
      for (let next = waiting.nextFor(fresh); next !== undefined; next = waiting.nextFor(fresh)) {
        if (playAgain(fresh, next, sure ? 1 : 2) !== 'played') waiting.drop([next]);
      }
      const others: string[] = [...(read(server).match(/oud\d+ /g) ?? []), ...put];
      const stays = [...others, ...typed.map((_, n) => `mijn${n} `)];
      const result = read(fresh.doc);
      for (const each of [room, fresh]) each.destroy();
      expect(most).toBeGreaterThan(0);
      // In a new epoch it is known what landed, and not beside which letter the rest stood: half a word may stay apart from its other half. And Yjs puts words
      // after what was deleted beside them, so two words of one person around it can change places.
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

/** What takes something away and puts nothing in its place; what somebody else then writes there again; and whether that still stands. */
const takings: Readonly<
  Record<string, { deed: (room: Room) => Intent[] | Intent; again: Intent; stands: (doc: Y.Doc) => boolean }>
> = {
  'words of a text': {
    deed: () => edit(4, 'kat ', ''),
    again: edit(4, '', 'kat '),
    stands: (doc) => read(doc) === 'een kat ',
  },
  'a value': {
    deed: () => ({ kind: 'set', id: 'doel', field: 'prioriteit', value: undefined }),
    again: { kind: 'set', id: 'doel', field: 'prioriteit', value: 3 },
    stands: (doc) => thingsOf(doc).get('doel')?.get('prioriteit') === 3,
  },
  'a place': {
    deed: () => ({ kind: 'place', view: 'tijdlijn', id: 'zin', at: undefined }),
    again: { kind: 'place', view: 'tijdlijn', id: 'zin', at: { x: 9, y: 9 } },
    stands: (doc) => placesOf(doc).has('tijdlijn:zin'),
  },
  'a stroke': {
    deed: () => ({ kind: 'ink', id: 'streep', ink: undefined }),
    again: { kind: 'ink', id: 'streep', ink: stroke },
    stands: (doc) => inkOf(doc).has('streep'),
  },
  'an undo of typing': {
    deed: (room) => {
      room.carry(edit(4, '', 'rode '));
      return [];
    },
    again: edit(4, '', 'rode '),
    stands: (doc) => read(doc) === 'een rode kat ',
  },
};

for (const [what, { deed, again, stands }] of Object.entries(takings)) {
  test(`D61 a new epoch says exactly whether it arrived when something was only taken away: ${what}`, () => {
    for (const arrived of [true, false]) {
      const server = serverWith('een kat ');
      carryOut(
        server,
        { kind: 'create', thing: { id: 'doel', type: 'doel', by: 'p2', values: { prioriteit: 3 } } },
        others,
      );
      carryOut(server, { kind: 'place', view: 'tijdlijn', id: 'zin', at: { x: 1, y: 1 } }, others);
      carryOut(server, { kind: 'ink', id: 'streep', ink: stroke }, others);
      const room = roomOf(server);
      const waiting = new WaitingList();
      const given = deed(room);
      Y.applyUpdate(server, Y.encodeStateAsUpdate(room.doc));
      const done = Array.isArray(given)
        ? room.back('undo')
        : { intents: [withSeen(room, given)], carried: room.carry(given) };
      for (const intent of done?.intents ?? [])
        waiting.add({
          intent,
          given: [intent],
          room,
          carried: done?.carried,
          epoch: 1,
          sent: true,
          unsure: true,
          wasOff: false,
        });
      expect(waiting.size).toBe(1);
      expect(stands(room.doc)).toBe(false);
      if (arrived) {
        Y.applyUpdate(server, Y.encodeStateAsUpdate(room.doc));
        carryOut(server, again, others);
      }
      const fresh = roomOf(nextEpoch(nextEpoch(server, 1), 2));
      expect(waiting.settle(fresh, fresh.doc, 3)).toHaveLength(arrived ? 1 : 0);
      for (let next = waiting.nextFor(fresh); next !== undefined; next = waiting.nextFor(fresh))
        expect(playAgain(fresh, next, 3)).toBe('played');
      expect(stands(fresh.doc)).toBe(arrived);
      for (const each of [room, fresh]) each.destroy();
    }
  });
}

test('D62 an undo of several edits takes back only those: what others wrote in between comes through on any document', () => {
  const server = serverWith('een twee drie ');
  const room = roomOf(server);
  onTestFinished(() => room.destroy());
  room.carry(edit(14, '', 'achter '));
  room.carry(edit(0, '', 'voor '));
  Y.applyUpdate(server, Y.encodeStateAsUpdate(room.doc));
  somebody(server, 2, 'ander ');
  Y.applyUpdate(room.doc, Y.encodeStateAsUpdate(server));
  const intents = room.back('undo')?.intents ?? [];
  expect(intents).toMatchObject([
    { at: 0, remove: 'voor ', insert: '', seen: 'voor een ander twee drie achter ' },
    { at: 20, remove: 'achter ', insert: '', seen: 'een ander twee drie achter ' },
  ]);
  // On a document where another wrote yet more.
  somebody(server, 4, 'later ');
  const fresh = nextEpoch(server, 1);
  for (const intent of intents) carryOut(fresh, intent, others);
  expect(read(fresh)).toBe('een ander twee later drie ');
  expect(room.back('redo')?.intents).toHaveLength(2);
  expect(read(room.doc)).toBe('voor een ander twee drie achter ');
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
