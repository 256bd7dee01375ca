import { existsSync, readFileSync } from 'node:fs';

/** https://sqlite.org/fileformat2.html#walformat */
const headerBytes = 32;
const frameHeaderBytes = 24;

type Sum = readonly [number, number];

/** The checksum of the format over `bytes`, going on from `from`; words in the order the header names. */
function checksum(bytes: Buffer, [a, b]: Sum, big: boolean): Sum {
  let first = a;
  let second = b;
  for (let at = 0; at + 8 <= bytes.length; at += 8) {
    first = (first + (big ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)) + second) >>> 0;
    second = (second + (big ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)) + first) >>> 0;
  }
  return [first, second];
}

const pair = (bytes: Buffer, at: number): Sum => [bytes.readUInt32BE(at), bytes.readUInt32BE(at + 4)];
const same = (x: Sum, y: Sum): boolean => x[0] === y[0] && x[1] === y[1];

/**
 * Whether the log beside a database was damaged, not just cut short. SQLite reads a log up to the first frame that does not fit and forgets the rest: right
 * for the last commit, which was under way when the power went; but a commit was synced before the next one began, so a frame that does not
 * fit with two commits from there on was good once. Then what comes after it must not be written over.
 */
export function isWalDamaged(path: string): boolean {
  if (!existsSync(path)) return false;
  const wal = readFileSync(path);
  if (wal.length < headerBytes + frameHeaderBytes) return false;
  const big = (wal.readUInt32BE(0) & 1) === 1;
  const salts = pair(wal, 16);
  if (!same(checksum(wal.subarray(0, 24), [0, 0], big), pair(wal, 24))) {
    // A header is synced before its first frame, so frames that bear its salts prove that it was whole.
    const first = pair(wal, headerBytes + 8);
    return first[0] === salts[0] || first[1] === salts[1];
  }
  return commitsBeyondBreak(wal, big, salts) > 1;
}

/** How many commits of this log stand at and after its first frame that does not fit. */
function commitsBeyondBreak(wal: Buffer, big: boolean, salts: Sum): number {
  const frame = frameHeaderBytes + wal.readUInt32BE(8);
  let sum = pair(wal, 24);
  let broken = false;
  let commits = 0;
  for (let at = headerBytes; at + frame <= wal.length; at += frame) {
    const bytes = wal.subarray(at, at + frame);
    const ours = same(pair(bytes, 8), salts);
    if (!broken) {
      sum = checksum(bytes.subarray(frameHeaderBytes), checksum(bytes.subarray(0, 8), sum, big), big);
      broken = !ours || !same(sum, pair(bytes, 16));
    }
    if (broken && ours && bytes.readUInt32BE(4) !== 0) commits += 1;
  }
  return commits;
}
