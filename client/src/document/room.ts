import * as Y from 'yjs';
import * as decoding from 'lib0/decoding';
import { WebsocketProvider } from 'y-websocket';
import type { Board } from '@samenbord/shared/board/board.ts';
import { inkOf, placesOf, thingsOf } from '@samenbord/shared/document/form.ts';
import { carryOut, markBeside } from '@samenbord/shared/document/intent.ts';
import type { Intent } from '@samenbord/shared/document/intent.ts';
import type { Landing } from '@samenbord/shared/document/rebase.ts';
import { mayUndoDelete } from '@samenbord/shared/document/undo.ts';
import { watchBoard } from '@samenbord/shared/document/watch.ts';
import { message, protocolVersion } from '@samenbord/shared/wire/socket.ts';
import { anchorOf } from './anchor.ts';
import type { Anchor } from './anchor.ts';
import { intentsBetween, stepsOf } from './derive.ts';
import type { Steps } from './derive.ts';
import { effectOf } from './effect.ts';
import type { Effect } from './effect.ts';
import { countingSocket } from './frames.ts';
import type { SocketClass } from './frames.ts';

export type RoomAddress = {
  /** `wss://host/sync` */
  readonly server: string;
  readonly board: string;
  readonly zone: string;
  readonly epoch: number;
  readonly als: string;
  readonly socket: SocketClass;
};

/** What a room tells its holder. */
export type RoomEvents = {
  readonly changed: () => void;
  readonly presence: () => void;
  readonly synced: () => void;
  readonly whole: (frame: number) => void;
  readonly saved: (frames: number) => void;
  readonly refused: (frame: number, code: string) => void;
  /** The frame with all unsent work is larger than the server takes. */
  readonly wholeTooLarge: () => void;
  /** Somebody else writes under the number of this document: it cannot be used any more. */
  readonly collided: () => void;
  readonly lost: (code: number | undefined) => void;
  /** The server said for good that this connection ends. */
  readonly ended: (code: number) => void;
};

/** What one change did: its effect, and the frames of this connection that carry it. */
export type Carried = {
  readonly effect: Effect;
  /** What an edit of a text was put in after. */
  readonly anchor?: Anchor | undefined;
  readonly frames: { readonly first: number; readonly last: number } | undefined;
};

/** The server says something at least every ten seconds. */
const longestSilence = 12_000;
const longestTry = 10_000;

/**
 * One document with its connection: never mended, only replaced (design D4, D5). Whoever needs the document asks the
 * holder (`Zone`) for it, each time.
 */
export class Room {
  readonly doc = new Y.Doc();
  readonly epoch: number;
  readonly provider: WebsocketProvider;
  readonly undoStack: Y.UndoManager;
  readonly #watch: { board: () => Board; stop: () => void };
  readonly #origins = { tracked: { own: 'tracked' }, untracked: { own: 'untracked' } };
  #frames = 0;
  /** Where the numbering of Yjs stood when the undo that is under way began. */
  #clockBefore = 0;
  /** The server asked on this connection what it misses, and was told. */
  answered = false;
  everSynced = false;
  /** The server said that this document is damaged: it can be read, and nothing is added to it. */
  readOnly = false;
  failedTries = 0;
  #collided = false;
  #tryingSince: number | undefined;

