import type { LostItem } from '@samenbord/client/document/lost.ts';
import { BoardSession } from '@samenbord/client/document/session.ts';
import type { Actor } from '@samenbord/shared/access/zones.ts';
import { graceMs } from '@samenbord/shared/access/state.ts';
import type { Board } from '@samenbord/shared/board/board.ts';
import type { Intent } from '@samenbord/shared/document/intent.ts';
import type { BoardAnswer } from '@samenbord/shared/wire/http.ts';
import type { Dice } from '../gate-dice.ts';
import type { Network } from './network.ts';
import { board } from './people.ts';
import type { Referee, Token } from './referee.ts';
import { allTokensIn } from './tokens.ts';

export type Around = {
  readonly network: Network;
  readonly referee: Referee;
  readonly dice: Dice;
  /** Is there anybody to answer a question over HTTP, and is this person still welcome? */
  readonly welcome: (id: string) => boolean | undefined;
  /** Somebody as the database has them now. */
  readonly actorOf: (id: string) => Actor | undefined;
  readonly epochOf: (zone: string) => number;
  readonly erase: (zone: string, by: string, thing: string) => void;
  /** Draws what only newer worlds have, so that older ones stay as they were. */
  readonly more: Dice | undefined;
};

/** What is read on a board: words, strokes, and things that are on the table. */
export function shownTokens(shown: Board): Set<string> {
  const tokens = new Set<string>();
  for (const thing of shown.things.values()) {
    for (const id of allTokensIn(JSON.stringify(thing))) tokens.add(id);
    if (thing.weg) tokens.delete(thing.id);
  }
  for (const id of shown.ink.keys()) tokens.add(id);
  return tokens;
}

/** One tab of one person: the client as it ships, on a simulated network. */
export class Person {
  readonly actor: Actor;
  /** Of this tab; one person may have two. */
  readonly name: string;
  session: BoardSession;
  /** Has tried what is not allowed: a refusal is right. */
  mischief = false;
  readonly #around: Around;
  readonly #made = new Map<Intent, { readonly zone: string; readonly tokens: readonly Token[]; readonly at: number }>();
  #lost = 0;
  #left = false;

  constructor(actor: Actor, name: string, around: Around) {
    this.actor = actor;
    this.name = name;
    this.#around = around;
    this.session = this.#open();
  }

  get around(): Around {
    return this.#around;
  }

  get zones(): readonly string[] {
    return this.session.zones;
  }

  /** Carries something out, with the words that are new in it. Words that vanish by it from the own sight were taken away by somebody who may. */
  act(zone: string, intent: Intent, tokens: readonly Token[], honest = true): boolean {
    const done = this.#watching(zone, honest, () => this.session.intend(zone, intent));
    if (done) this.#made.set(intent, { zone, tokens, at: this.#around.network.schedule.now() });
    this.look();
    return done;
  }

  back(zone: string, which: 'undo' | 'redo'): void {
    const undo = this.session.zone(zone)?.room().undoStack;
    // Gestures are one change each here: how long they take in reality must not matter.
    if (undo !== undefined) undo.captureTimeout = 0;
    this.#watching(zone, true, () => (which === 'undo' ? this.session.undo(zone) : this.session.redo(zone)));
    this.look();
  }

