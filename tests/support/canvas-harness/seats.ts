import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { Board } from '@samenbord/shared/board/board.ts';
import type { NewThing } from '@samenbord/shared/document/form.ts';
import { CanvasTable } from './table.ts';
import type { Seat } from './table.ts';

export const person = (id: string, naam: string): NewThing => ({ id, type: 'persoon', by: 'pkarim', texts: { naam } });
export const note = (id: string, by: string, tekst: string, vanWie?: string): NewThing => ({
  id,
  type: 'notitie',
  by,
  vanWie,
  texts: { tekst },
});

/** The words of a note, the name of a person. */
export function wordsOf(board: Board, id: string): string | undefined {
  const thing = board.things.get(id);
  return thing?.type === 'notitie' ? thing.tekst : thing?.type === 'persoon' ? thing.naam : undefined;
}

/**
 * One table for the tests of a file, with three people on it before each test. Whoever sits down leaves after the test, and a complaint of
 * their browser fails it.
 */
export function canvasTable(): { table: () => CanvasTable; sit: CanvasTable['sit'] } {
  let open: CanvasTable | undefined;
  let seats: Seat[] = [];
  const table = (): CanvasTable => {
    if (open === undefined) throw new Error('the table is not open yet');
    return open;
  };
  beforeAll(async () => {
    open = await CanvasTable.open();
  });
  afterAll(() => table().close());
  beforeEach(async () => {
    await table().fresh([person('nadia', 'Nadia'), person('ruben', 'Ruben'), person('sanne', 'Sanne')], {
      nadia: { x: 0, y: 0 },
      ruben: { x: 300, y: 0 },
      sanne: { x: 150, y: 250 },
    });
  });
  afterEach(async () => {
    const problems = seats.flatMap((seat) => seat.problems);
    for (const seat of seats) await seat.leave();
    seats = [];
    if (problems.length > 0) throw new Error(`a browser complained: ${problems.join('; ')}`);
  });
  const sit: CanvasTable['sit'] = async (...who) => {
    const seat = await table().sit(...who);
    seats.push(seat);
    return seat;
  };
  return { table, sit };
}
