import { useEffect, useRef, useState } from 'react';
import { currentStep, useMeeting } from '../document/meeting.ts';
import { instruments } from './pure/instruments.ts';
import type { Instrument } from './pure/instruments.ts';
import type { Screen } from './pure/navigation.ts';

const isWriting = ({ kind, ...rest }: Screen): boolean =>
  kind === 'compose' || kind === 'nieuw' || kind === 'prepare' || ('edit' in rest && rest.edit === true);

const instrumentOf = (view: string | undefined): Instrument | undefined => instruments.find((name) => name === view);

export type Following = {
  /** The step everybody is at; nothing when no meeting is open for me. */
  readonly titel: string;
  /** The step went on while this person was writing: the screen was left alone. */
  readonly movedOn: boolean;
};

/**
 * Brings this phone along with whoever leads: to a new step, and to a list that everybody is asked to look at. Who is writing is left alone and is told; who looks
 * around may, and comes back with one press.
 */
export function useFollow(screen: Screen, go: (screen: Screen) => void): Following | undefined {
  const meeting = useMeeting();
  const step = meeting === undefined ? undefined : currentStep(meeting);
  const stap = step?.id;
  const call = meeting?.hierheen?.nr ?? 0;
  const looked = meeting?.hierheen?.kijk.view;
  const seen = useRef<{ stap: string | undefined; call: number } | undefined>(undefined);
  const now = useRef({ screen, go, looked });
  const [missed, setMissed] = useState<string | undefined>(undefined);
  useEffect(() => {
    now.current = { screen, go, looked };
  });
  useEffect(() => {
    const before = seen.current;
    seen.current = { stap, call };
    // Whoever comes in stands at the step already; what was called before they came is over.
    if (before === undefined || stap === undefined || before.stap === undefined) return;
    const { screen: here, go: goTo, looked: view } = now.current;
    if (before.stap !== stap) {
      if (isWriting(here)) setMissed(stap);
      else if (here.kind !== 'nu') goTo({ kind: 'nu' });
    }
    const instrument = instrumentOf(view);
    if (call > before.call && instrument !== undefined && !isWriting(here)) goTo({ kind: 'lijst', instrument });
  }, [stap, call]);
  if (step === undefined) return undefined;
  return { titel: step.titel, movedOn: missed === step.id && isWriting(screen) };
}
