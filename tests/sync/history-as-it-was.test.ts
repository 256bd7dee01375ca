import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import * as Y from 'yjs';
import type { Board } from '@samenbord/shared/board/board.ts';
import { readPlaceKey } from '@samenbord/shared/board/board.ts';
import { boardAt } from '@samenbord/shared/document/as-it-was.ts';
import type { HistoryRow, Moment } from '@samenbord/shared/document/as-it-was.ts';
import { changesOf } from '@samenbord/shared/document/as-it-was-changes.ts';
import { thingsOf } from '@samenbord/shared/document/form.ts';
import { carryOut } from '@samenbord/shared/document/intent.ts';
import type { Intent } from '@samenbord/shared/document/intent.ts';
import { readBoard } from '@samenbord/shared/document/read.ts';
import { beginMeeting, perform } from '../support/gate-meeting.ts';
import type { Meeting } from '../support/gate-meeting.ts';
import { card, pause, people, started, takeSeat, until } from '../support/room-server.ts';

const gedeeld = { kind: 'gedeeld' } as const;

/** Maps as sorted lists: two boards that say the same are equal. */
function said({ things, places, ink, unknown }: Board) {
  const sorted = <T>(entries: Iterable<readonly [string, T]>) => [...entries].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { things: sorted(things), places: sorted(places), ink: sorted(ink), unknown };
}

/** What lies there already when the recording begins, as the history of one commit. */
function firstRows(doc: Y.Doc): HistoryRow[] {
  return [...thingsOf(doc)].flatMap(([thing, map]) =>
    [...map].map(([field, value]) => {
      const plain: unknown = value instanceof Y.Text ? value.toJSON() : value;
      return { epoch: 1, seq: 1, by: 'pregie', at: '2026-01-05T09:00:00.000Z', thing, field, value: plain };
    }),
  );
}

/** Writes down the history as the room would, and the board after each commit. */
function recorded(meeting: Meeting) {
  const rows = firstRows(meeting.room.doc);
  const boards: { moment: Moment; board: ReturnType<typeof said> }[] = [];
  const submit = meeting.room.submit;
  const keep = (seq: number): void => {
    boards.push({ moment: { epoch: 1, seq }, board: said(readBoard(meeting.room.doc)) });
  };
  keep(1);
  Object.assign(meeting.room, {
    submit: (...args: Parameters<typeof submit>) => {
      const verdict = submit(...args);
      if (!verdict.ok || verdict.update === undefined) return verdict;
      const seq = boards.length + 1;
      const at = new Date(Date.UTC(2026, 0, 5, 9) + seq * 20_000).toISOString();
      const by = args[0].actor.id;
      // As it comes out of the database: a value that was taken away is not there.
      const written = verdict.changes.map((change) => ({ epoch: 1, seq, by, at, ...change }));
      rows.push(...(JSON.parse(JSON.stringify(written)) as HistoryRow[]));
      keep(seq);
      return verdict;
    },
  });
  return { rows, boards };
}

test('D40 at every moment of a meeting with offline work, undo and redo the history gives the board as it was', () => {
  const step = fc.tuple(fc.nat(3), fc.nat(15), fc.nat(13), fc.nat(40));
  let moments = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 20, maxLength: 120, size: 'max' }), (steps) => {
      const meeting = beginMeeting(true);
      const { rows, boards } = recorded(meeting);
      for (const one of steps) perform(meeting, one);
      meeting.finish();
      for (const { moment, board } of boards) expect(said(boardAt(rows, moment, gedeeld))).toEqual(board);
      moments += boards.length;
      for (const change of changesOf(rows)) {
        expect(JSON.stringify(change.before) === JSON.stringify(change.after)).toBe(change.kind === 'gemaakt');
      }
    }),
    { numRuns: 40 },
  );
  expect(moments).toBeGreaterThan(400);
});

/** What anybody can see: without what is off the table. */
function visible(board: Board) {
  const { things, places, ink } = said(board);
  const there = new Set(things.filter(([, { weg }]) => !weg).map(([id]) => id));
  return {
    things: things.filter(([id]) => there.has(id)),
    places: places.filter(([key]) => there.has(readPlaceKey(key)?.id ?? '')),
    ink,
  };
}

const { regie, moeder } = people;

test('D40 the board of every moment is still the same after new epochs; what was erased is in none of them', async () => {
  const server = await started({ graceMs: 5, mostRows: 12 });
  const { rooms, storage } = server;
  const boards: { moment: Moment; board: Board }[] = [];
  const wrote = async (who: typeof regie | typeof moeder, intent: Intent): Promise<void> => {
    await rooms.write('bord', 'gedeeld', who, (doc) => void carryOut(doc, intent, { tracked: 1, untracked: 1 }));
    const last = (await storage.history('bord', 'gedeeld')).at(-1);
    boards.push({
      moment: { epoch: last?.epoch ?? 0, seq: last?.seq ?? 0 },
      board: await rooms.read('bord', 'gedeeld'),
    });
  };
  // As long as somebody is there the log is not written afresh.
  const sit = async (epoch: number): Promise<() => Promise<void>> => {
    const seat = takeSeat(server.port, regie.id, { epoch });
    await until('synced', () => seat.provider.synced);
    return async () => {
      seat.leave();
      for (let tries = 0; (await storage.epoch('bord', 'gedeeld')) !== epoch + 1; tries++) {
        if (tries > 500) throw new Error(`never: epoch ${epoch + 1}`);
        await pause(10);
      }
    };
  };
  const letters = (id: string, count: number): Intent[] =>
    Array.from({ length: count }, (_, at) => ({ kind: 'editText', id, field: 'tekst', at, remove: '', insert: 'a' }));
  const leave = await sit(1);
  await wrote(regie, { kind: 'create', thing: { id: 'oom', type: 'persoon', by: regie.id, texts: { naam: 'Oom' } } });
  await wrote(moeder, card('kaart', moeder.id, ''));
  await wrote(moeder, { kind: 'set', id: 'kaart', field: 'over', value: ['oom'] });
  await wrote(moeder, card('gewist', moeder.id, 'MERKTEKEN'));
  for (const intent of letters('kaart', 12)) await wrote(moeder, intent);
  await wrote(moeder, { kind: 'set', id: 'kaart', field: 'over', value: [] });
  await wrote(regie, { kind: 'remove', id: 'oom' });
  await leave();
  expect((await rooms.read('bord', 'gedeeld')).things.has('oom')).toBe(false);
  const leaveAgain = await sit(2);
  for (const intent of letters('kaart', 15)) await wrote(moeder, intent);
  await wrote(regie, { kind: 'place', view: 'genogram', id: 'kaart', at: { x: 3, y: 4 } });
  await leaveAgain();
  await wrote(moeder, { kind: 'remove', id: 'gewist' });
  await rooms.erase('bord', 'gedeeld', regie, 'gewist');
  await wrote(moeder, { kind: 'remove', id: 'kaart' });
  const rows = await storage.history('bord', 'gedeeld');
  expect(new Set(boards.map(({ moment }) => moment.epoch))).toEqual(new Set([1, 2, 3, 4]));
  for (const { moment, board } of boards) {
    const was = boardAt(rows, moment, gedeeld);
    const kept = { ...board, things: new Map([...board.things].filter(([id]) => id !== 'gewist')) };
    expect(visible(was)).toEqual(visible(kept));
    expect(was.things.has('gewist')).toBe(false);
  }
});
