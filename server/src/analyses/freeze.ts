import { createHash } from 'node:crypto';
import type { Board } from '@samenbord/shared/board/board.ts';
import { makeVersion, readVersion, VersionError } from '@samenbord/shared/verklarende-analyse/version.ts';
import type { Version } from '@samenbord/shared/verklarende-analyse/version.ts';
import type { Storage, VersionRow } from '../storage/storage.ts';

/** Only this much of the rooms: reading what is committed. */
type Reads = { read(board: string, zone: 'gedeeld'): Promise<Board> };

export type FreezeRequest = {
  readonly board: string;
  readonly door: { readonly id: string; readonly naam: string };
  readonly titel: string;
  /** The moment, an instant with `Z`. */
  readonly gemaakt: string;
  readonly id: string;
};

/** SHA-256 over the canonical JSON of a version, in hexadecimal: the number that all its documents carry. */
export const hashOfVersion = (json: string): string => createHash('sha256').update(json, 'utf8').digest('hex');

/**
 * Freezes the table as it is committed now: reads `gedeeld`, the facts of authority and the register, and keeps an immutable version of them.
 * Call it once at a time per board: the number is one more than there are. Throws what storage or the rooms throw; then nothing is kept.
 */
export async function freeze(storage: Storage, rooms: Reads, request: FreezeRequest): Promise<VersionRow> {
  const { board, door, titel, gemaakt, id } = request;
  const [read, row, deelnemers, earlier] = await Promise.all([
    rooms.read(board, 'gedeeld'),
    storage.board(board),
    storage.participants(board),
    storage.versions(board),
  ]);
  const facts = row?.facts ?? { regie: [], kaders: [] };
  const nummer = 1 + Math.max(0, ...earlier.map((one) => one.nummer));
  const { json } = makeVersion({
    board: read,
    facts,
    deelnemers,
    titel,
    bord: row?.titel ?? titel,
    gemaakt,
    door,
    nummer,
  });
  const version = { board, id, nummer, titel, hash: hashOfVersion(json), gemaakt, door: door.naam, content: json };
  await storage.addVersion(version);
  return version;
}

/** Takes a stored version, gives it as a value. Throws `VersionError` when its content is not what the hash was taken of. */
export function openVersion(row: Pick<VersionRow, 'content' | 'hash'>): Version {
  if (hashOfVersion(row.content) !== row.hash) throw new VersionError();
  return readVersion(row.content);
}
