import { Room } from '@samenbord/client/document/room.ts';
import type { RoomEvents } from '@samenbord/client/document/room.ts';
import type { SocketClass } from '@samenbord/client/document/frames.ts';
import { beatFrame, presenceFrame, refusedFrame, savedFrame } from '@samenbord/server/rooms/frames.ts';
import type { Dice } from '../gate-dice.ts';
import { broken } from './broken.ts';

/** A socket that says what the test says. */
class HandSocket {
  static last: HandSocket | undefined;
  readyState = 1;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  constructor() {
    HandSocket.last = this;
  }
  send(): void {
    // Nobody listens.
  }
  close(): void {
    this.readyState = 3;
  }
}

/** A page that hears frames of a server that does not know what it says. Gives what went wrong: only the bad frame may be lost, never the next. */
export function hearStrangeFrames(dice: Dice, count: number): string[] {
  const heard: (readonly unknown[])[] = [];
  const events = new Proxy({} as RoomEvents, {
    get:
      (_target, name) =>
      (...given: unknown[]) =>
        void heard.push([name, ...given]),
  });
  const socket = HandSocket as unknown as SocketClass;
  const room = new Room(
    { server: 'ws://bord/sync', board: 'bord', zone: 'gedeeld', epoch: 1, als: 'pmoeder', socket },
    true,
    events,
  );
  room.connect();
  HandSocket.last?.onopen?.();
  const problems: string[] = [];
  const say = console.error;
  console.error = () => undefined;
  const hear = (bytes: Uint8Array): void => {
    try {
      HandSocket.last?.onmessage?.({ data: new Uint8Array(bytes).buffer });
    } catch {
      // A browser says so in its console and hears the next message.
    }
  };
  for (let left = count; left > 0; left--) {
    const entry = { clientId: 5, clock: left, state: '{"view":"genogram"}' };
    const good = [savedFrame(left), refusedFrame(left, 'recht'), beatFrame, presenceFrame([entry])];
    const bad = broken(dice.pick(good), dice);
    // What is about the document itself is the server's own and is trusted.
    if (bad[0] !== 0) hear(bad);
    heard.length = 0;
    hear(savedFrame(left));
    if (!heard.some(([name, frames]) => name === 'saved' && frames === left))
      problems.push(`deaf after ${Buffer.from(bad).toString('hex')}`);
  }
  console.error = say;
  room.destroy();
  return problems;
}
