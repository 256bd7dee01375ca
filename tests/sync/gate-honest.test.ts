import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import { beginMeeting, perform } from '../support/gate-meeting.ts';
import { freshReplica, isPending, shownIn } from '../support/oracle.ts';

const runs = Number(process.env['GATE_RUNS'] ?? 400);

test(
  'G20 people who work at the same time, offline, with undo and redo are never refused, and end with the same board',
  { timeout: 3_600_000 },
  () => {
    const step = fc.tuple(fc.nat(3), fc.nat(15), fc.nat(13), fc.nat(40));
    let accepted = 0;
    fc.assert(
      fc.property(fc.boolean(), fc.array(step, { minLength: 20, maxLength: 150, size: 'max' }), (gc, steps) => {
        const meeting = beginMeeting(gc);
        for (const one of steps) perform(meeting, one);
        meeting.finish();
        accepted += meeting.accepted;
        expect(meeting.refused).toEqual([]);
        expect(meeting.wrongRows).toEqual([]);
        const board = shownIn(meeting.room.doc);
        for (const { doc } of meeting.people) {
          expect(shownIn(doc)).toEqual(board);
          expect(isPending(doc)).toBe(false);
        }
        const replica = freshReplica(meeting.room.doc);
        expect(shownIn(replica)).toEqual(board);
      }),
      { numRuns: runs },
    );
    console.log(`gate, honest: ${accepted} updates accepted in ${runs} meetings`);
  },
);

test(
  'G44 who is refused goes on with their own work on the same line, and none of that is refused',
  { timeout: 3_600_000 },
  () => {
    const step = fc.tuple(fc.nat(3), fc.nat(16), fc.nat(13), fc.nat(40));
    let rightly = 0;
    fc.assert(
      fc.property(fc.boolean(), fc.array(step, { minLength: 20, maxLength: 150, size: 'max' }), (gc, steps) => {
        const meeting = beginMeeting(gc);
        for (const one of steps) perform(meeting, one);
        meeting.finish();
        rightly += meeting.rightlyRefused;
        expect(meeting.wronglyTaken).toEqual([]);
        expect(meeting.refused).toEqual([]);
        const board = shownIn(meeting.room.doc);
        for (const { doc } of meeting.people) expect(shownIn(doc)).toEqual(board);
      }),
      { numRuns: runs / 4 },
    );
    expect(rightly).toBeGreaterThan(runs / 8);
  },
);
