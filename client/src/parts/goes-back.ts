import { isOwner } from '@samenbord/shared/access/may.ts';
import { leads } from '@samenbord/shared/access/zones.ts';
import type { Actor } from '@samenbord/shared/access/zones.ts';
import { definitionOf, fieldOf } from '@samenbord/shared/board/things.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';

/**
 * True when taking this card off the table is the casusregisseur's act on somebody else's words: it goes back to whose it is (`POST …/moves/off`), and there is no undo.
 * Everything else is taken off as any change, and comes back with undo.
 */
export const goesBack = (actor: Actor, zone: string, thing: Thing): boolean =>
  zone === 'gedeeld' &&
  !thing.weg &&
  leads(actor) &&
  fieldOf(thing.type, definitionOf(thing.type).main)?.class === 'woorden' &&
  !isOwner(actor, thing);
