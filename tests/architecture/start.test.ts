import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { root } from './project.ts';

const node = join(root, 'node_modules', 'node', 'bin', 'node');
const scratch: string[] = [];

afterEach(() => {
  for (const folder of scratch.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A clone in small: the scripts of the start, the files that decide about installing, and what the test puts there. */
function clone(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'samenbord-start-'));
  scratch.push(folder);
  cpSync(join(root, 'server', 'start'), join(folder, 'server', 'start'), { recursive: true });
  const packages = ['shared', 'server', 'client', 'tests'].map((name) => `${name}/package.json`);
  for (const file of ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', ...packages]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(root, file), join(folder, file));
  }
  for (const [path, content] of Object.entries(files)) write(folder, path, content);
  return folder;
}

function write(folder: string, path: string, content: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content, { mode: 0o755 });
}

/** A `npx` that notes each call and puts the pinned Node in its place, as a real installation does. */
const installer = (code: number) => ({
  'bin/npx': [
    '#!/bin/sh',
    'echo "$@" >> calls.txt',
    code === 0
      ? `mkdir -p node_modules/node/bin && ln -sf ${node} node_modules/node/bin/node`
      : 'echo "no space left" >&2',
    `exit ${code}`,
  ].join('\n'),
});

/** A `vite` that notes each build and leaves a page and its manifest. */
const builder = {
  'client/node_modules/vite/bin/vite.js': [
    "import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';",
    "appendFileSync('../builds.txt', process.argv.slice(2).join(' ') + '\\n');",
    "mkdirSync('dist/.vite', { recursive: true });",
    "for (const file of ['index.html', '.vite/manifest.json']) writeFileSync(`dist/${file}`, '');",
  ].join('\n'),
  'client/node_modules/vite/package.json': '{"type":"module"}',
};

type Ended = { readonly code: number | null; readonly out: string };

function run(folder: string, script: string, onOutput?: (out: string, pid: number) => void): Promise<Ended> {
  const path = `${join(folder, 'bin')}:/usr/bin:/bin`;
  const child = spawn(node, [join('server', 'start', script)], { cwd: folder, env: { PATH: path, CI: 'true' } });
  let out = '';
  const keep = (text: unknown) => {
    out += String(text);
    if (child.pid !== undefined) onOutput?.(out, child.pid);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out })));
}

const linesOf = (folder: string, file: string) =>
  existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8').trim().split('\n') : [];
const sentences = (out: string) => out.split('\n').filter((line) => line.startsWith('Samenbord: '));

test('W11 without npm the start says so in one sentence', async () => {
  const folder = clone({ 'bin/npx': '#!/bin/sh\nexit 127\n' });
  const { code, out } = await run(folder, 'start.mjs');
  expect(code).toBe(1);
  expect(sentences(out).at(-1)).toMatch(/npm .* niet gevonden/);
  expect(out).not.toMatch(/at .*\.mjs:\d+/);
});

test('W11 an installation that fails keeps its own message, and one sentence says what to do', async () => {
  const { code, out } = await run(clone(installer(9)), 'start.mjs');
  expect(code).toBe(1);
  expect(out).toContain('no space left');
  expect(sentences(out).at(-1)).toMatch(/installeren is niet gelukt \(code 9\)/);
  expect(out).not.toMatch(/at .*\.mjs:\d+/);
});

test('W11 a CHROME_PATH that leads nowhere is named', async () => {
  const folder = clone(installer(0));
  write(folder, 'try.mjs', "process.env['CHROME_PATH'] = '/nowhere/chrome';\nawait import('./server/start/test.mjs');");
  const { code, out } = await run(folder, '../../try.mjs');
  expect(code).toBe(1);
  expect(sentences(out).at(-1)).toContain('/nowhere/chrome');
});

test('W11 a tool that the tests need and that cannot be installed here is named', async () => {
  const folder = clone();
  const script = [
    "process.env['PATH'] = '';",
    "const { main } = await import('./server/start/process.mjs');",
    "const { ensureDocumentTools } = await import('./server/start/test-tools.mjs');",
    'await main(async () => { await ensureDocumentTools(); return 0; });',
  ];
  write(folder, 'try.mjs', script.join('\n'));
  const { code, out } = await run(folder, '../../try.mjs');
  expect(code).toBe(1);
  expect(sentences(out)).toHaveLength(1);
  expect(out).toMatch(/poppler-utils en qpdf/);
});

test('W12 the exit code of the server is the exit code of the start, and what it says is passed on as it is', async () => {
  const server = { 'server/src/main.ts': "console.error('poort 8787 is bezet'); process.exit(3);" };
  const { code, out } = await run(clone({ ...installer(0), ...builder, ...server }), 'start.mjs');
  expect(code).toBe(3);
  expect(out.trimEnd().split('\n').at(-1)).toBe('poort 8787 is bezet');
});

test.each(['SIGTERM', 'SIGINT'] as const)(
  'W12 %s reaches the server, which may take its time to stop',
  async (signal) => {
    const server = {
      'server/src/main.ts': [
        `process.on('${signal}', () => setTimeout(() => { console.log('opgeruimd'); process.exit(0); }, 200));`,
        "setInterval(() => undefined, 1000); console.log('draait');",
      ].join('\n'),
    };
    let sent = false;
    const { code, out } = await run(clone({ ...installer(0), ...builder, ...server }), 'start.mjs', (seen, pid) => {
      if (sent || !seen.includes('draait')) return;
      sent = true;
      process.kill(pid, signal);
    });
    expect(out).toContain('opgeruimd');
    expect(code).toBe(0);
  },
);

test('W13 a second start installs and builds nothing; a change of source builds, a change of the lockfile does both', async () => {
  const source = { 'server/src/main.ts': '', 'client/src/main.tsx': 'a', 'shared/src/board/a.ts': 'a' };
  const folder = clone({ ...installer(0), ...builder, ...source });
  const counts = async () => {
    expect((await run(folder, 'start.mjs')).code).toBe(0);
    return [linesOf(folder, 'calls.txt').length, linesOf(folder, 'builds.txt').length];
  };
  expect(await counts()).toEqual([1, 1]);
  expect(await counts()).toEqual([1, 1]);
  write(folder, 'shared/src/board/a.test.ts', 'a test is no source');
  expect(await counts()).toEqual([1, 1]);
  write(folder, 'shared/src/board/a.ts', 'b');
  expect(await counts()).toEqual([1, 2]);
  rmSync(join(folder, 'client', 'dist'), { recursive: true });
  expect(await counts()).toEqual([1, 3]);
  write(folder, 'pnpm-lock.yaml', 'other');
  expect(await counts()).toEqual([2, 4]);
  expect(linesOf(folder, 'calls.txt')[0]).toContain('--frozen-lockfile');
});
