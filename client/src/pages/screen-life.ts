import { useEffect, useState, useSyncExternalStore } from 'react';
import { screenWords } from '@samenbord/shared/words/screen.ts';
import { useBoardSession } from '../document/context.tsx';
import { useMeetingHands } from '../document/meeting.ts';
import { ServerProblem } from '../document/server.ts';

const askEveryMs = 3000;

/** While the table is shut a screen has no document that tells when it opens: it asks, for as long as it takes. */
export function useDoorOfTable(): void {
  const session = useBoardSession();
  const hands = useMeetingHands();
  const inside = useSyncExternalStore(session.listeners.add, () => session.zone('gedeeld') !== undefined);
  useEffect(() => {
    if (inside) return undefined;
    const look = (): void => {
      hands.look().then(
        ({ open }) => {
          if (open) session.lookAgain();
        },
        (error: unknown) => {
          // No line: the next look asks again. No longer welcome: the session finds that out by itself.
          if (error instanceof ServerProblem && [401, 403, 404].includes(error.status)) session.lookAgain();
        },
      );
    };
    look();
    const timer = setInterval(look, askEveryMs);
    return () => clearInterval(timer);
  }, [inside, session, hands]);
}

/** True when the server was looked for and not found; what is on the screen may be old. */
export function useLineLost(): boolean {
  const session = useBoardSession();
  return useSyncExternalStore(session.listeners.add, () => {
    const zone = session.zone('gedeeld');
    return zone !== undefined && !zone.online && zone.searched;
  });
}

/** Keeps a screen that nobody touches from going dark, where the browser allows that. */
export function useAwake(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    let over = false;
    const ask = (): void => {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
      navigator.wakeLock.request('screen').then(
        (got) => {
          if (over) void got.release();
          else lock = got;
        },
        // Not allowed here, or the battery is low: then the screen does what it always does.
        () => undefined,
      );
    };
    ask();
    document.addEventListener('visibilitychange', ask);
    return () => {
      over = true;
      document.removeEventListener('visibilitychange', ask);
      void lock?.release();
    };
  }, []);
}

/** The name of the window says nothing about anybody. */
export function useNeutralTitle(): void {
  useEffect(() => {
    const before = document.title;
    document.title = screenWords.title;
    return () => {
      document.title = before;
    };
  }, []);
}

const sizeNow = (): string => `${window.innerWidth}x${window.innerHeight}`;

/** The size of the window once it has come to rest: a screen that becomes full is laid out anew, and nobody can do that by hand there. */
export function useSettledSize(): string {
  const [size, setSize] = useState(sizeNow);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const changed = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => setSize(sizeNow()), 300);
    };
    window.addEventListener('resize', changed);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('resize', changed);
    };
  }, []);
  return size;
}
