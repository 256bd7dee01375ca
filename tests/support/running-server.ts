import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { layExample } from './prepared.ts';

const root = resolve(import.meta.dirname, '../..');

export type RunningServer = {
  readonly port: number;
  /** Everything it wrote to its log, for the search for what may not be in it. */
  readonly output: () => string;
  /** `nieuw bord` and the demo links, by the words before the colon. */
  readonly links: ReadonlyMap<string, string>;
  /** As a power cut would: no time to finish anything. */
  readonly kill: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Starts the real server as a process of its own on a free port. Without `dataDir` its data are thrown away at the end. */
export async function startServer(
  options: { dataDir?: string; demo?: boolean; port?: number; env?: Readonly<Record<string, string>> } = {},
): Promise<RunningServer> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'samenbord-')));
  if (options.demo === true && isEmpty(dataDir)) layExample(dataDir);
  const child = spawn(process.execPath, [join(root, 'server/src/main.ts')], {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(options.port ?? 0),
      DATA_DIR: dataDir,
      DEMO: options.demo === true ? 'on' : 'off',
      LOG_LEVEL: 'debug',
      NODE_ENV: 'test',
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const read = (chunk: Buffer): void => {
    output += chunk.toString();
  };
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  const port = await portOf(child, () => output);
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill(signal);
      await once(child, 'exit');
    }
    if (options.dataDir === undefined && signal === 'SIGTERM') await rm(dataDir, { recursive: true, force: true });
  };
  const links = new Map([...output.matchAll(/^(.+?): (https?:\S+)$/gm)].map(([, name = '', url = '']) => [name, url]));
  return { port, output: () => output, links, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
}

const isEmpty = (folder: string): boolean => !existsSync(folder) || readdirSync(folder).length === 0;

async function portOf(child: ChildProcess, output: () => string): Promise<number> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    const match = /Samenbord draait op http:\/\/localhost:(\d+)/.exec(output());
    // Its lines come in one piece: with the first of them the links are there too.
    if (match?.[1] !== undefined && /nieuw bord: \S+\n/.test(output())) return Number(match[1]);
    if (child.exitCode !== null) break;
    await new Promise((next) => setTimeout(next, 30));
  }
  child.kill('SIGKILL');
  throw new Error(`the server did not start:\n${output()}`);
}
