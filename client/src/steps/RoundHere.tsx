import { roundWords } from '@samenbord/shared/words/rounds.ts';
import { currentStep, useMeeting } from '../document/meeting.ts';
import { AloneStep } from './AloneStep.tsx';
import './rounds.css';

/**
 * What is written alone and revealed, above the board of a laptop, at a step that has a view: a step without one has it among its cards. It folds away, so that
 * the board behind it can be seen.
 */
export function RoundHere() {
  const meeting = useMeeting();
  const { ronde, stap } = meeting ?? {};
  if (meeting === undefined || ronde === undefined || currentStep(meeting)?.view === undefined) return null;
  if (ronde.stap !== stap || ronde.stand === 'gestopt') return null;
  return (
    <details className="round-fold" open key={`${ronde.id} ${ronde.stand}`}>
      <summary>{roundWords.title}</summary>
      <div className="round-strip">
        <AloneStep />
      </div>
    </details>
  );
}
