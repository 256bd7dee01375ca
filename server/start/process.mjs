// Everything in this folder runs on Node 18 and later, before anything is installed: no packages, no TypeScript.
import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { constants as os } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const windows = process.platform === 'win32';

/** The pinned Node of the project, present once the packages are installed (decision 0008). */
export const node = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');

/** What a person should read when something went wrong: one sentence, no stack. */
export class StartError extends Error {
  /** @override */
  name = 'StartError';
}

/** The environment of every tool we start: our own Node and our own tools come first. */
export function environment() {
  const path = [join(root, 'node_modules', '.bin'), dirname(node), process.env['PATH'] ?? ''];
  return { ...process.env, PATH: path.join(delimiter) };
}

/**
 * Where a command lies on this machine, or nothing.
 * @param {string} name
 */
export function findCommand(name) {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, windows ? `${name}.exe` : name)).find(isExecutable);
}

/** @param {string} file */
export function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return existsSync(file);
  } catch {
    return false;
  }
}

/**
 * Runs a command to its end and gives its exit code. A command that does not exist gives 127, as in a shell;
 * one that was stopped by a signal gives 128 and the number of the signal.
 * With `forward`, the signals that stop us are passed on, so that the child can close what it holds.
 * With `collect`, what it prints is kept and handed over instead of shown.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, forward?: boolean, collect?: (text: string) => void, shell?: boolean }} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, options = {}) {
  const { cwd = root, env = environment(), forward = false, collect, shell = false } = options;
  const child = spawn(command, [...args], { cwd, env, shell, stdio: collect ? ['ignore', 'pipe', 'pipe'] : 'inherit' });
  if (collect) {
    child.stdout?.setEncoding('utf8').on('data', collect);
    child.stderr?.setEncoding('utf8').on('data', collect);
  }
  const release = forward ? forwardSignals(child) : () => undefined;
  return new Promise((resolve, reject) => {
    child.once('error', (error) => {
      release();
      if ('code' in error && error.code === 'ENOENT') resolve(127);
      else reject(error);
    });
    child.once('close', (code, signal) => {
      release();
      resolve(signal ? 128 + os.signals[signal] : (code ?? 1));
    });
  });
}

/** @param {import('node:child_process').ChildProcess} child */
function forwardSignals(child) {
  const names = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  /** @param {NodeJS.Signals} signal */
  const forward = (signal) => {
    // Ctrl-C in a terminal reaches the child by itself; sent twice it would look like impatience.
    if (signal === 'SIGINT' && process.stdin.isTTY) return;
    child.kill(signal);
  };
  for (const name of names) process.on(name, forward);
  return () => {
    for (const name of names) process.off(name, forward);
  };
}

/**
 * The last line of every script here: its code becomes ours, an error we foresaw becomes one sentence.
 * @param {() => Promise<number>} script
 */
export async function main(script) {
  try {
    process.exitCode = await script();
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    console.error(`Samenbord: ${error.message}`);
    process.exitCode = 1;
  }
}
