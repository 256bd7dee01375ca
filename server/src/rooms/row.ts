import { describeError } from '../audit/log.ts';
import { StorageError } from '../storage/storage.ts';
import type { DocumentRow, NewEpoch } from '../storage/storage.ts';
import type { Disk } from './disk.ts';
import type { Change } from './gate/verdict.ts';
import type { Bus, RoomLog, RoomStorage } from './ports.ts';

/** What was accepted, before it has its place in a log. */
export type Accepted = {
  readonly update: Uint8Array;
  readonly by: string;
  readonly client: number | undefined;
  readonly changes: readonly Change[];
  /** The moment, an instant with `Z`. */
  readonly at: string;
};

/** What was judged and may be committed. */
export type Judged = {
  readonly update: Uint8Array;
  readonly clientId: number | undefined;
  readonly changes: readonly Change[];
};
/** Documents that begin anew in the same transaction as a row. */
export type Along = { readonly epochs: readonly NewEpoch[] };

/** The row for the log of what was accepted, with its history. */
export const rowOf = (
  place: Pick<DocumentRow, 'board' | 'zone' | 'epoch' | 'seq'>,
  { update, by, client, changes, at }: Accepted,
): DocumentRow => ({
  ...place,
  update,
  by,
  ...(client === undefined ? {} : { client }),
  history: changes.map(({ thing, field, value }) => ({ by, at, thing, field, value })),
});

/** Whether rows are on disk, and if not, what the people who wrote them are told. */
export type Kept = 'kept' | 'vol' | 'onbereikbaar';

type AppendPorts = { readonly storage: RoomStorage; readonly log: RoomLog; readonly bus: Bus; readonly disk: Disk };

/** Commits rows, of one document or of two that change together, and wakes who else has them. Gives `kept`, or why they are not on disk. */
export async function appendRows(
  { storage, log, bus, disk }: AppendPorts,
  kind: string,
  rows: readonly DocumentRow[],
): Promise<Kept> {
  const last = rows.at(-1);
  if (last === undefined) return 'kept';
  const { board } = last;
  try {
    await storage.append(rows);
  } catch (error) {
    log.error({ board, zone: kind, rows: rows.length, ...describeError(error) }, 'not committed');
    if (!(error instanceof StorageError && error.code === 'vol')) return 'onbereikbaar';
    disk.noteFull();
    return 'vol';
  }
  for (const zone of new Set(rows.map((row) => row.zone))) {
    const newest = rows.findLast((row) => row.zone === zone) ?? last;
    bus.publish({ board, zone, epoch: newest.epoch, seq: newest.seq });
  }
  return 'kept';
}
