import { Suspense, useState } from 'react';
import { isProfessional } from '@samenbord/shared/access/roles.ts';
import type { SteerCommand } from '@samenbord/shared/meeting/commands.ts';
import { appWords } from '@samenbord/shared/words/app.ts';
import { agendaPageWords as w, controlWords } from '@samenbord/shared/words/controls.ts';
import { useDeeds } from '../document/deed.ts';
import { useBoardSession } from '../document/context.tsx';
import { currentStep, useMeeting, useMeetingHands } from '../document/meeting.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { Loading, Notice } from '../parts/Notice.tsx';
import { later } from '../parts/later.ts';
import { CloseMeeting } from './Close.tsx';
import { Timer } from './Timer.tsx';
import './steps.css';

// Few do this on a phone: the others do not load it.
const AgendaPage = later(() => import('./Agenda.tsx').then((all) => all.AgendaPage));
const MeetingPanel = later(() => import('./MeetingPanel.tsx').then((all) => all.MeetingPanel));

/** What a professional does about the meeting on a phone: prepare it, and lead it when their laptop is elsewhere. Nothing for anybody else. */
export function PhoneLead({ onClosed }: { readonly onClosed?: () => void } = {}) {
  const { actor } = useBoardSession();
  const meeting = useMeeting();
  const hands = useMeetingHands();
  const deed = useDeeds();
  const [shown, setShown] = useState<'agenda' | 'sluiten' | undefined>(undefined);
  if (!isProfessional(actor.rol)) return null;
  const step = meeting === undefined ? undefined : currentStep(meeting);
  const isMine = meeting?.regie === actor.id;
  const steer = (command: SteerCommand): void => deed.run(async () => void (await hands.steer(command)));
  const last = meeting?.agenda.stappen.at(-1)?.id;
  const close = (): void => setShown(undefined);
  return (
    <div className="stack-tight">
      {isMine && step !== undefined && (
        <>
          <Timer step={step} time={meeting.tijden[step.id]} steer={steer} />
          <div className="row">
            <Button
              icon="left"
              isDisabled={meeting.agenda.stappen[0]?.id === step.id}
              onPress={() => steer({ doe: 'vorige', van: step.id })}
            >
              {controlWords.previous}
            </Button>
            {last === step.id ? (
              <Button look="action" icon="check" onPress={() => setShown('sluiten')}>
                {controlWords.last}
              </Button>
            ) : (
              <Button look="action" icon="forward" onPress={() => steer({ doe: 'volgende', van: step.id })}>
                {controlWords.next}
              </Button>
            )}
          </div>
        </>
      )}
      <div>
        <Button icon="list" onPress={() => setShown('agenda')}>
          {meeting === undefined ? w.phone : w.agenda}
        </Button>
      </div>
      {deed.error !== undefined && (
        <Notice tone="zorg" problem>
          {deed.error}
        </Notice>
      )}
      <Dialog
        title={meeting === undefined ? w.phone : w.agenda}
        open={shown === 'agenda'}
        onClose={close}
        shape="sheet"
      >
        <Suspense fallback={<Loading label={appWords.loading} />}>
          {shown === 'agenda' && (meeting === undefined ? <AgendaPage onOpened={close} /> : <MeetingPanel />)}
        </Suspense>
      </Dialog>
      <CloseMeeting open={shown === 'sluiten'} onCancel={close} onClosed={onClosed ?? close} />
    </div>
  );
}
