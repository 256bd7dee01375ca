import { giveBack, takeControl, withChance } from './under-control.ts';
import * as Y from 'yjs';
import type { Actor } from '@samenbord/shared/access/zones.ts';
import { Dice } from '../gate-dice.ts';
import { deed } from './deeds.ts';
import { Disk } from './disk.ts';
import { compare, isQuiet } from './ending.ts';
import { scheduleFault } from './faults.ts';
import { featuresOf, plain } from './features.ts';
import type { Features } from './features.ts';
import { layTable } from './table.ts';
import { Machine } from './machine.ts';
import { Network } from './network.ts';
import { board, people, rowOf } from './people.ts';
import { Person } from './person.ts';
import type { Around } from './person.ts';
import { plants } from './plants.ts';
import type { Planted, PlantName } from './plants.ts';
import { Referee } from './referee.ts';
import type { Alarm } from './referee.ts';
import { Schedule } from './schedule.ts';

/** A Yjs that was loaded before this has a clock and chance of its own: then nothing that comes out means anything. */
function demandControl(): void {
  const draw = (): number => withChance(1, () => new Y.Doc().clientID);
  if (draw() !== draw()) throw new Error('Yjs was loaded before the simulator took hold of the clock');
}

export type SimulationOptions = {
  readonly ops?: number;
  readonly plant?: PlantName;
  /** One process and one epoch, as the first simulations had. */
  readonly plain?: boolean;
};

/** What came of one run. The same seed and options give the same report, to the last frame. */
export type Report = {
  readonly seed: number;
  readonly alarms: readonly Alarm[];
  readonly ops: number;
  readonly frames: number;
  readonly commits: number;
  readonly events: number;
  readonly words: number;
  readonly revoked: number;
  readonly epochs: number;
  readonly snapshots: number;
  readonly processes: number;
  readonly fallen: number;
  /** From the end of all faults to everybody equal, in simulated milliseconds. */
  readonly calmMs: number;
  readonly print: string;
};

const start = Date.UTC(2026, 2, 1);
/** A dead line is noticed within thirty seconds by the other end, and then there is the way back. */
const longestCalm = 90_000;

/** The world of one seed. */
export type World = {
  readonly schedule: Schedule;
  readonly network: Network;
  readonly disk: Disk;
  readonly referee: Referee;
  readonly machine: Machine;
  readonly persons: Person[];
  readonly around: Around;
  readonly dice: Dice;
  /** Draws what newer worlds have more; an older world has none. */
  readonly more: Dice | undefined;
  readonly planted: Planted | undefined;
};

/** One seed: people work, everything goes wrong, then all is calm and the oracles look. */
export async function simulate(seed: number, options: SimulationOptions = {}): Promise<Report> {
  const schedule = new Schedule(start);
  takeControl(schedule, seed ^ 0x5eed);
  demandControl();
  const listeners = process.getMaxListeners();
  process.setMaxListeners(0);
  const planted: Planted | undefined = options.plant === undefined ? undefined : plants[options.plant];
  const features = options.plain === true ? plain(seed) : featuresOf(seed, planted?.features);
  const world = makeWorld(schedule, features, planted);
  try {
    const ops = options.ops ?? 80;
    const calmMs = await live(world, ops);
    const { network, disk, referee } = world;
    return {
      seed,
      alarms: referee.alarms,
      ops,
      frames: network.frames,
      commits: disk.commits,
      events: schedule.done,
      words: referee.tokens.size,
      revoked: referee.revoked.size,
      epochs: disk.epochs,
      snapshots: disk.snapshots,
      processes: features.processes,
      fallen: referee.fallen.size,
      calmMs,
      print: `${schedule.done} ${network.frames} ${disk.commits} ${referee.tokens.size} ${calmMs}`,
    };
  } finally {
    for (const person of world.persons) person.close();
    process.setMaxListeners(listeners);
    giveBack();
  }
}

/** Work, calm and the oracles. Something thrown anywhere in it is an alarm like any other. */
async function live(world: World, ops: number): Promise<number> {
  try {
    await work(world, ops);
    const calmMs = await calmDown(world);
    await compare(world);
    return calmMs;
  } catch (error) {
    world.referee.alarm('broken', String(error));
    return longestCalm;
  }
}

function makeWorld(schedule: Schedule, features: Features, planted: Planted | undefined): World {
  const { seed } = features;
  const dice = new Dice(seed);
  const more = features.more ? new Dice(seed ^ 0xadd5) : undefined;
  const disk = new Disk(schedule, new Dice(seed + 1));
  const network = new Network(schedule, new Dice(seed + 2));
  const referee = new Referee();
  disk.onCommitted = (row) => referee.committed(row, schedule.now());
  disk.onEpoch = (next) => referee.startedEpoch(next, schedule.now());
  for (const actor of Object.values(people)) disk.participants.push(rowOf(actor));
  layTable(disk, features.long ? 520 : 0);
  const machine = new Machine(disk, network, new Dice(seed + 3), referee, planted?.make(schedule) ?? {}, features);
  machine.boot();
  const around: Around = {
    network,
    referee,
    dice,
    more,
    welcome: (id) => machine.welcome(id),
    actorOf: (id) => machine.actorOf(id),
    epochOf: (zone) => disk.epochOf(board, zone),
    erase: (zone, by, thing) => machine.erase(zone, by, thing),
  };
  // Always the same three, and a fourth: another professional, the screen in the room, or the mother's second tab.
  const fourth = planted?.sharedClient ? people.moeder : dice.pick([people.gi, people.scherm, people.moeder]);
  const seats = [people.regie, people.moeder, people.jeugdige, fourth];
  const sit = (actor: Actor, index: number): Person => new Person(actor, `${actor.id}/${index}`, around);
  const persons = seats.map((actor, index) =>
    planted?.sharedClient && actor === people.moeder ? withChance(seed, () => sit(actor, index)) : sit(actor, index),
  );
  return { schedule, network, disk, referee, machine, persons, around, dice, more, planted };
}

/** Now and then a burst, now and then nothing for a while. */
function gap(dice: Dice): number {
  const roll = dice.below(100);
  if (roll < 60) return 5 + dice.below(95);
  return roll < 92 ? 100 + dice.below(900) : 1000 + dice.below(8000);
}

async function work(world: World, ops: number): Promise<void> {
  const { schedule, dice, persons, referee, machine } = world;
  await schedule.runUntil(schedule.now() + dice.below(400));
  for (let count = 0; count < ops; count++) {
    const roll = dice.below(100);
    if (roll < 12) scheduleFault(world);
    else if (roll < 14) machine.write();
    else {
      const person = dice.pick(persons);
      if (person.present) deed(person, dice, referee);
    }
    await schedule.runUntil(schedule.now() + gap(dice));
  }
}

/** No faults any more. Gives how long it took until everybody was whole. */
async function calmDown(world: World): Promise<number> {
  const { schedule, network, disk, machine, referee } = world;
  network.calm = true;
  network.away.clear();
  if (world.more !== undefined) network.settle();
  disk.failing = 0;
  disk.slow = false;
  disk.full = false;
  const since = schedule.now();
  for (;;) {
    await schedule.runUntil(schedule.now() + 250);
    if (schedule.now() - since > 5000) machine.boot();
    if (isQuiet(world)) return schedule.now() - since;
    if (schedule.now() - since > longestCalm) {
      referee.alarm(
        'stuck',
        world.persons.map(({ name, session }) => `${name} ${JSON.stringify(session.saved())}`).join('; '),
      );
      return longestCalm;
    }
  }
}
