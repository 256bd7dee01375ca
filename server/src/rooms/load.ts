import * as Y from 'yjs';
import { emptyDoc } from '@samenbord/shared/document/empty-doc.ts';
import { isServerZone, readZone } from '@samenbord/shared/access/zones.ts';
import type { Zone } from '@samenbord/shared/access/zones.ts';
import { documentSchema, metaOf } from '@samenbord/shared/document/form.ts';
import { describeError } from '../audit/log.ts';
import { StorageError } from '../storage/storage.ts';
import type { LoadedDocument } from '../storage/storage.ts';
import type { AsKept } from './early-answer.ts';
import type { RoomLog, RoomStorage } from './ports.ts';
import { RoomError } from './room-error.ts';

/** From so many rows on, a merged state is kept beside the log, so that the next load is quick. */
export const rowsBeforeSnapshot = 500;

/** A document as it came out of the log, complete. */
export type Loaded = {
  readonly board: string;
  readonly zoneName: string;
  readonly zone: Zone;
  readonly epoch: number;
  readonly lastSeq: number;
  readonly doc: Y.Doc;
  readonly clients: Map<number, string>;
  /** Hashes of the ids of what was erased for good. */
  readonly erased: ReadonlySet<string>;
  /** Set when this is what is left of a damaged document: it is shown, and nothing is added to it. */
  readonly readOnly?: true;
  /** Up to here a merged state is kept. */
  readonly snapshotSeq?: number;
};

/**
 * Reads a document from the log. When it is damaged, the last good state is given to read only, and an alarm goes to the log. Throws `RoomError`: `onbekend`
 * when the board has no such zone, `onbereikbaar` when there is no good state: never an empty board. A new document gets its schema number first,
 * as a row like any other. When the whole of it is kept as one state, `onKept` hears that before the document is built.
 */
export async function loadDocument(
  storage: RoomStorage,
  log: RoomLog,
  board: string,
  zoneName: string,
  onKept: (kept: AsKept) => Promise<void> = async () => undefined,
): Promise<Loaded> {
  const zone = readZone(zoneName);
  if (zone === undefined) throw new RoomError('onbekend');
  let doc: Y.Doc | undefined;
  try {
    if ((await storage.epoch(board, zoneName)) === undefined) throw new RoomError('onbekend');
    const found = await wholeOrLastGood(storage, log, board, zoneName);
    const { epoch, lastSeq, updates, clients, erased, readOnly } = found;
    const [kept] = updates;
    if (kept !== undefined && found.rows === 0 && updates.length === 1 && readOnly !== true)
      await onKept({ epoch, update: kept });
    doc = readDocument(updates);
    const known = new Map(clients.map(({ client, participant }) => [client, participant]));
    const loaded = { board, zoneName, zone, epoch, lastSeq, doc, clients: known, erased: new Set(erased) };
    if (readOnly === true) return { ...loaded, readOnly };
    if (lastSeq === 0 && !isServerZone(zone)) return await withSchema(storage, loaded);
    if (found.rows < rowsBeforeSnapshot && found.passedOver === undefined) {
      return { ...loaded, snapshotSeq: lastSeq - found.rows };
    }
    keepSnapshot(storage, log, loaded);
    return { ...loaded, snapshotSeq: lastSeq };
  } catch (error) {
    doc?.destroy();
    if (error instanceof RoomError) throw error;
    log.error({ board, zone: zone.kind, ...describeError(error) }, 'a document cannot be loaded');
    throw new RoomError('onbereikbaar', { cause: error });
  }
}

/** A document of these updates. Throws when they are not the whole of it: nothing is left waiting for what is not there. */
export function readDocument(updates: readonly Uint8Array[]): Y.Doc {
  const doc = emptyDoc();
  for (const update of updates) Y.applyUpdate(doc, update);
  if (doc.store.pendingStructs === null && doc.store.pendingDs === null) return doc;
  doc.destroy();
  throw new Error('pending');
}

async function wholeOrLastGood(
  storage: RoomStorage,
  log: RoomLog,
  board: string,
  zoneName: string,
): Promise<LoadedDocument> {
  const zone = readZone(zoneName)?.kind ?? 'onbekend';
  try {
    const whole = await storage.loadDocument(board, zoneName);
    const { passedOver } = whole;
    if (passedOver !== undefined) log.error({ board, zone, passedOver }, 'ALARM damaged snapshot, the log stands in');
    if (whole.readOnly === true) log.error({ board, zone }, 'ALARM damaged database, read only');
    return whole;
  } catch (error) {
    const code = error instanceof StorageError ? error.code : '';
    if (storage.lastGood === undefined || (code !== 'beschadigd' && code !== 'sleutel')) throw error;
    const good = await storage.lastGood(board, zoneName).catch(() => undefined);
    if (good === undefined) throw error;
    const { lastSeq, from, lost, later } = good;
    const fields = { board, zone, epoch: from.epoch, good: lastSeq, last: from.seq, lost, later: later.length };
    log.error(fields, 'ALARM damaged document, the last good state is read only');
    return { ...good, readOnly: true };
  }
}

/** Only makes the next load quicker: when it fails, the log is still there. */
export function keepSnapshot(
  storage: RoomStorage,
  log: RoomLog,
  { board, zoneName, zone, epoch, lastSeq, doc }: Loaded,
): void {
  storage.saveSnapshot(board, zoneName, epoch, lastSeq, Y.encodeStateAsUpdate(doc)).catch(() => {
    log.warn({ board, zone: zone.kind }, 'a snapshot was not kept');
  });
}

async function withSchema(storage: RoomStorage, loaded: Loaded): Promise<Loaded> {
  const { board, zoneName: zone, epoch, doc, clients } = loaded;
  metaOf(doc).set('schema', documentSchema);
  const update = Y.encodeStateAsUpdate(doc);
  const client = doc.clientID;
  await storage.append([{ board, zone, epoch, seq: 1, update, by: 'server', client, history: [] }]);
  clients.set(client, 'server');
  return { ...loaded, lastSeq: 1 };
}
