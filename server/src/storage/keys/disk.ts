import {
  closeSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { randomBytes } from 'node:crypto';
import { basename, join } from 'node:path';

/** The folder of the keys, as the key store uses it. Nothing here returns before it is on disk. A test may cut it off at any step. */
export type KeyDisk = {
  readonly folder: string;
  names(): string[];
  read(name: string): string;
  /** Whole or not at all. What stood there before is overwritten, so that a key that was in it is not left on the disk. */
  write(name: string, text: string): void;
  rename(from: string, to: string): void;
  remove(name: string): void;
};

const draftOf = (name: string): string => `${name}.new`;

/** Opens (and makes, for this user alone) the folder. Drafts that a death left behind are wiped: they can hold a key that was destroyed since. */
export function openKeyDisk(folder: string, step: (name: string) => void = () => undefined): KeyDisk {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const at = (name: string): string => join(folder, basename(name));
  const disk: KeyDisk = {
    folder,
    names: () => readdirSync(folder),
    read: (name) => readFileSync(at(name), 'utf8'),
    write: (name, text) => {
      const draft = draftOf(name);
      step(`draft ${name}`);
      writeDraft(at(draft), text);
      disk.rename(draft, name);
    },
    rename: (from, to) => {
      const before = openOld(at(to));
      try {
        step(`rename ${to}`);
        renameSync(at(from), at(to));
        syncFolder(folder);
        step(`wipe ${to}`);
        if (before !== undefined) wipe(before);
      } finally {
        if (before !== undefined) closeSync(before);
      }
    },
    remove: (name) => {
      const before = openOld(at(name));
      if (before === undefined) return;
      try {
        step(`wipe ${name}`);
        wipe(before);
        step(`remove ${name}`);
        unlinkSync(at(name));
        syncFolder(folder);
      } finally {
        closeSync(before);
      }
    },
  };
  for (const name of disk.names()) if (name.endsWith('.new')) disk.remove(name);
  return disk;
}

function writeDraft(path: string, text: string): void {
  const file = openSync(path, 'w', 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** The file as it stands, still there to be overwritten after another took its name. */
function openOld(path: string): number | undefined {
  try {
    return openSync(path, 'r+');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** A disk that writes elsewhere (flash, copy on write) can keep the old bytes: they are wrapped by the master key all the same. */
function wipe(file: number): void {
  const { size } = fstatSync(file);
  writeSync(file, randomBytes(size), 0, size, 0);
  fsyncSync(file);
}

function syncFolder(folder: string): void {
  const directory = openSync(folder, 'r');
  try {
    fsyncSync(directory);
  } finally {
    closeSync(directory);
  }
}
