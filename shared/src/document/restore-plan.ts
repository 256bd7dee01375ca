import type { Board } from '../board/board.ts';
import { isValue, references, textFields } from '../board/things.ts';
import type { Thing } from '../board/things.ts';
import type { Ownership, TableState } from '../access/may.ts';
import type { Actor, Zone } from '../access/zones.ts';
import type { Intent } from './intent.ts';

/**
 * Why something does not come back. `woorden`: somebody else's words. `sindsdien`: others changed it since the person looked. `zelf-terug`: whose it is took it off.
 * `in-gebruik`: something that stays hangs on it. `weg`: what it points at is no longer there. `tekening`: somebody else's stroke.
 * `mag-niet`: the table does not allow it now.
 */
export const leftReasons = ['woorden', 'sindsdien', 'zelf-terug', 'in-gebruik', 'weg', 'tekening', 'mag-niet'] as const;
export type LeftReason = (typeof leftReasons)[number];

/** One slot that comes back. `opnieuw` is made anew: it had already gone at a rebuild. */
export type RestoreItem = {
  readonly kind: 'opnieuw' | 'terug' | 'van-tafel' | 'veld' | 'plek' | 'tekening';
  readonly thing: string;
  readonly field?: string;
};
export type LeftItem = RestoreItem & { readonly reason: LeftReason };

export type RestoreRequest = {
  readonly actor: Actor;
  readonly zone: Zone;
  readonly table: TableState;
  /** The board as it is wanted back, and as the person saw it when they asked. What others did after that stays. */
  readonly wanted: Board;
  readonly seen: Board;
  /** Only this thing, or this field of it (`weg` is putting it back on the table). */
  readonly about?: { readonly thing: string; readonly field?: string | undefined } | undefined;
  readonly takenOffBy: (thing: string) => string | undefined;
  /** Is there a thing with this id in a document that all readers of this one read? */
  readonly elsewhere: (id: string) => boolean;
};

export type RestorePlan = {
  readonly intents: readonly Intent[];
  readonly back: readonly RestoreItem[];
  readonly left: readonly LeftItem[];
};

export const isOn = (thing: Thing | undefined): thing is Thing => thing?.weg === false;
export const fieldValue = (thing: Thing, name: string): unknown =>
  (thing as unknown as Readonly<Record<string, unknown>>)[name];
export const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A value without references to what is no longer there; nothing when it cannot be without them. */
export function withWhatIsThere(
  thing: Pick<Ownership, 'type'>,
  field: string,
  value: unknown,
  isThere: (id: string) => boolean,
): unknown {
  const dangles = (one: unknown): boolean => references(thing.type, field, one).some(({ id }) => !isThere(id));
  if (!dangles(value)) return value;
  const left: unknown = Array.isArray(value) ? value.filter((one) => !dangles(one)) : undefined;
  return left !== undefined && isValue(thing.type, field, left) ? left : undefined;
}

export const textsOf = (thing: Thing): Readonly<Record<string, string>> =>
  Object.fromEntries(textFields(thing.type).map((name) => [name, textOf(fieldValue(thing, name))]));
