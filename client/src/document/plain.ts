import * as Y from 'yjs';
import { boardPath } from './server.ts';
import type { Fetch } from './server.ts';
import { reloadWithWork } from './leave.ts';
import type { Room } from './room.ts';
import type { BoardSession } from './session.ts';
import { readOpen } from './table.ts';
import type { Zone } from './zone.ts';

/** So long no line came up, while the server answers other questions: then something in between lets no sockets through. */
const patienceMs = 6_000;
const everyMs = 2_000;
const readMs = 8_000;
/** Meanwhile a socket is tried now and then: on another network it may work. */
const slowBackoff = 20_000;
const usualBackoff = 1_500;

/** What of reading without sockets depends on the surroundings. */
export type PlainPorts = {
  readonly fetch: Fetch;
  readonly now: () => number;
  /** The document began anew: the page is taken afresh, with its unsent work. */
  readonly afresh: () => void;
};

/**
 * Reads the board in the old way, by asking again and again, when sockets do not come through. Shown is exactly what a socket would bring; nothing can be
 * written that way, and `session.plain` says so. The first line that comes up ends it.
 */
export class PlainReading {
  readonly #session: BoardSession;
  readonly #ports: PlainPorts;
  /** What each document held when it was last read; a fresh document has nothing yet. */
  readonly #tags = new WeakMap<Room, string>();
  #downSince: number | undefined;
  #lastRead = 0;
  #busy = false;

  constructor(session: BoardSession, ports: PlainPorts) {
    this.#session = session;
    this.#ports = ports;
  }

  /** The regular look; resolves when what was to be read was read. */
  async look(): Promise<void> {
    const session = this.#session;
    if (this.#busy || session.closed || session.state !== 'open') return;
    const zones = session.zones.flatMap((name) => session.zone(name) ?? []);
    const down = zones.length > 0 && zones.every((zone) => !zone.online);
    const now = this.#ports.now();
    this.#downSince = down ? (this.#downSince ?? now) : undefined;
    if (this.#downSince === undefined) return this.#set(false, zones);
    if (now - this.#downSince < patienceMs || (session.plain && now - this.#lastRead < readMs)) return;
    this.#busy = true;
    this.#lastRead = now;
    try {
      const answers = await Promise.all(zones.map((zone) => this.#read(zone)));
      if (session.closed) return;
      if (answers.includes('weg') || this.#missesTable()) session.lookAgain();
      if (answers.includes('gelezen')) this.#set(true, zones);
    } finally {
      this.#busy = false;
    }
  }

  /** The table is open for us, and we have no place at it: between two looks it may have been shut and opened. */
  #missesTable(): boolean {
    const own = this.#session.zone(`tafel:${this.#session.als}`)?.room().doc;
    return own !== undefined && readOpen(own) && this.#session.zone('gedeeld') === undefined;
  }

  #set(plain: boolean, zones: readonly Zone[]): void {
    const session = this.#session;
    if (plain) for (const zone of zones) zone.room().provider.maxBackoffTime = slowBackoff;
    if (session.plain === plain) return;
    session.plain = plain;
    if (!plain) for (const zone of zones) zone.room().provider.maxBackoffTime = usualBackoff;
    session.listeners.tell();
  }

  /** `gelezen`: here as it is now. `weg`: not for us any more. `niet`: nobody answered, or not well. */
  async #read(zone: Zone): Promise<'gelezen' | 'weg' | 'niet'> {
    const { id, als } = this.#session;
    const room = zone.room();
    const tag = this.#tags.get(room);
    const url = boardPath(id, `/zones/${encodeURIComponent(zone.name)}`, als);
    const init: RequestInit = {
      credentials: 'same-origin',
      headers: tag === undefined ? {} : { 'if-none-match': tag },
    };
    try {
      const answer = await this.#ports.fetch(url, init);
      if (answer.status === 304) return 'gelezen';
      if ([401, 403, 404, 409].includes(answer.status)) return 'weg';
      if (!answer.ok) return 'niet';
      if (Number(answer.headers.get('x-epoch')) !== zone.epoch) {
        this.#ports.afresh();
        return 'niet';
      }
      const bytes = new Uint8Array(await answer.arrayBuffer());
      // Meanwhile the line may have come, or another document.
      if (zone.online || zone.room() !== room || this.#session.closed) return 'niet';
      Y.applyUpdate(room.doc, bytes, room.provider);
      this.#tags.set(room, answer.headers.get('etag') ?? '');
      room.everSynced = true;
      zone.listeners.tell();
      this.#session.listeners.tell();
      return 'gelezen';
    } catch {
      return 'niet';
    }
  }
}

/** Keeps looking in a browser; what comes back ends it. */
export function watchPlain(session: BoardSession): () => void {
  const reading = new PlainReading(session, {
    fetch: (url, init) => fetch(url, init),
    now: () => performance.now(),
    afresh: () => reloadWithWork(session),
  });
  const timer = setInterval(() => void reading.look(), everyMs);
  return () => clearInterval(timer);
}
