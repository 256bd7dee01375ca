import { useState } from 'react';
import { remoteWords as w } from '@samenbord/shared/words/screen.ts';
import { useBoardSession, useTable } from '../document/context.tsx';
import { useDeeds } from '../document/deed.ts';
import { useMeeting, useMeetingHands } from '../document/meeting.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { announce } from '../parts/LiveRegion.tsx';

/** For who leads: one tap makes the screen in the room blank; it shows the table again after a question. Draws nothing when no screen sits at this table. */
export function ScreenRemote() {
  const session = useBoardSession();
  const meeting = useMeeting();
  const hands = useMeetingHands();
  const deed = useDeeds();
  const { deelnemers } = useTable();
  const [asks, setAsks] = useState(false);
  const hasScreen = deelnemers.some(({ rol, leest }) => rol === 'groot-scherm' && leest);
  if (!hasScreen || meeting === undefined || meeting.regie !== session.actor.id) return null;
  const blank = meeting.schermLeeg === true;
  const set = (leeg: boolean): void =>
    deed.run(async () => {
      await hands.steer({ doe: 'scherm', leeg });
      if (leeg) announce(w.blanked);
    });
  return (
    <>
      <Button icon="screen" pressed={blank} onPress={() => (blank ? setAsks(true) : set(true))}>
        {blank ? w.show : w.blank}
      </Button>
      {deed.error !== undefined && <p role="alert">{deed.error}</p>}
      <Dialog title={w.showTitle} open={asks} onClose={() => setAsks(false)}>
        <p>{w.showText}</p>
        <div className="stack">
          <Button look="action" onPress={() => setAsks(false)}>
            {w.no}
          </Button>
          <Button
            onPress={() => {
              setAsks(false);
              set(false);
            }}
          >
            {w.yes}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
