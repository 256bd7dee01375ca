import { mainText } from '@samenbord/shared/board/things.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import type { Board } from '@samenbord/shared/board/board.ts';
import { readPlaceKey } from '@samenbord/shared/board/board.ts';
import { readZone } from '@samenbord/shared/access/zones.ts';
import type { Actor, Zone } from '@samenbord/shared/access/zones.ts';
import { mayReadGone } from '@samenbord/shared/access/look-back.ts';
import { boardAt, compareMoments, theBeginning, writeMoment } from '@samenbord/shared/document/as-it-was.ts';
import type { HistoryRow, Moment } from '@samenbord/shared/document/as-it-was.ts';
import { takenOff } from '@samenbord/shared/document/as-it-was-changes.ts';
import type { LeftItem, RestoreItem } from '@samenbord/shared/document/restore-plan.ts';
import type { RestoredItem } from '@samenbord/shared/wire/http-history.ts';
import { Refusal } from '../sign-in/refusal.ts';
import type { Deps } from './deps.ts';

/** The history of one document with what is needed to tell it. */
export type Reading = {
  readonly zone: Zone;
  readonly rows: readonly HistoryRow[];
  readonly now: Moment;
  /** As the history knows it now: what a rebuild left behind is in it, off the table. */
  readonly board: Board;
  readonly takenOff: ReadonlyMap<string, HistoryRow>;
  /** Whom a card was sent back by, to whose it is: the row in the document itself is the server's. */
  readonly sentBack: ReadonlyMap<string, string>;
  /** Commits that were restores, with the moment they went back to. */
  readonly restores: ReadonlyMap<string, string>;
  readonly nameOf: (participant: string) => string;
};

/** Takes the name of a zone, gives the zone. Refuses what has no history. */
export function zoneOf(name: string): Zone {
  const zone = readZone(name);
  if (zone?.kind !== 'gedeeld' && zone?.kind !== 'eigen') throw new Refusal('niet-gevonden');
  return zone;
}

const restoreNote = /^(\S+) (\d+\.\d+) naar (\d+\.\d+)$/;
/** What a restore leaves in the log of deeds: where it stands and where it went back to, and nothing else. */
export const noteOf = (zone: string, at: Moment, to: Moment): string =>
  `${zone} ${writeMoment(at)} naar ${writeMoment(to)}`;

/** Reads the history of a zone. Who may is asked before. */
export async function readHistory(
  { storage }: Pick<Deps, 'storage'>,
  board: string,
  zoneName: string,
): Promise<Reading> {
  const zone = zoneOf(zoneName);
  const [rows, people, audit] = await Promise.all([
    storage.history(board, zoneName),
    storage.participants(board),
    storage.audit(board),
  ]);
  const names = new Map(people.map(({ id, naam }) => [id, naam]));
  const restores = new Map<string, string>();
  const sentBack = new Map<string, string>();
  for (const { action, object, participant } of audit) {
    if (zoneName === 'gedeeld' && action === 'van-tafel-gehaald' && object !== undefined && participant !== undefined)
      sentBack.set(object, participant);
    const [, where, at, to] = (action === 'teruggezet' && restoreNote.exec(object ?? '')) || [];
    if (where === zoneName && at !== undefined && to !== undefined) restores.set(at, to);
  }
  const last = rows.at(-1);
  const now = last === undefined ? theBeginning : { epoch: last.epoch, seq: last.seq };
  return {
    zone,
    rows,
    now,
    board: boardAt(rows, now, zone),
    takenOff: takenOff(rows),
    restores,
    sentBack,
    nameOf: (participant) => names.get(participant) ?? 'Samenbord',
  };
}

/** The thing that a row is about; nothing for a drawing. */
export const thingOf = ({ board }: Reading, id: string): Thing | undefined =>
  board.things.get(id) ?? board.things.get(readPlaceKey(id)?.id ?? '');

/** Is a thing to be told to this reader? What was taken off is, to whose it is and to the casusregisseur. */
export const isTold = (reading: Reading, actor: Actor, thing: Thing): boolean =>
  !thing.weg || mayReadGone(actor, reading.zone, thing);

export const titleOf = (thing: Thing): { soort: string; titel: string } => ({
  soort: thing.type,
  titel: mainText(thing),
});

/** What comes back or stays, in the words of the contract. */
export function restoredItem(
  boards: readonly Board[],
  item: RestoreItem & Partial<Pick<LeftItem, 'reason'>>,
): RestoredItem {
  const id = item.kind === 'plek' ? (readPlaceKey(item.thing)?.id ?? '') : item.thing;
  const thing =
    item.kind === 'tekening' ? undefined : boards.map(({ things }) => things.get(id)).find((one) => one !== undefined);
  return {
    wat: item.kind,
    ding: id,
    ...(thing !== undefined && titleOf(thing)),
    ...(item.field !== undefined && { veld: item.field }),
    ...(item.reason !== undefined && { reden: item.reason }),
  };
}

/** The commit just before this one. */
export function before(rows: readonly HistoryRow[], at: Moment): Moment {
  const index = rows.findIndex((row) => compareMoments(row, at) >= 0);
  const last = index === -1 ? rows.at(-1) : rows[index - 1];
  return last === undefined ? theBeginning : { epoch: last.epoch, seq: last.seq };
}
