import { useState } from 'react';
import { leads as holdsCase } from '@samenbord/shared/access/zones.ts';
import type { TableMeeting } from '@samenbord/shared/wire/http-meeting.ts';
import { appWords } from '@samenbord/shared/words/app.ts';
import { leadWords as w } from '@samenbord/shared/words/controls.ts';
import { useDeed } from '../document/deed.ts';
import { useBoardSession, useNames } from '../document/context.tsx';
import { useMeetingHands } from '../document/meeting.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { Icon } from '../parts/Icon.tsx';
import { announce } from '../parts/LiveRegion.tsx';
import { Notice } from '../parts/Notice.tsx';
import { useLeaderAway, useMyPart } from './use-lead.ts';

/** Whoever leads has been away for a while: any professional takes over, at the step where it stood. The casusregisseur who comes back asks it back. */
export function TakeOver({ meeting }: { readonly meeting: TableMeeting }) {
  const { actor } = useBoardSession();
  const { nameOf } = useNames();
  const { leads, professional } = useMyPart(meeting);
  const away = useLeaderAway(meeting);
  const hands = useMeetingHands();
  const deed = useDeed();
  const [asking, setAsking] = useState(false);
  if (leads || !professional || (!away && !holdsCase(actor))) return null;
  const naam = nameOf(meeting.regie);
  const take = (): void =>
    deed.run(async () => {
      await hands.lead();
      setAsking(false);
      announce(w.mine);
    });
  return (
    <div className="step-note" data-alert={away}>
      <output>
        <Icon name="person" size={18} />
        <span>{away ? w.away(naam) : w.other(naam)}</span>
      </output>
      <Button look={away ? 'action' : 'quiet'} isDisabled={deed.busy} onPress={away ? take : () => setAsking(true)}>
        {away ? w.takeOver : w.takeBack}
      </Button>
      {deed.error !== undefined && (
        <Notice tone="zorg" problem>
          {deed.error}
        </Notice>
      )}
      <Dialog title={w.takeBackTitle} open={asking} onClose={() => setAsking(false)}>
        <p>{w.takeBackText(naam)}</p>
        <div className="form-end">
          <Button look="action" isDisabled={deed.busy} onPress={take}>
            {w.takeBackYes}
          </Button>
          <Button onPress={() => setAsking(false)}>{appWords.cancel}</Button>
        </div>
      </Dialog>
    </div>
  );
}
