import { useMemo, useState, useSyncExternalStore } from 'react';
import type { ViewName } from '@samenbord/shared/board/define.ts';
import { householdsToShow, isLargeFamily } from '@samenbord/shared/genogram/one-household.ts';
import { householdWords as w } from '@samenbord/shared/words/screen.ts';
import type { CanvasLook } from '../canvas/CanvasPage.tsx';
import { useBoard, useBoardSession } from '../document/context.tsx';
import { useDeeds } from '../document/deed.ts';
import { Listeners } from '../document/listeners.ts';
import { useMeeting, useMeetingHands } from '../document/meeting.ts';
import type { BoardSession } from '../document/session.ts';
import { announce } from '../parts/LiveRegion.tsx';
import { MenuButton } from '../parts/MenuButton.tsx';
import './screen.css';

/** What somebody chose for their own screen, while no meeting is open that shows everybody the same. */
const own = new WeakMap<BoardSession, string>();
const changed = new Listeners();

/** The household that is shown of the genogram; nothing when it is the whole family, and in other views. */
export function useHouseholdShown(view: ViewName): string | undefined {
  const session = useBoardSession();
  const mine = useSyncExternalStore(changed.add, () => own.get(session));
  const meeting = useMeeting();
  const chosen = meeting === undefined ? mine : meeting.huishouden;
  const board = useBoard('gedeeld');
  const there = useMemo(() => householdsToShow(board).some(({ id }) => id === chosen), [board, chosen]);
  return view === 'genogram' && there ? chosen : undefined;
}

/** Takes a call to look somewhere. One that came before this household was chosen was about another picture: then all of the household is in sight. */
export function useLookAtHousehold(
  look: CanvasLook | undefined,
  household: string | undefined,
): CanvasLook | undefined {
  const [chosen, setChosen] = useState({ household, after: 0 });
  if (chosen.household !== household) setChosen({ household, after: look?.nr ?? 0 });
  const after = chosen.household === household ? chosen.after : (look?.nr ?? 0);
  return look !== undefined && look.nr > after ? look : undefined;
}

/**
 * Of a family that is too large to read at once: which household is shown. In a meeting whoever leads chooses for everybody; others read that it is so.
 * Draws nothing in other views and for smaller families.
 */
export function HouseholdPicker({ view }: { readonly view: ViewName }) {
  const session = useBoardSession();
  const meeting = useMeeting();
  const hands = useMeetingHands();
  const deed = useDeeds();
  const board = useBoard('gedeeld');
  const shown = useHouseholdShown(view);
  const homes = useMemo(() => (isLargeFamily(board) ? householdsToShow(board) : []), [board]);
  if (view !== 'genogram' || (homes.length === 0 && shown === undefined)) return null;
  const naam = homes.find(({ id }) => id === shown)?.naam;
  const said = naam === undefined ? w.whole : w.one(naam);
  const follows = meeting !== undefined && meeting.regie !== session.actor.id;
  if (follows && shown === undefined) return null;
  const choose = (id: string): void => {
    const ding = homes.find((home) => home.id === id)?.id ?? null;
    if (meeting !== undefined) deed.run(async () => void (await hands.steer({ doe: 'huishouden', ding })));
    else {
      if (ding === null) own.delete(session);
      else own.set(session, ding);
      changed.tell();
    }
    announce(ding === null ? w.whole : w.one(homes.find((home) => home.id === id)?.naam ?? ''));
  };
  return (
    <section className="household-pick" data-corner="top-left" aria-label={w.label}>
      {follows ? (
        <strong>{said}</strong>
      ) : (
        <MenuButton
          label={said}
          icon="house"
          items={[{ id: 'iedereen', label: w.whole }, ...homes.map((home) => ({ id: home.id, label: home.naam }))]}
          onChoose={choose}
        />
      )}
      {shown !== undefined && <p>{w.lighter}</p>}
      {meeting !== undefined && <p className="soft">{follows ? w.byLead : w.forAll}</p>}
      {deed.error !== undefined && <p role="alert">{deed.error}</p>}
    </section>
  );
}
