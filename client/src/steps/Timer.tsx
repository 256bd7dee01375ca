import { useEffect, useState } from 'react';
import { mostMinutes } from '@samenbord/shared/meeting/agenda.ts';
import type { Step } from '@samenbord/shared/meeting/agenda.ts';
import type { SteerCommand } from '@samenbord/shared/meeting/commands.ts';
import type { StepTime } from '@samenbord/shared/meeting/meeting.ts';
import { timerWords as w } from '@samenbord/shared/words/controls.ts';
import { useServerClock } from '../document/meeting.ts';
import { IconButton } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import { fiveMore, saidUntil, sayLeft } from './pure/say.ts';

export type TimerProps = {
  readonly step: Step;
  readonly time: StepTime | undefined;
  /** For who leads; others only read it. */
  readonly steer: ((command: SteerCommand) => void) | undefined;
};

const often = 10_000;

/** The time of this step in words, on the clock of the server. It makes no sound and gets no colour: at the end it says so and stays. */
export function Timer({ step, time, steer }: TimerProps) {
  const clock = useServerClock();
  const [now, setNow] = useState(() => clock.at(Date.now()));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    // It is said anew when it changes, and now and then because the clock may have been set.
    const tell = (): void => {
      const at = clock.at(Date.now());
      setNow(at);
      const wait = time === undefined ? undefined : saidUntil(time, at);
      timer = setTimeout(tell, Math.min(wait ?? often, often) + 20);
    };
    timer = setTimeout(tell, 0);
    return () => clearTimeout(timer);
  }, [clock, time]);
  if (time === undefined && step.minuten === undefined) return null;
  const said = time === undefined ? w.planned(step.minuten ?? 0) : sayLeft(time, now);
  const runs = time?.loopt === true;
  return (
    <div className="step-timer">
      <p>
        <Icon name="clock" size={18} />
        <span>{said}</span>
      </p>
      {steer !== undefined && (
        <>
          <IconButton
            icon={runs ? 'pause' : 'play'}
            label={runs ? w.pause : w.start}
            onPress={() => steer({ doe: runs ? 'tijd-stop' : 'tijd-start', stap: step.id })}
          />
          {time !== undefined && (
            <button
              type="button"
              className="button button-plain step-small"
              onClick={() =>
                steer({
                  doe: 'tijd-start',
                  stap: step.id,
                  minuten: fiveMore(time, step.minuten, clock.at(Date.now()), mostMinutes),
                })
              }
            >
              {w.more[0]}
              <span className="only-heard"> {w.more[1]} </span>
              {w.more[2]}
            </button>
          )}
        </>
      )}
    </div>
  );
}
