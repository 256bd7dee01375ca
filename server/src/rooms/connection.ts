import type { Zone } from '@samenbord/shared/access/zones.ts';
import { limits } from '@samenbord/shared/wire/socket.ts';
import type { Presence } from '@samenbord/shared/wire/socket.ts';
import { closeCode } from '@samenbord/shared/wire/socket.ts';
import { beatFrame, savedFrame } from './frames.ts';
import type { Clock, Wire } from './ports.ts';
import type { ConnectRequest } from './rooms.ts';
import { createBucket } from './rate.ts';

/** What a reader may be behind before it is sent away to come back and sync. */
const mostBuffered = 4 * 1024 * 1024;
/** Presence is worth nothing late: a reader this far behind gets none. */
const mostBufferedForPresence = 256 * 1024;
const beatAfter = 10_000;
const pingEvery = 10_000;
const deadAfter = 25_000;

/** One socket of one participant on one document. It keeps counts and limits; what a frame means is the room's affair. */
export class Connection {
  readonly request: ConnectRequest;
  readonly zone: Zone;
  /** The Yjs client of this connection, from its first frame on. */
  clientId: number | undefined;
  /** The colour of the participant: their place among the participants of the board. */
  kleur = 0;
  /** Update frames that came in. */
  received = 0;
  /** What it last said about itself. */
  said: Presence | undefined;
  /** Set while a newer state waits for its turn: presence is thinned, and the last word always arrives. */
  presenceTimer: (() => void) | undefined;
  /** The last frame it may send was read; what follows is passed by until the close goes out. */
  ending = false;
  closed = false;
  onClosed: () => void = () => undefined;

  readonly presenceRate = createBucket(limits.presencePerSecond, limits.presencePerSecond);
  // A paste or a replay of offline work is a burst; typing and moving stay far under the long run.
  readonly #frameRate = createBucket(limits.framesPerSecond, limits.framesPerSecond * 5);
  readonly #byteRate = createBucket(1024 * 1024, 8 * 1024 * 1024);
  // Plain providers send everything they hear about others back as presence; only a flood far beyond that is cut off.
  readonly #floodRate = createBucket(2000, 4000);
  readonly #askRate = createBucket(1, 20);
  readonly #wire: Wire;
  readonly #clock: Clock;
  #saved = 0;
  #savedTold = 0;
  #lastSent: number;
  #lastPing: number;
  #lastAlive: number;

  constructor(wire: Wire, request: ConnectRequest, zone: Zone, clock: Clock) {
    this.#wire = wire;
    this.request = request;
    this.zone = zone;
    this.#clock = clock;
    const now = clock.now();
    this.#lastSent = now;
    this.#lastPing = now;
    this.#lastAlive = now;
  }

  get participant(): string {
    return this.request.actor.id;
  }

  /** Any sign of life from the other side. */
  alive(): void {
    this.#lastAlive = this.#clock.now();
  }

  /** False when this frame is one too many. */
  withinRates(kind: 'any' | 'update' | 'ask', bytes: number): boolean {
    const now = this.#clock.now();
    if (kind === 'any') return this.#floodRate.take(now) && this.#byteRate.take(now, bytes);
    return kind === 'update' ? this.#frameRate.take(now) : this.#askRate.take(now);
  }

  send(bytes: Uint8Array): void {
    if (this.closed) return;
    if (this.#wire.bufferedAmount() > mostBuffered) return this.close(closeCode.unavailable, 'leest te langzaam');
    this.#lastSent = this.#clock.now();
    this.#wire.send(bytes);
  }

  sendPresence(bytes: Uint8Array): void {
    if (this.#wire.bufferedAmount() < mostBufferedForPresence) this.send(bytes);
  }

  countSaved(): void {
    this.#saved += 1;
  }

  tellSaved(): void {
    if (this.#saved === this.#savedTold) return;
    this.#savedTold = this.#saved;
    this.send(savedFrame(this.#saved));
  }

  /** The regular look: a word when nothing was said for a while, a ping, and the end of a peer that no longer answers. */
  look(): void {
    if (this.closed) return;
    const now = this.#clock.now();
    if (now - this.#lastAlive > deadAfter) {
      this.#wire.terminate();
      this.gone();
      return;
    }
    if (now - this.#lastPing >= pingEvery) {
      this.#lastPing = now;
      this.#wire.ping();
    }
    if (now - this.#lastSent >= beatAfter) this.send(beatFrame);
  }

  /** Closes with a code; nothing is sent or read after it. */
  close(code: number, reason: string): void {
    if (this.closed) return;
    this.#wire.close(code, reason);
    this.gone();
  }

  /** The socket is no more. */
  gone(): void {
    if (this.closed) return;
    this.closed = true;
    this.ending = true;
    this.presenceTimer?.();
    this.onClosed();
  }
}
