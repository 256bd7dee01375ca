import { carryOut } from '@samenbord/shared/document/intent.ts';
import { closeCode, message } from '@samenbord/shared/wire/socket.ts';
import { createLocalBus } from '@samenbord/server/rooms/ports.ts';
import type { Clock, RoomLog, RoomStorage, Wire } from '@samenbord/server/rooms/ports.ts';
import { judge } from '@samenbord/server/rooms/gate/judge.ts';
import { createRooms } from '@samenbord/server/rooms/rooms.ts';
import type { Rooms } from '@samenbord/server/rooms/rooms.ts';
import { readAddress } from '@samenbord/server/rooms/upgrade.ts';
import type { Dice } from '../gate-dice.ts';
import type { Disk, Life } from './disk.ts';
import type { Network } from './network.ts';
import { board, people } from './people.ts';
import type { Referee } from './referee.ts';

type Judge = typeof judge;

/** What a planted mistake may get in between. Without one all of it is as it is. */
export type Plant = {
  readonly storage?: (storage: RoomStorage) => RoomStorage;
  readonly judge?: (judge: Judge, machine: Machine) => Judge;
  readonly wire?: (wire: Wire, dice: Dice) => Wire;
  /** Who is sent away keeps the sockets that are open. */
  readonly keepsSockets?: true;
};

type Open = { readonly wire: Wire; readonly participant: string; readonly zone: string };

/** The server: one process at a time on the disk. */
export class Machine {
  rooms: Rooms | undefined;
  /** Wires that were handed to the process that runs. */
  readonly open = new Set<Open>();
  readonly #disk: Disk;
  readonly #network: Network;
  readonly #dice: Dice;
  readonly #referee: Referee;
  readonly #plant: Plant;
  #life: Life = { alive: false };
  #stopping = false;

  constructor(disk: Disk, network: Network, dice: Dice, referee: Referee, plant: Plant) {
    this.#disk = disk;
    this.#network = network;
    this.#dice = dice;
    this.#referee = referee;
    this.#plant = plant;
    network.answer = (url, wire) => this.#upgrade(url, wire);
  }

  get up(): boolean {
    return this.#life.alive;
  }

  /** A new process. Its clock may differ from that of the one before. */
  boot(): void {
    if (this.#life.alive) return;
    const life = { alive: true };
    this.#life = life;
    this.#stopping = false;
    const { schedule } = this.#network;
    const skew = this.#dice.chance(20) ? this.#dice.below(600_000) - 300_000 : 0;
    const clock: Clock = {
      now: () => schedule.now() + skew,
      setTimeout: (run, ms) =>
        schedule.later(ms, () => {
          if (life.alive) run();
        }),
    };
    const own = this.#disk.for(life);
    this.rooms = createRooms({
      storage: this.#plant.storage?.(own) ?? own,
      clock,
      log: this.#log(),
      bus: createLocalBus(),
      graceMs: this.#dice.pick([0, 300, 30_000]),
      judge: this.#plant.judge?.(judge, this) ?? judge,
    });
  }

  /** kill -9. */
  kill(): void {
    if (!this.#life.alive) return;
    this.#life.alive = false;
    this.rooms = undefined;
    this.open.clear();
    this.#disk.died(this.#life);
    for (const socket of this.#network.sockets()) this.#network.cut(socket, 'both');
  }

  /** A graceful stop; the process ends when it says so, and a new one comes. */
  stop(downMs: number): void {
    if (!this.#life.alive || this.#stopping || this.rooms === undefined) return;
    this.#stopping = true;
    const life = this.#life;
    void this.rooms.stop().then(() => {
      if (!life.alive) return;
      this.kill();
      this.#network.schedule.later(downMs, () => this.boot());
    });
  }

  /** The participation ends: in the database, and on every open socket. */
  revoke(id: string): void {
    const index = this.#disk.participants.findIndex((one) => one.id === id);
    const row = this.#disk.participants[index];
    if (row === undefined) return;
    this.#disk.participants[index] = { ...row, revokedAt: '2026-03-01T12:00:00.000Z' };
    if (this.#plant.keepsSockets !== true) this.rooms?.closeParticipant(board, id, closeCode.revoked);
    this.#referee.revoked.add(id);
  }

  welcome(id: string): boolean | undefined {
    if (!this.#life.alive) return undefined;
    return this.#disk.participants.some((one) => one.id === id && one.revokedAt === undefined);
  }

  /** A card that the server makes on behalf of the casusregisseur. */
  write(): void {
    const [id, words] = [this.#referee.token('pregie', 'gedeeld'), this.#referee.token('pregie', 'gedeeld')];
    const thing = { id: id.id, type: 'notitie', by: 'pregie', texts: { tekst: words.id } } as const;
    const done = this.rooms?.write(board, 'gedeeld', people.regie, (doc) => {
      carryOut(doc, { kind: 'create', thing }, { tracked: 'server', untracked: 'server' });
    });
    done?.then(
      () => [id, words].forEach((token) => this.#referee.savedShown(token)),
      () => undefined,
    );
  }

  #upgrade(url: string, raw: Wire): boolean {
    const { pathname, search } = new URL(url);
    const address = readAddress(pathname + search);
    const row = this.#disk.participants.find(({ id }) => id === address?.als);
    const actor = Object.values(people).find(({ id }) => id === address?.als);
    if (!this.#life.alive || this.rooms === undefined || address === undefined || actor === undefined) return false;
    if (row?.revokedAt !== undefined) {
      raw.close(closeCode.revoked, 'niet meer uitgenodigd');
      return true;
    }
    const planted = this.#plant.wire?.(raw, this.#dice) ?? raw;
    const wire = this.#watched(planted, actor.id, address.zone);
    const entry: Open = { wire, participant: actor.id, zone: address.zone };
    this.open.add(entry);
    this.rooms.connect(wire, { actor, naam: actor.id, ...address });
    return true;
  }

  /** The referee reads along in everything that leaves; a process that is dead says and hears nothing. */
  #watched(wire: Wire, reader: string, zone: string): Wire {
    const life = this.#life;
    const alive = (run: () => void): void => {
      if (life.alive) run();
    };
    return {
      ...wire,
      listen: (listener) =>
        wire.listen({
          message: (bytes) => alive(() => listener.message(bytes)),
          alive: () => alive(() => listener.alive()),
          closed: () => alive(() => listener.closed()),
        }),
      send: (bytes) => {
        if (!life.alive) return;
        if (bytes[0] !== message.beat) this.#referee.told(reader, zone, bytes);
        wire.send(bytes);
      },
    };
  }

  #log(): RoomLog {
    const serious = ['the gate threw', 'an accepted update could not be applied', 'a listener of the table threw'];
    const note = (_fields: unknown, text: string): void => {
      if (serious.includes(text)) this.#referee.alarm('broken', text);
    };
    return { warn: note, error: note };
  }
}
