import * as Y from 'yjs';
import { isServerZone, readZone } from '@samenbord/shared/access/zones.ts';
import type { Zone } from '@samenbord/shared/access/zones.ts';
import { documentSchema, metaOf } from '@samenbord/shared/document/form.ts';
import type { RoomLog, RoomStorage } from './ports.ts';
import { RoomError } from './room-error.ts';

/** From so many rows on, a merged state is kept beside the log, so that the next load is quick. */
const rowsBeforeSnapshot = 500;

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
};

/**
 * Reads a document from the log. Throws `RoomError`: `onbekend` when the board has no such zone, `onbereikbaar` for anything else that is not the whole
 * document. A new document gets its schema number first, as a row like any other.
 */
export async function loadDocument(
  storage: RoomStorage,
  log: RoomLog,
  board: string,
  zoneName: string,
): Promise<Loaded> {
  const zone = readZone(zoneName);
  if (zone === undefined) throw new RoomError('onbekend');
  const doc = new Y.Doc();
  try {
    if ((await storage.epoch(board, zoneName)) === undefined) throw new RoomError('onbekend');
    const { epoch, lastSeq, updates, rows, clients, erased } = await storage.loadDocument(board, zoneName);
    for (const update of updates) Y.applyUpdate(doc, update);
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) throw new Error('pending');
    const known = new Map(clients.map(({ client, participant }) => [client, participant]));
    const loaded = { board, zoneName, zone, epoch, lastSeq, doc, clients: known, erased: new Set(erased) };
    if (rows >= rowsBeforeSnapshot) keepSnapshot(storage, log, loaded);
    return lastSeq === 0 && !isServerZone(zone) ? await withSchema(storage, loaded) : loaded;
  } catch (error) {
    doc.destroy();
    if (error instanceof RoomError) throw error;
    const code = error instanceof Error ? error.message : 'onbekend';
    log.error({ board, zone: zone.kind, code }, 'a document cannot be loaded');
    throw new RoomError('onbereikbaar', { cause: error });
  }
}

/** Only makes the next load quicker: when it fails, the log is still there. */
function keepSnapshot(
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
