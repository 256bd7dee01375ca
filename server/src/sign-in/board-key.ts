import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newSecret } from './secrets.ts';

/** The key with which this organisation makes boards: from the settings, else kept in the data folder, readable by nobody else. */
export async function boardKey(dataDir: string, fromSettings: string | undefined): Promise<string> {
  if (fromSettings !== undefined) return fromSettings;
  const file = join(dataDir, 'board-key');
  const key = newSecret();
  try {
    await writeFile(file, `${key}\n`, { mode: 0o600, flag: 'wx' });
    return key;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    return (await readFile(file, 'utf8')).trim();
  }
}
