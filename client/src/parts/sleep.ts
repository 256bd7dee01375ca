import { flushSync } from 'react-dom';

const everyMs = 15_000;

/**
 * Calls `woke` when the page comes back after so long out of sight, before it is seen; `seen` now and then while it is looked at. A device that slept is known
 * by its clock. What comes back ends it.
 */
export function watchSleep(awayMs: number, woke: () => void, seen: () => void): () => void {
  let left = document.visibilityState === 'hidden' ? Date.now() : undefined;
  let last = Date.now();
  const look = (): void => {
    const now = Date.now();
    if (document.visibilityState === 'hidden') left ??= now;
    else {
      // At once, and not with the next frame: that would show the board for a moment.
      if (now - (left ?? last) >= awayMs) flushSync(woke);
      else seen();
      left = undefined;
    }
    last = now;
  };
  const timer = setInterval(look, everyMs);
  document.addEventListener('visibilitychange', look);
  window.addEventListener('pageshow', look);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', look);
    window.removeEventListener('pageshow', look);
  };
}
