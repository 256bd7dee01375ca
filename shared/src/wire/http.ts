import * as z from 'zod';
import { place } from '../board/board.ts';
import { viewNames } from '../board/define.ts';
import { limits } from './socket.ts';
import { thingId, participantId, unseenSigns } from '../board/field.ts';
import { day } from '../board/vague-date.ts';
import { role } from '../access/roles.ts';
import { openable } from '../access/zones.ts';

/** The HTTP contracts under `/api/v1`. Requests are strict: a field that is not here is refused. */
const naam = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .refine((text) => text.search(unseenSigns) === -1 && !text.includes('\n'));
const instant = z.iso.datetime();
export const secret = z.string().regex(/^[A-Za-z0-9_-]{22,64}$/);
export const code = z.string().regex(/^\d{6}$/);

/** RFC 9457. `title` is one Dutch sentence that says what to do. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  /** What exactly is wrong with what was brought, in one sentence. */
  detail: z.string().optional(),
  /** Names of the fields that are wrong, for `ongeldig`. */
  velden: z.array(z.string()).optional(),
  /** The version that came in the place of an erased one, for `versie-gewist`. */
  opvolger: z.object({ id: z.string(), nummer: z.int() }).optional(),
});
export type Problem = z.infer<typeof problem>;

/** Grounds on which somebody is at the table (domain R5.1). */
export const grounds = [
  'toestemming',
  'wettelijke-plicht',
  'vitaal-belang',
  'directe-betrokkenheid',
  'eigen-werkinstructie',
  'betrokkene-zelf',
] as const;
/** Was the family asked or informed about this participant, or (with a reason) not yet. */
export const informed = ['gevraagd', 'geinformeerd', 'nog-niet'] as const;

export const participant = z.object({
  id: participantId,
  naam,
  rol: role,
  organisatie: z.string().max(120).optional(),
  persoon: thingId.optional(),
});
export type Participant = z.infer<typeof participant>;

// POST /join : exchanges a personal link (and its six digits) for a cookie. GET /me: what this browser may take part in.
export const joinRequest = z.strictObject({ geheim: secret, code: code.optional() });
export const participation = z.object({ board: z.string(), titel: z.string(), als: participantId, naam, rol: role });
export type Participation = z.infer<typeof participation>;
export const joinAnswer = participation;
export const meAnswer = z.object({ deelnames: z.array(participation) });

// POST /boards : with the key of the organisation; the maker becomes casusregisseur.
export const newBoardRequest = z.strictObject({
  sleutel: secret,
  titel: naam,
  naam,
  organisatie: z.string().trim().min(1).max(120),
});

// GET /boards/:id
export const kaders = ['vrijwillig', 'product-1', 'product-2a', 'product-2b', 'ots', 'voogdij', 'anders'] as const;
export const regieFact = z.strictObject({
  organisatie: z.string().trim().min(1).max(120),
  naam,
  sinds: day,
  grondslag: z.string().trim().max(300).optional(),
});
export const kaderFact = z.strictObject({
  kind: thingId,
  kader: z.enum(kaders),
  sinds: day,
  toelichting: z.string().trim().max(300).optional(),
});
/** Facts of authority about the case: who has the lead since when (newest last), and the frame per child. */
export const boardFacts = z.strictObject({ regie: z.array(regieFact).max(50), kaders: z.array(kaderFact).max(200) });
export type BoardFacts = z.infer<typeof boardFacts>;

export const zoneAnswer = z.object({
  zone: z.string(),
  epoch: z.int(),
  schrijven: z.boolean(),
  /** Of `vertrouwd:<participant>`: whose box it is. */
  van: z.object({ id: participantId, naam }).optional(),
});
export const boardAnswer = z.object({
  id: z.string(),
  titel: z.string(),
  ik: participant,
  zones: z.array(zoneAnswer),
  feiten: boardFacts,
});
export type BoardAnswer = z.infer<typeof boardAnswer>;

// DELETE /boards/:id (casusregisseur): the title once more, so that nobody deletes another board than they mean.
export const deleteBoardRequest = z.strictObject({ titel: z.string().max(200) });

