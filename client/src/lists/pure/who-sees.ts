import type { Participant, TableParticipant } from '@samenbord/shared/wire/http.ts';
import { roleWords } from '@samenbord/shared/words/roles.ts';
import { listWords } from '@samenbord/shared/words/lists.ts';

/** Who reads a zone, for the line at the top and before something is put there. */
export type Readers = {
  /** People by name and what they are, oneself first. */
  readonly people: readonly { readonly naam: string; readonly rol: string }[];
  /** It stands on the big screen in the room as well. */
  readonly screen: boolean;
};

/**
 * Takes the zone and who sits or sat at the table, gives who can read it now: whoever had to leave does not. In an own box that is nobody but its
 * owner.
 */
export function readersOf(zone: string, me: Participant, table: readonly TableParticipant[]): Readers {
  const self = { naam: listWords.you(me.naam), rol: roleWords[me.rol] };
  if (zone !== 'gedeeld') return { people: [self], screen: false };
  const now = table.filter(({ leest }) => leest);
  const others = now.filter(({ id, rol }) => id !== me.id && rol !== 'groot-scherm');
  const said = others
    .map(({ naam, rol }) => ({ naam, rol: roleWords[rol] }))
    .sort((a, b) => a.naam.localeCompare(b.naam, 'nl'));
  return { people: [self, ...said], screen: now.some(({ rol }) => rol === 'groot-scherm') };
}
