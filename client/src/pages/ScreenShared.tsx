import { useEffect, useState } from 'react';
import { viewNames } from '@samenbord/shared/board/define.ts';
import type { ViewName } from '@samenbord/shared/board/define.ts';
import type { Step } from '@samenbord/shared/meeting/agenda.ts';
import type { TableMeeting } from '@samenbord/shared/wire/http-meeting.ts';
import { viewWords } from '@samenbord/shared/words/app.ts';
import { controlWords } from '@samenbord/shared/words/controls.ts';
import { sharingWords as w } from '@samenbord/shared/words/screen.ts';
import CanvasPage from '../canvas/CanvasPage.tsx';
import { useBoard, useBoardSession, useOthers } from '../document/context.tsx';
import { useDeed } from '../document/deed.ts';
import { currentStep, useMeeting, useMeetingHands } from '../document/meeting.ts';
import { Button } from '../parts/Button.tsx';
import { SharingFrame } from '../parts/SharingFrame.tsx';
import { HouseholdPicker, useHouseholdShown, useLookAtHousehold } from './ScreenHousehold.tsx';
import { ScreenBar, ScreenContent } from './ScreenStep.tsx';
import { useAwake, useLineLost, useNeutralTitle } from './screen-life.ts';
import { useFollowedPlace } from './screen-place.ts';
import './screen.css';

type Shown = { readonly kind: 'stap' } | { readonly kind: 'beeld'; readonly view: ViewName };

/**
 * A laptop whose screen others see: the step, and the views of the table to work in, large. Whoever leads goes on with the steps here. The session behind it
 * holds the table alone (`document/sharing.ts`), so nothing else can come in sight.
 */
export function ScreenShared() {
  const meeting = useMeeting();
  const step = meeting && currentStep(meeting);
  useAwake();
  useNeutralTitle();
  return (
    <SharingFrame>
      {meeting !== undefined && step !== undefined ? (
        <InMeeting key={meeting.id} meeting={meeting} step={step} />
      ) : (
        <Outside />
      )}
    </SharingFrame>
  );
}

/** No meeting is open: the views alone. */
function Outside() {
  const [view, setView] = useState<ViewName>('genogram');
  return (
    <main className="screen">
      <header className="screen-bar">
        <h1>{viewWords[view].naam}</h1>
        <Chooser
          shown={{ kind: 'beeld', view }}
          hasStep={false}
          onShow={(to) => to.kind === 'beeld' && setView(to.view)}
        />
      </header>
      <Work view={view} onView={setView} />
    </main>
  );
}

function InMeeting({ meeting, step }: { readonly meeting: TableMeeting; readonly step: Step }) {
  const session = useBoardSession();
  const isMine = meeting.regie === session.actor.id;
  const lead = useOthers().find(({ wie, view }) => wie.id === meeting.regie && view !== undefined);
  const [shown, setShown] = useState<Shown>({ kind: 'stap' });
  const [at, setAt] = useState(meeting.stap);
  // A new step is there for everybody: whoever looked around comes along.
  if (at !== meeting.stap) {
    setAt(meeting.stap);
    setShown({ kind: 'stap' });
  }
  const followed = useFollowedPlace(meeting, step, isMine ? undefined : lead?.view, useBoard('gedeeld'));
  const place = shown.kind === 'beeld' ? shown : followed;
  const offline = useLineLost();
  const show = (view: ViewName): void => setShown({ kind: 'beeld', view });
  return (
    <main className="screen">
      <ScreenBar meeting={meeting} step={step} place={place} offline={offline} />
      <div className="screen-tools">
        <Chooser
          shown={shown.kind === 'stap' && place.kind === 'beeld' ? place : shown}
          hasStep={followed.kind !== 'beeld'}
          onShow={setShown}
        />
        {isMine && <Steps meeting={meeting} />}
      </div>
      {place.kind === 'beeld' ? (
        <Work view={place.view} onView={show} />
      ) : (
        <ScreenContent meeting={meeting} step={step} place={place} />
      )}
    </main>
  );
}

/** Which part of the table is on the screen. */
function Chooser(props: {
  readonly shown: Shown;
  /** The step has cards or a question of its own to go back to. */
  readonly hasStep: boolean;
  readonly onShow: (shown: Shown) => void;
}) {
  const { shown, hasStep, onShow } = props;
  return (
    <nav className="screen-chooser" aria-label={w.views}>
      {hasStep && (
        <Button pressed={shown.kind === 'stap'} onPress={() => onShow({ kind: 'stap' })}>
          {w.step}
        </Button>
      )}
      {viewNames.map((view) => (
        <Button
          key={view}
          icon={view}
          pressed={shown.kind === 'beeld' && shown.view === view}
          onPress={() => onShow({ kind: 'beeld', view })}
        >
          {viewWords[view].naam}
        </Button>
      ))}
    </nav>
  );
}

/** A view to work in, as on any laptop: what one makes here comes on the table. */
function Work({ view, onView }: { readonly view: ViewName; readonly onView: (view: ViewName) => void }) {
  const session = useBoardSession();
  const meeting = useMeeting();
  const household = useHouseholdShown(view);
  useEffect(() => session.setPresence({ view }), [session, view]);
  const call = meeting?.hierheen;
  const called = call?.kijk.view === view ? { ...call.kijk, nr: call.nr } : undefined;
  const look = useLookAtHousehold(called, household);
  return (
    <section className="screen-view screen-work" aria-label={viewWords[view].naam}>
      <HouseholdPicker view={view} />
      <CanvasPage
        zone="gedeeld"
        view={view}
        onView={onView}
        onSelect={nothing}
        readOnly={false}
        look={look}
        household={household}
      />
    </section>
  );
}
const nothing = (): void => undefined;

/** On and back, for whoever leads. */
function Steps({ meeting }: { readonly meeting: TableMeeting }) {
  const hands = useMeetingHands();
  const deed = useDeed();
  const { stappen } = meeting.agenda;
  const at = stappen.findIndex(({ id }) => id === meeting.stap);
  const steer = (doe: 'vorige' | 'volgende') => (): void =>
    deed.run(async () => void (await hands.steer({ doe, van: meeting.stap })));
  return (
    <nav className="screen-chooser" aria-label={w.lead}>
      <Button icon="left" isDisabled={at <= 0 || deed.busy} onPress={steer('vorige')}>
        {controlWords.previous}
      </Button>
      <Button
        icon="right"
        look="action"
        isDisabled={at === stappen.length - 1 || deed.busy}
        onPress={steer('volgende')}
      >
        {controlWords.next}
      </Button>
      {deed.error !== undefined && <p role="alert">{deed.error}</p>}
    </nav>
  );
}
