import type { Board } from '@samenbord/shared/board/board.ts';
import { thingsOf } from '@samenbord/shared/document/form.ts';
import type { Intent } from '@samenbord/shared/document/intent.ts';
import { closeCode } from '@samenbord/shared/wire/socket.ts';
import { holds } from './effect.ts';
import { Listeners } from './listeners.ts';
import { wordsOf } from './lost.ts';
import type { LostItem } from './lost.ts';
import { Room } from './room.ts';
import type { RoomAddress, RoomEvents } from './room.ts';
import { WaitingList } from './waiting.ts';
import type { Waiting } from './waiting.ts';

/** What a zone asks of the session around it. */
export type ZoneHost = {
  readonly lost: (item: Omit<LostItem, 'id'>) => void;
  /** The address is no longer right, or we are no longer welcome: look again at what the server gives us. */
  readonly lookAgain: (why: 'revoked' | 'epoch' | 'notAllowed' | 'protocol' | 'failing') => void;
  readonly changed: () => void;
  readonly presence: () => void;
  /** Calls back after so many milliseconds; tests may hurry it. */
  readonly later: (ms: number, work: () => void) => void;
};

/** Replayed work goes in small handfuls, under the server's limit of frames a second. */
const handful = 40;
const mostStrikes = 3;

/** The replaceable holder of one zone's document. Everything that reads or changes the zone goes through it. */
export class Zone {
  readonly name: string;
  readonly writable: boolean;
  readonly listeners = new Listeners();
  readonly #host: ZoneHost;
  readonly #waiting = new WaitingList();
  #address: RoomAddress;
  #room: Room;
  #next: Room | undefined;
  #strikes = 0;
  #closed = false;

  constructor(address: RoomAddress, writable: boolean, host: ZoneHost, kept: readonly Intent[] = []) {
    this.name = address.zone;
    this.writable = writable;
    this.#host = host;
    this.#address = address;
    for (const intent of kept) this.#waiting.add(intent, undefined, undefined);
    this.#room = this.#open();
    this.#room.connect();
  }

  board = (): Board => this.#room.board();
  /** The room of this moment; ask again after every change. */
  room = (): Room => this.#room;
  get epoch(): number {
    return this.#address.epoch;
  }
  get ready(): boolean {
    return this.#room.everSynced;
  }
  /** The document on the screen is the one the server has, apart from what waits. */
  get whole(): boolean {
    return this.#room.connected && this.#next === undefined;
  }
  get online(): boolean {
    return (this.#next ?? this.#room).provider.wsconnected;
  }
  get waiting(): number {
    return this.#waiting.size;
  }
  keep = (): Intent[] => this.#waiting.intents();

  /** Carries out an intent and keeps it until the server has it. False when nothing changed. */
  intend(intent: Intent): boolean {
    if (this.#closed || !this.writable) return false;
    const room = this.#room;
    const carried = room.carry(intent);
    if (carried === undefined) return false;
    this.#waiting.add(intent, room, carried);
    this.#tell();
    return true;
  }

  back(which: 'undo' | 'redo'): boolean {
    const room = this.#room;
    const done = this.#closed ? undefined : room.back(which);
    if (done === undefined) return false;
    for (const intent of done.intents) this.#waiting.add(intent, room, done.carried);
    this.#tell();
    return true;
  }

  /** Takes a fresh document, brings along what was not acknowledged, and shows it when it is whole. */
  replace(epoch: number): void {
    if (this.#closed) return;
    this.#next?.destroy();
    this.#room.disconnect();
    this.#address = { ...this.#address, epoch };
    this.#next = this.#open();
    this.#next.connect();
    this.#tell();
  }

  /** Connects again after a close that was meant to be final, when the server turns out to want us still. */
  revive(): void {
    const room = this.#next ?? this.#room;
    if (!room.provider.shouldConnect) this.#host.later(2000, () => room.connect());
  }

  close(): void {
    this.#closed = true;
    this.#waiting.clear();
    this.#next?.destroy();
    this.#room.destroy();
  }

  #tell(): void {
    this.listeners.tell();
    this.#host.changed();
  }

  #open(): Room {
    // The events come later than this line, so the room they speak of is known by then.
    const room: Room = new Room(
      this.#address,
      this.name === 'gedeeld',
      this.#events(() => room),
    );
    return room;
  }

  #events(self: () => Room): RoomEvents {
    return {
      changed: () => {
        if (self() === this.#room) this.#tell();
      },
      presence: () => this.#host.presence(),
      synced: () => this.#replay(self()),
      whole: (frame) => {
        this.#waiting.carriedByWhole(self(), frame);
        this.#host.later(0, () => this.#replay(self()));
      },
      saved: (frames) => {
        this.#strikes = 0;
        this.#waiting.saved(self(), frames);
        this.#tell();
      },
      refused: (frame, code) => this.#refused(self(), frame, code),
      lost: () => {
        this.#waiting.forgetFrames(self());
        if (self().failedTries === 3) this.#host.lookAgain('failing');
        this.#tell();
      },
      ended: (code) => this.#ended(self(), code),
    };
  }

  /** Plays what this document does not have yet. Only when nothing is left does a new document take the place of the old one. */
  #replay(room: Room): void {
    const current = () => !this.#closed && (room === this.#next || (room === this.#room && this.#next === undefined));
    for (let count = 0; current() && room.connected; count++) {
      const waiting = this.#waiting.nextFor(room);
      if (waiting === undefined) break;
      // One frame for each: only after the server asked what it misses. That question calls this again.
      if (!room.answered) return;
      if (count === handful) return this.#host.later(1000, () => this.#replay(room));
      this.#playAgain(room, waiting);
    }
    if (room === this.#next && room.connected) this.#swap(room);
  }

  #playAgain(room: Room, waiting: Waiting): void {
    const { intent } = waiting;
    const known = waiting.carried !== undefined && holds(room.doc, waiting.carried.effect);
    const there = isThere(room, intent);
    const carried = known || !there || this.#alreadySo(room, intent) ? undefined : room.carry(intent);
    if (carried === undefined) {
      this.#waiting.drop([waiting]);
      if (!known && !there) this.#lose(intent, 'weg');
      return;
    }
    waiting.room = room;
    waiting.carried = carried;
  }

