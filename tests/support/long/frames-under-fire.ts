import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { closeCode, limits, message } from '@samenbord/shared/wire/socket.ts';
import { readBoard } from '@samenbord/shared/document/read.ts';
import { presenceFrame, readFrame, step1Frame, step2Frame, updateFrame } from '@samenbord/server/rooms/frames.ts';
import { createLocalBus } from '@samenbord/server/rooms/ports.ts';
import type { RoomStorage } from '@samenbord/server/rooms/ports.ts';
import { createRooms } from '@samenbord/server/rooms/rooms.ts';
import type { Rooms } from '@samenbord/server/rooms/rooms.ts';
import type { DocumentRow } from '@samenbord/server/storage/storage.ts';
import { fakeWire, handClock } from '../fake-wire.ts';
import type { FakeWire } from '../fake-wire.ts';
import { Dice } from '../gate-dice.ts';
import { hostileUpdate } from '../gate-hostile.ts';
import { actors } from '../gate-room.ts';
import { setTable } from '../gate-table.ts';
import type { Table } from '../gate-table.ts';
import { isPending } from '../oracle.ts';
import { rowOf } from '../simulator/people.ts';
import { broken, someBytes } from './broken.ts';
import { corpus } from './corpus.ts';

export type UnderFire = {
  frames: number;
  /** Frames of the attacker that became a row of the log. */
  kept: number;
  /** Times that the attacker was sent away, by code. */
  readonly closed: Map<number, number>;
  /** The frame that took longest, and how long it kept the processor of its thread: on a busy machine the clock on the wall tells of others. */
  slowest: { ms: number; hex: string };
  /** Most bytes that one frame was answered with. */
  mostAnswered: number;
  readonly problems: string[];
};

export const noFire = (): UnderFire => ({
  frames: 0,
  kept: 0,
  closed: new Map(),
  slowest: { ms: 0, hex: '' },
  mostAnswered: 0,
  problems: [],
});

const board = 'bord';
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes.subarray(0, 400)).toString('hex');

/** One table with a room, an attacker and somebody who looks on. */
class Range {
  readonly table: Table = setTable();
  readonly rows: DocumentRow[] = [];
  readonly clock = handClock();
  readonly rooms: Rooms;
  readonly witness = fakeWire();
  readonly seen = new Y.Doc();
  attacker: FakeWire = fakeWire();
  #read = 0;

  constructor(report: UnderFire) {
    const first = Y.encodeStateAsUpdate(this.table.room.doc);
    this.rows.push({ board, zone: 'gedeeld', epoch: 1, seq: 1, update: first, history: [] });
    const serious = (_fields: unknown, text: string): void => {
      if (text !== 'a snapshot was not kept') report.problems.push(text);
    };
    this.rooms = createRooms({
      storage: this.#storage(),
      clock: this.clock,
      log: { warn: serious, error: serious },
      bus: createLocalBus(),
    });
  }

  #storage(): RoomStorage {
    const { rows } = this;
    const clients = [
      { client: 50, participant: 'pregie' },
      { client: 30, participant: 'psanne' },
      { client: 10, participant: 'pmoeder' },
    ];
    return {
      epoch: () => Promise.resolve(1),
      participants: () => Promise.resolve([actors.regie, actors.moeder, actors.jeugdige].map((actor) => rowOf(actor))),
      loadDocument: () =>
        Promise.resolve({
          epoch: 1,
          lastSeq: rows.length,
          updates: rows.map(({ update }) => update),
          rows: rows.length,
          clients,
        }),
      append: (more) => {
        rows.push(...more);
        return Promise.resolve();
      },
      saveSnapshot: () => Promise.resolve(),
      startEpoch: () => Promise.reject(new Error('not here')),
    };
  }

  async connect(wire: FakeWire, actor: (typeof actors)[keyof typeof actors]): Promise<void> {
    this.rooms.connect(wire, { actor, naam: actor.id, board, zone: 'gedeeld', epoch: 1, protocol: undefined });
    for (let turn = 0; turn < 4; turn++) await settled();
  }

  /** What the onlooker was told goes into a document of their own; anything that a browser could not read is a problem. */
  look(report: UnderFire): void {
    const { sent, closes } = this.witness;
    for (const bytes of sent.slice(this.#read)) {
      const frame = readFrame(bytes);
      if (frame?.kind === 'update') {
        Y.applyUpdate(this.seen, frame.update);
        Y.applyUpdate(this.table.room.doc, frame.update);
      } else if (frame === undefined && (bytes[0] ?? 0) < message.saved) report.problems.push('unreadable for others');
    }
    this.#read = sent.length;
    if (closes.length > 0) report.problems.push(`the onlooker was closed with ${closes.join()}`);
    if (isPending(this.seen)) report.problems.push('something stays pending');
  }
}

