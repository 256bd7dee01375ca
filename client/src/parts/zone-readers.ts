import { useEffect, useState, useSyncExternalStore } from 'react';
import { readersAnswer } from '@samenbord/shared/wire/http-readers.ts';
import { sayError } from '../document/deed.ts';
import { roleWords } from '@samenbord/shared/words/roles.ts';
import { zoneWho } from '@samenbord/shared/words/zones.ts';
import { useBoardSession, useTable } from '../document/context.tsx';
import { ask, boardPath } from '../document/server.ts';

/** One who reads a zone, by name and what they are; oneself is said to be so. */
export type Reader = { readonly id: string; readonly naam: string; readonly rol: string; readonly ik: boolean };
export type ZoneReaders = {
  /** Nothing while the names are on their way. Oneself first. */
  readonly people: readonly Reader[] | undefined;
  /** It stands on the big screen in the room as well. That is no person. */
  readonly screen: boolean;
  readonly error: string | undefined;
};

let changes = 0;
const followers = new Set<() => void>();
const follow = (tell: () => void): (() => void) => {
  followers.add(tell);
  return () => followers.delete(tell);
};
/** Somebody was chosen to read, or no longer: the names are asked again wherever they stand. */
export function readersChanged(): void {
  changes += 1;
  for (const tell of followers) tell();
}

/**
 * Who reads a zone now. The table says it itself, in one's own box there is nobody else, and of the team and trusted boxes the server is asked when it is
 * looked at, and again when `turn` is another one.
 */
export function useZoneReaders(zone: string, turn?: unknown): ZoneReaders {
  const { id, als, answer } = useBoardSession();
  const { deelnemers } = useTable();
  const asks = zone === 'team' || zone.startsWith('vertrouwd:');
  const [asked, setAsked] = useState<{ zone: string; people?: Reader[]; error?: string }>();
  const { ik } = answer;
  const change = useSyncExternalStore(follow, () => changes);
  useEffect(() => {
    if (!asks) return undefined;
    let current = true;
    ask('GET', boardPath(id, `/readers?zone=${encodeURIComponent(zone)}`, als), { schema: readersAnswer }).then(
      ({ lezers }) => current && setAsked({ zone, people: lezers.map((one) => readerOf(one, als)) }),
      (error: unknown) => current && setAsked({ zone, error: sayError(error) }),
    );
    return () => {
      current = false;
    };
  }, [asks, id, als, zone, turn, change]);
  const self = readerOf(ik, als);
  if (asks) {
    const here = asked?.zone === zone ? asked : undefined;
    return { people: here?.people && selfFirst(here.people), screen: false, error: here?.error };
  }
  if (zone !== 'gedeeld') return { people: [self], screen: false, error: undefined };
  const now = deelnemers.filter(({ leest }) => leest);
  const others = now.filter((one) => one.id !== als && one.rol !== 'groot-scherm').map((one) => readerOf(one, als));
  return {
    people: [self, ...selfFirst(others)],
    screen: now.some(({ rol }) => rol === 'groot-scherm'),
    error: undefined,
  };
}

function readerOf({ id, naam, rol }: { id: string; naam: string; rol: keyof typeof roleWords }, als: string): Reader {
  const ik = id === als;
  return { id, naam: ik ? zoneWho.you(naam) : naam, rol: roleWords[rol], ik };
}

const selfFirst = (people: readonly Reader[]): Reader[] =>
  people.toSorted((a, b) => Number(b.ik) - Number(a.ik) || a.naam.localeCompare(b.naam, 'nl'));
