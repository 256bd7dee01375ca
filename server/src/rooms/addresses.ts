import { createBucket } from './rate.ts';
import type { Bucket } from './rate.ts';
import type { Limits } from '../limits.ts';

type Known = { open: number; readonly handshakes: Bucket; seen: number };

/** Who stands at the door from where: so many sockets at once, and so many new ones a minute, from one address. */
export type Addresses = {
  /** False when it is one too many. What is let in is let out with `leave`, once. */
  enter(address: string): boolean;
  leave(address: string): void;
  /** Addresses that are remembered, and sockets that are open. */
  counts(): { readonly addresses: number; readonly open: number };
};

const minute = 60_000;
/** Addresses without a socket are forgotten from here on, the longest silent first. */
const mostRemembered = 20_000;

/** Makes the list of addresses; `now` is the time. */
export function createAddresses(
  limits: Pick<Limits, 'socketsPerAddress' | 'handshakesPerMinute'>,
  now: () => number,
): Addresses {
  const all = new Map<string, Known>();
  const forget = (): void => {
    const time = now();
    for (const [address, { open, seen }] of all) {
      if (open === 0 && (time - seen > minute || all.size > mostRemembered)) all.delete(address);
    }
  };
  let swept = 0;
  return {
    enter: (address) => {
      const time = now();
      if (time - swept > minute || all.size > mostRemembered) {
        swept = time;
        forget();
      }
      const known = all.get(address) ?? {
        open: 0,
        handshakes: createBucket(limits.handshakesPerMinute / 60, limits.handshakesPerMinute),
        seen: time,
      };
      all.delete(address);
      all.set(address, known);
      known.seen = time;
      // Who is refused has used up a turn as well: knocking on and on costs only who knocks.
      if (!known.handshakes.take(time) || known.open >= limits.socketsPerAddress) return false;
      known.open += 1;
      return true;
    },
    leave: (address) => {
      const known = all.get(address);
      if (known !== undefined && known.open > 0) known.open -= 1;
    },
    counts: () => ({
      addresses: all.size,
      open: [...all.values()].reduce((sum, { open }) => sum + open, 0),
    }),
  };
}