// PUT /boards/:id/facts (casusregisseur): the whole value.
export const factsRequest = boardFacts;

// POST /boards/:id/invitations (casusregisseur)
export const invitationRequest = z.strictObject({
  naam,
  rol: role,
  organisatie: z.string().trim().min(1).max(120).optional(),
  persoon: thingId.optional(),
  /** Left out: what somebody in that role usually opens. */
  opent: z.array(z.enum(openable)).min(1).max(openable.length).optional(),
  grondslag: z.enum(grounds),
  geinformeerd: z.enum(informed),
  geinformeerdOp: day.optional(),
  toelichting: z.string().trim().max(300).optional(),
  /** Reads the table at home too, when no meeting is open; otherwise family read it while it is open. */
  thuis: z.boolean().optional(),
  tot: day,
});
export type InvitationRequest = z.infer<typeof invitationRequest>;
/** The link is shown once; the six digits go another way. */
export const invitationAnswer = z.object({ deelnemer: participant, pad: z.string(), code });
// GET /boards/:id/participants (casusregisseur sees grounds; others only who sits at the table)
export const participantEntry = participant.extend({
  opent: z.array(z.enum(openable)).optional(),
  grondslag: z.enum(grounds).optional(),
  geinformeerd: z.enum(informed).optional(),
  geinformeerdOp: day.optional(),
  tot: day.optional(),
  thuis: z.boolean().optional(),
  ingetrokken: z.boolean().optional(),
  leest: z.boolean().optional(),
});
export const participantsAnswer = z.object({ deelnemers: z.array(participantEntry) });
export type ParticipantEntry = z.infer<typeof participantEntry>;
// DELETE /boards/:id/participants/:participant revokes; POST …/participants/:participant/link gives a new link and code (invitationAnswer).

// The room QR. POST /boards/:id/waiting-room (casusregisseur) -> a link to show as QR. POST /waiting { geheim, naam } -> a cookie that waits.
// `qr` is the `d` of an SVG path, black on a white square of `qrMaat` by `qrMaat`, quiet edge included.
export const waitingRoomAnswer = z.object({ pad: z.string(), qr: z.string(), qrMaat: z.int(), tot: instant });
export const waitingRequest = z.strictObject({ geheim: secret, naam });
/** GET /waiting: what became of me. */
export const waitingState = z.object({
  stand: z.enum(['wacht', 'binnen', 'niet']),
  deelname: participation.optional(),
});
export type WaitingState = z.infer<typeof waitingState>;
export const waitingEntry = z.object({ id: z.string(), naam, sinds: instant });
export const waitingAnswer = z.object({ wachtenden: z.array(waitingEntry) });
/** POST /boards/:id/waiting/:entry (casusregisseur says who it is: an existing participant, a new one, or nobody we know). */
export const admitRequest = z.union([
  z.strictObject({ deelnemer: participantId }),
  z.strictObject({ nieuw: invitationRequest }),
  z.strictObject({ weiger: z.literal(true) }),
]);

/** Who was let in; nobody after a refusal. */
export const admitAnswer = z.object({ deelnemer: participant.optional() });

// POST /boards/:id/versions freezes the table (professionals). GET /boards/:id/versions lists.
export const newVersionRequest = z.strictObject({ titel: naam });
export const versionAnswer = z.object({
  id: z.string(),
  nummer: z.int(),
  titel: z.string(),
  hash: z.string(),
  gemaakt: instant,
  door: naam,
  /** The moment at which its content was erased; number, date and hash stay. */
  gewist: instant.optional(),
  /** The whole version that came in its place. */
  opvolger: z.object({ id: z.string(), nummer: z.int() }).optional(),
});
export const versionsAnswer = z.object({ versies: z.array(versionAnswer) });
export type VersionAnswer = z.infer<typeof versionAnswer>;

