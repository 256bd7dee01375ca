import type { Role } from '@samenbord/shared/access/roles.ts';
import { changedTo, settledIn } from '@samenbord/shared/access/state.ts';
import type { TableState, TableStates } from '@samenbord/shared/access/state.ts';
import type { Actor } from '@samenbord/shared/access/zones.ts';
import { carryOut } from '@samenbord/shared/document/intent.ts';
import { closeCode, message } from '@samenbord/shared/wire/socket.ts';
import type { Clock, RoomStorage, Wire } from '@samenbord/server/rooms/ports.ts';
import { judge } from '@samenbord/server/rooms/gate/judge.ts';
import { createRooms } from '@samenbord/server/rooms/rooms.ts';
import type { Rooms } from '@samenbord/server/rooms/rooms.ts';
import { readAddress } from '@samenbord/server/rooms/upgrade.ts';
import { Dice } from '../gate-dice.ts';
import type { Disk, Life } from './disk.ts';
import type { Features } from './features.ts';
import type { Network } from './network.ts';
import { board, rowOf } from './people.ts';
import type { Referee } from './referee.ts';
import { logFor } from './room-log.ts';
import { Wakes } from './wakes.ts';

type Judge = typeof judge;

/** What a planted mistake may get in between. Without one all of it is as it is. */
export type Plant = {
  readonly storage?: (storage: RoomStorage, disk: Disk) => RoomStorage;
  readonly judge?: (judge: Judge, machine: Machine) => Judge;
  readonly wire?: (wire: Wire, dice: Dice) => Wire;
  /** Who is sent away, or whose role falls, keeps the sockets that are open. */
  readonly keepsSockets?: true;
  /** What the table allowed once stays allowed. */
  readonly endlessGrace?: true;
  /** Whatever epoch the address names, the present one is opened. */
  readonly anyEpoch?: true;
};

type Open = { readonly wire: Wire; readonly participant: string; readonly zone: string; readonly life: Life };
type Process = {
  readonly life: Life;
  rooms: Rooms | undefined;
  readonly clock: { skew: number };
  stopping: boolean;
  /** What the table allows and allowed a moment ago. */
  states: TableStates;
};

const lookAtLogEvery = 5000;

/** The server: one process on the disk, or two that share it and wake each other. */
export class Machine {
  /** Wires that were handed to processes that run. */
  readonly open = new Set<Open>();
  readonly processes: readonly number[];
  readonly #running = new Map<number, Process>();
  readonly #disk: Disk;
  readonly #network: Network;
  readonly #dice: Dice;
  readonly #referee: Referee;
  readonly #plant: Plant;
  readonly #features: Features;
  readonly #own: Dice;
  readonly #wakes: Wakes;
  /** As the database has it: what the table allows, what before that, and since when. */
  #table = settledIn({ open: true });

  constructor(disk: Disk, network: Network, dice: Dice, referee: Referee, plant: Plant, features: Features) {
    this.#disk = disk;
    this.#network = network;
    this.#dice = dice;
    this.#referee = referee;
    this.#plant = plant;
    this.#features = features;
    this.#own = new Dice(features.seed);
    this.#wakes = new Wakes(network.schedule, this.#own);
    this.processes = Array.from({ length: features.processes }, (_, index) => index);
    network.answer = (url, wire) => this.#upgrade(url, wire);
    if (features.processes > 1) this.#lookAtLog();
  }

  get up(): boolean {
    return this.#running.size > 0;
  }

