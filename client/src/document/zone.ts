import type { Board } from '@samenbord/shared/board/board.ts';
import type { Intent } from '@samenbord/shared/document/intent.ts';
import { closeCode } from '@samenbord/shared/wire/socket.ts';
import { Listeners } from './listeners.ts';
import { Patience, vainPause } from './patience.ts';
import { lostItem } from './lost.ts';
import { Removals } from './removals.ts';
import { handful, handfulBytes, isOff, isTooLarge, playAgain, weightOf, withSeen } from './replay.ts';
import { Room } from './room.ts';
import type { RoomAddress, RoomEvents } from './room.ts';
import type { ZoneTrouble } from './saved.ts';
import { fromKept, WaitingList } from './waiting.ts';
import type { KeptWork, Waiting } from './waiting.ts';
import { meaningOf } from './zone-host.ts';
import type { ZoneHost } from './zone-host.ts';

/** The replaceable holder of one zone's document. Everything that reads or changes the zone goes through it. */
export class Zone {
  readonly name: string;
  readonly listeners = new Listeners();
  readonly #host: ZoneHost;
  readonly #waiting = new WaitingList();
  readonly #removals = new Removals();
  #address: RoomAddress;
  #writable: boolean;
  #room: Room;
  #next: Room | undefined;
  readonly #patience = new Patience();
  #closed = false;

  constructor(address: RoomAddress, writable: boolean, host: ZoneHost, kept: readonly KeptWork[] = []) {
    this.name = address.zone;
    this.#writable = writable;
    this.#host = host;
    this.#address = address;
    for (const work of kept) this.#waiting.add(fromKept(work, address.epoch));
    this.#room = this.#open();
    this.#room.connect();
  }

  board = (): Board => this.#room.board();
  /** The room of this moment; ask again after every change. */
  room = (): Room => this.#room;
  get writable(): boolean {
    return this.#writable && !this.#room.readOnly;
  }
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
  get trouble(): ZoneTrouble | undefined {
    return this.#patience.trouble;
  }
  /** The server was looked for and not found. */
  get searched(): boolean {
    return this.#room.failedTries > 1;
  }
  keep = (): Intent[] => this.#waiting.intents();
  /** The same for the time that the page is loaded again. */
  pack = (): KeptWork[] => this.#waiting.kept();

  /** Carries out an intent and keeps it until the server has it. False when nothing changed. */
  intend(given: Intent): boolean {
    if (this.#closed || !this.writable) return false;
    const room = this.#room;
    const intent = withSeen(room, given);
    if (isTooLarge(intent)) {
      this.#lose(intent, 'te-groot');
      return false;
    }
    const wasOff = isOff(room, intent);
    const carried = room.carry(intent);
    if (carried === undefined) return false;
    this.#add({ intent, given: [given], room, carried, wasOff });
    this.#tell();
    return true;
  }

  back(which: 'undo' | 'redo'): boolean {
    const room = this.#room;
    const done = this.#closed ? undefined : room.back(which);
    if (done === undefined) return false;
    for (const intent of done.intents)
      this.#add({ intent, given: [intent], room, carried: done.carried, wasOff: true });
    this.#tell();
    return true;
  }

  #add(done: Pick<Waiting, 'intent' | 'given' | 'room' | 'carried' | 'wasOff'>): void {
    this.#removals.add(done.intent);
    const sent = done.carried?.frames !== undefined;
    this.#waiting.add({ ...done, epoch: done.room?.epoch ?? this.epoch, sent, unsure: false });
  }

