import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where the work lies that is done once for all meetings. */
const name = 'SAMENBORD_TEST_PREPARED';

export const sayPrepared = (folder: string): void => {
  process.env[name] = folder;
};

const within = (part: string): string | undefined => {
  const folder = process.env[name];
  return folder !== undefined && existsSync(join(folder, part)) ? join(folder, part) : undefined;
};

/** The page of the canvas as it was built for this run; nothing when a file is run without the rest. */
export const preparedCanvas = (): string | undefined => within('canvas');

/** Lays the example in an empty data folder, as a server that was stopped left it; without it the server makes one of its own. */
export function layExample(dataDir: string): void {
  const example = within('example');
  if (example !== undefined) cpSync(example, dataDir, { recursive: true });
}
