import { Dice } from '../gate-dice.ts';

/**
 * Puts time and chance of this process in the hands of a simulation while one runs. Yjs, lib0 and y-websocket take hold of the clock and of the source of
 * random bytes when they are loaded, so this file is imported before any of them.
 */
export type Time = {
  now(): number;
  /** What `Date.now()` says. */
  wall(): number;
  /** Runs `run` once after `ms`; what comes back calls it off. */
  later(ms: number, run: () => void): () => void;
};
type Control = { readonly time: Time; chance: Dice };
type Stop = { stop: () => void };

let control: Control | undefined;

const real = {
  now: Date.now.bind(Date),
  bytes: crypto.getRandomValues.bind(crypto),
  setTimeout: globalThis.setTimeout,
  setInterval: globalThis.setInterval,
  clearTimeout: globalThis.clearTimeout,
  clearInterval: globalThis.clearInterval,
};

/** Waits until everything that follows from what just happened has happened too. */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** From here on this process knows no other time and chance than these. Give them back with `giveBack`. */
export function takeControl(time: Time, seed: number): void {
  control = { time, chance: new Dice(seed) };
}

export function giveBack(): void {
  control = undefined;
}

/** What happens in `run` draws its chance from a source of its own: twice the same seed gives twice the same Yjs client. */
export function withChance<T>(seed: number, run: () => T): T {
  if (control === undefined) return run();
  const { chance } = control;
  control.chance = new Dice(seed);
  try {
    return run();
  } finally {
    control.chance = chance;
  }
}

function every(time: Time, ms: number, run: () => void): Stop {
  const timer: Stop = { stop: () => undefined };
  const again = (): void => {
    timer.stop = time.later(Math.max(1, ms), () => {
      again();
      run();
    });
  };
  again();
  return timer;
}

const clear = (timer: unknown, otherwise: (timer: NodeJS.Timeout) => void): void => {
  if (typeof timer === 'object' && timer !== null && 'stop' in timer && typeof timer.stop === 'function') timer.stop();
  else otherwise(timer as NodeJS.Timeout);
};

function patch(): void {
  Date.now = () => control?.time.wall() ?? real.now();
  crypto.getRandomValues = <T extends ArrayBufferView>(into: T): T => {
    if (control === undefined) return real.bytes(into as unknown as Uint8Array<ArrayBuffer>) as unknown as T;
    const bytes = new Uint8Array(into.buffer, into.byteOffset, into.byteLength);
    for (let index = 0; index < bytes.length; index++) bytes[index] = control.chance.below(256);
    return into;
  };
  Object.assign(globalThis, {
    setTimeout: (run: (...given: unknown[]) => void, ms = 0, ...given: unknown[]) =>
      control === undefined
        ? real.setTimeout(run, ms, ...given)
        : { stop: control.time.later(ms, () => run(...given)) },
    setInterval: (run: (...given: unknown[]) => void, ms = 0, ...given: unknown[]) =>
      control === undefined ? real.setInterval(run, ms, ...given) : every(control.time, ms, () => run(...given)),
    clearTimeout: (timer: unknown) => clear(timer, real.clearTimeout),
    clearInterval: (timer: unknown) => clear(timer, real.clearInterval),
  });
}

patch();
