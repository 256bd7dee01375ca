import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Memory } from './memory.ts';
import { goTo, jumpTo, replaceBy, startAt, stepsOut } from './pure/navigation.ts';
import type { Screen, Trail } from './pure/navigation.ts';

export type Moves = {
  readonly go: (screen: Screen) => void;
  readonly replace: (screen: Screen) => void;
  readonly back: () => void;
  /** Out of the composer, to where one was before it. */
  readonly leave: () => void;
};

const key = 'samenbordLijst';
const stepIn = (state: unknown): number => {
  const step = (state as Readonly<Record<string, unknown>> | null)?.[key];
  return typeof step === 'number' ? step : 0;
};

function remember(memory: Memory | undefined, trail: Trail): void {
  if (memory !== undefined) Object.assign(memory, { trail });
}

/**
 * Where one is, with the browser's own back and forward on a phone (when there is a `memory` to come back to). The address stays the same: what somebody reads
 * is nobody's business who looks at the address bar.
 */
export function useTrail(first: Screen, memory: Memory | undefined): { trail: Trail; moves: Moves } {
  const withHistory = memory !== undefined;
  const [trail, setTrail] = useState<Trail>(() =>
    memory?.trail === undefined ? startAt(first) : jumpTo(memory.trail, stepIn(history.state)),
  );
  const at = useRef(trail.at);
  useLayoutEffect(() => {
    at.current = trail.at;
    remember(memory, trail);
  }, [memory, trail]);

  useEffect(() => {
    if (!withHistory) return undefined;
    history.replaceState({ ...(history.state as object | null), [key]: at.current }, '');
    const follow = (event: PopStateEvent): void => setTrail((now) => jumpTo(now, stepIn(event.state)));
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, [withHistory]);

  const go = useCallback(
    (screen: Screen) => {
      if (withHistory) history.pushState({ ...(history.state as object | null), [key]: at.current + 1 }, '');
      setTrail((now) => goTo(now, screen));
    },
    [withHistory],
  );
  const replace = useCallback((screen: Screen) => setTrail((now) => replaceBy(now, screen)), []);
  const goBack = useCallback(
    (steps: number) => {
      if (withHistory && at.current >= steps) history.go(-steps);
      else setTrail((now) => jumpTo(now, now.at - steps));
    },
    [withHistory],
  );
  const out = stepsOut(trail);
  const moves = useMemo(
    () => ({ go, replace, back: () => goBack(1), leave: () => goBack(Math.max(1, out)) }),
    [go, replace, goBack, out],
  );
  return { trail, moves };
}