  /** Takes a fresh document, brings along what was not acknowledged, and shows it when it is whole. */
  replace(epoch: number): void {
    if (this.#closed || this.#patience.stopped) return;
    this.#next?.destroy();
    this.#room.disconnect();
    this.#waiting.joinRuns();
    this.#address = { ...this.#address, epoch };
    this.#next = this.#open();
    this.#next.connect();
    this.#tell();
  }

  /** The server says what we may here. Work that may not be sent any more is handed back, and the document is taken afresh without it. */
  setWritable(writable: boolean): void {
    if (writable === this.#writable) return;
    this.#writable = writable;
    if (writable) return this.#tell();
    const all = this.#waiting.clear();
    for (const { intent } of all) this.#lose(intent, 'recht');
    if (all.length > 0) this.replace(this.epoch);
    else this.#tell();
  }

  /** Connects again after a close that was meant to be final, when the server turns out to want us still. */
  revive(): void {
    const room = this.#next ?? this.#room;
    if (!room.provider.shouldConnect && !this.#patience.stopped) this.#host.later(2000, () => room.connect());
  }

  /** After a stop: once more from the beginning. */
  tryAgain(): void {
    if (!this.#patience.stopped) return;
    this.#patience.again();
    this.replace(this.epoch);
  }

  /** The regular look at the line, and the one after the device slept; see `Room.look`. */
  look(now: number, why: 'tick' | 'woke' | 'network'): void {
    if (!this.#closed) (this.#next ?? this.#room).look(now, why);
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
    const events = this.#events(() => room);
    const room: Room = new Room(this.#address, this.name === 'gedeeld', events);
    return room;
  }

  #events(self: () => Room): RoomEvents {
    // When a document cannot go to the server as it is, a fresh one takes its work over, piece by piece.
    const anew = (): void => this.#host.later(0, () => this.#isCurrent(self()) && this.replace(this.epoch));
    const changed = (): void => (self() === this.#room ? this.#tell() : undefined);
    return {
      changed,
      presence: () => this.#host.presence(),
      synced: () => this.#replay(self()),
      whole: (frame) => {
        this.#waiting.carriedByWhole(self(), frame);
        this.#host.later(0, () => this.#replay(self()));
      },
      wholeTooLarge: anew,
      collided: anew,
      saved: (frames) => this.#saved(self(), frames),
      refused: (frame, code) => this.#refused(self(), code, frame),
      lost: (code) => this.#lineLost(self(), code),
      ended: (code) => this.#ended(self(), code),
    };
  }

  #isCurrent = (room: Room): boolean =>
    !this.#closed && (room === this.#next || (room === this.#room && this.#next === undefined));
  #isLive = (room: Room): boolean => this.#isCurrent(room) && room.connected;

  #saved(room: Room, frames: number): void {
    this.#patience.understood();
    const kept = this.#waiting.saved(room, frames);
    if (kept.length > 0) this.#patience.worked();
    this.#landed(room, kept);
    this.#tell();
  }

  #landed(room: Room, kept: readonly Waiting[]): void {
    for (const intent of this.#removals.among(room, kept)) this.#lose(intent, 'van-tafel');
  }

  #lineLost(room: Room, code: number | undefined): void {
    this.#waiting.forgetFrames(room);
    if (this.#isCurrent(room) && code === closeCode.unavailable && this.#patience.inVain()) this.#pause(room);
    if (room.failedTries === 3) this.#host.lookAgain('failing');
    this.#tell();
  }

  #pause(room: Room): void {
    room.provider.shouldConnect = false;
    this.#host.later(vainPause, () => {
      if (this.#isCurrent(room)) room.connect();
    });
  }

  /** Plays what this document does not have yet. Only when nothing is left does a new document take the place of the old one. */
  #replay(room: Room): void {
    if (this.#isLive(room)) this.#landed(room, this.#waiting.settle(room, room.doc, room.epoch));
    let bytes = 0;
    for (let count = 0; this.#isLive(room); count++) {
      const waiting = this.#waiting.nextFor(room);
      if (waiting === undefined) break;
      // One frame for each: only after the server asked what it misses. That question calls this again.
      if (!room.answered) return;
      bytes += weightOf(waiting.intent);
      if (count === handful || (count > 0 && bytes > handfulBytes))
        return this.#host.later(1000, () => this.#replay(room));
      this.#playAgain(room, waiting);
    }
    // Nothing left to keep, also when it turned out to be there already: the server is not failing us.
    if (this.#isLive(room) && this.#waiting.size === 0) this.#patience.worked();
    if (room === this.#next && room.connected) this.#swap(room);
  }

  #playAgain(room: Room, waiting: Waiting): void {
    if (!this.#writable) {
      this.#waiting.drop([waiting]);
      return this.#lose(waiting.intent, 'recht');
    }
    const outcome = playAgain(room, waiting, room.epoch);
    if (outcome === 'played') return;
    this.#waiting.drop([waiting]);
    if (outcome === 'landed') this.#landed(room, [waiting]);
    else this.#lose(waiting.intent, outcome);
  }

  #swap(room: Room): void {
    const old = this.#room;
    this.#room = room;
    this.#next = undefined;
    old.destroy();
    this.#host.presence();
    this.#tell();
  }

  /** The server names the frame, or closed at one: then it was the first that it did not acknowledge. */
  #refused(room: Room, code: string, named?: number): void {
    const frame = named ?? this.#waiting.firstFrameOf(room);
    if (frame !== undefined) this.#waiting.notTaken(room, frame);
    this.#waiting.joinRuns();
    const culprits = frame === undefined ? [] : this.#waiting.carriedBy(room, frame);
    const unknown = named === undefined || culprits.length === 0;
    this.#setAside(room, culprits.length === 1 ? culprits : [], unknown, code);
  }

  /** Leaves out what was refused, if it is known which that is; the rest is played again one by one, so that the next refusal tells. */
  #setAside(room: Room, culprits: readonly Waiting[], unknown: boolean, code: string): void {
    const last = this.#patience.strike(unknown);
    const first = last ? this.#waiting.firstOf(room) : undefined;
    const aside = culprits.length === 0 && first !== undefined ? [first] : culprits;
    this.#waiting.drop(aside);
    for (const { intent } of aside) this.#lose(intent, code);
    if (last && aside.length === 0) this.#stop();
    else this.replace(this.epoch);
  }

  /** It does not work, and trying on would not help: the words stay here and it is said. */
  #stop(): void {
    this.#patience.stopped = true;
    (this.#next ?? this.#room).disconnect();
    this.#tell();
  }

  #lose(intent: Intent, reden: string): void {
    this.#host.lost(lostItem(this.name, intent, reden, this.board()));
  }

  #ended(room: Room, code: number): void {
    if (!this.#isCurrent(room)) return;
    const meaning = meaningOf(code);
    if (meaning === 'refused') this.#refused(room, code === closeCode.tooLarge ? 'te-groot' : 'onleesbaar');
    else if (meaning === 'later') this.#host.later(2000, () => room.connect());
    else this.#host.lookAgain(meaning);
  }
}
