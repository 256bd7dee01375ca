/** The saved mark. Only acknowledgements of the server make it say that work is kept. */
export type SavedState =
  | { readonly kind: 'laden' }
  | { readonly kind: 'opgeslagen' }
  | { readonly kind: 'bezig'; readonly n: number }
  | { readonly kind: 'offline'; readonly n: number }
  | { readonly kind: 'niet-geplaatst'; readonly n: number };

export type ZoneState = {
  readonly ready: boolean;
  /** Connected, synced and not being replaced. */
  readonly whole: boolean;
  readonly online: boolean;
  readonly waiting: number;
};

/** Takes the state of the zones one can write in and how much was refused, gives the one mark for all. */
export function savedState(zones: readonly ZoneState[], lost: number): SavedState {
  const n = zones.reduce((sum, zone) => sum + zone.waiting, 0);
  if (zones.some((zone) => !zone.online && zone.ready)) return { kind: 'offline', n };
  if (n > 0) return { kind: 'bezig', n };
  if (lost > 0) return { kind: 'niet-geplaatst', n: lost };
  if (zones.every((zone) => zone.whole)) return { kind: 'opgeslagen' };
  return zones.some((zone) => !zone.ready) ? { kind: 'laden' } : { kind: 'bezig', n };
}
