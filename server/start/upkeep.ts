import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { sentenceFor } from '../src/audit/start-errors.ts';
import { epochAt, examine, mend } from '../src/rooms/mend.ts';
import type { Examined } from '../src/rooms/mend.ts';
import { keeperSocket, readKeeperAnswer } from '../src/routes/keeper.ts';
import { readSettings } from '../src/settings.ts';
import type { Settings } from '../src/settings.ts';
import { openStorage } from '../src/storage/open.ts';
import type { OpenedStorage } from '../src/storage/open.ts';
import { StorageError } from '../src/storage/storage.ts';
import type { StorageCode } from '../src/storage/storage.ts';

/** What the commands of whoever keeps a server have in common: `backup`, `restore`, `repair` and `drill`. */

/** Where data lie, and what opens their keys. */
export type Place = Pick<Settings, 'dataDir' | 'masterKey' | 'kms'>;

/** One sentence for whoever gave the command. */
export class UpkeepError extends Error {
  override readonly name = 'UpkeepError';
}

/** Runs a command: what it gives is printed, an error becomes one sentence. */
export async function command(run: (settings: Settings, args: readonly string[]) => Promise<string>): Promise<void> {
  try {
    console.log(await run(readSettings(process.env), process.argv.slice(2)));
  } catch (error) {
    console.error(`Samenbord: ${error instanceof UpkeepError ? error.message : sentenceFor(error)}`);
    process.exitCode = 1;
  }
}

/** Opens the data for the length of one deed. */
export async function within<T>(
  { dataDir, masterKey, kms }: Place,
  deed: (storage: OpenedStorage) => Promise<T>,
): Promise<T> {
  const storage = await openStorage({ dataDir, masterKey, kms });
  try {
    return await deed(storage);
  } finally {
    await storage.close();
  }
}

/** Every document of every board. */
export async function examineAll(storage: OpenedStorage): Promise<Examined[]> {
  const found: Examined[] = [];
  for (const { board, zone } of await storage.documents()) found.push(await examine(storage, board, zone));
  return found;
}

/** The same, each in an epoch that nobody has seen yet. */
export async function mendAll(storage: OpenedStorage, now: number): Promise<Examined[]> {
  const found: Examined[] = [];
  for (const { board, zone } of await storage.documents()) found.push(await mend(storage, board, zone, epochAt(now)));
  return found;
}

/** The moment of the newest edit; nothing when there is none. */
export async function newestEdit(storage: OpenedStorage): Promise<string | undefined> {
  let newest: string | undefined;
  for (const { board, zone } of await storage.documents()) {
    const history = await storage.history(board, zone).catch(() => []);
    const at = history.at(-1)?.at;
    if (at !== undefined && (newest === undefined || at > newest)) newest = at;
  }
  return newest;
}

/** What stands in a set of data, in one line: counts and ages, never names. */
export function summary(found: readonly Examined[], newest: string | undefined, now: number): string {
  const boards = new Set(found.map(({ board }) => board));
  const rows = found.reduce((sum, { last }) => sum + last, 0);
  const things = found.reduce((sum, one) => sum + one.things, 0);
  const age = newest === undefined ? '' : `, nieuwste wijziging ${ageOf(now - Date.parse(newest))} oud`;
  return `${boards.size} borden, ${found.length} documenten, ${things} dingen, ${rows} wijzigingen in het log${age}`;
}

function ageOf(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 120) return `${seconds} seconden`;
  if (seconds < 7200) return `${Math.round(seconds / 60)} minuten`;
  return seconds < 172_800 ? `${Math.round(seconds / 3600)} uur` : `${Math.round(seconds / 86_400)} dagen`;
}

/** Asks the server that runs on these data for a copy. False when none runs. */
export async function askServer(dataDir: string, file: string): Promise<boolean> {
  const text = await new Promise<string | undefined>((resolve, reject) => {
    let heard = '';
    const socket = createConnection(keeperSocket(dataDir), () => {
      socket.write(`${JSON.stringify({ deed: 'backup', file })}\n`);
    });
    socket.setEncoding('utf8');
    socket.on('data', (part: string) => {
      heard += part;
    });
    socket.on('end', () => resolve(heard));
    socket.on('error', (error) => {
      const absent = 'code' in error && (error.code === 'ENOENT' || error.code === 'ECONNREFUSED');
      if (absent) resolve(undefined);
      else reject(error);
    });
  });
  if (text === undefined) return false;
  const { code } = readKeeperAnswer(text);
  if (code !== 'goed') throw new StorageError(code as StorageCode);
  return true;
}

/**
 * Opens a copy beside the data, with copies of the keys, and looks at every document in it. Nothing that happens there reaches the data or the keys:
 * opening data can move rows to a new key and drop the old one.
 */
export async function look(
  settings: Settings,
  file: string,
  now: number,
): Promise<{ found: Examined[]; line: string }> {
  const scratch = mkdtempSync(join(settings.dataDir, '.proef-'));
  try {
    cpSync(file, join(scratch, 'samenbord.db'));
    cpSync(join(settings.dataDir, 'keys'), join(scratch, 'keys'), { recursive: true });
    return await within({ ...settings, dataDir: scratch }, async (storage) => {
      const found = await examineAll(storage);
      return { found, line: summary(found, await newestEdit(storage), now) };
    });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Puts a copy in an empty data folder and opens it there, each document in an epoch that nobody has seen. Throws when the folder is not empty. */
export async function putBack(
  settings: Place,
  { file, keys, now }: { file: string; keys: string | undefined; now: number },
): Promise<{ found: Examined[]; line: string }> {
  const { dataDir } = settings;
  if (!existsSync(file)) throw new UpkeepError('die reservekopie is er niet.');
  if (existsSync(join(dataDir, 'samenbord.db'))) {
    throw new UpkeepError('in deze map (DATA_DIR) staan al gegevens: zet ze opzij of kies een lege map.');
  }
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const own = join(dataDir, 'keys');
  if (keys !== undefined && existsSync(own)) throw new UpkeepError('in deze map staan al sleutels: laat --keys weg.');
  if (keys !== undefined) cpSync(keys, own, { recursive: true });
  if (!existsSync(own)) {
    throw new UpkeepError('de sleutels ontbreken: zet de map keys in DATA_DIR terug, of geef --keys <map>.');
  }
  const draft = join(dataDir, 'samenbord.db.terug');
  cpSync(file, draft);
  cpSync(draft, join(dataDir, 'samenbord.db'));
  rmSync(draft);
  return within(settings, async (storage) => {
    const found = await mendAll(storage, now);
    return { found, line: summary(found, await newestEdit(storage), now) };
  });
}
