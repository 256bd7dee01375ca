import type { BoardSession } from './session.ts';

const every = 2_000;
/** A clock that skips this much was not slow: the device slept. */
const slept = 6_000;

/**
 * Watches over the lines of a board in a browser, whose timers stand still while a phone sleeps: on waking, on another network and every two seconds it is
 * looked whether they still live, so that a dead one is replaced at once. What comes back ends it.
 */
export function watchLines(session: BoardSession): () => void {
  let last = Date.now();
  const look = (why: 'tick' | 'woke' | 'network'): void => {
    last = Date.now();
    session.look(last, why);
  };
  const tick = (): void => look(Date.now() - last > slept ? 'woke' : 'tick');
  const seen = (): void => {
    if (document.visibilityState === 'visible') look('woke');
  };
  const shown = (event: PageTransitionEvent): void => {
    if (event.persisted) look('network');
  };
  const online = (): void => look('network');
  const timer = setInterval(tick, every);
  document.addEventListener('visibilitychange', seen);
  window.addEventListener('pageshow', shown);
  window.addEventListener('online', online);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', seen);
    window.removeEventListener('pageshow', shown);
    window.removeEventListener('online', online);
  };
}
