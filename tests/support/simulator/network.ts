import type { Wire, WireListener } from '@samenbord/server/rooms/ports.ts';
import type { SocketClass } from '@samenbord/client/document/frames.ts';
import type { Dice } from '../gate-dice.ts';
import type { Life } from './disk.ts';
import type { Schedule } from './schedule.ts';

/** Who learns that a line is cut. A side that does not is half-open: it speaks into the void until it notices by itself. */
export type Cut = 'both' | 'client' | 'server' | 'nobody';

/** What answers at the other end: a process that runs takes the wire, anything else leaves the caller without an answer. */
export type Answer = (url: string, wire: Wire) => Life | undefined;

/** The two directions of one socket. Each is in order and loses nothing until the line is cut; then the rest is gone. */
export class Line {
  cut = false;
  ended = false;
  listener: WireListener | undefined;
  /** The process at the other end. */
  host: Life | undefined;
  /** So many milliseconds everything to this reader is late. */
  late = 0;
  readonly #network: Network;
  readonly #last = { up: 0, down: 0 };

  constructor(network: Network) {
    this.#network = network;
  }

  carry(way: 'up' | 'down', arrive: () => void): void {
    const { schedule } = this.#network;
    const late = way === 'down' ? this.late : 0;
    const at = Math.max(this.#last[way], schedule.now() + this.#network.delay() + late);
    this.#last[way] = at;
    schedule.later(at - schedule.now(), () => {
      if (!this.cut) arrive();
    });
  }
}

/** A browser's socket, as far as y-websocket looks at it. */
export class SimulatedSocket {
  readonly OPEN = 1;
  binaryType = '';
  readyState = 0;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;
  onerror: (() => void) | null = null;
  readonly line: Line;
  readonly network: Network;
  #again = false;

  constructor(network: Network, owner: string, url: string) {
    this.network = network;
    this.line = network.dial(this, owner, url);
  }

  send(data: Uint8Array): void {
    if (this.readyState !== 1) return;
    const { line, network } = this;
    const bytes = data.slice();
    network.frames += 1;
    line.carry('up', () => line.listener?.message(bytes));
    // The same frame once more, counted like any other: what a client does that is not sure.
    if (this.#again || bytes[0] !== 0 || bytes[1] === 0 || !network.twice()) return;
    this.#again = true;
    this.send(data);
    this.#again = false;
  }

  close(): void {
    if (this.readyState >= 2) return;
    this.readyState = 3;
    const { line } = this;
    line.carry('up', () => {
      line.ended = true;
      line.listener?.closed();
    });
  }

  /** The line is gone, or the other side closed it. */
  lose(code: number): void {
    if (this.readyState === 3) return;
    this.readyState = 3;
    this.onclose?.({ code, reason: '' });
  }
}

function socketClass(network: Network, owner: string): SocketClass {
  class Socket extends SimulatedSocket {
    constructor(url: string | URL) {
      super(network, owner, String(url));
    }
  }
  return Socket as unknown as SocketClass;
}

const longestOpening = 20_000;

/** All lines between people and the server. */
export class Network {
  frames = 0;
  calm = false;
  readonly schedule: Schedule;
  /** People without a network now. */
  readonly away = new Set<string>();
  answer: Answer = () => undefined;
  readonly #dice: Dice;
  readonly #lines = new Map<SimulatedSocket, string>();

  constructor(schedule: Schedule, dice: Dice) {
    this.schedule = schedule;
    this.#dice = dice;
  }

  /** Sockets of one person, as the client wants them. */
  socketsOf(owner: string): SocketClass {
    return socketClass(this, owner);
  }

  delay(): number {
    if (this.calm) return 1 + this.#dice.below(5);
    return this.#dice.chance(3) ? this.#dice.below(5000) : 1 + this.#dice.below(60);
  }

  twice(): boolean {
    return !this.calm && this.#dice.chance(2);
  }

  dial(socket: SimulatedSocket, owner: string, url: string): Line {
    const line = new Line(this);
    this.#lines.set(socket, owner);
    // A browser does not wait for ever for an answer to its opening.
    this.schedule.later(longestOpening, () => {
      if (socket.readyState === 0) this.cut(socket, 'both');
      if (socket.readyState === 0) this.#gone(socket, 1006);
    });
    line.carry('up', () => {
      const taken = !this.away.has(owner) && socket.readyState === 0;
      if (taken) line.carry('down', () => this.#opened(socket));
      if (taken) line.host = this.answer(url, this.#wire(socket, line));
      if (line.host === undefined) this.cut(socket, 'client');
    });
    return line;
  }

  #opened(socket: SimulatedSocket): void {
    if (socket.readyState !== 0) return;
    socket.readyState = 1;
    socket.onopen?.();
  }

  #wire(socket: SimulatedSocket, line: Line): Wire {
    let unread = 0;
    return {
      send: (bytes) => {
        if (line.ended) return;
        this.frames += 1;
        unread += bytes.length;
        const arrive = (): void => {
          unread -= bytes.length;
          if (socket.readyState === 1) socket.onmessage?.({ data: bytes.slice().buffer });
        };
        line.carry('down', arrive);
        if (bytes[0] !== 0 || bytes[1] === 0 || !this.twice()) return;
        unread += bytes.length;
        line.carry('down', arrive);
      },
      close: (code) => {
        if (line.ended) return;
        line.ended = true;
        line.carry('down', () => this.#gone(socket, code));
      },
      terminate: () => {
        line.ended = true;
        this.cut(socket, 'client');
      },
      ping: () => line.carry('down', () => line.carry('up', () => line.listener?.alive())),
      bufferedAmount: () => unread,
      listen: (listener) => {
        line.listener = listener;
      },
    };
  }

  /** Cuts a line: what is under way is lost. */
  cut(socket: SimulatedSocket, who: Cut): void {
    const { line } = socket;
    if (line.cut) return;
    line.cut = true;
    if (who === 'both' || who === 'client') this.schedule.later(this.delay(), () => this.#gone(socket, 1006));
    if (who === 'both' || who === 'server')
      this.schedule.later(this.delay(), () => {
        line.ended = true;
        line.listener?.closed();
      });
  }

  /** Everybody hears what became of the lines that were cut. */
  settle(): void {
    for (const socket of this.#lines.keys()) {
      socket.line.late = 0;
      if (socket.line.cut) this.schedule.later(this.delay(), () => this.#gone(socket, 1006));
    }
  }

  #gone(socket: SimulatedSocket, code: number): void {
    this.#lines.delete(socket);
    socket.lose(code);
  }

  /** Open sockets, of one person or of everybody. */
  sockets(owner?: string): SimulatedSocket[] {
    return [...this.#lines].flatMap(([socket, whose]) => (owner === undefined || owner === whose ? [socket] : []));
  }
}
