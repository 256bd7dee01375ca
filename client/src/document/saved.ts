/** The saved mark. Only acknowledgements of the server make it say that work is kept. */
export type SavedState =
  | { readonly kind: 'laden' }
  | { readonly kind: 'opgeslagen' }
  | { readonly kind: 'bezig'; readonly n: number }
  /** No line to the server: what waits is in this tab only. */
  | { readonly kind: 'offline'; readonly n: number }
  /** There is a server, and it keeps nothing now (disk full, board damaged), or this tab stopped trying. */
  | { readonly kind: 'lukt-niet'; readonly waarom: ZoneTrouble; readonly n: number }
  /** The table is shut for this person: what waits is in this tab, and goes along when it opens. */
  | { readonly kind: 'tafel-dicht'; readonly n: number }
  | { readonly kind: 'niet-geplaatst'; readonly n: number };

/** `server`: it closes again and again without keeping anything. `gestopt`: what this tab sends is not understood, and it stopped. */
export type ZoneTrouble = 'server' | 'gestopt';

export type ZoneState = {
  readonly ready: boolean;
  /** Connected, synced and not being replaced. */
  readonly whole: boolean;
  readonly online: boolean;
  readonly waiting: number;
  readonly trouble?: ZoneTrouble | undefined;
  /** The server was looked for more than once and not found. */
  readonly searched?: boolean;
};

/**
 * Takes the state of the zones one can write in and how much was refused, gives the one mark for all. The worst is said first: what stopped, what the server
 * cannot keep, what has no line, what is under way, what waits for the table; and "opgeslagen" only when every zone is whole and nothing waits.
 * `shut`: how much waits for a table that is shut.
 */
export function savedState(zones: readonly ZoneState[], lost: number, shut = 0): SavedState {
  const n = shut + zones.reduce((sum, zone) => sum + zone.waiting, 0);
  const troubles = zones.flatMap(({ trouble }) => trouble ?? []);
  const waarom = troubles.find((trouble) => trouble === 'gestopt') ?? troubles[0];
  if (waarom !== undefined) return { kind: 'lukt-niet', waarom, n };
  if (zones.some((zone) => !zone.online && (zone.ready || zone.searched === true))) return { kind: 'offline', n };
  if (n > shut) return { kind: 'bezig', n };
  if (lost > 0) return { kind: 'niet-geplaatst', n: lost };
  if (shut > 0) return { kind: 'tafel-dicht', n };
  if (zones.every((zone) => zone.whole)) return { kind: 'opgeslagen' };
  return zones.some((zone) => !zone.ready) ? { kind: 'laden' } : { kind: 'bezig', n };
}
