import { lazy } from 'react';
import type { ComponentType, LazyExoticComponent } from 'react';

/** How long to wait before the next try; the last one goes on. */
const waits = [300, 1000, 3000, 6000, 10_000] as const;
/** A page that was just loaded again is not loaded again at once: the server may answer and still not have the part. */
const betweenReloadsMs = 10_000;

/** What a page can do about its line; another one in a test. */
export type Line = {
  readonly pause: (ms: number) => Promise<void>;
  /** The server answers. */
  readonly reachable: () => Promise<boolean>;
  /** Loads the whole page again; false when that was done a moment ago. */
  readonly reload: () => boolean;
};

const line: Line = {
  pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  reachable: () =>
    fetch('/', { cache: 'no-store' }).then(
      ({ ok }) => ok,
      () => false,
    ),
  reload: () => {
    const [opened] = performance.getEntriesByType('navigation');
    const again = opened instanceof PerformanceNavigationTiming && opened.type === 'reload';
    if (again && performance.now() < betweenReloadsMs) return false;
    location.reload();
    return true;
  },
};

/**
 * A part of the page that comes when it is needed. A line that fails for a moment (a tunnel, a server that starts again) must not empty the page: the
 * part is asked for again until it is there, and meanwhile the page says that it is being fetched.
 */
export function later<Props>(load: () => Promise<ComponentType<Props>>): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => ({ default: await persistently(load) }));
}

/**
 * What `load` gives, however often it fails before. Some browsers remember that a module failed (WHATWG HTML, fetch a single module script) and never
 * ask again on that page: then, as soon as the server answers, the page is loaded again, with what waits on the shelf of the tab.
 */
export async function persistently<T>(load: () => Promise<T>, { pause, reachable, reload }: Line = line): Promise<T> {
  for (let turn = 0; ; turn++) {
    try {
      return await load();
    } catch {
      // Whoever waits is told by the page; there is nobody to tell here.
      await pause(waits[turn] ?? betweenReloadsMs);
      if (turn > 0 && (await reachable()) && reload()) await new Promise(() => undefined);
    }
  }
}
