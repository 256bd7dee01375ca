import { Dice } from '../gate-dice.ts';
import { fire, noFire } from './frames-under-fire.ts';
import { readOptions } from './options.ts';
import { hearStrangeFrames } from './server-frames.ts';
import { readStrangeTexts } from './texts-under-fire.ts';

/** `npm run fuzz -- --frames 1000000`: frames, addresses, cookies and bodies that are not what they should be, on the real rooms and decoders. */
const options = readOptions({ frames: 1_000_000, from: 1 });
const perTable = 2000;
/** A stall of this long would be felt on every board of the process. */
const mostMs = 100;

const began = performance.now();
const report = noFire();
const example = { soort: 'samenbord-bord', versie: 1, titel: 'x', things: [], places: [], ink: [] };
let told = began;
for (let seed = options.from; report.frames < options.frames && report.problems.length === 0; seed++) {
  await fire(seed, Math.min(perTable, options.frames - report.frames), report);
  const dice = new Dice(seed);
  for (let count = 0; count < perTable / 20; count++) report.problems.push(...(await readStrangeTexts(dice, example)));
  report.problems.push(...hearStrangeFrames(dice, perTable / 20));
  for (const problem of report.problems) console.error(`--from ${seed}: ${problem}`);
  if (performance.now() - told < 10_000) continue;
  told = performance.now();
  console.log(line());
}

function line(): string {
  const seconds = (performance.now() - began) / 1000;
  const closed = [...report.closed].map(([code, times]) => `${times} x ${code}`).join(', ');
  return (
    `${report.frames} frames, ${report.problems.length} problems, ${report.kept} kept, sent away ${closed}; slowest ${report.slowest.ms.toFixed(1)} ms, ` +
    `most answered ${report.mostAnswered} bytes; ${(report.frames / seconds).toFixed(0)} frames/s, ${seconds.toFixed(0)} s`
  );
}

console.log(`fuzz: ${line()}`);
if (report.slowest.ms > mostMs) console.error(`fuzz: a frame took longer than ${mostMs} ms: ${report.slowest.hex}`);
process.exitCode = report.problems.length > 0 || report.slowest.ms > mostMs ? 1 : 0;
