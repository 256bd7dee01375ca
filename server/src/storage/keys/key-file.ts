import { StorageError } from '../storage.ts';
import type { KeyDisk } from './disk.ts';

/**
 * The file of one board. Each key is there once for each master that can open it: more than one only while the master is being changed. Of a
 * destroyed key only its name and the moment stay: that tells what was erased from what was lost.
 */
export type KeyFile = {
  readonly current: string;
  readonly keys: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly destroyed: Readonly<Record<string, string>>;
  /** The moment at which the board was deleted; then there are no keys. */
  readonly deleted?: string | undefined;
};

/** Before the first change of master a key was one text, wrapped by the only master there was. */
export const anyMaster = '';

/** The board of a file of the folder; nothing when it is another file. */
export const boardOf = (name: string): string | undefined => /^board-([A-Za-z0-9_-]{1,80})\.json$/.exec(name)?.[1];

export function nameOf(board: string): string {
  if (!/^[A-Za-z0-9_-]{1,80}$/.test(board)) throw new StorageError('onbekend');
  return `board-${board}.json`;
}

/** Gives the file of a board; nothing when there is none. Throws `StorageError` (`sleutel`) when it is damaged. */
export function readKeyFile(disk: KeyDisk, board: string): KeyFile | undefined {
  const name = nameOf(board);
  if (!disk.names().includes(name)) return undefined;
  try {
    const file: unknown = JSON.parse(disk.read(name));
    if (!isRecord(file) || typeof file['current'] !== 'string' || !isRecord(file['keys'])) throw new TypeError(name);
    const keys = Object.entries(file['keys']).map(([id, wrapped]) => [id, wraps(wrapped)]);
    const { deleted } = file;
    return {
      current: file['current'],
      keys: Object.fromEntries(keys),
      destroyed: isTexts(file['destroyed']) ? file['destroyed'] : {},
      ...(typeof deleted === 'string' && { deleted }),
    };
  } catch (error) {
    throw new StorageError('sleutel', { cause: error });
  }
}

export function writeKeyFile(disk: KeyDisk, board: string, file: KeyFile): void {
  disk.write(nameOf(board), JSON.stringify(file));
}

/** What the master with this id wrapped. */
export const wrappedFor = (wrapped: Readonly<Record<string, string>>, master: string): string | undefined =>
  wrapped[master] ?? wrapped[anyMaster];

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isTexts = (value: unknown): value is Record<string, string> =>
  isRecord(value) && Object.values(value).every((one) => typeof one === 'string');

function wraps(value: unknown): Record<string, string> {
  if (typeof value === 'string') return { [anyMaster]: value };
  if (isTexts(value)) return value;
  throw new TypeError('no wrapped key');
}