/** Fires these frames and `count` others at one room. Everything that comes of it, and how long the slowest took, goes into the report. */
export async function fire(
  seed: number,
  count: number,
  report: UnderFire,
  first: readonly Uint8Array[] = [],
): Promise<void> {
  const dice = new Dice(seed);
  const range = new Range(report);
  await range.connect(range.witness, actors.jeugdige);
  range.witness.say(step1Frame(Y.encodeStateVector(range.seen)));
  await settled();
  range.attacker.closes.push(0);
  for (let done = 0; done < first.length + count; done++) {
    if (range.attacker.closes.length > 0) {
      range.attacker = fakeWire();
      await range.connect(range.attacker, actors.moeder);
    }
    await shoot(range, first[done] ?? frameOf(range.table, dice), report);
  }
  const read = await range.rooms.read(board, 'gedeeld');
  if (plain(read) !== plain(readBoard(range.seen)))
    report.problems.push(`seed ${seed}: the onlooker sees another board`);
  void range.rooms.stop();
}

const plain = ({ things, places, ink }: ReturnType<typeof readBoard>): string =>
  JSON.stringify([things, places, ink].map((map) => [...map].sort(([a], [b]) => (a < b ? -1 : 1))));

async function shoot(range: Range, bytes: Uint8Array, report: UnderFire): Promise<void> {
  const { attacker, rows } = range;
  const [before, answered] = [rows.length, attacker.sent.length];
  const began = process.threadCpuUsage();
  try {
    attacker.say(bytes);
  } catch (error) {
    report.problems.push(`threw ${String(error)} at ${hexOf(bytes)}`);
  }
  const { user, system } = process.threadCpuUsage(began);
  const ms = (user + system) / 1000;
  if (ms > report.slowest.ms) report.slowest = { ms, hex: hexOf(bytes) };
  await settled();
  report.frames += 1;
  report.kept += rows.length - before;
  for (const code of attacker.closes) report.closed.set(code, (report.closed.get(code) ?? 0) + 1);
  if (attacker.closes.includes(closeCode.unavailable)) report.problems.push(`the room fell at ${hexOf(bytes)}`);
  const size = attacker.sent.slice(answered).reduce((sum, one) => sum + one.length, 0);
  report.mostAnswered = Math.max(report.mostAnswered, size);
  range.look(report);
  // Everybody is alive, and no rate stands in the way of the next.
  range.clock.advance(1000);
  range.witness.pong();
  attacker.pong();
}

function frameOf(table: Table, dice: Dice): Uint8Array {
  const roll = dice.below(100);
  if (roll < 42) return (dice.chance(50) ? updateFrame : step2Frame)(hostileUpdate(table, dice));
  if (roll < 60) return broken(updateFrame(hostileUpdate(table, dice)), dice);
  if (roll < 70) return step1Frame(broken(Y.encodeStateVector(table.room.doc), dice));
  if (roll < 76) return broken(step1Frame(Y.encodeStateVector(table.room.doc)), dice);
  if (roll < 82) return somePresence(dice);
  if (roll < 90) return broken(somePresence(dice), dice);
  if (roll < 92) return Uint8Array.of(message.queryAwareness);
  if (roll < 96) return someBytes(dice, 80);
  const kept = dice.pick(corpus);
  return dice.chance(50) ? kept : broken(kept, dice);
}

function somePresence(dice: Dice): Uint8Array {
  const states = [
    '{}',
    'null',
    '{"cursor":{"view":"tijdlijn","x":1,"y":2}}',
    '{"cursor":{"view":"tijdlijn","x":1e999,"y":2}}',
    '{"wie":{"id":"pregie","naam":"x","rol":"casusregisseur","kleur":1}}',
    '{"__proto__":{"x":1},"view":"genogram"}',
    `{"view":"${'a'.repeat(limits.presenceBytes)}"}`,
    '['.repeat(500),
  ];
  const entries = Array.from({ length: dice.below(4) }, () => ({
    clientId: dice.pick([10, 30, 50, 7, 2 ** 32 - 1, 2 ** 50]),
    clock: dice.pick([0, 1, 2 ** 31, 2 ** 52]),
    state: dice.pick(states),
  }));
  if (dice.chance(90)) return presenceFrame(entries);
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, message.awareness);
  encoding.writeVarUint8Array(encoder, someBytes(dice, 40));
  return encoding.toUint8Array(encoder);
}
