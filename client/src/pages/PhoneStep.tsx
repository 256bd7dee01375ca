import { useState } from 'react';
import { groupOf } from '@samenbord/shared/access/roles.ts';
import { homeWords } from '@samenbord/shared/words/home.ts';
import { useBoardSession, usePlain, useTableState } from '../document/context.tsx';
import { currentStep, useMeeting } from '../document/meeting.ts';
import { Button } from '../parts/Button.tsx';
import { Notice } from '../parts/Notice.tsx';
import { AloneStep } from '../steps/AloneStep.tsx';
import { MyHand } from '../steps/Hands.tsx';
import { PauseDialog, PauseNotes } from '../steps/Pause.tsx';
import { PhoneLead } from '../steps/PhoneLead.tsx';
import { SinceLast } from '../steps/SinceLast.tsx';
import { SpotlightNote } from '../steps/Spotlight.tsx';
import { TakeOver } from '../steps/TakeOver.tsx';
import { Timer } from '../steps/Timer.tsx';
import { TurnNote } from '../steps/Turns.tsx';
import { boardAddress, go } from './routes.ts';
import '../steps/steps.css';

const words = homeWords.nu;

/** The step on a phone: what it is called, what is asked, how long, whose turn it is; my hand, and a pause that only one person hears of. */
export function PhoneStep() {
  const meeting = useMeeting();
  const { id, als, answer } = useBoardSession();
  const { ik } = answer;
  const state = useTableState();
  const plain = usePlain();
  const [asks, setAsks] = useState(false);
  const step = meeting === undefined ? undefined : currentStep(meeting);
  if (meeting === undefined || step === undefined) return <PhoneLead />;
  const speaks = groupOf(ik.rol) !== 'kijker';
  return (
    <>
      <section className="phone-step" aria-labelledby="phone-step">
        <h2 id="phone-step">{step.titel}</h2>
        <p className="phone-step-ask">{step.vraag}</p>
        {meeting.regie !== ik.id && <Timer step={step} time={meeting.tijden[step.id]} steer={undefined} />}
        {state.alone === true && <Notice>{words.alone}</Notice>}
        {state.frozen === true && <Notice>{words.frozen}</Notice>}
        <TurnNote meeting={meeting} steer={undefined} />
        <SpotlightNote meeting={meeting} steer={undefined} />
        <PauseNotes />
        <TakeOver meeting={meeting} />
        {speaks && !plain && (
          <div className="phone-step-deeds">
            <MyHand meeting={meeting} />
            <Button icon="pause" onPress={() => setAsks(true)}>
              {words.pause}
            </Button>
          </div>
        )}
        <PhoneLead onClosed={() => go(boardAddress(id, als, 'afspraken'))} />
        <PauseDialog meeting={meeting} open={asks} onClose={() => setAsks(false)} />
      </section>
      <AloneStep />
      <SinceLast />
    </>
  );
}
