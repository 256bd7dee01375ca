import type { Actor } from '@samenbord/shared/access/zones.ts';
import type { Intent } from '@samenbord/shared/document/intent.ts';
import { boardAnswer } from '@samenbord/shared/wire/http.ts';
import type { BoardAnswer } from '@samenbord/shared/wire/http.ts';
import type { SocketClass } from './frames.ts';
import { Listeners } from './listeners.ts';
import type { LostItem } from './lost.ts';
import { PresenceLine } from './presence.ts';
import type { Other } from './presence.ts';
import { savedState } from './saved.ts';
import type { SavedState } from './saved.ts';
import { ask, boardPath, ServerProblem } from './server.ts';
import type { Fetch } from './server.ts';
import { emptyTable, readTable, readWaiting } from './table.ts';
import type { Table } from './table.ts';
import { Zone } from './zone.ts';
import type { ZoneHost } from './zone.ts';

/** `open`: work. `ingetrokken`: no longer welcome, everything here is wiped. `verouderd`: the page must be loaded again. */
export type SessionState = 'open' | 'ingetrokken' | 'verouderd';

export type OpenBoardOptions = {
  readonly board: string;
  /** The participation that this tab uses. */
  readonly als: string;
  /** `https://host`; the page's own when left out. */
  readonly origin?: string;
  readonly fetch?: Fetch;
  readonly socket?: SocketClass;
  /** Work of this tab from before it was loaded again, by zone. */
  readonly kept?: Readonly<Record<string, readonly Intent[]>>;
  readonly later?: (ms: number, work: () => void) => void;
};

/**
 * Opens a board: asks what this participant may open and connects to each zone. Throws a `ServerProblem` when the server says no.
 */
export async function openBoard(options: OpenBoardOptions): Promise<BoardSession> {
  return new BoardSession(options, await askBoard(options));
}

const askBoard = (options: OpenBoardOptions): Promise<BoardAnswer> =>
  ask('GET', (options.origin ?? '') + boardPath(options.board, '', options.als), {
    schema: boardAnswer,
    fetch: options.fetch,
  });

/** One participant at one board, in one tab. */
export class BoardSession {
  readonly id: string;
  readonly als: string;
  readonly answer: BoardAnswer;
  readonly actor: Actor;
  /** Told when a zone, the saved mark or what was lost changes. */
  readonly listeners = new Listeners();
  readonly presenceListeners = new Listeners();
  readonly #options: OpenBoardOptions;
  readonly #zones = new Map<string, Zone>();
  readonly #presence: PresenceLine;
  #state: SessionState = 'open';
  #lost: readonly LostItem[] = [];
  #lostCount = 0;
  #looking = false;
  #closed = false;

  constructor(options: OpenBoardOptions, answer: BoardAnswer) {
    this.#options = options;
    this.id = answer.id;
    this.als = options.als;
    this.answer = answer;
    const may = answer.zones.map(({ zone }) => zone);
    this.actor = {
      id: answer.ik.id,
      rol: answer.ik.rol,
      persoon: answer.ik.persoon,
      opens: [
        ...(may.includes('gedeeld') ? (['gedeeld'] as const) : []),
        ...(may.includes(`eigen:${answer.ik.id}`) ? (['eigen'] as const) : []),
      ],
    };
    this.#presence = new PresenceLine(() => this.#zones.get('gedeeld')?.room(), this.#later);
    for (const { zone, epoch, schrijven } of answer.zones) {
      const address = {
        server: this.#socketServer(),
        board: this.id,
        zone,
        epoch,
        als: this.als,
        socket: options.socket ?? WebSocket,
      };
      this.#zones.set(zone, new Zone(address, schrijven, this.#host(), options.kept?.[zone]));
    }
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
      changed: () => this.listeners.tell(),
      presence: () => {
        this.#presence.repeat();
        this.presenceListeners.tell();
      },
      later: this.#later,
    };
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
  intend = (zone: string, intent: Intent): boolean => this.#zones.get(zone)?.intend(intent) ?? false;
  undo = (zone: string): boolean => this.#zones.get(zone)?.back('undo') ?? false;
  redo = (zone: string): boolean => this.#zones.get(zone)?.back('redo') ?? false;
  canUndo = (zone: string): boolean => this.#zones.get(zone)?.room().undoStack.canUndo() ?? false;
  canRedo = (zone: string): boolean => this.#zones.get(zone)?.room().undoStack.canRedo() ?? false;
  /** A new gesture begins: what follows is undone apart from what came before. */
  stopCapturing = (zone: string): void => this.#zones.get(zone)?.room().undoStack.stopCapturing();

  setPresence: PresenceLine['set'] = (change) => this.#presence.set(change);
  others = (): Other[] => this.#presence.others();

  saved = (): SavedState => {
    const own = [...this.#zones.values()].filter(({ writable, waiting }) => writable || waiting > 0);
    const looked = own.length > 0 ? own : [...this.#zones.values()];
    return savedState(looked, this.#lost.length);
  };

  lost = (): readonly LostItem[] => this.#lost;
  forgetLost = (id: string): void => {
    this.#lost = this.#lost.filter((item) => item.id !== id);
    this.listeners.tell();
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

  /** Work that the server does not have, by zone: to bring along when the page is loaded again. */
  keep = (): Record<string, Intent[]> =>
    Object.fromEntries(
      [...this.#zones].map(([name, zone]) => [name, zone.keep()] as const).filter(([, all]) => all.length > 0),
    );

  /** Ends every connection and forgets everything. */
  close = (): void => {
    this.#closed = true;
    for (const zone of this.#zones.values()) zone.close();
  };

  #end(state: SessionState): void {
    this.#state = state;
    if (state === 'ingetrokken') {
      this.#lost = [];
      this.close();
    }
    this.listeners.tell();
  }

  /** Asks the server again what we may open, once at a time: new epochs are followed, a closed door ends the session. */
  async #lookAgain(why: Parameters<ZoneHost['lookAgain']>[0]): Promise<void> {
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

  #retry = (why: Parameters<ZoneHost['lookAgain']>[0]): Promise<void> => this.#lookAgain(why);

  #follow(answer: BoardAnswer, ended: boolean): void {
    if (this.#closed) return;
    for (const [name, zone] of this.#zones) {
      const now = answer.zones.find((entry) => entry.zone === name);
      if (now === undefined) {
        zone.close();
        this.#zones.delete(name);
      } else if (now.epoch !== zone.epoch) zone.replace(now.epoch);
      else if (ended) zone.revive();
    }
    this.listeners.tell();
  }
}
