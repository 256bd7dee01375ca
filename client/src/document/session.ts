import type { Actor } from '@samenbord/shared/access/zones.ts';
import type { Intent } from '@samenbord/shared/document/intent.ts';
import { boardAnswer } from '@samenbord/shared/wire/http.ts';
import type { BoardAnswer } from '@samenbord/shared/wire/http.ts';
import type { Presence } from '@samenbord/shared/wire/socket.ts';
import { actorOf } from './actor.ts';
import type { SocketClass } from './frames.ts';
import { Listeners } from './listeners.ts';
import type { LostItem } from './lost.ts';
import { PresenceLine } from './presence.ts';
import type { Other } from './presence.ts';
import { savedState } from './saved.ts';
import type { SavedState } from './saved.ts';
import { ask, boardPath, ServerProblem } from './server.ts';
import type { Fetch } from './server.ts';
import { ShutTable } from './shut.ts';
import { tableOnly } from './sharing.ts';
import { emptyTable, readBoxes, readOpen, readTable, readWaiting } from './table.ts';
import type { Table } from './table.ts';
import type { KeptWork } from './waiting.ts';
import { Zone } from './zone.ts';
import type { LookAgain, ZoneHost } from './zone-host.ts';

/** `open`: work. `ingetrokken`: no longer welcome, everything here is wiped. `verouderd`: the page must be loaded again. */
export type SessionState = 'open' | 'ingetrokken' | 'verouderd';

export type OpenBoardOptions = {
  readonly board: string;
  /** The participation that this tab uses. */
  readonly als: string;
  /** Others see this screen: open the table and nothing else. */
  readonly onlyTable?: boolean;
  /** `https://host`; the page's own when left out. */
  readonly origin?: string;
  readonly fetch?: Fetch;
  readonly socket?: SocketClass;
  /** Work of this tab from before it was loaded again, by zone. */
  readonly kept?: Readonly<Record<string, readonly KeptWork[]>>;
  /** What this tab still had to offer back then. */
  readonly keptLost?: readonly Omit<LostItem, 'id'>[];
  readonly later?: (ms: number, work: () => void) => void;
};

/**
 * Opens a board: asks what this participant may open and connects to each zone. Throws a `ServerProblem` when the server says no.
 */
export async function openBoard(options: OpenBoardOptions): Promise<BoardSession> {
  return new BoardSession(options, await askBoard(options));
}

async function askBoard({ board, als, origin = '', fetch, onlyTable = false }: OpenBoardOptions): Promise<BoardAnswer> {
  const path = boardPath(board, onlyTable ? '?alleen=gedeeld' : '', als);
  const answer = await ask('GET', origin + path, { schema: boardAnswer, fetch });
  return onlyTable ? tableOnly(answer) : answer;
}

/** One participant at one board, in one tab. */
export class BoardSession {
  readonly id: string;
  readonly als: string;
  /** Told when a zone, the saved mark or what was lost changes. */
  readonly listeners = new Listeners();
  readonly presenceListeners = new Listeners();
  /** No socket comes through here: the board is read in another way, and cannot be written. */
  plain = false;
  readonly #options: OpenBoardOptions;
  readonly #zones = new Map<string, Zone>();
  readonly #presence: PresenceLine;
  readonly #shut = new ShutTable((item) => this.#host().lost(item));
  #answer: BoardAnswer;
  #actor: Actor;
  #state: SessionState = 'open';
  #lost: readonly LostItem[] = [];
  #lostCount = 0;
  #looking = false;
  #opened = false;
  #boxes: string | undefined;
  #closed = false;

