import { newThingId } from '@samenbord/shared/board/field.ts';

/** A new id for a thing or a stroke, from the browser's own randomness. */
export const freshId = (): string => newThingId(crypto.getRandomValues(new Uint8Array(16)));
