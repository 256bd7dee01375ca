import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { peersFolder } from './server.ts';
import type { ServerName } from './server.ts';
import type { Figures, Scale } from './work/scale.ts';
import type { WorkName } from './driver.ts';
import { tableOf } from './table.ts';

/** All runs of one piece of work, by server. */
export type Runs = Partial<Record<ServerName, Figures[]>>;
export type Results = Partial<Record<WorkName, Runs>>;

type Plan = { readonly work: WorkName; readonly servers: readonly ServerName[]; readonly peers: readonly ServerName[] };

/** `servers` run as often as asked, in turns; `peers` once or a few times in the same rounds. */
const plans: readonly Plan[] = [
  { work: 'gate', servers: ['samenbord'], peers: [] },
  { work: 'layout', servers: ['samenbord'], peers: [] },
  { work: 'keystroke', servers: ['samenbord', 'limit'], peers: [] },
  { work: 'S1', servers: ['samenbord', 'limit'], peers: ['hocuspocus', 'yws', 'yws-leveldb'] },
  { work: 'S2', servers: ['samenbord', 'limit'], peers: ['hocuspocus', 'yws', 'yws-leveldb'] },
  { work: 'S3', servers: [], peers: ['samenbord', 'hocuspocus'] },
  { work: 'S4', servers: ['samenbord'], peers: ['hocuspocus', 'yws', 'yws-leveldb'] },
  { work: 'S5', servers: ['samenbord'], peers: ['hocuspocus', 'yws-leveldb'] },
  { work: 'S6', servers: [], peers: ['samenbord', 'hocuspocus', 'yws'] },
  { work: 'S7', servers: ['samenbord', 'limit'], peers: [] },
  { work: 'S8', servers: ['samenbord'], peers: [] },
];

/** One run in a process of its own. A run that fails is told and left out; the others go on. */
function measure(work: WorkName, server: ServerName, scale: Scale): Promise<Figures | undefined> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'driver.ts'), work, server, scale], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const late = setTimeout(() => child.kill('SIGTERM'), 240_000);
  return new Promise((done) => {
    child.once('close', () => {
      clearTimeout(late);
      const line = /^figures (\{.*\})$/m.exec(said)?.[1];
      if (line === undefined) console.error(`${work} ${server} gave nothing:\n${said.slice(-1500)}`);
      done(line === undefined ? undefined : readFigures(line));
    });
  });
}

/** JSON has no NaN: what a server does not have comes as null. */
const readFigures = (line: string): Figures =>
  Object.fromEntries(
    Object.entries(JSON.parse(line) as Record<string, number | null>).flatMap(([name, value]) =>
      value === null ? [] : [[name, value]],
    ),
  );

/** Runs the plans in turns, so that a busy moment of the machine strikes everybody alike. */
async function runAll(chosen: readonly Plan[], runs: number, scale: Scale): Promise<Results> {
  const results: Results = {};
  for (const { work, servers, peers } of chosen) {
    const all: Runs = {};
    results[work] = all;
    for (let round = 0; round < runs; round++) {
      for (const server of [...servers, ...(round % 3 === 0 && round < 3 ? peers : [])]) {
        const figures = await measure(work, server, scale);
        if (figures === undefined) continue;
        (all[server] ??= []).push(figures);
        console.log(`${work} ${server} ${round + 1}/${runs} ${brief(figures)}`);
      }
    }
  }
  return results;
}

const brief = (figures: Figures): string =>
  Object.entries(figures)
    .map(([name, value]) => `${name} ${Number.isFinite(value) ? Number(value.toPrecision(3)) : '-'}`)
    .join(', ');

/** The peers are no part of the project: they are installed here, at their own fixed versions, when this command asks for it. */
async function installPeers(): Promise<void> {
  const lock = readFileSync(join(peersFolder, 'package-lock.json'));
  const hash = createHash('sha256').update(lock).digest('hex');
  const stamp = join(peersFolder, 'node_modules', '.installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  console.log('bench: the peers are installed once');
  const windows = process.platform === 'win32';
  const child = spawn('npm', ['ci', '--no-audit', '--no-fund'], { cwd: peersFolder, stdio: 'inherit', shell: windows });
  const code = await new Promise((done) => child.once('close', done));
  if (code !== 0) throw new Error(`npm ci in tests/bench/peers gave ${String(code)}`);
  writeFileSync(stamp, hash);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '5' },
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
      out: { type: 'string', default: join(import.meta.dirname, 'FIGURES.md') },
    },
  });
  const runs = values.quick ? 1 : Math.max(1, Number(values.runs));
  const names = values.only?.split(',');
  const chosen = plans.filter(({ work }) => names === undefined || names.includes(work));
  await installPeers();
  const before = loadavg()[0] ?? 0;
  const began = performance.now();
  const results = await runAll(chosen, runs, values.quick ? 'quick' : 'full');
  const [cpu] = cpus();
  const table = tableOf(results, {
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} cores (${cpu?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}, Node ${process.versions.node}`,
    load: before,
    minutes: (performance.now() - began) / 60_000,
    runs,
    peers: JSON.parse(readFileSync(join(peersFolder, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    },
  });
  writeFileSync(resolve(values.out), table);
  console.log(`\n${table}`);
}

if (import.meta.main) await main();
