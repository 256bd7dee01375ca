import { expect, test } from 'vitest';
import { persistently } from './later.ts';

/** A line on which every second of waiting is written down, with a server that is away for so many questions. */
function lineWith(away: number, reloads: boolean) {
  const waited: number[] = [];
  let [asked, loaded] = [0, 0];
  return {
    waited,
    loaded: () => loaded,
    pause: async (ms: number) => void waited.push(ms),
    reachable: async () => ++asked > away,
    reload: () => {
      loaded += 1;
      return reloads;
    },
  };
}

test('C32 a part of the page is asked for again until it is there, each time after a longer wait', async () => {
  const line = lineWith(Infinity, true);
  let asked = 0;
  const load = async (): Promise<string> => {
    asked += 1;
    if (asked < 8) throw new TypeError('Failed to fetch dynamically imported module');
    return 'here';
  };
  expect(await persistently(load, line)).toBe('here');
  expect([asked, line.loaded()]).toEqual([8, 0]);
  expect(line.waited).toEqual([300, 1000, 3000, 6000, 10_000, 10_000, 10_000]);
});

test('C32 where the browser does not ask again the page is loaded again when the server answers, and not before', async () => {
  const line = lineWith(2, true);
  const never = (): Promise<string> => Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
  const result = await Promise.race([
    persistently(never, line),
    new Promise<string>((resolve) => setTimeout(() => resolve('waits'), 50)),
  ]);
  expect([result, line.loaded()]).toEqual(['waits', 1]);
  expect(line.waited).toEqual([300, 1000, 3000, 6000]);
});

test('C32 a page that was loaded again a moment ago is not loaded again at once', async () => {
  const line = lineWith(0, false);
  let left = 4;
  expect(
    await persistently(async () => {
      if (left-- > 0) throw new TypeError('Failed to fetch dynamically imported module');
      return 'here';
    }, line),
  ).toBe('here');
  expect(line.loaded()).toBe(3);
});
