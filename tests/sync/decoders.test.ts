import { expect, test } from 'vitest';
import { Dice } from '../support/gate-dice.ts';
import { corpus } from '../support/long/corpus.ts';
import { fire, noFire } from '../support/long/frames-under-fire.ts';
import { hearStrangeFrames } from '../support/long/server-frames.ts';
import { readStrangeTexts } from '../support/long/texts-under-fire.ts';
import { readBoardFile } from './http-files.ts';

/** `npm run fuzz` is the long run: a million frames, with the slowest of them. */
const frames = 50_000;
const perTable = 2000;
/** Of a table that weighs a few kB nobody can make the server say more at once. */
const mostAnswered = 64 * 1024;
const long = 600_000;

test(
  'G40 whatever frame comes, nothing is thrown out of the room, only its sender is closed, and everybody sees the same board',
  {
    timeout: long,
  },
  async () => {
    const report = noFire();
    for (let seed = 1; report.frames < frames; seed++) await fire(seed, perTable, report);
    console.log(
      `decoders: ${report.frames} frames, ${report.kept} kept, sent away ${JSON.stringify([...report.closed])}`,
    );
    expect(report.problems).toEqual([]);
    expect(report.mostAnswered).toBeLessThan(mostAnswered);
    // Both ends were reached: much was refused, and something was let in.
    expect(report.kept).toBeGreaterThan(frames / 50);
    expect([...report.closed.keys()].toSorted((a, b) => a - b)).toEqual([4400, 4409]);
  },
);

test('G41 each frame that broke something once is answered by closing its sender, and the room goes on', async () => {
  for (const bytes of corpus) {
    const report = noFire();
    await fire(7, 0, report, [bytes, bytes, bytes]);
    expect(report.problems, Buffer.from(bytes).toString('hex')).toEqual([]);
    expect(report.kept, Buffer.from(bytes).toString('hex')).toBe(0);
  }
});

test('G42 an address, a cookie and a body of JSON are read or refused in the way that is meant, whatever is in them', async () => {
  const dice = new Dice(42);
  const problems: string[] = [];
  for (let count = 0; count < 3000; count++) problems.push(...(await readStrangeTexts(dice, readBoardFile())));
  expect(problems).toEqual([]);
});

test('G43 a page that hears a frame it cannot read loses that frame only', () => {
  expect(hearStrangeFrames(new Dice(43), 3000)).toEqual([]);
});