  constructor(address: RoomAddress, presence: boolean, events: RoomEvents) {
    this.epoch = address.epoch;
    this.#watch = watchBoard(this.doc, events.changed);
    this.undoStack = new Y.UndoManager([thingsOf(this.doc), placesOf(this.doc), inkOf(this.doc)], {
      trackedOrigins: new Set([this.#origins.tracked]),
      captureTimeout: 500,
      deleteFilter: (item) => {
        if (!mayUndoDelete(item)) return false;
        if (Y.getState(this.doc.store, this.doc.clientID) === this.#clockBefore) markBeside(item);
        return true;
      },
    });
    const WebSocketPolyfill = countingSocket(address.socket, {
      opened: () => {
        this.#frames = 0;
        this.answered = false;
      },
      sent: (frame, whole) => {
        this.#frames = frame;
        if (!whole) return;
        this.answered = true;
        events.whole(frame);
      },
      wholeTooLarge: events.wholeTooLarge,
    });
    this.provider = new WebsocketProvider(
      address.server,
      `${address.board}/${address.zone}/${address.epoch}`,
      this.doc,
      {
        connect: false,
        disableBc: true,
        maxBackoffTime: 1500,
        params: { als: address.als, v: String(protocolVersion) },
        WebSocketPolyfill,
      },
    );
    if (!presence) this.provider.awareness.setLocalState(null);
    this.#listen(events);
  }

  connect(): void {
    this.provider.connect();
  }

  #listen(events: RoomEvents): void {
    const { provider } = this;
    provider.messageHandlers[message.saved] = (_encoder, decoder) => events.saved(decoding.readVarUint(decoder));
    provider.messageHandlers[message.refused] = (_encoder, decoder) => {
      events.refused(decoding.readVarUint(decoder), decoding.readVarString(decoder));
    };
    provider.messageHandlers[message.beat] = () => undefined;
    provider.messageHandlers[message.readOnly] = () => {
      this.readOnly = true;
      events.changed();
    };
    // What the server says about the table lies beside the board that `watchBoard` follows.
    this.doc.on('update', (_update: Uint8Array, origin: unknown) => {
      if (origin === provider) events.changed();
    });
    provider.on('status', () => events.changed());
    provider.on('sync', (synced) => {
      if (synced) {
        this.everSynced = true;
        this.failedTries = 0;
        events.synced();
      }
      events.changed();
    });
    provider.on('connection-close', (event) => {
      this.failedTries += 1;
      events.lost(event?.code);
    });
    const own = this.doc.clientID;
    this.doc.on('afterTransaction', () => {
      if (this.doc.clientID === own || this.#collided) return;
      this.#collided = true;
      events.collided();
    });
    provider.on('closed', ({ code }) => events.ended(code));
    provider.awareness.on('change', events.presence);
    this.undoStack.on('stack-item-added', events.changed);
    this.undoStack.on('stack-item-popped', events.changed);
  }

  board(): Board {
    return this.#watch.board();
  }

  get connected(): boolean {
    return this.provider.wsconnected && this.provider.synced;
  }

  /** Carries out an intent; nothing when what it is about is not there, or when it changes nothing. */
  carry(intent: Intent, landing?: Landing): Carried | undefined {
    const anchor = anchorOf(this.doc, intent);
    const carried = this.#follow(() => {
      carryOut(this.doc, intent, this.#origins, landing);
    });
    return carried === undefined || anchor === undefined ? carried : { ...carried, anchor };
  }

  /** Takes back (or brings back) one's own last gesture; gives it as intents. */
  back(which: 'undo' | 'redo'): { intents: Intent[]; carried: Carried } | undefined {
    const before = this.board();
    this.#clockBefore = Y.getState(this.doc.store, this.doc.clientID);
    let steps: Steps = new Map();
    const carried = this.#follow(() => {
      steps = stepsOf(thingsOf(this.doc), () => {
        if (which === 'undo') this.undoStack.undo();
        else this.undoStack.redo();
      });
    });
    return carried === undefined ? undefined : { intents: intentsBetween(before, this.board(), steps), carried };
  }

  #follow(change: () => void): Carried | undefined {
    const before = this.#frames;
    const effect = effectOf(this.doc, change);
    if (effect === undefined) return undefined;
    return { effect, frames: this.#frames > before ? { first: before + 1, last: this.#frames } : undefined };
  }

  /**
   * Looks whether the line still lives: the server says something at least every ten seconds. A device that slept, or came on another network, does not
   * wait for a time-out that was frozen with it.
   */
  look(now: number, why: 'tick' | 'woke' | 'network'): void {
    const { provider } = this;
    if (!provider.shouldConnect) return;
    const isConnecting = provider.ws !== null && !provider.wsconnected;
    this.#tryingSince = isConnecting ? (this.#tryingSince ?? now) : undefined;
    const silent = provider.wsconnected
      ? now - provider.wsLastMessageReceived > longestSilence
      : why !== 'tick' || (this.#tryingSince !== undefined && now - this.#tryingSince > longestTry);
    if (!silent && why !== 'network') return;
    this.#tryingSince = undefined;
    provider.disconnect();
    provider.connect();
  }

  /** Ends the connection; the document stays readable. */
  disconnect(): void {
    // Yjs takes another number when somebody else uses ours; the provider can take leave under the old one only.
    const { doc, provider } = this;
    const now = doc.clientID;
    doc.clientID = provider.awareness.clientID;
    provider.destroy();
    doc.clientID = now;
  }

  destroy(): void {
    this.disconnect();
    this.#watch.stop();
    this.undoStack.destroy();
    this.doc.destroy();
  }
}
