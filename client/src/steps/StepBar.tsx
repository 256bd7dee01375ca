import { useEffect } from 'react';
import type { ReactNode } from 'react';
import type { SteerCommand } from '@samenbord/shared/meeting/commands.ts';
import type { Step } from '@samenbord/shared/meeting/agenda.ts';
import type { TableMeeting } from '@samenbord/shared/wire/http-meeting.ts';
import {
  controlWords as w,
  handWords,
  keyWords,
  pauseWords,
  safetyFirstWords,
  showWords,
} from '@samenbord/shared/words/controls.ts';
import { currentStep } from '../document/meeting.ts';
import { Button, IconButton } from '../parts/Button.tsx';
import { announce } from '../parts/LiveRegion.tsx';
import { MenuButton } from '../parts/MenuButton.tsx';
import type { MenuChoice } from '../parts/MenuButton.tsx';
import { MyHand } from './Hands.tsx';
import { Timer } from './Timer.tsx';
import './steps.css';

export type StepBarProps = {
  readonly meeting: TableMeeting;
  /** For who leads; others follow. */
  readonly steer: ((command: SteerCommand) => void) | undefined;
  /** Somebody looks around elsewhere than where the step is. */
  readonly away: boolean;
  readonly onBack: () => void;
  readonly onAgenda: () => void;
  readonly onClose: () => void;
  readonly onPause: () => void;
  readonly onKeys: () => void;
  /** Calls everybody to what is on this screen; nothing when there is no view on it, or for who does not lead. */
  readonly onCall: (() => void) | undefined;
  readonly pointing: boolean;
  readonly onPoint: (() => void) | undefined;
  /** For professionals. */
  readonly onSafety: (() => void) | undefined;
  /** What stands below the bar now. */
  readonly children?: ReactNode;
};

/** The step that everybody is at: its name, its question, its time. Who leads goes on from here; everybody else raises a hand. */
export function StepBar(props: StepBarProps) {
  const { meeting, steer, away, onBack, children } = props;
  const step = currentStep(meeting);
  const { stappen } = meeting.agenda;
  const at = stappen.findIndex(({ id }) => id === meeting.stap) + 1;
  useSaid(step, at, stappen.length);
  if (step === undefined) return null;
  return (
    <div className="step-top">
      <section className="step-bar" aria-label={w.bar}>
        <div className="step-what">
          <h2>
            <small>{w.step(at, stappen.length)}</small>
            {step.titel}
          </h2>
          <p>{step.vraag}</p>
        </div>
        <div className="step-hands-on">
          {away && (
            <Button icon="back" onPress={onBack}>
              {w.back}
            </Button>
          )}
          <Timer step={step} time={meeting.tijden[step.id]} steer={steer} />
          {steer === undefined ? <MyHand meeting={meeting} /> : <Lead {...props} steer={steer} at={at} />}
          <More {...props} />
        </div>
      </section>
      {children}
    </div>
  );
}

/** Says a new step to a screen reader, also the one that somebody comes in at. */
function useSaid(step: Step | undefined, at: number, of: number): void {
  const text = step === undefined ? '' : w.stepSays(at, of, step.titel, step.vraag);
  useEffect(() => {
    if (text !== '') announce(text);
  }, [text]);
}

function Lead({
  meeting,
  steer,
  at,
  onAgenda,
  onCall,
  onClose,
}: StepBarProps & { readonly steer: NonNullable<StepBarProps['steer']>; readonly at: number }) {
  const { agenda, stap, handen } = meeting;
  const [before, after] = [agenda.stappen[at - 2], agenda.stappen[at]];
  return (
    <>
      {handen.length > 0 && (
        <Button icon="hand" onPress={onAgenda}>
          {handWords.raised(handen.length)}
        </Button>
      )}
      {onCall !== undefined && (
        <Button icon="people" onPress={onCall}>
          <span className="step-wide">{showWords.call[0]} </span>
          {showWords.call[1]}
        </Button>
      )}
      <IconButton
        icon="left"
        label={before === undefined ? w.previous : w.previousLong(before.titel)}
        isDisabled={before === undefined}
        onPress={() => steer({ doe: 'vorige', van: stap })}
      />
      {after === undefined ? (
        <Button look="action" icon="check" onPress={onClose}>
          {w.last}
        </Button>
      ) : (
        <Button look="action" icon="forward" onPress={() => steer({ doe: 'volgende', van: stap })}>
          {w.next}
          <span className="only-heard">: {after.titel}</span>
        </Button>
      )}
    </>
  );
}

/** What is not needed every minute. */
function More({ meeting, steer, pointing, onAgenda, onClose, onPause, onKeys, onPoint, onSafety }: StepBarProps) {
  const { vast } = meeting;
  const items: (MenuChoice & { readonly work: () => void })[] = [
    { id: 'agenda', label: keyWords.keys.agenda, icon: 'list', work: onAgenda },
    ...(onPoint === undefined
      ? []
      : [
          {
            id: 'wijs',
            label: pointing ? showWords.pointing : showWords.point,
            hint: showWords.pointHint,
            icon: 'select' as const,
            work: onPoint,
          },
        ]),
    ...(steer === undefined
      ? []
      : [
          {
            id: 'vast',
            label: vast ? w.unfix : w.fix,
            icon: 'lock' as const,
            work: () => steer({ doe: 'vast', vast: !vast }),
          },
        ]),
    { id: 'pauze', label: pauseWords.ask, hint: pauseWords.lead, icon: 'pause', work: onPause },
    ...(onSafety === undefined
      ? []
      : [
          {
            id: 'veilig',
            label: safetyFirstWords.title,
            hint: safetyFirstWords.hint,
            icon: 'veiligheid' as const,
            work: onSafety,
          },
        ]),
    { id: 'toetsen', label: keyWords.title, icon: 'info', work: onKeys },
    ...(steer === undefined ? [] : [{ id: 'klaar', label: w.last, icon: 'check' as const, work: onClose }]),
  ];
  return <MenuButton label={w.more} items={items} onChoose={(id) => items.find((one) => one.id === id)?.work()} />;
}
