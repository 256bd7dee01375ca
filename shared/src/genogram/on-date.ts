import type { Board } from '../board/board.ts';
import type { Thing, ThingOfType } from '../board/things.ts';
import { dayNumber } from '../board/vague-date.ts';
import { asKnownOn, hasCome, lastsOn } from './lasting.ts';

/** How long before the day it is expected a child is on its way. */
export const pregnancyDays = 280;

/**
 * Takes a board and a day, gives the family as it was on that day: who was not born yet is absent, and so is every tie with them; who
 * died later lives; a union that had not begun is absent and one that ended later still holds; households and child links stand for the
 * days they lasted. A vague date counts from the first day it can mean (`lasting.ts`). What has no date is always there. Places
 * and everything that is no family stay as they are. To be drawn with that same day as today, so that ages fit.
 */
export function familyOn(board: Board, day: number): Board {
  const absent = new Set<string>();
  for (const thing of board.things.values()) {
    if (thing.type === 'persoon' && !hasCome(thing.geboren, day)) absent.add(thing.id);
  }
  for (const thing of board.things.values()) {
    if (thing.type === 'huisdier' && without(absent, thing.bij)?.length === 0) absent.add(thing.id);
  }
  const past: Past = { board, day, absent };
  const things = new Map<string, Thing>();
  for (const [id, thing] of board.things) {
    const was = absent.has(id) ? undefined : asItWas(thing, past);
    if (was !== undefined) things.set(id, was);
  }
  return { ...board, things };
}

type Past = { readonly board: Board; readonly day: number; readonly absent: ReadonlySet<string> };

const without = (absent: ReadonlySet<string>, ids: readonly string[] | undefined): string[] | undefined =>
  ids?.filter((id) => !absent.has(id));

function asItWas(thing: Thing, past: Past): Thing | undefined {
  const { absent, day } = past;
  const isHere = (...ids: readonly (string | undefined)[]): boolean =>
    ids.every((id) => id === undefined || !absent.has(id));
  const left = (ids: readonly string[] | undefined, least: number): boolean =>
    ids === undefined || (without(absent, ids) ?? []).length >= least;
  switch (thing.type) {
    case 'persoon':
      return hasCome(thing.overleden, day) ? thing : { ...thing, overleden: undefined };
    case 'huisdier':
      return { ...thing, bij: without(absent, thing.bij) };
    case 'partnerrelatie':
      return left(thing.partners, 2) && hasCome(thing.begonnen, day) ? unionOn(thing, past) : undefined;
    case 'ouder-kind':
      return isHere(thing.kind) && left(thing.ouders, 1) && lastsOn(thing.periode, day)
        ? { ...thing, ouders: without(absent, thing.ouders), periode: asKnownOn(thing.periode, day) }
        : undefined;
    case 'huishouden':
      return left(thing.leden, 1) && lastsOn(thing.periode, day)
        ? { ...thing, leden: without(absent, thing.leden), periode: asKnownOn(thing.periode, day) }
        : undefined;
    case 'zwangerschap':
      return left(thing.ouders, 1) && hasBegun(thing, day)
        ? { ...thing, ouders: without(absent, thing.ouders) }
        : undefined;
    case 'meerling':
      return left(thing.kinderen, 2) ? { ...thing, kinderen: without(absent, thing.kinderen) } : undefined;
    case 'relatielijn':
      return isHere(thing.van, thing.naar) ? thing : undefined;
    case 'band':
      return isHere(thing.kind, thing.met) ? thing : undefined;
    default:
      return thing;
  }
}

/** A union that ended later still holds; one that a death ended without a date of its own ends with that death. */
function unionOn(union: ThingOfType<'partnerrelatie'>, { board, day }: Past): Thing {
  const lives = (id: string): boolean => {
    const partner = board.things.get(id);
    return partner?.type === 'persoon' && partner.overleden !== undefined && !hasCome(partner.overleden, day);
  };
  const widowedLater =
    union.einde === 'overleden' && union.geeindigd === undefined && (union.partners ?? []).some(lives);
  return hasCome(union.geeindigd, day) && !widowedLater ? union : { ...union, einde: undefined, geeindigd: undefined };
}

/** The first day of a pregnancy that goes on, or the day of a loss; nothing when there is no date. */
export function firstDayOf({ soort, wanneer }: ThingOfType<'zwangerschap'>): number | undefined {
  if (wanneer === undefined) return undefined;
  return dayNumber(wanneer) - (soort === undefined || soort === 'zwanger' ? pregnancyDays : 0);
}

const hasBegun = (pregnancy: ThingOfType<'zwangerschap'>, day: number): boolean =>
  (firstDayOf(pregnancy) ?? -Infinity) <= day;
