import * as Y from 'yjs';
import { isServerZone, readZone } from '@samenbord/shared/access/zones.ts';
import { documentSchema, metaOf } from '@samenbord/shared/document/form.ts';
import { readBoard } from '@samenbord/shared/document/read.ts';
import type { LoadedDocument, Storage } from '../storage/storage.ts';
import { StorageError } from '../storage/storage.ts';
import { readDocument } from './load.ts';

/** What a look at one document gives. `nothing`: no good state is left of it. */
export type Examined = {
  readonly board: string;
  readonly zone: string;
  readonly state: 'whole' | 'damaged' | 'nothing';
  /** Things that can be had, with what was put back of the rows after the damage. */
  readonly things: number;
  /** The seq of the last row that was committed, and of the last one of the good state. */
  readonly last: number;
  readonly good: number;
  /** Rows after the damage that still apply, that open but lean on what is gone, and that are gone. */
  readonly applied: number;
  readonly leaning: number;
  readonly lost: number;
};

/** A document as it can be written anew: where its log stands, and all that can be had. */
type Best = {
  readonly examined: Examined;
  readonly from: { epoch: number; seq: number };
  readonly update: Uint8Array;
  readonly clients: LoadedDocument['clients'];
};

type Keeper = Pick<Storage, 'loadDocument' | 'lastGood' | 'startEpoch'>;

/** Looks at a document without changing anything. Throws what the storage throws, except that it is damaged: that is the answer. */
export async function examine(storage: Keeper, board: string, zone: string): Promise<Examined> {
  const none = { board, zone, state: 'nothing', things: 0, last: 0, good: 0, applied: 0, leaning: 0, lost: 0 } as const;
  return (await bestOf(storage, board, zone))?.examined ?? none;
}

/**
 * Puts all that can be had of a document in a new epoch, on purpose, and gives what that was. `to` is a number that was never the epoch of this document. Of a
 * document of which nothing can be had, nothing is changed. Throws `StorageError` when it cannot be kept; then it is as it was.
 */
export async function mend(storage: Keeper, board: string, zone: string, to: number): Promise<Examined> {
  const best = await bestOf(storage, board, zone);
  if (best === undefined) return examine(storage, board, zone);
  const { from, update, clients, examined } = best;
  await storage.startEpoch({ board, zone, from, update, clients, to: Math.max(to, from.epoch + 1) });
  return examined;
}

/** Every 10 seconds another number, far above what counting brings: after a restore no client has ever seen an epoch of this number. */
export const epochAt = (now: number): number => Math.floor((now - Date.UTC(2020, 0, 1)) / 10_000);

async function bestOf(storage: Keeper, board: string, zone: string): Promise<Best | undefined> {
  const whole = await wholeOf(storage, board, zone);
  if (whole !== undefined) return whole;
  try {
    const good = await storage.lastGood(board, zone);
    const doc = readDocument(good.updates);
    const { applied, standing } = withLater(doc, good.later);
    const examined: Examined = {
      board,
      zone,
      state: 'damaged',
      things: readBoard(standing).things.size,
      last: good.from.seq,
      good: good.lastSeq,
      applied,
      leaning: good.later.length - applied,
      lost: good.lost,
    };
    return { examined, from: good.from, update: Y.encodeStateAsUpdate(standing), clients: good.clients };
  } catch (error) {
    if (error instanceof StorageError && error.code !== 'beschadigd') throw error;
    return undefined;
  }
}

async function wholeOf(storage: Keeper, board: string, zone: string): Promise<Best | undefined> {
  try {
    const { epoch, lastSeq, updates, clients } = await storage.loadDocument(board, zone);
    const doc = readDocument(updates);
    const read = readZone(zone);
    // Nobody ever opened it: what the first one to do so would have written goes along.
    if (lastSeq === 0 && read !== undefined && !isServerZone(read)) {
      metaOf(doc).set('schema', documentSchema);
      clients.push({ client: doc.clientID, participant: 'server' });
    }
    const things = readBoard(doc).things.size;
    const numbers = { last: lastSeq, good: lastSeq, applied: 0, leaning: 0, lost: 0 };
    const examined = { board, zone, state: 'whole' as const, things, ...numbers };
    return { examined, from: { epoch, seq: lastSeq }, update: Y.encodeStateAsUpdate(doc), clients };
  } catch (error) {
    if (error instanceof StorageError && error.code !== 'beschadigd' && error.code !== 'sleutel') throw error;
    return undefined;
  }
}

/** Rows after a gap were judged when they came in; those that need nothing of what is gone are put back, in their order. */
function withLater(doc: Y.Doc, later: readonly { update: Uint8Array }[]): { applied: number; standing: Y.Doc } {
  let standing = doc;
  let applied = 0;
  for (const { update } of later) {
    const before = Y.encodeStateAsUpdate(standing);
    Y.applyUpdate(standing, update);
    if (standing.store.pendingStructs === null && standing.store.pendingDs === null) {
      applied += 1;
      continue;
    }
    standing.destroy();
    standing = readDocument([before]);
  }
  return { applied, standing };
}