  /** One of the processes that run. */
  get rooms(): Rooms | undefined {
    return [...this.#running.values()][0]?.rooms;
  }

  /** New processes where there are none. Their clocks may differ from those before. */
  boot(): void {
    for (const index of this.processes) if (!this.#running.has(index)) this.#start(index);
  }

  #start(index: number): void {
    const life = { alive: true };
    const { schedule } = this.#network;
    const own = { skew: this.#dice.chance(20) ? this.#dice.below(600_000) - 300_000 : 0 };
    const clock: Clock = {
      now: () => schedule.now() + own.skew,
      setTimeout: (run, ms) =>
        schedule.later(ms, () => {
          if (life.alive) run();
        }),
    };
    const storage = this.#disk.for(life);
    const process: Process = {
      life,
      clock: own,
      stopping: false,
      states: this.#statesAtStart(own.skew),
      rooms: undefined,
    };
    process.rooms = createRooms({
      storage: this.#plant.storage?.(storage, this.#disk) ?? storage,
      clock,
      log: logFor(this.#referee),
      bus: this.#wakes.busOf(life),
      graceMs: this.#dice.pick([0, 300, 30_000]),
      mostRows: this.#features.mostRows,
      judge: this.#plant.judge?.(judge, this) ?? judge,
      stateOf: () => this.#statesOf(process),
    });
    this.#running.set(index, process);
  }

  /** Who commits and dies wakes nobody: what joins several processes must say now and then where each log stands. */
  #lookAtLog(): void {
    this.#network.schedule.later(lookAtLogEvery, () => {
      for (const zone of this.#disk.zones) {
        const wake = {
          board,
          zone,
          epoch: this.#disk.epochOf(board, zone),
          seq: this.#disk.rows(board, zone).length,
        };
        this.#wakes.tell(wake);
      }
      this.#lookAtLog();
    });
  }

  /** kill -9 of one process, or of all. */
  kill(which: readonly number[] = this.processes): void {
    for (const index of which) {
      const life = this.#running.get(index)?.life;
      if (life === undefined) continue;
      life.alive = false;
      this.#running.delete(index);
      this.#wakes.died(life);
      for (const entry of this.open) if (entry.life === life) this.open.delete(entry);
      this.#disk.died(life);
      const alone = this.processes.length === 1;
      for (const socket of this.#network.sockets()) {
        const { host } = socket.line;
        if (host === life || (host === undefined && alone)) this.#network.cut(socket, 'both');
      }
    }
  }

  /** A graceful stop of one process; it ends when it says so, and a new one comes. */
  stop(index: number, downMs: number): void {
    const process = this.#running.get(index);
    if (process?.rooms === undefined || process.stopping) return;
    process.stopping = true;
    void process.rooms.stop().then(() => {
      if (!process.life.alive) return;
      this.kill([index]);
      this.#network.schedule.later(downMs, () => this.boot());
    });
  }

  /** The clock of one process jumps. */
  jump(index: number, ms: number): void {
    const process = this.#running.get(index);
    if (process !== undefined) process.clock.skew += ms;
    this.#referee.jumped = true;
  }

