import { chmod, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import * as z from 'zod';
import type { Log } from '../audit/log.ts';
import { StorageError } from '../storage/storage.ts';
import type { OpenedStorage } from '../storage/open.ts';

/** Where a running server hears its keeper: a socket in the data folder, which only this user can open. Never the network. */
export const keeperSocket = (dataDir: string): string => join(dataDir, 'keeper.sock');

/** What a keeper asks, one line of JSON. */
const request = z.strictObject({ deed: z.literal('backup'), file: z.string().min(1).max(4096) });
const answer = z.strictObject({ code: z.string() });
/** `goed`, or the code of the `StorageError`. */
export type KeeperAnswer = z.infer<typeof answer>;

const mostBytes = 8192;

/**
 * Listens for the keeper of this server. What comes back ends it. A folder where no socket can be made (its path is too long, or its disk has none) is told
 * in the log; the server runs on.
 */
export async function hearKeeper(dataDir: string, storage: OpenedStorage, log: Log): Promise<() => Promise<void>> {
  const path = keeperSocket(dataDir);
  // Only this process holds the data, so a socket that lies here is of one that was killed.
  await rm(path, { force: true });
  const server = createServer((socket) => hear(socket, storage, log));
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(path, resolve);
    });
    await chmod(path, 0o600);
  } catch {
    log.warn({ code: 'geen-socket' }, 'een reservekopie kan alleen worden gemaakt als Samenbord gestopt is');
    return () => Promise.resolve();
  }
  return () => new Promise((resolve) => server.close(() => resolve()));
}

function hear(socket: Socket, storage: OpenedStorage, log: Log): void {
  let text = '';
  socket.setEncoding('utf8');
  socket.on('error', () => socket.destroy());
  socket.on('data', (part: string) => {
    text += part;
    if (text.length > mostBytes) socket.destroy();
    if (socket.destroyed || !text.includes('\n')) return;
    socket.removeAllListeners('data');
    void backUp(text, storage, log).then((code) => socket.end(`${JSON.stringify({ code })}\n`));
  });
}

async function backUp(text: string, storage: OpenedStorage, log: Log): Promise<string> {
  try {
    const { file } = request.parse(JSON.parse(text));
    const begin = performance.now();
    await storage.backup(file);
    log.info({ ms: Math.round(performance.now() - begin) }, 'reservekopie gemaakt');
    return 'goed';
  } catch (error) {
    const code = error instanceof StorageError ? error.code : 'onleesbaar';
    log.error({ code }, 'ALARM reservekopie niet gemaakt');
    return code;
  }
}

/** Reads the one line that a server answers. */
export const readKeeperAnswer = (text: string): KeeperAnswer => answer.parse(JSON.parse(text));