  constructor(options: OpenBoardOptions, answer: BoardAnswer) {
    this.#options = options;
    this.id = answer.id;
    this.als = options.als;
    this.#answer = answer;
    this.#actor = actorOf(answer);
    this.#presence = new PresenceLine(() => this.#zones.get('gedeeld')?.room(), this.#later);
    for (const entry of answer.zones) this.#enter(entry, options.kept?.[entry.zone]);
    const host = this.#host();
    for (const item of options.keptLost ?? []) host.lost(item);
    for (const [zone, all] of Object.entries(options.kept ?? {}))
      if (!this.#zones.has(zone)) this.#shut.leave(zone, all);
  }

  #enter({ zone, epoch, schrijven }: BoardAnswer['zones'][number], kept?: readonly KeptWork[]): void {
    const socket = this.#options.socket ?? WebSocket;
    const address = { server: this.#socketServer(), board: this.id, zone, epoch, als: this.als, socket };
    this.#zones.set(zone, new Zone(address, schrijven, this.#host(), kept ?? this.#shut.take(zone)));
  }

  #later = (ms: number, work: () => void): void => {
    const run = (): void => {
      if (!this.#closed) work();
    };
    if (this.#options.later === undefined) setTimeout(run, ms);
    else this.#options.later(ms, run);
  };

  #socketServer(): string {
    return `${(this.#options.origin ?? location.origin).replace(/^http/, 'ws')}/sync`;
  }

  #host(): ZoneHost {
    return {
      lost: (item) => {
        this.#lostCount += 1;
        this.#lost = [...this.#lost, { ...item, id: `kwijt-${this.#lostCount}` }];
        this.listeners.tell();
      },
      lookAgain: (why) => void this.#lookAgain(why),
      changed: () => {
        this.listeners.tell();
        this.#noteDoor();
      },
      presence: () => {
        this.#presence.repeat();
        this.presenceListeners.tell();
      },
      later: this.#later,
    };
  }

