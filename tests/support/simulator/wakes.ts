import type { Bus, Wake } from '@samenbord/server/rooms/ports.ts';
import type { Dice } from '../gate-dice.ts';
import type { Life } from './disk.ts';
import type { Schedule } from './schedule.ts';

/** What joins several processes: it wakes and says nothing. Between processes a wake takes a moment; within one it is there at once. */
export class Wakes {
  readonly #listeners = new Map<Life, Set<(wake: Wake) => void>>();
  readonly #schedule: Schedule;
  readonly #dice: Dice;

  constructor(schedule: Schedule, dice: Dice) {
    this.#schedule = schedule;
    this.#dice = dice;
  }

  busOf(life: Life): Bus {
    return {
      publish: (wake) => {
        for (const listener of this.#listeners.get(life) ?? []) listener(wake);
        this.tell(wake, life);
      },
      subscribe: (listener) => {
        const own = this.#listeners.get(life) ?? new Set();
        this.#listeners.set(life, own.add(listener));
        return () => own.delete(listener);
      },
    };
  }

  tell(wake: Wake, except?: Life): void {
    for (const [life, listeners] of this.#listeners) {
      if (life === except) continue;
      this.#schedule.later(this.#dice.below(200), () => {
        if (life.alive) for (const listener of listeners) listener(wake);
      });
    }
  }

  died(life: Life): void {
    this.#listeners.delete(life);
  }
}
