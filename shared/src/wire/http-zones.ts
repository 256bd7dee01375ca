import * as z from 'zod';
import { participantId, thingId } from '../board/field.ts';
import { sensitiveKinds } from '../board/sensitive.ts';
import { role } from '../access/roles.ts';
import { readZone } from '../access/zones.ts';

/** The HTTP contracts of zones: who reads a trusted box, a card that goes to other readers, and safety first. Below `/api/v1/boards/{board}`. */

const who = z.object({ id: participantId, naam: z.string() });
const professional = who.extend({ rol: role, organisatie: z.string().optional() });

// GET …/vertrouwd, PUT …/vertrouwd: the professionals who read my trusted box. With `van` the casusregisseur speaks for a youth who has no device of
// their own and never came in; `grond` says why, and is kept for them only. The list is whole: who is not in it reads no more.
export const trustedQuery = z.object({ als: z.string().optional(), van: participantId.optional() });
export const trustedRequest = z.strictObject({
  professionals: z.array(participantId).max(20),
  van: participantId.optional(),
  grond: z.string().trim().min(1).max(300).optional(),
});
export const trustedAnswer = z.object({
  van: who,
  /** Who reads it now, beside the owner. */
  professionals: z.array(professional.extend({ sinds: z.iso.datetime() })),
  /** Who can be named. */
  mogelijk: z.array(professional),
});
export type TrustedAnswer = z.infer<typeof trustedAnswer>;

/** Where a card can stand: the address of a zone that people write in. */
export const writtenZone = z.string().refine((text) => {
  const zone = readZone(text);
  return zone !== undefined && zone.kind !== 'tafel' && zone.kind !== 'tafel-van';
});

// POST …/moves/preview and POST …/moves (whose card it is): to the table, the team, one's own trusted box, one's own box.
export const moveRequest = z.strictObject({ ding: thingId, van: writtenZone, naar: writtenZone });
export type MoveRequest = z.infer<typeof moveRequest>;

/** What a preview warns of: words that could lead to a door, and what the card points at that its new readers do not read. */
export const moveWarnings = [...sensitiveKinds, 'verwijzing-vervalt'] as const;
export type MoveWarning = (typeof moveWarnings)[number];
export const movePreviewAnswer = z.object({
  /** Who reads it there, as far as who asks may know them. */
  lezers: z.array(who),
  /** Those of them who see it for the first time. */
  voorHetEerst: z.array(who),
  waarschuwingen: z.array(z.enum(moveWarnings)),
});
export type MovePreviewAnswer = z.infer<typeof movePreviewAnswer>;
/** The id it has in its new place; nothing there says where it came from. */
export const moveAnswer = z.object({ ding: thingId });

// POST …/moves/off : the casusregisseur takes any card off the table, its owner their own. It lies in the owner's own box again, unchanged, where they have one.
export const moveOffRequest = z.strictObject({ ding: thingId });
export const moveOffAnswer = z.object({
  /** It lies in my own box now, under this id. Said to its owner only. */
  ding: thingId.optional(),
});

// PUT …/veiligheid-voorop (who reads `team`): the safety of the children first, on the screens of professionals only.
export const safetyFirstRequest = z.strictObject({ op: z.boolean() });
/** `veiligheidVoorop` in `tafel:<participant>` of who reads `team`: who asked for it, and since when (milliseconds since 1970, server time). */
export const safetyFirst = z.object({ door: participantId, sinds: z.int().min(0) });
export type SafetyFirst = z.infer<typeof safetyFirst>;
