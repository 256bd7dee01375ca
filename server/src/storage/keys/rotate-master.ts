import { StorageError } from '../storage.ts';
import { contextOf } from '../keys.ts';
import type { KeyDisk } from './disk.ts';
import { boardOf, readKeyFile, wrappedFor, writeKeyFile } from './key-file.ts';
import type { KeyFile } from './key-file.ts';
import type { MasterKey } from './master.ts';
import { keepOnly, opensCheck, writeCheck } from './open-keys.ts';

/**
 * Brings all keys from one master to another, or to the newest version of the same key of a service. Every key is first wrapped by both; then the check
 * is written anew, and from that one moment the new master counts; then what the old one wrapped goes. So at whatever step it is cut off, one of the
 * two opens everything, and doing it again finishes it. Gives how many boards there are. Throws `StorageError`: `sleutel` when `from` is not
 * the master or a key does not open (then nothing counts yet), `sleuteldienst` when a service fails.
 */
export async function rotateMaster(disk: KeyDisk, from: MasterKey, to: MasterKey): Promise<number> {
  const boards = disk.names().flatMap((name) => boardOf(name) ?? []);
  const done = from.id !== to.id && (await opensCheck(disk, to));
  if (!done) {
    if (!(await opensCheck(disk, from))) throw new StorageError('sleutel');
    for (const board of boards) await wrapAgain(disk, board, from, to);
    await writeCheck(disk, to);
  }
  keepOnly(disk, to.id);
  return boards.length;
}

async function wrapAgain(disk: KeyDisk, board: string, from: MasterKey, to: MasterKey): Promise<void> {
  const file = readKeyFile(disk, board);
  const ids = Object.keys(file?.keys ?? {});
  if (file === undefined || ids.length === 0) return;
  const asked = ids.map((id) => {
    const wrapped = wrappedFor(file.keys[id] ?? {}, from.id);
    if (wrapped === undefined) throw new StorageError('sleutel');
    return { wrapped, context: contextOf(board, id) };
  });
  const opened = await from.unwrap(asked);
  const keys: [string, KeyFile['keys'][string]][] = [];
  for (const [index, id] of ids.entries()) {
    const [plain, old] = [opened[index], asked[index]];
    if (plain === undefined || old === undefined) throw new StorageError('sleutel');
    const wrapped = await to.wrap(plain, contextOf(board, id));
    plain.fill(0);
    keys.push([id, { [from.id]: old.wrapped, [to.id]: wrapped }]);
  }
  writeKeyFile(disk, board, { ...file, keys: Object.fromEntries(keys) });
}
