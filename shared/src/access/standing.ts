import type { ThingType } from '../board/things.ts';
import type { Zone } from './zones.ts';

/** Where people write: the zones that hold things. */
type WrittenZone = Exclude<Zone['kind'], 'tafel' | 'tafel-van'>;

/**
 * Which things stand only in some zones; what is not here may stand in each. How safe somebody judged a child to be is talked over among professionals and told
 * to the family by a person (design D12); what was agreed lies on the table.
 */
export const standsOnlyIn: Readonly<Partial<Record<ThingType, readonly WrittenZone[]>>> = {
  veiligheidsstatus: ['team'],
};

/** May a thing of this type stand in this zone? */
export function standsIn(type: ThingType, zone: Zone): boolean {
  const only: readonly Zone['kind'][] | undefined = standsOnlyIn[type];
  return only === undefined || only.includes(zone.kind);
}
