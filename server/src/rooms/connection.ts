import type { Zone } from '@samenbord/shared/access/zones.ts';
import type { Presence } from '@samenbord/shared/wire/socket.ts';
import { closeCode, message, refusalCodes } from '@samenbord/shared/wire/socket.ts';
import { defaultLimits } from '../limits.ts';
import type { Limits } from '../limits.ts';
import { beatFrame, savedFrame } from './frames.ts';
import { noMeter } from './meter.ts';
import type { RoomMeter } from './meter.ts';
import type { Clock, Wire } from './ports.ts';
import type { ConnectRequest } from './rooms.ts';
import { createBucket } from './rate.ts';

/** From so many bytes on a message is one that takes a slow line a while. */
const largeBytes = 16 * 1024;
/** What a browser is told about a connection that is cut without a word. */
const cutOff = 1006;
const refusals: readonly string[] = refusalCodes;

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
  /** False when the table was shut for this participant: what it sent is still acknowledged, and nothing of the document goes out. */
  reads = true;
  onClosed: () => void = () => undefined;

  readonly presenceRate;
  // A paste or a replay of offline work is a burst; typing and moving stay far under the long run.
  readonly #frameRate;
  readonly #byteRate;
  // Plain providers send everything they hear about others back as presence; only a flood far beyond that is cut off.
  readonly #floodRate;
  readonly #askRate;
  readonly #wire: Wire;
  readonly #clock: Clock;
  readonly #limits: Limits;
  readonly #meter: RoomMeter;
  readonly #opened: number;
  #spoke = false;
  #saved = 0;
  #savedTold = 0;
  #lastSent: number;
  #lastPing: number;
  #lastAlive: number;
  /** Until then it may be busy taking in what was sent: an answer to a ping comes only after that. */
  #readingUntil = 0;

  constructor(
    wire: Wire,
    request: ConnectRequest,
    zone: Zone,
    clock: Clock,
    { limits = defaultLimits, meter = noMeter }: { readonly limits?: Limits; readonly meter?: RoomMeter } = {},
  ) {
    this.#wire = wire;
    this.request = request;
    this.zone = zone;
    this.#clock = clock;
    this.#limits = limits;
    this.#meter = meter;
    this.presenceRate = createBucket(limits.presencePerSecond, limits.presencePerSecond);
    this.#frameRate = createBucket(limits.framesPerSecond, limits.frameBurst);
    this.#byteRate = createBucket(limits.bytesPerSecond, limits.byteBurst);
    this.#floodRate = createBucket(limits.messagesPerSecond, limits.messageBurst);
    this.#askRate = createBucket(limits.asksPerSecond, limits.askBurst);
    const now = clock.now();
    this.#opened = now;
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

  /** It said something of its own. */
  spoke(): void {
    this.#spoke = true;
    this.alive();
  }

  /** False when this frame is one too many. */
  withinRates(kind: 'any' | 'update' | 'ask', bytes: number): boolean {
    const now = this.#clock.now();
    if (kind === 'any') return this.#floodRate.take(now) && this.#byteRate.take(now, bytes);
    return kind === 'update' ? this.#frameRate.take(now) : this.#askRate.take(now);
  }

  send(bytes: Uint8Array): void {
    if (this.closed || (!this.reads && (bytes[0] ?? 0) < message.saved)) return;
    if (this.#wire.bufferedAmount() > this.#limits.bufferedBytes)
      return this.close(closeCode.unavailable, 'leest te langzaam');
    this.#lastSent = this.#clock.now();
    if (bytes.length > largeBytes) {
      const from = Math.max(this.#lastSent, this.#readingUntil);
      this.#readingUntil = from + (bytes.length / this.#limits.slowestBytesPerSecond) * 1000;
    }
    if (bytes[0] === message.sync && bytes[1] === 1) this.#meter.answered(bytes.length);
    this.#wire.send(bytes);
  }

  sendPresence(bytes: Uint8Array): void {
    if (this.#wire.bufferedAmount() < this.#limits.bufferedForPresence) this.send(bytes);
  }

  countSaved(): void {
    this.#saved += 1;
  }

  tellSaved(): void {
    if (this.#saved === this.#savedTold) return;
    this.#savedTold = this.#saved;
    this.send(savedFrame(this.#saved));
  }

  /** The regular look: a word when nothing was said for a while, a ping, and the end of a peer that no longer answers or never says a word. */
  look(): void {
    if (this.closed) return;
    const now = this.#clock.now();
    const { deadMs, silentMs, pingMs, beatMs } = this.#limits;
    if (now - Math.max(this.#lastAlive, this.#readingUntil) > deadMs) {
      this.#meter.closed(cutOff);
      this.#wire.terminate();
      this.gone();
      return;
    }
    if (!this.#spoke && now - this.#opened > silentMs) return this.close(closeCode.unavailable, 'zegt niets');
    if (now - this.#lastPing >= pingMs) {
      this.#lastPing = now;
      this.#wire.ping();
    }
    if (now - this.#lastSent >= beatMs) this.send(beatFrame);
  }

  /** Closes with a code; nothing is sent or read after it. */
  close(code: number, reason: string): void {
    if (this.closed) return;
    this.#meter.closed(code);
    if (refusals.includes(reason)) this.#meter.refused(reason);
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
