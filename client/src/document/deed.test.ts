import { expect, test } from 'vitest';
import { pageWords } from '@samenbord/shared/words/pages.ts';
import { inOrder } from './deed.ts';
import { ServerProblem } from './server.ts';

test('C47 what somebody asks of a meeting while the answer to the one before is under way is done after it, in that order, and none is lost', async () => {
  const done: string[] = [];
  const told: (string | undefined)[] = [];
  const run = inOrder((error) => void told.push(error));
  const answers: (() => void)[] = [];
  const slow = (what: string) => async (): Promise<void> => {
    done.push(`${what} begins`);
    await new Promise<void>((answer) => answers.push(answer));
    done.push(`${what} ends`);
  };
  const all = [run(slow('loosen')), run(slow('time')), run(slow('hand'))];
  for (const at of [1, 2, 3]) {
    await expect.poll(() => answers.length).toBe(at);
    expect(done).toHaveLength(2 * at - 1);
    answers.at(-1)?.();
  }
  await Promise.all(all);
  expect(done).toEqual(['loosen begins', 'loosen ends', 'time begins', 'time ends', 'hand begins', 'hand ends']);
  expect(told).toEqual([undefined, undefined, undefined]);
});

test('C47 one that the server refuses says why and does not stand in the way of the next', async () => {
  const told: (string | undefined)[] = [];
  const run = inOrder((error) => void told.push(error));
  void run(() => Promise.reject(new ServerProblem(403, 'niet-jouw-regie', 'Iemand anders leidt nu.')));
  void run(() => Promise.reject(new Error('broken')));
  await run(() => Promise.resolve());
  expect(told).toEqual(['Iemand anders leidt nu.', pageWords.errors.strange, undefined]);
});
