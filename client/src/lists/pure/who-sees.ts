import type { Participant } from '@samenbord/shared/wire/http.ts';
import { roleWords } from '@samenbord/shared/words/app.ts';
import { listWords } from '@samenbord/shared/words/lists.ts';

/** Who reads a zone, for the line at the top and before something is put there. */
export type Readers = {
  readonly count: number;
  /** "Nadia (ouder met gezag)"; oneself first. */
  readonly people: readonly string[];
  readonly screen: boolean;
};

/** Takes the zone and who sits at the table, gives who reads it. In an own box that is nobody but its owner. */
export function readersOf(zone: string, me: Participant, table: readonly Participant[]): Readers {
  if (zone !== 'gedeeld') return { count: 1, people: [listWords.you(me.naam)], screen: false };
  const others = table.filter(({ id, rol }) => id !== me.id && rol !== 'groot-scherm');
  const says = ({ naam, rol }: Participant): string => `${naam} (${roleWords[rol]})`;
  return {
    count: others.length + (me.rol === 'groot-scherm' ? 0 : 1),
    people: [listWords.you(me.naam), ...others.map(says).sort((a, b) => a.localeCompare(b, 'nl'))],
    screen: table.some(({ rol }) => rol === 'groot-scherm'),
  };
}
