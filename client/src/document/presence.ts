import { presence } from '@samenbord/shared/wire/socket.ts';
import type { Presence, PresenceStamp } from '@samenbord/shared/wire/socket.ts';
import type { Room } from './room.ts';

/** Somebody else at the table: who (stamped by the server) and what they are doing now. */
export type Other = { readonly client: number; readonly wie: PresenceStamp } & Presence;

/** Changes to one's own presence; `undefined` ends a field. */
export type PresenceChange = { readonly [K in keyof Presence]?: Presence[K] | undefined };

const everyMs = 100;

/** Sends what one does, at most ten times a second, and reads what others do. The last word always arrives. */
export class PresenceLine {
  readonly #room: () => Room | undefined;
  readonly #later: (ms: number, work: () => void) => void;
  #mine: Record<string, unknown> = {};
  #sentIn: Room | undefined;
  #busy = false;
  #dirty = false;

  constructor(room: () => Room | undefined, later: (ms: number, work: () => void) => void) {
    this.#room = room;
    this.#later = later;
  }

  set(change: PresenceChange): void {
    const next: Record<string, unknown> = { ...this.#mine, ...change };
    for (const [name, value] of Object.entries(next)) if (value === undefined) delete next[name];
    this.#mine = next;
    this.#dirty = true;
    if (!this.#busy) this.#send();
  }

  /** The part of the paper that is on this screen, as others are told. */
  get look(): Presence['look'] {
    return (this.#mine as Presence).look;
  }

  /** A fresh document has a fresh voice: say again what one was doing. */
  repeat(): void {
    if (this.#room() !== this.#sentIn && Object.keys(this.#mine).length > 0) this.#send();
  }

  #send(): void {
    const room = this.#room();
    if (room === undefined) return;
    this.#dirty = false;
    this.#busy = true;
    this.#sentIn = room;
    room.provider.awareness.setLocalState(this.#mine);
    this.#later(everyMs, () => {
      this.#busy = false;
      if (this.#dirty) this.#send();
    });
  }

  others(): Other[] {
    const awareness = this.#room()?.provider.awareness;
    if (awareness === undefined) return [];
    const found: Other[] = [];
    for (const [client, state] of awareness.getStates()) {
      if (client === awareness.clientID) continue;
      const { wie, ...rest } = state as { wie?: unknown };
      const read = presence.safeParse(rest);
      if (isStamp(wie)) found.push({ client, wie, ...(read.success ? read.data : {}) });
    }
    return found;
  }
}

function isStamp(value: unknown): value is PresenceStamp {
  if (typeof value !== 'object' || value === null) return false;
  const stamp = value as Record<keyof PresenceStamp, unknown>;
  return (
    typeof stamp.id === 'string' &&
    typeof stamp.naam === 'string' &&
    typeof stamp.rol === 'string' &&
    typeof stamp.kleur === 'number'
  );
}
