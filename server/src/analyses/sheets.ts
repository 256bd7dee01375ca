import { graceMs } from '@samenbord/shared/access/state.ts';
import { isProfessional } from '@samenbord/shared/access/roles.ts';
import { boardAt, theBeginning } from '@samenbord/shared/document/as-it-was.ts';
import type { HistoryRow } from '@samenbord/shared/document/as-it-was.ts';
import { sheet, sheetOf, sheetWithout } from '@samenbord/shared/meeting/afterwards.ts';
import type { Sheet } from '@samenbord/shared/meeting/afterwards.ts';
import type { Meeting } from '@samenbord/shared/meeting/meeting.ts';
import type { SheetRow } from '../storage/after.ts';
import type { ParticipantRow, Storage } from '../storage/storage.ts';

/** A sheet as it is kept, and how often something was erased from it. */
export type KeptSheet = { readonly keer: number; readonly sheet: Sheet };

/** The moment from which the sheet of a closed meeting can be made: then what was under way at closing is in. */
export const sheetFrom = ({ gesloten = 0 }: Pick<Meeting, 'gesloten'>): number => gesloten + graceMs;

/**
 * The sheets of the meetings of a board that are over, in order. One that is not kept yet is made first, out of the history of the table as it lay when the
 * meeting closed, so it is the same whenever that happens; kept ones are never made anew. A meeting that closed just now comes a moment later. Call it one at
 * a time per board.
 */
export async function sheetsOf(storage: Storage, board: string, now: number): Promise<KeptSheet[]> {
  const [meetings, rows] = await Promise.all([storage.meetings(board), storage.sheets(board)]);
  const kept = new Map(rows.map((row) => [row.nummer, { keer: row.keer, sheet: readSheet(row) }]));
  const missing = meetings.filter(
    ({ meeting }) => meeting.stand === 'gesloten' && !kept.has(meeting.nummer) && sheetFrom(meeting) <= now,
  );
  if (missing.length > 0) {
    const around = await aroundSheets(storage, board);
    for (const { meeting } of missing) {
      const made = makeSheet(around, meeting);
      await storage.addSheet({ board, nummer: meeting.nummer, keer: 1, content: JSON.stringify(made) });
      kept.set(meeting.nummer, { keer: 1, sheet: made });
    }
  }
  return [...kept.values()].sort((a, b) => a.sheet.bijeenkomst.nummer - b.sheet.bijeenkomst.nummer);
}

/** Takes one thing out of every sheet of a board, for good: what is left lies under a new key, and the key of before is destroyed. */
export async function eraseFromSheets(storage: Storage, board: string, thing: string, at: string): Promise<void> {
  for (const row of await storage.sheets(board)) {
    const before = readSheet(row);
    const after = sheetWithout(before, thing, at);
    if (after === before) continue;
    await storage.replaceSheet({ ...row, keer: row.keer + 1, content: JSON.stringify(after) });
  }
}

const readSheet = ({ content }: SheetRow): Sheet => sheet.parse(JSON.parse(content));

type Around = {
  readonly titel: string;
  readonly people: readonly ParticipantRow[];
  readonly rows: readonly HistoryRow[];
};

async function aroundSheets(storage: Storage, board: string): Promise<Around> {
  const [found, people, rows] = await Promise.all([
    storage.board(board),
    storage.participants(board),
    storage.history(board, 'gedeeld'),
  ]);
  return { titel: found?.titel ?? '', people, rows };
}

function makeSheet({ titel, people, rows }: Around, meeting: Meeting): Sheet {
  const { geopend = 0, gesloten = 0, waren } = meeting;
  const professionals = new Set(people.filter(({ rol }) => isProfessional(rol)).map(({ id }) => id));
  // What family had under way when it closed counts; what professionals did after it was seen by nobody else.
  const then = rows.filter(({ at, by }) => {
    const time = Date.parse(at);
    return time <= gesloten || (time <= gesloten + graceMs && !professionals.has(by) && by !== 'server');
  });
  const last = then.at(-1);
  const moment = last === undefined ? theBeginning : { epoch: last.epoch, seq: last.seq };
  const touched = new Set(
    then.filter(({ at, field }) => Date.parse(at) >= geopend && field !== 'places').map(({ thing }) => thing),
  );
  return sheetOf({
    bord: titel,
    board: boardAt(then, moment, { kind: 'gedeeld' }),
    meeting,
    dag: days.format(geopend),
    van: times.format(geopend),
    tot: times.format(gesloten),
    seated: people.filter(({ id }) => waren.includes(id)),
    touched,
  });
}

const days = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });
const times = new Intl.DateTimeFormat('nl-NL', {
  timeZone: 'Europe/Amsterdam',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