  /** The text in the fresh document is already what the person saw: typing it again would double it. */
  #alreadySo(room: Room, intent: Intent): boolean {
    if (intent.kind !== 'editText' || room === this.#room) return false;
    return wordsIn(room.board(), intent) === wordsIn(this.board(), intent);
  }

  #swap(room: Room): void {
    const old = this.#room;
    this.#room = room;
    this.#next = undefined;
    old.destroy();
    this.#host.presence();
    this.#tell();
  }

  #refused(room: Room, frame: number, code: string): void {
    const culprits = this.#waiting.carriedBy(room, frame);
    this.#setAside(room, culprits.length === 1 ? culprits : [], culprits.length === 0, code);
  }

  /** Leaves out what was refused, if it is known which that is; the rest is played again one by one, so that the next refusal tells. */
  #setAside(room: Room, culprits: readonly Waiting[], unknown: boolean, code: string): void {
    this.#strikes = unknown ? this.#strikes + 1 : 0;
    const first = this.#strikes >= mostStrikes ? this.#waiting.firstOf(room) : undefined;
    const aside = first === undefined ? culprits : [first];
    this.#waiting.drop(aside);
    for (const { intent } of aside) this.#lose(intent, code);
    if (this.#strikes > mostStrikes + 1) {
      this.#strikes = 0;
      this.#host.later(10_000, () => this.replace(this.epoch));
    } else this.replace(this.epoch);
  }

  #lose(intent: Intent, reden: string): void {
    this.#host.lost({ zone: this.name, reden, soort: intent.kind, ...wordsOf(intent, this.board()) });
  }

  #ended(room: Room, code: number): void {
    if (this.#closed || (room !== this.#room && room !== this.#next)) return;
    const current = this.#next ?? this.#room;
    if (room !== current) return;
    switch (code) {
      case closeCode.refused:
      case closeCode.badFrame:
      case closeCode.tooLarge:
        return this.#setAside(room, [], true, code === closeCode.tooLarge ? 'te-groot' : 'onleesbaar');
      case closeCode.tooMuch:
        return this.#host.later(2000, () => room.connect());
      case closeCode.oldEpoch:
        return this.#host.lookAgain('epoch');
      case closeCode.oldProtocol:
        return this.#host.lookAgain('protocol');
      default:
        return this.#host.lookAgain(code === closeCode.revoked ? 'revoked' : 'notAllowed');
    }
  }
}

/** Is what the intent is about on this document? */
function isThere(room: Room, intent: Intent): boolean {
  if (intent.kind === 'create' || intent.kind === 'ink') return true;
  return thingsOf(room.doc).has(intent.id);
}

function wordsIn(board: Board, intent: { readonly id: string; readonly field: string }): unknown {
  return (board.things.get(intent.id) as unknown as Readonly<Record<string, unknown>> | undefined)?.[intent.field];
}
