import { createContext, use, useMemo, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { groupOf, isProfessional } from '@samenbord/shared/access/roles.ts';
import type { Actor } from '@samenbord/shared/access/zones.ts';
import { definitionOf, fieldOf } from '@samenbord/shared/board/things.ts';
import type { Thing, ThingType } from '@samenbord/shared/board/things.ts';
import { useBoardSession, useMay, useTable } from '../document/context.tsx';
import type { Draft } from './pure/draft.ts';
import { readersOf } from './pure/who-sees.ts';
import type { Readers } from './pure/who-sees.ts';
import type { Said } from './Said.tsx';
import type { Moves } from './use-trail.ts';

/** What every screen of the lists needs: how to go elsewhere, and who looks. */
export type Lists = Omit<Moves, 'leave'> & {
  /** Out of the composer; `said` is shown where one comes out. */
  readonly leave: (said: Said | undefined) => void;
  /** Shows and says what just happened. */
  readonly tell: (said: Said) => void;
  /** Cards that are being composed, by what they react to; they live in this tab only. */
  readonly drafts: Map<string, Draft>;
  readonly actor: Actor;
  readonly professional: boolean;
  readonly onlyWatches: boolean;
  /** The table is open for this participant now. */
  readonly tableOpen: boolean;
  readonly boxOpen: boolean;
  /** The own box is shown in these lists; beside the canvas it has a place of its own. */
  readonly boxHere: boolean;
  readonly ownZone: string;
  readonly onAnalysis: () => void;
  readonly onTable: () => void;
  /** What a step of the meeting asks, at the top of *Nu*. */
  readonly step: ReactNode;
  /** Getting ready at home, when that is possible. */
  readonly prepare: ((done: () => void) => ReactNode) | undefined;
  /** The ways to the zones beside the table and the own box, at *Mijn*. */
  readonly zones: ReactNode;
};

const ListsContext = createContext<Lists | undefined>(undefined);

type ProviderProps = {
  moves: Moves;
  drafts: Map<string, Draft>;
  onSaid: (said: Said) => void;
  onAnalysis: () => void;
  onTable: () => void;
  boxHere?: boolean;
  step?: ReactNode;
  prepare?: ((done: () => void) => ReactNode) | undefined;
  zones?: ReactNode;
  children: ReactNode;
};

/** Gives the screens below it the way to go elsewhere and who looks. */
export function ListsProvider({
  moves,
  drafts,
  onSaid,
  onAnalysis,
  onTable,
  boxHere = true,
  step,
  prepare,
  zones,
  children,
}: ProviderProps) {
  const session = useBoardSession();
  const tableOpen = useHasZone('gedeeld');
  const boxOpen = useHasZone(session.ownZone);
  const lists = useMemo(
    () => ({
      ...moves,
      leave: (said: Said | undefined) => {
        moves.leave();
        if (said !== undefined) onSaid(said);
      },
      tell: onSaid,
      drafts,
      onAnalysis,
      onTable,
      boxHere: boxHere && boxOpen,
      actor: session.actor,
      professional: isProfessional(session.actor.rol),
      onlyWatches: groupOf(session.actor.rol) === 'kijker',
      tableOpen,
      boxOpen,
      ownZone: session.ownZone,
      step,
      prepare,
      zones,
    }),
    [moves, drafts, onSaid, session, onAnalysis, onTable, boxHere, tableOpen, boxOpen, step, prepare, zones],
  );
  return <ListsContext value={lists}>{children}</ListsContext>;
}

/** Zones come and go with the table. */
export function useHasZone(name: string): boolean {
  const session = useBoardSession();
  return useSyncExternalStore(session.listeners.add, () => session.zone(name) !== undefined);
}

/** Throws outside a `ListsProvider`. */
export function useLists(): Lists {
  const lists = use(ListsContext);
  if (lists === undefined) throw new Error('useLists outside ListsProvider');
  return lists;
}

/** Who reads a zone. */
export function useReaders(zone: string): Readers {
  const session = useBoardSession();
  const { deelnemers } = useTable();
  return useMemo(() => readersOf(zone, session.answer.ik, deelnemers), [zone, session, deelnemers]);
}

/** May this participant make a thing of this type in this zone? */
export function useMayMake(zone: string): (type: ThingType) => boolean {
  const may = useMay(zone);
  const { actor } = useLists();
  return (type) => may({ kind: 'create', thing: { type, by: actor.id } }) === undefined;
}

/** True for things that are somebody's own words, as against facts and what is written together. */
export const isWords = ({ type }: Pick<Thing, 'type'>): boolean =>
  fieldOf(type, definitionOf(type).main)?.class === 'woorden';

/** True when this participant may change at least one field of it. */
export function useMayEdit(zone: string): (thing: Thing) => boolean {
  const may = useMay(zone);
  return (thing) =>
    Object.keys(definitionOf(thing.type).fields).some((field) => may({ kind: 'change', thing, field }) === undefined);
}
