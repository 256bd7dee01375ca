import * as z from 'zod';

/** The HTTP contracts of a phone at home, below `/api/v1`. */

/** Whom to call in danger: the name, when or for what, and the number as it is dialled. */
export const helpLine = z.strictObject({
  naam: z.string().trim().min(1).max(40),
  wanneer: z.string().trim().min(1).max(80),
  nummer: z.string().regex(/^\+?\d{3,15}$/),
});
export type HelpLine = z.infer<typeof helpLine>;
export const helpLines = z.array(helpLine).min(1).max(8);

// GET /help : whom to call, as whoever runs this server set it.
export const helpAnswer = z.object({ lijnen: helpLines });

// POST /leave : ends what this browser was let in with, takes its cookie, and asks it to throw away what it keeps of us. 204.
// GET /boards/:id/zones/:zone : a whole document as one Yjs update, for who cannot keep a socket; `ETag` and `If-None-Match`. The epoch stands in `X-Epoch`.
