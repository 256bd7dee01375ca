import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { readOptions } from './options.ts';

/**
 * `npm run long`: everything that takes longer than `npm test` may, one after the other, with a table at the end. `--seeds`, `--frames` and `--rounds`
 * make it shorter or longer.
 */
const { seeds, frames, rounds } = readOptions({ seeds: 20_000, frames: 1_000_000, rounds: 200 });
const runs = [
  { name: 'simulate', size: `${seeds} seeds`, args: ['--seeds', String(seeds)] },
  { name: 'fuzz', size: `${frames} frames`, args: ['--frames', String(frames)] },
  { name: 'chaos', size: `${rounds} rounds`, args: ['--rounds', String(rounds)] },
] as const;

const rows: string[] = [];
for (const { name, size, args } of runs) {
  const began = performance.now();
  const { code, last } = await run(name, args);
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  rows.push(`| ${name} | ${size} | ${code === 0 ? 'good' : 'FAILED'} | ${seconds} s | ${last} |`);
  if (code !== 0) process.exitCode = 1;
}
console.log(['| run | size | result | time | what |', '| --- | --- | --- | --- | --- |', ...rows].join('\n'));

function run(name: string, args: readonly string[]): Promise<{ code: number; last: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, `${name}.ts`), ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let last = '';
    child.stdout.on('data', (chunk: Buffer) => {
      process.stdout.write(chunk);
      for (const line of chunk.toString().split('\n'))
        if (line.startsWith(`${name}: `)) last = line.slice(name.length + 2);
    });
    child.on('exit', (code) => done({ code: code ?? 1, last }));
  });
}
