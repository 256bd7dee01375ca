import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { newThingId } from '@samenbord/shared/board/field.ts';

/** A secret of 256 random bits, as it stands in the fragment of a link. Only its hash is kept. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** Six digits, given to the person by another way than the link. */
export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0');

export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** The code is bound to its link: without the link, its hash cannot be tried against a million codes. */
export const codeHashOf = (secret: string, code: string): string =>
  createHmac('sha256', secret).update(code).digest('hex');

/** Compares two hashes in a time that tells nothing about where they differ. */
export function isSameHash(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

export const newId = (): string => newThingId(randomBytes(16));
export const newParticipantId = (): string => `p${newId()}`;
