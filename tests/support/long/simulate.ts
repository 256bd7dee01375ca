import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import type { Report } from '../simulator/simulate.ts';
import { readOptions } from './options.ts';

/**
 * `npm run simulate -- --seeds 20000`: plays one seed after the other and stops at the first that fails, with the command that plays it again.
 * `--from 7` begins elsewhere, `--ops 300` makes each run longer, `--workers 1` uses one process, `--all` goes on after a failure.
 */
const options = readOptions({ seeds: 500, from: 1, ops: 80, workers: Math.min(2, availableParallelism()), all: 0 });
const last = options.from + options.seeds - 1;

if (process.send === undefined) await lead();
else await follow();

/** Plays its share of the seeds and tells the first process of each. */
async function follow(): Promise<void> {
  const { simulate } = await import('../simulator/simulate.ts');
  const tell = process.send?.bind(process);
  if (tell === undefined) return;
  const [share = 0, of = 1] = (process.env['SIM_SHARE'] ?? '0/1').split('/').map(Number);
  for (let seed = options.from + share; seed <= last; seed += of) {
    const report = await simulate(seed, { ops: options.ops });
    await new Promise((told) => tell(report, undefined, undefined, told));
  }
  process.disconnect?.();
}

async function lead(): Promise<void> {
  const began = performance.now();
  const sum = { seeds: 0, frames: 0, commits: 0, epochs: 0, snapshots: 0, twice: 0, slowest: 0 };
  const failed: Report[] = [];
  let told = began;
  const seconds = (): number => (performance.now() - began) / 1000;
  const line = (): string =>
    `${sum.seeds} of ${options.seeds} seeds, ${failed.length} failed, ${sum.frames} frames, ${sum.commits} rows, ${sum.epochs} new epochs, ` +
    `${sum.snapshots} merged states, ${sum.twice} with two processes, equal within ${sum.slowest} ms of calm; ${(sum.seeds / seconds()).toFixed(1)} seeds/s, ${seconds().toFixed(0)} s`;
  const onReport = (report: Report): void => {
    sum.seeds += 1;
    sum.frames += report.frames;
    sum.commits += report.commits;
    sum.epochs += report.epochs;
    sum.snapshots += report.snapshots;
    if (report.processes > 1) sum.twice += 1;
    sum.slowest = Math.max(sum.slowest, report.calmMs);
    if (report.alarms.length > 0) {
      failed.push(report);
      console.error(`seed ${report.seed}: ${JSON.stringify(report.alarms.slice(0, 5))}`);
      console.error(`  again: npm run simulate -- --from ${report.seed} --seeds 1 --ops ${options.ops}`);
    }
    if (performance.now() - told < 10_000) return;
    told = performance.now();
    console.log(line());
  };
  await Promise.all(
    Array.from({ length: options.workers }, (_, share) => runWorker(share, onReport, () => failed.length > 0)),
  );
  console.log(`simulate: ${line()}`);
  process.exitCode = failed.length > 0 || sum.seeds < options.seeds ? 1 : 0;
}

function runWorker(share: number, onReport: (report: Report) => void, hasFailed: () => boolean): Promise<void> {
  return new Promise((done) => {
    const child = fork(import.meta.filename, process.argv.slice(2), {
      env: { ...process.env, SIM_SHARE: `${share}/${options.workers}` },
    });
    child.on('message', (report: Report) => {
      if (options.all === 0 && hasFailed()) return;
      onReport(report);
      if (options.all === 0 && hasFailed()) child.kill();
    });
    const stop = setInterval(() => {
      if (options.all === 0 && hasFailed()) child.kill();
    }, 200);
    child.on('exit', () => {
      clearInterval(stop);
      done();
    });
  });
}
