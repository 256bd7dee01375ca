import * as z from 'zod';
import { groupOf, isProfessional } from '../access/roles.ts';
import type { Actor } from '../access/zones.ts';
import { find, ofType } from '../board/board.ts';
import type { Board } from '../board/board.ts';
import { participantId, thingId } from '../board/field.ts';
import { day, vagueDate } from '../board/vague-date.ts';
import { stepOf } from './meeting.ts';
import type { Meeting } from './meeting.ts';

/** Number of the form below. A sheet that was once made stays readable. */
const sheetSchema = 1;

const text = z.string().max(2000);
const named = z.strictObject({ id: thingId, naam: text });
const clock = z.string().regex(/^\d{2}:\d{2}$/);
const instant = z.iso.datetime();

const agreement = z.strictObject({
  id: thingId,
  wat: text,
  wie: text,
  wanneer: vagueDate.optional(),
  /** Made or changed at this meeting; otherwise it was agreed before and still lies on the table. */
  vandaag: z.boolean(),
});
const safety = z.strictObject({
  id: thingId,
  tekst: text,
  over: z.array(named),
  wie: text,
  watAls: text,
  vanaf: vagueDate.optional(),
  vandaag: z.boolean(),
});
const question = z.strictObject({ id: thingId, tekst: text, wie: text, wanneer: vagueDate.optional() });
const present = z.strictObject({
  naam: text,
  organisatie: text.optional(),
  deelnemer: participantId.optional(),
  persoon: thingId.optional(),
  /** The card of the meeting that says so; without one they sat at the table by their own link. */
  ding: thingId.optional(),
});

/**
 * *Afspraken van vandaag*: what was agreed at one meeting, as it lay on the table when it closed. Kept by the server and never made anew, so
 * that it stays what was agreed.
 */
export const sheet = z.strictObject({
  formaat: z.literal('samenbord-afspraken'),
  schema: z.literal(sheetSchema),
  bord: text,
  bijeenkomst: z.strictObject({ nummer: z.int().min(1), titel: text, dag: day, van: clock, tot: clock }),
  /** A meeting of professionals, or one that closed while the table was shut for family, gives a sheet for professionals. */
  voor: z.enum(['tafel', 'professionals']),
  aanwezig: z.array(present),
  ookAanwezig: z.array(z.strictObject({ ding: thingId, tekst: text })),
  afspraken: z.array(agreement),
  veiligheid: z.array(safety),
  vragen: z.array(question),
  /** The next date; `ding` is the meeting on the board that says it. */
  volgende: z.strictObject({ dag: day, ding: thingId }).optional(),
  /** The moments at which something of it was erased for good. */
  gewist: z.array(instant),
});
export type Sheet = z.infer<typeof sheet>;

/** Somebody who sat at the table, as the register knew them at closing. */
export type Seated = {
  readonly id: string;
  readonly naam: string;
  readonly rol: Actor['rol'];
  readonly organisatie?: string | undefined;
  readonly persoon?: string | undefined;
};

/** What the sheet is made of. `touched` are the things that were made or changed at the meeting; days and times are those of the Netherlands. */
export type Closing = {
  readonly bord: string;
  readonly board: Board;
  readonly meeting: Meeting;
  readonly dag: string;
  readonly van: string;
  readonly tot: string;
  readonly seated: readonly Seated[];
  readonly touched: ReadonlySet<string>;
};

/** Takes the table as it lay when the meeting closed, gives its sheet. Only the table is in it: no other zone is ever asked. */
export function sheetOf({ bord, board, meeting, dag, van, tot, seated, touched }: Closing): Sheet {
  const here = ofType(board, 'bijeenkomst').filter(({ datum }) => datum === dag);
  const ofToday = new Set([...touched, ...here.map(({ id }) => id)]);
  const isToday = (id: string, bijeenkomst?: string): boolean =>
    touched.has(id) || (bijeenkomst !== undefined && ofToday.has(bijeenkomst));
  const volgende = nextDate(board, dag);
  return {
    formaat: 'samenbord-afspraken',
    schema: sheetSchema,
    bord,
    bijeenkomst: { nummer: meeting.nummer, titel: meeting.agenda.titel, dag, van, tot },
    voor: meeting.familie && stepOf(meeting).waar === 'gedeeld' ? 'tafel' : 'professionals',
    aanwezig: whoWasThere(board, here, seated),
    ookAanwezig: here.flatMap(({ id, ookAanwezig }) =>
      ookAanwezig.trim() === '' ? [] : [{ ding: id, tekst: ookAanwezig.trim() }],
    ),
    afspraken: ofType(board, 'afspraak')
      .filter(({ wat }) => wat.trim() !== '')
      .map(({ id, wat, wie, wanneer, bijeenkomst }) => ({
        id,
        wat,
        wie,
        ...(wanneer !== undefined && { wanneer }),
        vandaag: isToday(id, bijeenkomst),
      }))
      .sort(todayFirst),
    veiligheid: ofType(board, 'veiligheidsafspraak')
      .filter(({ tekst, watAls }) => `${tekst}${watAls}`.trim() !== '')
      .map(({ id, tekst, wie, watAls, vanaf, over }) => ({
        id,
        tekst,
        wie,
        watAls,
        over: (over ?? []).flatMap((who) => namedPerson(board, who)),
        ...(vanaf !== undefined && { vanaf }),
        vandaag: isToday(id),
      }))
      .sort(todayFirst),
    vragen: ofType(board, 'open-vraag')
      .filter(({ tekst, antwoord }) => tekst.trim() !== '' && antwoord.trim() === '')
      .map(({ id, tekst, wie, wanneer }) => ({ id, tekst, wie, ...(wanneer !== undefined && { wanneer }) })),
    ...(volgende !== undefined && { volgende }),
    gewist: [],
  };
}

