import type { Cut } from './network.ts';
import type { World } from './simulate.ts';

const cuts: readonly Cut[] = ['both', 'both', 'client', 'server', 'nobody'];

/** Something goes wrong now, and later it is over. */
export function scheduleFault({ dice, network, schedule, disk, machine, persons, referee, planted }: World): void {
  const person = dice.pick(persons);
  const roll = dice.below(100);
  if (roll < 40) {
    const sockets = network.sockets(person.name);
    if (sockets.length > 0) network.cut(dice.pick(sockets), dice.pick(cuts));
  } else if (roll < 55) {
    network.away.add(person.name);
    for (const socket of network.sockets(person.name)) network.cut(socket, 'both');
    schedule.later(500 + dice.below(20_000), () => network.away.delete(person.name));
  } else if (roll < 67) {
    if (planted?.undying) return;
    machine.kill();
    schedule.later(dice.below(3000), () => machine.boot());
  } else if (roll < 73) {
    if (!planted?.undying) machine.stop(dice.below(2000));
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
  }
}
