import { randomBytes } from 'node:crypto';
import { openKeyStore } from '../keys.ts';
import type { KeyStore } from '../keys.ts';
import { StorageError } from '../storage.ts';
import { openKeyDisk } from './disk.ts';
import type { KeyDisk } from './disk.ts';
import { boardOf, readKeyFile, wrappedFor, writeKeyFile } from './key-file.ts';
import { localMaster } from './master.ts';
import type { MasterKey } from './master.ts';
import { transitMaster } from './transit.ts';
import type { TransitSettings } from './transit.ts';

/** Which master wraps the keys: a service, or 32 bytes in base64; without either a file beside the keys, made at the first start. */
export type MasterSettings = {
  readonly masterKey?: string | undefined;
  readonly kms?: TransitSettings | undefined;
};

const checkName = 'master.check';
const keyName = 'master.key';
/** The key that is to take the place of `master.key`, while that is being done. */
const nextName = 'master.next';
const checkContext = 'master';
const checkText = Buffer.from('samenbord');

/** The master of these settings. With a file: the one that the check was made with, also when a change of master was cut off half-way. */
export async function masterOf(disk: KeyDisk, { kms, masterKey }: MasterSettings): Promise<MasterKey> {
  if (kms !== undefined) return transitMaster(kms);
  if (masterKey !== undefined) return localMaster(masterKey);
  const names = disk.names();
  if (names.includes(nextName)) {
    const next = localMaster(disk.read(nextName));
    if (await opensCheck(disk, next)) {
      settleFileMaster(disk);
      return next;
    }
  }
  if (!names.includes(keyName)) {
    if (names.includes(checkName)) throw new StorageError('sleutel');
    disk.write(keyName, randomBytes(32).toString('base64'));
  }
  return localMaster(disk.read(keyName));
}

/** The key file that is to come, made where it is not there yet. */
export function nextFileMaster(disk: KeyDisk): MasterKey {
  if (!disk.names().includes(nextName)) disk.write(nextName, randomBytes(32).toString('base64'));
  return localMaster(disk.read(nextName));
}

/** After the change: the new key file takes the place of the old one, which is wiped. */
export const settleFileMaster = (disk: KeyDisk): void => disk.rename(nextName, keyName);

/**
 * Opens the key store with its master. A word sealed with the master tells at the start, not at the first board, that another one was given
 * (`sleutel`); a service that does not answer is told too (`sleuteldienst`). Ends a change of master that was cut off after it counted.
 */
export async function openKeys(disk: KeyDisk, settings: MasterSettings): Promise<KeyStore> {
  const master = await masterOf(disk, settings);
  if (!disk.names().includes(checkName)) await writeCheck(disk, master);
  else if (!(await opensCheck(disk, master))) throw new StorageError('sleutel');
  keepOnly(disk, master.id);
  return openKeyStore(disk, master);
}

/** From now on this is the master: all that was wrapped by it counts. */
export async function writeCheck(disk: KeyDisk, master: MasterKey): Promise<void> {
  const word = await master.wrap(checkText, checkContext);
  disk.write(checkName, JSON.stringify({ master: master.id, word }));
}

/** True when this master made the check. Throws `StorageError` (`sleutel`) when the check is damaged. */
export async function opensCheck(disk: KeyDisk, master: MasterKey): Promise<boolean> {
  const text = disk.read(checkName).trim();
  const [word] = await master.unwrap([{ wrapped: wordOf(text), context: checkContext }]);
  return word !== undefined && checkText.equals(word);
}

/** A check of before the first change of master is the word alone. */
function wordOf(text: string): string {
  if (!text.startsWith('{')) return text;
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read === 'object' && read !== null && 'word' in read && typeof read.word === 'string') return read.word;
  } catch (error) {
    throw new StorageError('sleutel', { cause: error });
  }
  throw new StorageError('sleutel');
}

/** Takes out of every file what another master wrapped: a master that was replaced must open nothing any more. */
export function keepOnly(disk: KeyDisk, master: string): void {
  for (const board of disk.names().flatMap((name) => boardOf(name) ?? [])) {
    const file = quietly(() => readKeyFile(disk, board));
    if (file === undefined) continue;
    const wraps = Object.entries(file.keys);
    const foreign = wraps.some(([, all]) => all[master] !== undefined && Object.keys(all).length > 1);
    if (!foreign) continue;
    const kept = wraps.map(([id, all]) => {
      const mine = wrappedFor(all, master);
      return [id, mine === undefined ? all : { [master]: mine }];
    });
    writeKeyFile(disk, board, { ...file, keys: Object.fromEntries(kept) });
  }
}

/** A damaged file is left as it is; its board stays shut. */
function quietly<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof StorageError) return undefined;
    throw error;
  }
}

/** Opens the keys that lie in this folder. */
export const openKeyFolder = (folder: string, settings: MasterSettings): Promise<KeyStore> =>
  openKeys(openKeyDisk(folder), settings);
