import { leads, mayOpen, mayRead } from './zones.ts';
import type { Actor, Zone } from './zones.ts';
import { isOwner } from './may.ts';
import type { Ownership, TableState } from './may.ts';

/** Who looks at a whole board as it was, and puts it back: for the table the casusregisseur, for an own box its owner. */
export function mayTurnBack(actor: Actor, zone: Zone): boolean {
  return mayOpen(actor, zone) && (zone.kind === 'gedeeld' ? leads(actor) : zone.kind === 'eigen');
}

/** Who reads how something came about: whoever reads the zone with eyes of their own. A screen in the room does not. */
export function mayReadHistory(actor: Actor, zone: Zone, state: TableState): boolean {
  return (
    actor.rol !== 'groot-scherm' && mayRead(actor, zone, state) && (zone.kind === 'gedeeld' || zone.kind === 'eigen')
  );
}

/**
 * Who reads what is no longer there: cards that were taken off and words that were written otherwise before. Whose it is, and the casusregisseur. A reader who
 * came later would else read what was taken back before they came.
 */
export function mayReadGone(actor: Actor, zone: Zone, thing: Ownership): boolean {
  return mayTurnBack(actor, zone) || isOwner(actor, thing);
}
