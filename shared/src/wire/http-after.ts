import * as z from 'zod';
import { participantId } from '../board/field.ts';
import { day } from '../board/vague-date.ts';

/** The HTTP contracts of what comes after a meeting, below `/api/v1/boards/{board}`. */

// GET …/sheets (who the table is opened for): the sheets of the meetings that I may read, newest first.
export const sheetsAnswer = z.object({
  bladen: z.array(z.object({ nummer: z.int(), titel: z.string(), dag: day, voor: z.enum(['tafel', 'professionals']) })),
});
export type SheetsAnswer = z.infer<typeof sheetsAnswer>;

const line = z.object({ tekst: z.string(), stil: z.array(z.string()) });
// GET …/sheets/<nummer>.json : one sheet in words; `.pdf`, `.html` and `.txt` give the same words as a file. `tekst` is what `.txt` holds.
export const sheetAnswer = z.object({
  nummer: z.int(),
  titel: z.string(),
  regels: z.array(z.string()),
  delen: z.array(z.object({ id: z.string(), titel: z.string(), punten: z.array(line), leeg: z.string() })),
  slot: z.array(z.string()),
  tekst: z.string(),
});
export type SheetAnswer = z.infer<typeof sheetAnswer>;

// GET …/trace (casusregisseur): what was done with the board, newest first; `voor` is the number of the line to go on before.
export const traceQuery = z.object({
  als: z.string().optional(),
  wie: participantId.optional(),
  wat: z
    .string()
    .regex(/^[a-z-]{1,40}$/)
    .optional(),
  voor: z
    .string()
    .regex(/^\d{1,12}$/)
    .optional(),
});
export const traceAnswer = z.object({
  regels: z.array(
    z.object({
      nummer: z.int(),
      op: z.iso.datetime(),
      wie: z.string(),
      wat: z.string(),
      zin: z.string(),
      grond: z.string().optional(),
      let: z.boolean(),
    }),
  ),
  verder: z.int().optional(),
  /** Every line is as it was written and none is gone from between them. */
  heel: z.boolean(),
  mensen: z.array(z.object({ id: participantId, naam: z.string() })),
  soorten: z.array(z.object({ wat: z.string(), naam: z.string() })),
});
export type TraceAnswer = z.infer<typeof traceAnswer>;
// GET …/trace.csv (casusregisseur): all of it as a table.

// GET …/trace/mine (everybody): what was done with what is mine, in plain words, newest first.
export const myTraceAnswer = z.object({ regels: z.array(z.object({ dag: day, zin: z.string() })) });
export type MyTraceAnswer = z.infer<typeof myTraceAnswer>;

// GET …/end (everybody): until when this board is kept. PUT …/end (casusregisseur): another last day; `null` goes back to the usual one.
export const endRequest = z.strictObject({ dag: day.nullable() });
export const endAnswer = z.object({
  dag: day,
  /** The casusregisseur chose it. */
  gezet: z.boolean(),
  dagen: z.int(),
  stand: z.enum(['ver', 'maand', 'week', 'voorbij']),
  /** The last day that can be chosen now. */
  uiterlijk: day,
});
export type EndAnswer = z.infer<typeof endAnswer>;
