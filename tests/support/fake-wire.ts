import type { Clock, Wire, WireListener } from '@samenbord/server/rooms/ports.ts';

/** A socket in memory: what the server sends lies in `sent`, and leaves only when the test reads. */
export type FakeWire = Wire & {
  readonly sent: Uint8Array[];
  readonly closes: number[];
  pings: number;
  terminated: boolean;
  /** Bytes that the other side has not read. */
  unread: number;
  say(bytes: Uint8Array): void;
  pong(): void;
};

/** `reads`: false for a peer that never takes anything off the line. */
export function fakeWire(reads = true): FakeWire {
  let listener: WireListener | undefined;
  const wire: FakeWire = {
    sent: [],
    closes: [],
    pings: 0,
    terminated: false,
    unread: 0,
    send: (bytes) => {
      wire.sent.push(bytes);
      if (!reads) wire.unread += bytes.length;
    },
    close: (code) => void wire.closes.push(code),
    terminate: () => {
      wire.terminated = true;
    },
    ping: () => {
      wire.pings += 1;
    },
    bufferedAmount: () => wire.unread,
    listen: (given) => {
      listener = given;
    },
    say: (bytes) => listener?.message(bytes),
    pong: () => listener?.alive(),
  };
  return wire;
}

/** A clock that moves only when told. */
export function handClock(start = Date.UTC(2026, 2, 1)): Clock & { advance(ms: number): void; waiting(): number } {
  let now = start;
  const timers = new Set<{ at: number; run: () => void }>();
  return {
    now: () => now,
    /** Timers that are set and have not run. */
    waiting: () => timers.size,
    setTimeout: (run, ms) => {
      const timer = { at: now + ms, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    advance: (ms) => {
      const end = now + ms;
      for (;;) {
        const next = [...timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (next === undefined) break;
        timers.delete(next);
        now = next.at;
        next.run();
      }
      now = end;
    },
  };
}
