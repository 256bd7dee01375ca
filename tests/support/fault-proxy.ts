import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import type { Dice } from './gate-dice.ts';

export type Faults = {
  /** Chunks of a hundred that wait up to `slowMs`. */
  readonly slow: number;
  readonly slowMs: number;
  /** Chunks of a hundred at which the line breaks, in the middle of the chunk. */
  readonly cut: number;
  /** Chunks of a hundred after which a line stays open and carries nothing any more, either way. */
  readonly hang: number;
};

export const noFaults: Faults = { slow: 0, slowMs: 0, cut: 0, hang: 0 };

export type FaultProxy = {
  readonly origin: string;
  faults: Faults;
  /** All lines of now stay open and carry nothing any more. */
  hang(): void;
  close(): Promise<void>;
};

/** A bad line in front of a server: bytes come late, break off in the middle of a frame, or go nowhere while both ends think they are together. */
export async function openFaultProxy(target: number, dice: Dice): Promise<FaultProxy> {
  const pairs = new Set<{ ends: readonly Socket[]; hung: boolean }>();
  const server = createServer((near) => {
    const far = connect(target, '127.0.0.1');
    const pair = { ends: [near, far], hung: false };
    pairs.add(pair);
    const end = (): void => {
      pairs.delete(pair);
      near.destroy();
      far.destroy();
    };
    const carry = (from: Socket, to: Socket): void => {
      let before = Promise.resolve();
      from.on('error', end);
      // A line that hangs does not even say that the other end is gone.
      from.on('close', () => void before.then(() => (pair.hung ? undefined : end())));
      from.on('data', (chunk: Buffer) => {
        const { slow, slowMs, cut, hang } = proxy.faults;
        const wait = dice.chance(slow) ? dice.below(slowMs) : 0;
        const breaks = dice.chance(cut);
        if (dice.chance(hang)) pair.hung = true;
        before = before.then(async () => {
          if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
          if (pair.hung || to.destroyed) return;
          to.write(breaks ? chunk.subarray(0, dice.below(chunk.length)) : chunk);
          if (breaks) end();
        });
      });
    };
    carry(near, far);
    carry(far, near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const proxy: FaultProxy = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    faults: noFaults,
    hang: () => {
      for (const pair of pairs) pair.hung = true;
    },
    close: async () => {
      for (const { ends } of pairs) for (const socket of ends) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return proxy;
}
