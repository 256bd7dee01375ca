import type { MeetingRow } from '../storage.ts';
import type { Tables } from '../tables.ts';
import { StorageError } from '../storage.ts';
import type { Place, Vault } from '../vault.ts';
import type { Operations } from './context.ts';

export const meetingPlace = (board: string, number: number): Place => ['meetings', board, number];

const readMeeting = (vault: Vault, row: Tables['meetings']): MeetingRow => {
  const number = Number(row.number);
  return { board: row.board, ...vault.openValue<Omit<MeetingRow, 'board'>>(meetingPlace(row.board, number), row) };
};

export const meetingOperations: Operations<'saveMeeting' | 'meetings' | 'openMeetings'> = {
  saveMeeting: async ({ db, vault }, { board, ...content }) => {
    const number = content.meeting.nummer;
    const values = { state: content.meeting.stand, ...vault.sealValue(meetingPlace(board, number), content) };
    await db
      .insertInto('meetings')
      .values({ board, number, ...values })
      .onConflict((oc) => oc.columns(['board', 'number']).doUpdateSet(values))
      .execute();
  },

  meetings: async ({ db, vault }, board) => {
    const rows = await db.selectFrom('meetings').selectAll().where('board', '=', board).orderBy('number').execute();
    return rows.map((row) => readMeeting(vault, row));
  },

  openMeetings: async ({ db, vault }) => {
    const rows = await db.selectFrom('meetings').selectAll().where('state', '!=', 'gesloten').execute();
    // A board whose key is gone has no table any more; the others must not suffer from it.
    return rows.flatMap((row) => {
      try {
        return [readMeeting(vault, row)];
      } catch (error) {
        if (error instanceof StorageError) return [];
        throw error;
      }
    });
  },
};