  #change(id: string, change: Partial<{ revokedAt: string; rol: Role }>, code: number): void {
    const index = this.#disk.participants.findIndex((one) => one.id === id);
    const row = this.#disk.participants[index];
    if (row === undefined) return;
    this.#disk.participants[index] = { ...row, ...change };
    if (this.#plant.keepsSockets === true) return;
    for (const { rooms } of this.#running.values()) rooms?.closeParticipant(board, id, code);
  }

  /** The participation ends: in the database, and on every open socket. */
  revoke(id: string): void {
    this.#change(id, { revokedAt: '2026-03-01T12:00:00.000Z' }, closeCode.revoked);
    this.#referee.revoked.add(id);
  }

  /** The role falls in the middle of whatever is going on: whoever it is comes back with what they are now. */
  demote(id: string, rol: Role): void {
    this.#referee.roleFell(id, rol, this.#network.schedule.now());
    this.#change(id, { rol }, closeCode.unavailable);
  }

  /** A step comes, or a freeze, whatever is under way; each process notes when that was by its own clock. */
  setTable(state: TableState): void {
    const { schedule } = this.#network;
    this.#table = changedTo(this.#table, state, schedule.now());
    for (const process of this.#running.values())
      process.states = changedTo(process.states, state, schedule.now() + process.clock.skew);
    const frozen = state.frozen === true;
    this.#referee.tableIs(!frozen && state.alone !== true, frozen, schedule.now());
  }

  #statesAtStart(skew: number): TableStates {
    const { now, before } = this.#table;
    return { now, before: before.map(({ state, until }) => ({ state, until: until + skew })) };
  }

  #statesOf(process: Process): TableStates {
    if (this.#plant.endlessGrace !== true) return process.states;
    return { now: process.states.now, before: [{ state: { open: true }, until: this.#clockOf(process) + 1 }] };
  }

  #clockOf = ({ clock }: Process): number => this.#network.schedule.now() + clock.skew;

  /** Somebody new on the board. */
  admit(actor: Actor): void {
    this.#disk.participants.push(rowOf(actor));
    if (actor.opens.includes('eigen')) this.#disk.make(board, `eigen:${actor.id}`, []);
  }

  welcome(id: string): boolean | undefined {
    if (!this.up) return undefined;
    return this.#disk.participants.some((one) => one.id === id && one.revokedAt === undefined);
  }

  /** Somebody as the database has them now. */
  actorOf(id: string): Actor | undefined {
    const row = this.#disk.participants.find((one) => one.id === id);
    return row === undefined ? undefined : { id, rol: row.rol, persoon: row.persoon, opens: row.opent };
  }

  /** A card that the server makes on behalf of the casusregisseur. */
  write(): void {
    const regie = this.actorOf('pregie');
    if (regie === undefined) return;
    const [id, words] = [this.#referee.token('pregie', 'gedeeld'), this.#referee.token('pregie', 'gedeeld')];
    const thing = { id: id.id, type: 'notitie', by: 'pregie', texts: { tekst: words.id } } as const;
    const done = this.rooms?.write(board, 'gedeeld', regie, (doc) => {
      carryOut(doc, { kind: 'create', thing }, { tracked: 'server', untracked: 'server' });
    });
    done?.then(
      () => [id, words].forEach((token) => this.#referee.savedShown(token)),
      () => undefined,
    );
  }

  /** Erases one thing for good, asked by somebody over HTTP. */
  erase(zone: string, by: string, thing: string): void {
    const actor = this.actorOf(by);
    if (actor === undefined || this.#referee.revoked.has(by)) return;
    this.rooms?.erase(board, zone, actor, thing).catch(() => undefined);
  }

  #upgrade(url: string, raw: Wire): Life | undefined {
    const { pathname, search } = new URL(url);
    const address = readAddress(pathname + search);
    const row = this.#disk.participants.find(({ id }) => id === address?.als);
    const actor = address === undefined ? undefined : this.actorOf(address.als);
    const process = this.up ? this.#own.pick([...this.#running.values()]) : undefined;
    if (process === undefined || address === undefined || actor === undefined) return undefined;
    if (row?.revokedAt !== undefined) {
      raw.close(closeCode.revoked, 'niet meer uitgenodigd');
      return process.life;
    }
    const planted = this.#plant.wire?.(raw, this.#dice) ?? raw;
    const wire = this.#watched(process.life, planted, actor.id, address.zone);
    this.open.add({ wire, participant: actor.id, zone: address.zone, life: process.life });
    const epoch = this.#plant.anyEpoch === true ? this.#disk.epochOf(board, address.zone) : address.epoch;
    process.rooms?.connect(wire, { actor, naam: actor.id, ...address, epoch });
    return process.life;
  }

  /** The referee reads along in everything that leaves; a process that is dead says and hears nothing. */
  #watched(life: Life, wire: Wire, reader: string, zone: string): Wire {
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
        if (bytes[0] !== message.beat) this.#referee.told(reader, zone, bytes, this.#network.schedule.now());
        wire.send(bytes);
      },
    };
  }
}
