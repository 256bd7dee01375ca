import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { serverEnvironment, serverFlags } from '@samenbord/server/start/flags.mjs';

const root = resolve(import.meta.dirname, '../..');
export const peersFolder = join(import.meta.dirname, 'peers');

/** Samenbord, the bare relay, and the peers. */
export const serverNames = ['samenbord', 'limit', 'hocuspocus', 'yws', 'yws-leveldb'] as const;
export type ServerName = (typeof serverNames)[number];
export const boardKey = 'een-sleutel-voor-de-meting';

/** A server as a process of its own, and what it costs. */
export type Measured = {
  readonly name: ServerName;
  readonly port: number;
  /** Milliseconds of processor that all its threads used so far. */
  cpuMs(): number;
  rssKb(): number;
  /** The most it ever held. */
  peakKb(): number;
  readonly alive: () => boolean;
  /** Ends it and starts it again on the same data. */
  restart(): Promise<Measured>;
  /** Kills it (-9), then lets the others leave, and starts it again on the same data. */
  crash(then: () => void): Promise<Measured>;
  /** Ends it; its data go with it. */
  end(): Promise<void>;
};

type Command = { readonly file: string; readonly env: Readonly<Record<string, string>>; readonly ready: RegExp };

function commandOf(name: ServerName, data: string): Command {
  const ready = /ready (\d+)/;
  switch (name) {
    case 'samenbord':
      return {
        file: join(root, 'server/src/main.ts'),
        env: { PORT: '0', HOST: '127.0.0.1', DEMO: 'off', BOARD_KEY: boardKey, TRUST_PROXY: '1', LOG_LEVEL: 'warn' },
        ready: /draait op http:\/\/localhost:(\d+)/,
      };
    case 'limit':
      return { file: join(peersFolder, 'limit.mjs'), env: {}, ready };
    case 'hocuspocus':
      return { file: join(peersFolder, 'hocuspocus.mjs'), env: {}, ready };
    case 'yws':
      return { file: join(peersFolder, 'yws.mjs'), env: {}, ready };
    case 'yws-leveldb':
      return { file: join(peersFolder, 'yws.mjs'), env: { YPERSISTENCE: join(data, 'level') }, ready };
  }
}

/** Starts a server on a free port with data of its own. Throws when it does not come up. */
export async function startMeasured(name: ServerName, data = mkdtempSync(join(tmpdir(), 'bench-'))): Promise<Measured> {
  const { file, env, ready } = commandOf(name, data);
  const profile = process.env['BENCH_PROFILE'];
  const profiling = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`];
  // Ours as `npm start` starts it.
  const flags = name === 'samenbord' ? [...serverFlags, ...profiling] : [];
  const child = spawn(process.execPath, [...flags, file], {
    env: {
      ...(name === 'samenbord' ? serverEnvironment() : process.env),
      NODE_ENV: 'production',
      DATA_DIR: data,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // Nothing stays behind when the driver is cut off.
  const reap = (): void => void child.kill('SIGKILL');
  process.once('exit', reap);
  child.once('exit', () => process.off('exit', reap));
  if (name === 'samenbord') child.stderr?.on('data', (chunk: Buffer) => process.stderr.write(chunk));
  const port = await portOf(child, ready, name);
  const folder = `/proc/${child.pid}`;
  const status = (key: string): number =>
    Number(new RegExp(`${key}:\\s+(\\d+)`).exec(readIf(`${folder}/status`))?.[1] ?? NaN);
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await once(child, 'exit');
    clearTimeout(late);
  };
  return {
    name,
    port,
    cpuMs: () => cpuOf(folder),
    rssKb: () => status('VmRSS'),
    peakKb: () => status('VmHWM'),
    alive: () => child.exitCode === null && child.signalCode === null,
    restart: async () => {
      await stop();
      return startMeasured(name, data);
    },
    crash: async (then) => {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
      then();
      return startMeasured(name, data);
    },
    end: async () => {
      await stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

async function portOf(child: ChildProcess, ready: RegExp, name: ServerName): Promise<number> {
  let said = '';
  const port = new Promise<number>((found, failed) => {
    const read = (chunk: Buffer): void => {
      if (said.length < 100_000) said += chunk.toString();
      const match = ready.exec(said);
      if (match !== null) found(Number(match[1]));
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', () => failed(new Error(`${name} did not start:\n${said}`)));
  });
  return port;
}

const readIf = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');

/** Exact to the microsecond, where the clock of `stat` counts in steps of ten milliseconds. */
function cpuOf(folder: string): number {
  if (!existsSync(`${folder}/task`)) return NaN;
  let nanoseconds = 0;
  for (const task of readdirSync(`${folder}/task`))
    nanoseconds += Number(readIf(`${folder}/task/${task}/schedstat`).split(' ')[0]);
  return nanoseconds / 1e6;
}
