import type { Version } from '@samenbord/shared/verklarende-analyse/version.ts';
import { changedParts, holds, quotes, withoutThing } from '@samenbord/shared/verklarende-analyse/without.ts';
import type { NewVersions, PositionRow, Storage, VersionRow } from '../storage/storage.ts';
import { hashOfVersion, openVersion } from './freeze.ts';

type Held = { readonly row: VersionRow; readonly version: Version };

/**
 * The versions of a board that hold this thing, as what is to be done with them; nothing when none does. The content of all of them goes. The
 * first whole version after them comes in their place; when there is none, one is made of the newest of them without the thing, of the same day and
 * by the same person. Positions go along to it for the parts that read the same there, unless they quote the thing; the others, and those on older versions, go. Throws `VersionError` or
 * `StorageError` when a version cannot be read: nobody knows then what is in it.
 */
export async function erasureOf(
  storage: Storage,
  board: string,
  thing: string,
  { at, id }: { readonly at: string; readonly id: string },
): Promise<NewVersions | undefined> {
  const heads = (await storage.versions(board)).filter(({ gewist }) => gewist === undefined);
  const holding: Held[] = [];
  for (const head of heads) {
    const row = await storage.version(board, head.id);
    const version = row && openVersion(row);
    if (row !== undefined && version !== undefined && holds(version, thing)) holding.push({ row, version });
  }
  const newest = holding.at(-1);
  if (newest === undefined) return undefined;
  const erased = { board, ids: holding.map(({ row }) => row.id), at };
  const after = heads.find(({ nummer }) => nummer > newest.row.nummer);
  if (after !== undefined) return { ...erased, opvolger: after.id };
  const nummer = 1 + Math.max(...(await storage.versions(board)).map((one) => one.nummer));
  const { json } = withoutThing(newest.version, thing, nummer);
  const successor: VersionRow = { ...newest.row, id, nummer, hash: hashOfVersion(json), content: json };
  const positions = await positionsThatStay(storage, newest, thing, id);
  return { ...erased, successor, positions };
}

/** A position is about what was there to read: it stays where exactly that is there to read again. */
async function positionsThatStay(
  storage: Storage,
  { row, version }: Held,
  thing: string,
  successor: string,
): Promise<PositionRow[]> {
  // Under the same number: that alone is no other text.
  const changed = changedParts(version, withoutThing(version, thing, row.nummer).value);
  const given = await storage.positions(row.board, row.id);
  return given
    .filter(({ deel, tekst }) => deel !== 'geheel' && !changed.has(deel) && !quotes(version, thing, tekst ?? ''))
    .map((position) => ({ ...position, versie: successor }));
}

/** The version in whose place another one came. */
export class ErasedVersion extends Error {
  override readonly name = 'ErasedVersion';
  readonly opvolger: { readonly id: string; readonly nummer: number } | undefined;
  constructor(opvolger: { readonly id: string; readonly nummer: number } | undefined) {
    super('the content of this version was erased');
    this.opvolger = opvolger;
  }
}

/** Takes the version of a board; throws `ErasedVersion`, with the whole version that came in its place, when its content was erased. */
export async function demandContent(storage: Storage, row: VersionRow): Promise<void> {
  if (row.gewist === undefined) return;
  throw new ErasedVersion(successorOf(await storage.versions(row.board), row));
}

type Head = Omit<VersionRow, 'content'>;

/** The whole version that can be read in the place of this one: what came in its place may be erased by now as well. */
export function successorOf(
  versions: readonly Head[],
  row: Pick<Head, 'opvolger'>,
): { id: string; nummer: number } | undefined {
  const seen = new Set<string>();
  let next = versions.find(({ id }) => id === row.opvolger);
  while (next?.gewist !== undefined && !seen.has(next.id)) {
    seen.add(next.id);
    const { opvolger } = next;
    next = versions.find(({ id }) => id === opvolger);
  }
  return next === undefined || next.gewist !== undefined ? undefined : { id: next.id, nummer: next.nummer };
}
