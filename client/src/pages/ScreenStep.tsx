import CanvasPage from '../canvas/CanvasPage.tsx';
import type { CanvasLook } from '../canvas/CanvasPage.tsx';
import type { Step } from '@samenbord/shared/meeting/agenda.ts';
import type { TableMeeting } from '@samenbord/shared/wire/http-meeting.ts';
import type { ViewName } from '@samenbord/shared/board/define.ts';
import { viewWords } from '@samenbord/shared/words/app.ts';
import { screenWords as w } from '@samenbord/shared/words/screen.ts';
import { Icon } from '../parts/Icon.tsx';
import { Timer } from '../steps/Timer.tsx';
import { useHouseholdShown, useLookAtHousehold } from './ScreenHousehold.tsx';
import { ScreenCards } from './ScreenCards.tsx';
import { ScreenDoor } from './ScreenDoor.tsx';
import { useSettledSize } from './screen-life.ts';
import { isWelcome, isWriting, revealedHere } from './screen-place.ts';
import type { ScreenPlace } from './screen-place.ts';

type BarProps = {
  readonly step: Step;
  readonly meeting: TableMeeting;
  readonly place: ScreenPlace;
  readonly offline: boolean;
};

/** Where we are, in large words: the step, its question while that is not on the rest of the screen, and its time. */
export function ScreenBar({ step, meeting, place, offline }: BarProps) {
  return (
    <header className="screen-bar">
      <div>
        <h1>{step.titel}</h1>
        {place.kind !== 'vraag' && <p>{step.vraag}</p>}
      </div>
      {offline ? (
        <p className="screen-offline">
          <Icon name="busy" size={32} />
          {w.offline}
        </p>
      ) : (
        <Timer step={step} time={meeting.tijden[step.id]} steer={undefined} />
      )}
    </header>
  );
}

/** One view of the table as large as it goes, with whatever whoever leads asks everybody to look at. */
export function ScreenView({ view, look }: { readonly view: ViewName; readonly look: CanvasLook | undefined }) {
  const household = useHouseholdShown(view);
  const size = useSettledSize();
  const asked = useLookAtHousehold(look, household);
  return (
    <section className="screen-view" aria-label={viewWords[view].naam}>
      <CanvasPage
        key={`${view} ${household ?? ''} ${size}`}
        zone="gedeeld"
        view={view}
        onView={nothing}
        onSelect={nothing}
        readOnly
        look={asked}
        household={household}
      />
    </section>
  );
}
const nothing = (): void => undefined;

/** What the step is about: a view, its cards, or its question alone. */
export function ScreenContent({ meeting, step, place }: Omit<BarProps, 'offline'>) {
  const call = meeting.hierheen;
  const asked = isWriting(meeting) ? meeting.ronde : undefined;
  switch (place.kind) {
    case 'beeld': {
      const look = call?.kijk.view === place.view ? { ...call.kijk, nr: call.nr } : undefined;
      return <ScreenView view={place.view} look={look} />;
    }
    case 'kaarten':
      return <ScreenCards key={step.id} step={step} lit={meeting.uitgelicht} round={revealedHere(meeting)} />;
    case 'vraag':
      return (
        <section className="screen-ask">
          <div>
            <p className="screen-question">{asked?.vraag ?? step.vraag}</p>
            {(asked !== undefined || step.alleen) && <p className="soft">{w.alone}</p>}
            {step.vast && !step.alleen && <p className="soft">{w.reading}</p>}
          </div>
          {isWelcome(step) && <ScreenDoor />}
        </section>
      );
  }
}