const todayFirst = (a: { readonly vandaag: boolean }, b: { readonly vandaag: boolean }): number =>
  Number(b.vandaag) - Number(a.vandaag);

const namedPerson = (board: Board, id: string): { id: string; naam: string }[] => {
  const person = find(board, 'persoon', id);
  return person === undefined ? [] : [{ id, naam: person.naam }];
};

type MeetingCard = ReturnType<typeof ofType<'bijeenkomst'>>[number];

/** Who sat at the table through their own link, and whom somebody noted on the card of this meeting. Each once. */
function whoWasThere(board: Board, here: readonly MeetingCard[], seated: readonly Seated[]): Sheet['aanwezig'] {
  const sat = seated
    .filter(({ rol }) => rol !== 'groot-scherm')
    .map(({ id, naam, organisatie, persoon }) => ({
      naam,
      ...(organisatie !== undefined && { organisatie }),
      deelnemer: id,
      ...(persoon !== undefined && { persoon }),
    }));
  const known = new Set(sat.map(({ persoon }) => persoon));
  const noted = new Map(here.flatMap(({ id: ding, aanwezig }) => (aanwezig ?? []).map((id) => [id, ding] as const)));
  const named = [...noted].filter(([id]) => !known.has(id));
  return [
    ...sat,
    ...named.flatMap(([id, ding]) => namedPerson(board, id).map(({ naam }) => ({ naam, persoon: id, ding }))),
  ];
}

/** The first day after this one that a meeting on the board has or says comes next. */
function nextDate(board: Board, dag: string): Sheet['volgende'] {
  const days = ofType(board, 'bijeenkomst').flatMap(({ id, datum, volgende }) =>
    [datum, volgende].flatMap((one) => (one === undefined || one <= dag ? [] : [{ dag: one, ding: id }])),
  );
  return days.sort((a, b) => (a.dag < b.dag ? -1 : 1))[0];
}

/**
 * May this participant read this sheet? It says what lay on the table: so only who the table is opened for. Professionals read all of them; family
 * those of a meeting they sat at themselves, or every one of the table when their invitation lets them read at home. Whoever only
 * watches, and the big screen, have none.
 */
export function mayReadSheet(actor: Actor, { voor, aanwezig }: Pick<Sheet, 'voor' | 'aanwezig'>): boolean {
  if (!actor.opens.includes('gedeeld') || groupOf(actor.rol) === 'kijker') return false;
  if (isProfessional(actor.rol)) return true;
  return voor === 'tafel' && (actor.thuis === true || aanwezig.some(({ deelnemer }) => deelnemer === actor.id));
}

/** The sheet without one thing, and with the moment it was erased; the same sheet when it does not hold it. */
export function sheetWithout(from: Sheet, id: string, at: string): Sheet {
  const isOther = (one: { readonly id: string }): boolean => one.id !== id;
  const { volgende, ...rest } = from;
  const without: Sheet = {
    ...rest,
    // Somebody whose person on the board is erased still sat there under the name of the register; whom the board alone knew is gone.
    aanwezig: from.aanwezig.flatMap(({ persoon, ...one }) => {
      if (one.deelnemer === undefined && (persoon === id || one.ding === id)) return [];
      return [{ ...one, ...(persoon !== undefined && persoon !== id && { persoon }) }];
    }),
    ookAanwezig: from.ookAanwezig.filter(({ ding }) => ding !== id),
    afspraken: from.afspraken.filter(isOther),
    veiligheid: from.veiligheid.filter(isOther).map((one) => ({ ...one, over: one.over.filter(isOther) })),
    vragen: from.vragen.filter(isOther),
    ...(volgende !== undefined && volgende.ding !== id && { volgende }),
  };
  const isSame = JSON.stringify(sheet.parse(without)) === JSON.stringify(sheet.parse(from));
  return isSame ? from : { ...without, gewist: [...from.gewist, at] };
}
