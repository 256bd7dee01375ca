import * as z from 'zod';
import { role } from '../access/roles.ts';
import { participantId } from '../board/field.ts';
import { writtenZone } from './http-zones.ts';

// GET …/readers?zone=… (who reads that zone): who reads it, by name. Not of the table: whoever sits there stands in `tafel`, and who was invited and never came is nobody's business.
export const readersQuery = z.object({ als: z.string().optional(), zone: writtenZone });
export const readersAnswer = z.object({
  lezers: z.array(z.object({ id: participantId, naam: z.string(), rol: role })),
});
export type ZoneReader = z.infer<typeof readersAnswer>['lezers'][number];
