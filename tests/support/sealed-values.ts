import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openKeyDisk } from '@samenbord/server/storage/keys/disk.ts';
import { openKeys } from '@samenbord/server/storage/keys/open-keys.ts';
import { contentPlace } from '@samenbord/server/storage/operations/analyses.ts';
import { sealedKinds } from '@samenbord/server/storage/operations/keys.ts';
import { open } from '@samenbord/server/storage/seal.ts';

type See = (sealed: Buffer, keyId: string, board: string, place: string) => void;

/** Every sealed value of the database as it is on disk now, its log included; the server may be running. */
function eachValue(dataDir: string, see: See): void {
  const folder = mkdtempSync(join(tmpdir(), 'samenbord-copy-'));
  for (const name of readdirSync(dataDir).filter((one) => /^samenbord\.db(-wal)?$/.test(one)))
    copyFileSync(join(dataDir, name), join(folder, name));
  const database = new DatabaseSync(join(folder, 'samenbord.db'));
  try {
    for (const kind of sealedKinds) {
      for (const row of database.prepare(`select * from ${kind.table}`).all()) {
        const board = String(row[kind.board]);
        const value = (column: string): Buffer => Buffer.from(row[column] as Uint8Array);
        for (const [column, place] of Object.entries(kind.places(row)))
          see(value(column), String(row['key_id']), board, JSON.stringify(place));
        const own = row['content_key'];
        if (typeof own === 'string' && value('content').length > 0)
          see(value('content'), own, board, JSON.stringify(contentPlace(board, String(row['id']))));
      }
    }
  } finally {
    database.close();
    rmSync(folder, { recursive: true });
  }
}

/** How many values hold this text, opened with the keys that are in the key store now; `outside`: without those of boxes that are called so. */
export async function valuesWith(dataDir: string, text: string, outside?: 'eigen'): Promise<number> {
  const keys = await openKeys(openKeyDisk(join(dataDir, 'keys')), {});
  let count = 0;
  eachValue(dataDir, (sealed, keyId, board, place) => {
    if (outside !== undefined && place.includes(`"${outside}:`)) return;
    if (Buffer.from(open(keys.key(board, keyId), place, sealed)).includes(text)) count += 1;
  });
  return count;
}

/** The beginning of every sealed value: random bytes that stand nowhere else. */
export function sealedBytes(dataDir: string): Buffer[] {
  const found: Buffer[] = [];
  eachValue(dataDir, (sealed) => found.push(sealed.subarray(0, 24)));
  return found;
}

/** All bytes of all files of the data, free pages and logs included. */
export function allFiles(dataDir: string): Buffer {
  const files = readdirSync(dataDir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Buffer.concat(files.map((entry) => readFileSync(join(entry.parentPath, entry.name))));
}