  /** What the server last said about this board and about me. */
  get answer(): BoardAnswer {
    return this.#answer;
  }
  get actor(): Actor {
    return this.#actor;
  }
  get closed(): boolean {
    return this.#closed;
  }
  get state(): SessionState {
    return this.#state;
  }
  get zones(): readonly string[] {
    return [...this.#zones.keys()];
  }
  zone = (name: string): Zone | undefined => this.#zones.get(name);
  get ownZone(): string {
    return `eigen:${this.als}`;
  }

  /** Everything that changes a board goes through here. False when nothing changed, or when this zone cannot be written. */
  intend = (zone: string, intent: Intent): boolean => !this.plain && (this.#zones.get(zone)?.intend(intent) ?? false);
  undo = (zone: string): boolean => this.#zones.get(zone)?.back('undo') ?? false;
  redo = (zone: string): boolean => this.#zones.get(zone)?.back('redo') ?? false;
  canUndo = (zone: string): boolean => this.#zones.get(zone)?.room().undoStack.canUndo() ?? false;
  canRedo = (zone: string): boolean => this.#zones.get(zone)?.room().undoStack.canRedo() ?? false;
  /** A new gesture begins: what follows is undone apart from what came before. */
  stopCapturing = (zone: string): void => this.#zones.get(zone)?.room().undoStack.stopCapturing();

  setPresence: PresenceLine['set'] = (change) => this.#presence.set(change);
  others = (): Other[] => this.#presence.others();
  /** The part of the paper on this screen, as others are told. */
  shows = (): Presence['look'] => this.#presence.look;

  saved = (): SavedState => {
    const own = [...this.#zones.values()].filter(({ writable, waiting }) => writable || waiting > 0);
    const looked = own.length > 0 ? own : [...this.#zones.values()];
    return savedState(looked, this.#lost.length, this.#shut.size);
  };

  /** After a stop (`gestopt`): once more from the beginning. */
  tryAgain = (): void => {
    for (const zone of this.#zones.values()) zone.tryAgain();
  };

  /** The regular look at the lines; `woke` after the device slept or the page was hidden, `network` when it came on another one. */
  look = (now: number, why: 'tick' | 'woke' | 'network'): void => {
    for (const zone of this.#zones.values()) zone.look(now, why);
  };

  /** What the server did not take. */
  lost = (): readonly LostItem[] => this.#lost.filter(({ reden }) => reden !== 'van-tafel');
  /** The same, and what came on a card that somebody took off the table meanwhile. */
  offered = (): readonly LostItem[] => this.#lost;
  forgetLost = (id: string): void => {
    this.#lost = this.#lost.filter((item) => item.id !== id);
    this.listeners.tell();
  };

  /** Does refused work once more. False when it cannot be done here any more; then it stays on offer. */
  retryLost = (id: string): boolean => {
    const item = this.#lost.find((each) => each.id === id);
    if (item === undefined) return false;
    const again: Intent = item.reden === 'van-tafel' ? { kind: 'restore', id: aboutOf(item.intent) } : item.intent;
    if (!this.intend(item.zone, again)) return false;
    this.forgetLost(id);
    return true;
  };

  table = (): Table => {
    const doc = this.#zones.get('tafel')?.room().doc;
    return doc === undefined ? emptyTable : readTable(doc);
  };

  /** How many people wait to be let in; only the casusregisseur hears of it. */
  waitingOutside = (): number => {
    const doc = this.#zones.get(`tafel:${this.als}`)?.room().doc;
    return doc === undefined ? 0 : readWaiting(doc);
  };

  /** Work that the server does not have, by zone, as it was given. */
  keep = (): Record<string, Intent[]> => ({ ...this.#shut.intents(), ...this.#each((zone) => zone.keep()) });

  /** The same with what is needed to bring it along when the page is loaded again. */
  pack = (): Record<string, KeptWork[]> => ({ ...this.#shut.pack(), ...this.#each((zone) => zone.pack()) });

  #each<T>(read: (zone: Zone) => T[]): Record<string, T[]> {
    return Object.fromEntries(
      [...this.#zones].map(([name, zone]) => [name, read(zone)] as const).filter(([, all]) => all.length > 0),
    );
  }

  /** Ends every connection and forgets everything. */
  close = (): void => {
    this.#closed = true;
    this.#lost = [];
    this.#shut.clear();
    for (const zone of this.#zones.values()) zone.close();
  };

  /** Something opened for us: the table while we had no place at it, or a box that somebody lets us read. Ask for it, once for each time. */
  #noteDoor(): void {
    const zone = this.#zones.get(`tafel:${this.als}`);
    if (zone?.ready !== true) return;
    const own = zone.room().doc;
    const opened = readOpen(own) && !this.#zones.has('gedeeld');
    const boxes = readBoxes(own);
    const otherBoxes = this.#boxes !== undefined && boxes !== this.#boxes;
    if ((opened && !this.#opened) || otherBoxes) void this.#lookAgain('epoch');
    this.#opened = opened;
    this.#boxes = boxes;
  }

  #end(state: SessionState): void {
    this.#state = state;
    if (state === 'ingetrokken') this.close();
    this.listeners.tell();
  }

  /** Asks the server again what we may open, once at a time: new epochs are followed, a closed door ends the session. */
  async #lookAgain(why: LookAgain): Promise<void> {
    if (why === 'revoked') return this.#end('ingetrokken');
    if (why === 'protocol') return this.#end('verouderd');
    if (this.#looking || this.#closed) return;
    this.#looking = true;
    try {
      this.#follow(await askBoard(this.#options), why !== 'failing');
    } catch (error) {
      const gone = error instanceof ServerProblem && [401, 403, 404].includes(error.status);
      if (gone) this.#end('ingetrokken');
      else this.#later(2000, () => void this.#retry(why));
    } finally {
      this.#looking = false;
    }
  }

  /** Once more what we may open. */
  lookAgain = (): void => void this.#lookAgain('failing');
  #retry = (why: LookAgain): Promise<void> => this.#lookAgain(why);

  #follow(answer: BoardAnswer, ended: boolean): void {
    if (this.#closed) return;
    this.#answer = answer;
    this.#actor = actorOf(answer);
    for (const [name, zone] of this.#zones) {
      const now = answer.zones.find((entry) => entry.zone === name);
      if (now === undefined) {
        const left = zone.pack();
        zone.close();
        this.#zones.delete(name);
        this.#shut.leave(name, left);
        continue;
      }
      zone.setWritable(now.schrijven);
      if (now.epoch !== zone.epoch) zone.replace(now.epoch);
      else if (ended) zone.revive();
    }
    for (const entry of answer.zones) if (!this.#zones.has(entry.zone)) this.#enter(entry);
    this.listeners.tell();
  }
}

const aboutOf = (intent: Intent): string =>
  intent.kind === 'create' ? intent.thing.id : 'id' in intent ? intent.id : '';
