import * as Y from 'yjs';
import { metaOf } from './form.ts';

/** Key in `meta`, which only the server writes. */
const key = 'landed';
/** Of more clients than this it is not kept how far they came: the oldest epochs go first. */
const mostClients = 1000;

/** How far each Yjs client had come at the end of an epoch, newest epoch first: numbers only, as a state vector of Yjs. */
type Ended = readonly [epoch: number, vector: Uint8Array];

/**
 * Takes a document whose epoch ends, the number of that epoch and which clients can have work that waits for an answer; writes in the fresh document what had
 * been taken of each, and of the epochs before it. So a client whose acknowledgement got lost knows exactly what is in the new document (decision 0014).
 */
export function copyLanded(doc: Y.Doc, fresh: Y.Doc, epoch: number, mayWait: (client: number) => boolean): void {
  const all = landedAfter(doc, epoch, mayWait);
  if (all.length > 0) metaOf(fresh).set(key, all);
}

/** The same as a value. */
export function landedAfter(doc: Y.Doc, epoch: number, mayWait: (client: number) => boolean): Ended[] {
  const now = [...Y.decodeStateVector(Y.encodeStateVector(doc))].filter(([client]) => mayWait(client));
  const ended = [[epoch, now] as const, ...endedIn(doc).map(([each, had]) => [each, decoded(had)] as const)];
  let left = mostClients;
  return ended.flatMap(([each, clients]): Ended[] => {
    const kept = clients.slice(0, left);
    left -= kept.length;
    return kept.length === 0 ? [] : [[each, Y.encodeStateVector(new Map(kept))]];
  });
}

/** What a document says of the epochs before it. What cannot be read is nothing. */
export function endedIn(doc: Y.Doc): Ended[] {
  const value: unknown = metaOf(doc).get(key);
  return (Array.isArray(value) ? (value as unknown[]) : []).filter(isEnded);
}

/** How many clocks of this client had been taken in that epoch; 0 too when nobody knows any more. */
export function landedClock(doc: Y.Doc, epoch: number, client: number): number {
  const had = endedIn(doc).find(([each]) => each === epoch);
  return had === undefined ? 0 : (new Map(decoded(had[1])).get(client) ?? 0);
}

/** True for the keys of `meta` that a fresh document copies as they stand. */
export const isCopied = (name: string): boolean => name !== key;

const isEnded = (value: unknown): value is Ended =>
  Array.isArray(value) && typeof value[0] === 'number' && value[1] instanceof Uint8Array;

function decoded(vector: Uint8Array): [number, number][] {
  try {
    return [...Y.decodeStateVector(vector)];
  } catch {
    return [];
  }
}
