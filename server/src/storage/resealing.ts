import { setTimeout as sleep } from 'node:timers/promises';

/** Few enough that nobody's commit waits for them. */
const rowsAtOnce = 40;
const restMs = 100;

/** Brings what an older key sealed under the newest one, a few rows at a time, while the boards are used. */
export type Resealing = { start(): void; stop(): void };

/** `reseal` seals some rows and says whether there are more. What fails is tried again at the next start. */
export function createResealing(reseal: (most: number) => Promise<boolean>): Resealing {
  let running = false;
  let stopped = false;
  let wanted = false;
  const run = async (): Promise<void> => {
    running = true;
    while (wanted && !stopped) {
      wanted = false;
      while (!stopped && (await reseal(rowsAtOnce).catch(() => false))) await sleep(restMs, undefined, { ref: false });
    }
    running = false;
  };
  return {
    start: () => {
      wanted = true;
      if (!running) void run();
    },
    stop: () => {
      stopped = true;
    },
  };
}
