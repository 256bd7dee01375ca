import type { Cut } from './network.ts';
import { again, falls } from './people.ts';
import { Person } from './person.ts';
import type { World } from './simulate.ts';

const cuts: readonly Cut[] = ['both', 'both', 'client', 'server', 'nobody'];

/** Something goes wrong now, and later it is over. */
export function scheduleFault(world: World): void {
  const { dice, network, schedule, disk, machine, persons, referee, planted, more } = world;
  const person = dice.pick(persons);
  if (more?.chance(35) === true) return scheduleNewer(world, person);
  const roll = dice.below(100);
  const process = more?.pick(machine.processes) ?? 0;
  if (roll < 40) {
    const sockets = network.sockets(person.name);
    if (sockets.length > 0) network.cut(dice.pick(sockets), dice.pick(cuts));
  } else if (roll < 55) {
    away(world, [person], 500 + dice.below(20_000));
  } else if (roll < 67) {
    if (planted?.undying) return;
    machine.kill(more?.chance(30) === true ? machine.processes : [process]);
    schedule.later(dice.below(3000), () => machine.boot());
  } else if (roll < 73) {
    if (!planted?.undying) machine.stop(process, dice.below(2000));
  } else if (roll < 80) {
    disk.slow = true;
    schedule.later(dice.below(6000), () => {
      disk.slow = false;
    });
  } else if (roll < 88) {
    disk.failing = 20 + dice.below(80);
    schedule.later(dice.below(4000), () => {
      disk.failing = 0;
    });
  } else if (roll < 96) {
    if (person.leave()) schedule.later(50 + dice.below(3000), () => person.comeBack());
  } else if (person.actor.id !== 'pregie' && referee.revoked.size === 0 && machine.up) {
    machine.revoke(person.actor.id);
    if (more?.chance(60) === true) schedule.later(500 + more.below(8000), () => inviteAgain(world, person.actor.id));
  }
}

function away({ network, schedule }: World, persons: readonly Person[], ms: number): void {
  for (const { name } of persons) {
    network.away.add(name);
    for (const socket of network.sockets(name)) network.cut(socket, 'both');
    schedule.later(ms, () => network.away.delete(name));
  }
}

/** What only newer worlds have. */
function scheduleNewer(world: World, person: Person): void {
  const { more, network, schedule, disk, machine, persons } = world;
  if (more === undefined) return;
  const roll = more.below(100);
  if (roll < 35) {
    // Everybody at once: the room empties, and what has grown is written afresh.
    away(world, persons, 400 + more.below(5000));
  } else if (roll < 43) {
    disk.full = true;
    schedule.later(more.below(8000), () => {
      disk.full = false;
    });
  } else if (roll < 52) {
    machine.jump(more.pick(machine.processes), more.below(7_200_000) - 3_600_000);
  } else if (roll < 60) {
    schedule.skew += more.below(172_800_000) - 86_400_000;
  } else if (roll < 70) {
    const lines = network.sockets(person.name).map(({ line }) => line);
    for (const line of lines) line.late = more.below(8000);
    schedule.later(more.below(10_000), () => lines.forEach((line) => (line.late = 0)));
  } else if (roll < 90) {
    // A freeze, or a step on which everybody writes alone, while people type.
    machine.setTable(more.chance(60) ? { open: true, frozen: true } : { open: true, alone: true });
    schedule.later(300 + more.below(20_000), () => machine.setTable({ open: true }));
  } else demote(world, person);
}

function demote({ more, machine, referee }: World, { actor }: Person): void {
  const [rol] = (falls[actor.id] ?? []).filter(() => true);
  if (more === undefined || rol === undefined || referee.fallen.size > 0 || !machine.up) return;
  if (!referee.revoked.has(actor.id)) machine.demote(actor.id, more.pick(falls[actor.id] ?? [rol]));
}

function inviteAgain({ machine, persons, around }: World, id: string): void {
  const actor = again[id];
  if (actor === undefined || persons.some((one) => one.actor.id === actor.id)) return;
  machine.admit(actor);
  persons.push(new Person(actor, `${actor.id}/again`, around));
}
