import type { Kysely } from 'kysely';
import type { Storage } from '../storage.ts';
import type { Tables } from '../tables.ts';
import type { Vault } from '../vault.ts';

export type Row = Readonly<Record<string, unknown>>;
/** Carries out a statement; gives its rows, or how many it changed. */
export type Run = (sql: string, values: readonly unknown[]) => Ran | Promise<Ran>;
export type Ran = { readonly rows: readonly Row[]; readonly changes: number };

/**
 * What an operation works with: the database inside a transaction of the caller, and the keys. After `scrub` the caller is told only when
 * what was deleted is in no file of the database any more.
 */
export type Context = {
  readonly db: Kysely<Tables>;
  /** A statement as text with its values, for what is done at every change of everybody. */
  readonly run: Run;
  readonly vault: Vault;
  readonly now: () => string;
  readonly scrub: () => void;
  /** After the commit the keys in `doomed_keys` are destroyed, before the caller is told. */
  readonly doom: () => void;
  /** True when the database itself is damaged: then nothing is written any more. */
  readonly isReadOnly?: () => boolean;
};

/** The storage as functions of the context, the same for every database. Each either does all it says or throws and is rolled back. */
export type Operation<Name extends keyof Storage> = (
  context: Context,
  ...args: Parameters<Storage[Name]>
) => ReturnType<Storage[Name]>;
export type Operations<Names extends keyof Storage> = { readonly [Name in Names]: Operation<Name> };
