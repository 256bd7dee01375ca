import * as z from 'zod';
import { place } from '../board/board.ts';
import { thingId } from '../board/field.ts';

/** The contracts of the history of a board (below `/api/v1/boards/:id/history`). */
export const historyZone = z.union([z.literal('gedeeld'), z.string().regex(/^eigen:p[a-z0-9]{2,39}$/)]);
/** Just after one commit: `epoch.seq`. `0.0` is before the first. */
export const moment = z.string().regex(/^\d{1,9}\.\d{1,12}$/);
const instant = z.iso.datetime();

export const historyQuery = z.object({
  zone: historyZone.optional(),
  ding: thingId.optional(),
  voor: moment.optional(),
  als: z.string().max(60).optional(),
});
export const historyDeeds = ['gemaakt', 'veld', 'weg', 'terug', 'bevestigd', 'plek', 'tekening', 'teruggezet'] as const;

/** What somebody did in one go. */
export const historyItem = z.object({
  wat: z.enum(historyDeeds),
  door: z.string(),
  /** From the first to the last commit of it. */
  van: instant,
  op: instant,
  moment,
  /** Just before it: where a restore of this field goes. */
  ervoor: moment,
  /** Left out for a drawing and for a restore of the whole board. */
  ding: z.string().optional(),
  soort: z.string().optional(),
  titel: z.string().optional(),
  veld: z.string().optional(),
  oud: z.unknown().optional(),
  nieuw: z.unknown().optional(),
  /** Words that only whose they are and the casusregisseur read back. */
  verborgen: z.boolean().optional(),
  /** Of a restore: how many things it touched. */
  aantal: z.int().optional(),
  /** It came about by a restore. */
  teruggezet: z.boolean().optional(),
});
export type HistoryItem = z.infer<typeof historyItem>;
/** `verder` is `voor` of the next page; `nu` the newest moment. */
export const historyAnswer = z.object({ items: z.array(historyItem), nu: moment, verder: moment.optional() });

export const historyMoment = z.object({
  moment,
  op: instant,
  wat: z.enum(['dag', 'versie', 'teruggezet', 'nu']),
  titel: z.string().optional(),
  door: z.string().optional(),
});
export type HistoryMoment = z.infer<typeof historyMoment>;
export const momentsAnswer = z.object({ momenten: z.array(historyMoment) });

/** One thing that comes back, or stays as it is with the reason why. */
export const restoredItem = z.object({
  wat: z.enum(['opnieuw', 'terug', 'van-tafel', 'veld', 'plek', 'tekening']),
  ding: z.string(),
  soort: z.string().optional(),
  titel: z.string().optional(),
  veld: z.string().optional(),
  reden: z.enum(['woorden', 'sindsdien', 'zelf-terug', 'in-gebruik', 'weg', 'tekening', 'mag-niet']).optional(),
});
export type RestoredItem = z.infer<typeof restoredItem>;

export const boardThenQuery = z.object({
  zone: historyZone.optional(),
  /** Left out: as it is now. */
  moment: moment.optional(),
  als: z.string().max(60).optional(),
});
/** The board as it was, without what was off the table, and what putting it back would do. `gezien` goes along with the restore. */
export const boardThenAnswer = z.object({
  moment,
  gezien: moment,
  things: z.array(z.record(z.string(), z.unknown())),
  places: z.array(z.tuple([z.string(), place])),
  ink: z.array(z.tuple([z.string(), z.record(z.string(), z.unknown())])),
  terug: z.array(restoredItem),
  blijft: z.array(restoredItem),
});
export type BoardThen = z.infer<typeof boardThenAnswer>;

export const offTableItem = z.object({
  ding: z.string(),
  soort: z.string(),
  titel: z.string(),
  vanWie: z.string().optional(),
  /** Whose card it is, and who took it off. */
  van: z.string(),
  door: z.string(),
  op: instant,
  ervoor: moment,
  magTerug: z.boolean(),
  /** It went to other readers by a move: only its owner brings it back, from there. */
  verplaatst: z.boolean().optional(),
});
export type OffTableItem = z.infer<typeof offTableItem>;
export const offTableAnswer = z.object({ dingen: z.array(offTableItem), nu: moment });

// POST …/history/restore: a forward edit to how it was at `moment`. What others did after `gezien` stays.
export const restoreRequest = z.strictObject({
  zone: historyZone,
  moment,
  gezien: moment,
  ding: thingId.optional(),
  veld: z.string().max(40).optional(),
});
/** `ongedaan` is the restore that undoes this one; left out when nothing changed. */
export const restoreAnswer = z.object({
  terug: z.array(restoredItem),
  blijft: z.array(restoredItem),
  ongedaan: z.object({ moment, gezien: moment }).optional(),
});
export type RestoreAnswer = z.infer<typeof restoreAnswer>;