  #watching(zone: string, honest: boolean, change: () => boolean): boolean {
    const shown = this.session.zone(zone)?.board();
    const before = shown === undefined ? new Set<string>() : shownTokens(shown);
    const done = change();
    const now = this.session.zone(zone)?.board();
    const after = now === undefined ? before : shownTokens(now);
    if (!honest) return done;
    for (const id of before) {
      const token = this.#around.referee.tokens.get(id);
      if (token !== undefined && !after.has(id)) token.gone = true;
    }
    return done;
  }

  /** What does not wait any more is kept, says the screen, unless it was told to be lost. */
  look(): void {
    if (!this.present) return;
    const waiting = new Set(Object.values(this.session.keep()).flat());
    const lost = this.session.lost().length;
    const fresh = this.session.lost().slice(this.#lost);
    let dropped = 0;
    let excused = this.mischief || this.#around.referee.fallen.has(this.actor.id);
    for (const [intent, { zone, tokens, at }] of this.#made) {
      if (waiting.has(intent)) continue;
      this.#made.delete(intent);
      dropped += 1;
      if (this.#around.referee.isGone(zone, aboutOf(intent)) || this.#wasClosed(at)) excused = true;
      for (const token of tokens) {
        if (fresh.length > 0) token.gone = true;
        else this.#around.referee.savedShown(token);
      }
    }
    this.#lost = lost;
    // Of what was undone or redone it is not known here when that was.
    if (dropped === 0 && this.#wasClosed(0)) excused = true;
    // What it was about was erased, or left behind by a new epoch: it can only be offered back.
    // So too what was written in a card that was itself refused, rightly or not: that was judged then.
    const unmade = new Set(
      this.session.lost().flatMap(({ intent }) => (intent.kind === 'create' ? aboutOf(intent) : [])),
    );
    const about = ({ zone, reden, intent }: LostItem): boolean =>
      (['weg', 'plaats'].includes(reden) && this.#around.referee.hasGone(zone)) ||
      (reden === 'weg' && unmade.has(aboutOf(intent))) ||
      (intent.kind === 'restore' && this.#around.referee.tookOff(intent.id, this.actor.id));
    if (fresh.length > 0 && !excused && !fresh.every(about))
      this.#around.referee.alarm('refused', `${this.name}: ${fresh.at(-1)?.reden ?? ''} ${fresh.at(-1)?.soort ?? ''}`);
  }

  /** Done on a table that was closed, or came too long after it closed. What comes within the grace is taken: its refusal is an alarm. */
  #wasClosed(at: number): boolean {
    const { referee, network } = this.#around;
    const now = network.schedule.now();
    return referee.closings.some(({ from, until }) => (referee.jumped || now >= from + graceMs) && at <= until);
  }

  /** Sits in front of an open tab, and is still welcome. */
  get present(): boolean {
    return !this.#left && this.session.state === 'open';
  }

  /** The tab is closed. Only when all is shown as kept: this tab takes nothing along. */
  leave(): boolean {
    if (!this.present || Object.keys(this.session.keep()).length > 0) return false;
    this.#left = true;
    this.#end();
    return true;
  }

  comeBack(): void {
    this.#left = false;
    this.#lost = 0;
    this.session = this.#open();
  }

  close(): void {
    this.#made.clear();
    this.#end();
  }

  /** When Yjs has found out that its client is somebody else's too, it takes another, and its provider cannot take leave under the old one. */
  #end(): void {
    try {
      this.session.close();
    } catch (error) {
      this.#around.referee.alarm('broken', `${this.name} cannot leave: ${String(error)}`);
    }
  }

  #open(): BoardSession {
    const { network } = this.#around;
    const session = new BoardSession(
      {
        board,
        als: this.actor.id,
        origin: 'http://bord',
        socket: network.socketsOf(this.name),
        fetch: () => this.#ask(),
        later: (ms, work) => void network.schedule.later(ms, work),
      },
      this.#answer(),
    );
    session.listeners.add(() => {
      if (session === this.session) this.look();
    });
    return session;
  }

  #answer(): BoardAnswer {
    const { actorOf, epochOf } = this.#around;
    return answerFor(actorOf(this.actor.id) ?? this.actor, epochOf);
  }

  #ask(): Promise<Response> {
    const { network, welcome } = this.#around;
    return new Promise((resolve, reject) => {
      network.schedule.later(network.delay(), () => {
        const is = network.away.has(this.name) ? undefined : welcome(this.actor.id);
        if (is === undefined) return reject(new TypeError('no network'));
        const body: unknown = is ? this.#answer() : { code: 'ingetrokken', title: 'Niet meer uitgenodigd.' };
        resolve({ ok: is, status: is ? 200 : 403, json: () => Promise.resolve(body) } as Response);
      });
    });
  }
}

/** The thing that an intent is about. */
const aboutOf = (intent: Intent): string =>
  intent.kind === 'create' ? intent.thing.id : 'id' in intent ? intent.id : '';

function answerFor(actor: Actor, epochOf: (zone: string) => number): BoardAnswer {
  const writes = actor.rol !== 'groot-scherm';
  return {
    id: board,
    titel: 'Bord',
    ik: {
      id: actor.id,
      naam: actor.id,
      rol: actor.rol,
      ...(actor.persoon === undefined ? {} : { persoon: actor.persoon }),
    },
    zones: [
      { zone: 'gedeeld', epoch: epochOf('gedeeld'), schrijven: writes },
      ...(writes ? [{ zone: `eigen:${actor.id}`, epoch: epochOf(`eigen:${actor.id}`), schrijven: true }] : []),
    ],
    feiten: { regie: [], kaders: [] },
  };
}
