import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyBoard } from '../board/board.ts';
import type { Thing } from '../board/things.ts';
import { mayReadSheet, sheet, sheetOf, sheetWithout } from './afterwards.ts';
import type { Closing } from './afterwards.ts';
import { prepared } from './meeting.ts';
import { agendaChoice, readyMade } from './ready-made.ts';
import { sheetDocument, sheetText } from './sheet-document.ts';

const thing = (id: string, type: string, fields: object): Thing =>
  ({ id, type, versie: 1, weg: false, ...fields }) as unknown as Thing;
const meeting = {
  ...prepared({
    id: 'abc',
    nummer: 1,
    agenda: readyMade(agendaChoice.parse({ soort: 'vrij' })),
    familie: true,
    regie: 'pkarim',
  }),
};
const closing = (things: readonly Thing[], more: Partial<Closing> = {}): Closing => ({
  bord: 'Gezin Berg',
  board: { ...emptyBoard, things: new Map(things.map((one) => [one.id, one])) },
  meeting,
  dag: '2026-11-22',
  van: '19:00',
  tot: '20:30',
  seated: [],
  touched: new Set(),
  ...more,
});

test('T90 empty parts of the sheet say so', () => {
  const made = sheetOf(closing([]));
  const { delen } = sheetDocument(made);
  expect(delen.map(({ punten }) => punten)).toEqual([[], [], [], [], []]);
  for (const { leeg } of delen) {
    expect(leeg).not.toBe('');
    expect(sheetText(sheetDocument(made))).toContain(leeg);
  }
});

test('T90 who was there are those who sat at the table and those noted on the card of this day, each once and no big screen', () => {
  const persons = ['sanne', 'oma', 'buur'].map((id) => thing(id, 'persoon', { naam: id.toUpperCase() }));
  const of = (datum: string, aanwezig: string[]) =>
    thing(`b-${datum}`, 'bijeenkomst', {
      titel: '',
      datum,
      aanwezig,
      ookAanwezig: datum === '2026-11-22' ? ' de tolk ' : 'X',
    });
  const made = sheetOf(
    closing([...persons, of('2026-11-22', ['sanne', 'oma', 'weg']), of('2026-01-01', ['buur'])], {
      seated: [
        { id: 'psanne', naam: 'Sanne', rol: 'jeugdige', persoon: 'sanne' },
        { id: 'pscherm', naam: 'Scherm', rol: 'groot-scherm' },
      ],
    }),
  );
  expect(made.aanwezig.map(({ naam }) => naam)).toEqual(['Sanne', 'OMA']);
  expect(made.ookAanwezig).toEqual([{ ding: 'b-2026-11-22', tekst: 'de tolk' }]);
});

test('T91 a meeting that closes in a step of professionals only gives a sheet for professionals only', () => {
  const agenda = {
    ...meeting.agenda,
    stappen: meeting.agenda.stappen.map((one) => ({ ...one, waar: 'team' as const })),
  };
  const made = sheetOf(
    closing([], { meeting: { ...meeting, agenda }, seated: [{ id: 'pmoe', naam: 'N', rol: 'ouder-met-gezag' }] }),
  );
  expect(made.voor).toBe('professionals');
  const mother = { id: 'pmoe', rol: 'ouder-met-gezag', opens: ['gedeeld', 'eigen'], thuis: true } as const;
  expect(mayReadSheet(mother, made)).toBe(false);
  expect(mayReadSheet(mother, { ...made, voor: 'tafel' })).toBe(true);
  expect(mayReadSheet({ ...mother, opens: ['eigen'] }, { ...made, voor: 'tafel' })).toBe(false);
});

const ids = ['aaa', 'bbb', 'ccc', 'ddd', 'eee'] as const;
const things = fc.tuple(
  ...ids.map((id) =>
    fc.oneof(
      fc.constant(thing(id, 'afspraak', { wat: `merk-${id}`, wie: '' })),
      fc.constant(thing(id, 'persoon', { naam: `merk-${id}` })),
      fc.constant(thing(id, 'open-vraag', { tekst: `merk-${id}`, wie: '', antwoord: '' })),
      fc
        .subarray([...ids])
        .map((over) => thing(id, 'veiligheidsafspraak', { tekst: `merk-${id}`, wie: '', watAls: '', over })),
      fc.subarray([...ids]).map((aanwezig) =>
        thing(id, 'bijeenkomst', {
          titel: '',
          datum: '2026-11-22',
          volgende: '2027-01-01',
          aanwezig,
          ookAanwezig: `merk-${id}`,
        }),
      ),
    ),
  ),
);

test('T92 what is erased leaves nothing of it on the sheet, and the rest stays; the sheet can be read as it is kept', () => {
  fc.assert(
    fc.property(things, fc.constantFrom(...ids), (lying, gone) => {
      const made = sheetOf(closing(lying));
      expect(sheet.parse(JSON.parse(JSON.stringify(made)))).toEqual(made);
      const after = sheetWithout(made, gone, '2026-12-01T10:00:00.000Z');
      const held = JSON.stringify(made).includes(`"${gone}"`) || JSON.stringify(made).includes(`merk-${gone}`);
      expect(after === made).toBe(!held);
      expect(JSON.stringify(after)).not.toContain(`"${gone}"`);
      expect(JSON.stringify(after)).not.toContain(`merk-${gone}`);
      // Names go with the card that brought them; what was agreed and asked stays.
      const others = lying.filter(({ id, type }) => id !== gone && (type === 'afspraak' || type === 'open-vraag'));
      for (const { id } of others) expect(JSON.stringify(after)).toContain(`merk-${id}`);
    }),
  );
});