// PUT /boards/:id/positions : my position on one part (A-T) of one version, or on the whole.
export const positionChoices = ['klopt', 'anders', 'weet-niet', 'liever-niet'] as const;
export const partLetters = [
  'A',
  'B',
  'C',
  'D',
  'E',
  'F',
  'G',
  'H',
  'I',
  'J',
  'K',
  'L',
  'M',
  'N',
  'O',
  'P',
  'Q',
  'R',
  'S',
  'T',
] as const;
export const positionRequest = z.strictObject({
  versie: z.string().max(40),
  deel: z.enum([...partLetters, 'geheel']),
  positie: z.enum(positionChoices),
  tekst: z.string().trim().max(600).optional(),
  /** Seen by the giver only, or by everybody who reads the analysis. */
  zichtbaar: z.enum(['alleen-ik', 'iedereen']),
});
export type PositionRequest = z.infer<typeof positionRequest>;
export const positionEntry = positionRequest.extend({ deelnemer: participantId, naam, op: instant });
export type PositionEntry = z.infer<typeof positionEntry>;
// GET /boards/:id/positions?versie=… : my own and those the givers show.
export const positionsAnswer = z.object({ posities: z.array(positionEntry) });

// POST /boards/:id/erase : one thing or stroke, for good.
export const eraseRequest = z.strictObject({
  zone: z.union([z.enum(['gedeeld', 'team']), z.string().regex(/^(eigen|vertrouwd):p[a-z0-9]{2,39}$/)]),
  ding: thingId,
});

// GET /boards/:id/analyses/:version(.json|.html|.pdf). GET /boards/:id/export gives own JSON; POST /boards/:id/import takes it.

/** What GET …/export gives and POST …/import takes: the cards, facts and drawings of the table, without who typed them. */
export const boardFile = z.strictObject({
  soort: z.literal('samenbord-bord'),
  versie: z.literal(1),
  titel: naam,
  /** The version of each kind of thing in it; without it, as it was at the first. */
  versies: z.record(z.string().max(40), z.int().min(1).max(999)).optional(),
  /** What lay on the table and is not in it, or not as it was there. */
  weggelaten: z
    .strictObject({
      /** Cards of a newer version, which the board only kept. */
      onbekend: z.int().min(0),
      /** Cards about something that was taken off. */
      onvolledig: z.int().min(0),
      /** Cards of which somebody had said "zo bedoel ik het": in another board they say so again. */
      bevestigd: z.int().min(0),
      /** Words of whoever typed them; whoever brings them in is the one who types. */
      zonderNaam: z.int().min(0),
    })
    .optional(),
  /** SHA-256 over the rest, in hexadecimal. */
  hash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  things: z
    .array(
      z.strictObject({
        id: thingId,
        type: z.string().max(40),
        vanWie: thingId.optional(),
        values: z.record(z.string().max(40), z.unknown()),
        texts: z.record(z.string().max(40), z.string().max(4000)),
      }),
    )
    .max(limits.things),
  places: z
    .array(z.strictObject({ view: z.enum(viewNames), id: thingId, at: place }))
    .max(limits.things * viewNames.length),
  ink: z.array(z.strictObject({ id: thingId, stroke: z.record(z.string().max(20), z.unknown()) })).max(limits.things),
});
export type BoardFile = z.infer<typeof boardFile>;
/** What is in the way of an id that is taken: nothing comes in, or it comes beside what is there under an id of its own. */
export const importQuery = z.object({ als: z.string().optional(), bestaat: z.enum(['weiger', 'ernaast']).optional() });
export const importAnswer = z.object({ things: z.int(), places: z.int(), ink: z.int() });

/** `deelnemers` in the document `tafel`: who sits or sat at the table, and whoever wrote a card that lies there. */
export const tableParticipant = participant.extend({
  /** May read the table now: the place is not taken away and the last day is not over. Who may not any more keeps a name under the cards. */
  leest: z.boolean(),
});
export type TableParticipant = z.infer<typeof tableParticipant>;
export const tableParticipants = z.array(tableParticipant);
/** `versie` in the document `tafel`: the newest frozen version. */
export const tableVersion = z.object({ id: z.string(), nummer: z.int(), titel: z.string(), hash: z.string() });
/** `wachtenden` in `tafel:<participant>` of a casusregisseur: how many people wait at the door. */
export const tableWaiting = z.int();
