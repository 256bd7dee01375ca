import { useBoard, useBoardSession, useOthers, useTableState } from '../document/context.tsx';
import { currentStep, useMeeting } from '../document/meeting.ts';
import type { Step } from '@samenbord/shared/meeting/agenda.ts';
import { screenWords as w } from '@samenbord/shared/words/screen.ts';
import type { TableMeeting } from '@samenbord/shared/wire/http-meeting.ts';
import { ScreenPicture } from './ScreenPicture.tsx';
import { ScreenBar, ScreenContent } from './ScreenStep.tsx';
import { useBlank } from './screen-blank.ts';
import { useAwake, useDoorOfTable, useLineLost, useNeutralTitle } from './screen-life.ts';
import { useFollowedPlace } from './screen-place.ts';
import './screen.css';

/**
 * The screen in the room: the step, and what it is about, as large as it goes. Nothing to press. It follows whoever leads, also over a line that breaks; it
 * shows nothing about anybody while the table is shut, and nothing at all while it is blank.
 */
export function BigScreen() {
  const session = useBoardSession();
  const meeting = useMeeting();
  const { open } = useTableState();
  const { blank, hold, letGo } = useBlank(session.id);
  useDoorOfTable();
  useAwake();
  useNeutralTitle();
  const step = meeting && currentStep(meeting);
  if (blank || meeting?.schermLeeg === true)
    return (
      <main className="screen screen-still" onPointerDown={hold} onPointerUp={letGo} onPointerLeave={letGo}>
        <ScreenPicture />
      </main>
    );
  if (meeting === undefined || step === undefined || !open)
    return (
      <main className="screen screen-still">
        <ScreenPicture />
        <h1 className="screen-welcome">{w.shut}</h1>
      </main>
    );
  return <OpenScreen key={meeting.id} meeting={meeting} step={step} />;
}

function OpenScreen({ meeting, step }: { readonly meeting: TableMeeting; readonly step: Step }) {
  const lead = useOthers().find(({ wie, view }) => wie.id === meeting.regie && view !== undefined);
  const place = useFollowedPlace(meeting, step, lead?.view, useBoard('gedeeld'));
  const offline = useLineLost();
  return (
    <main className="screen">
      <ScreenBar meeting={meeting} step={step} place={place} offline={offline} />
      <ScreenContent meeting={meeting} step={step} place={place} />
    </main>
  );
}
