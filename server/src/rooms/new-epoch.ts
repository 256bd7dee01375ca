import { isDeepStrictEqual } from 'node:util';
import * as Y from 'yjs';
import { emptyDoc } from '@samenbord/shared/document/empty-doc.ts';
import { isServerZone } from '@samenbord/shared/access/zones.ts';
import { readPlaceKey } from '@samenbord/shared/board/board.ts';
import type { Board } from '@samenbord/shared/board/board.ts';
import { references } from '@samenbord/shared/board/things.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { metaOf } from '@samenbord/shared/document/form.ts';
import { endedIn, isCopied, landedAfter } from '@samenbord/shared/document/landed.ts';
import { readBoard } from '@samenbord/shared/document/read.ts';
import { leftBehind, rebuild } from '@samenbord/shared/document/rebuild.ts';
import type { Rebuilt } from '@samenbord/shared/document/rebuild.ts';
import { describeError } from '../audit/log.ts';
import type { Loaded } from './load.ts';
import type { Bus, RoomLog, RoomStorage } from './ports.ts';
import { RoomError } from './room-error.ts';
import { isSameTable, tableAfresh } from './table-afresh.ts';

/** From so many rows on a log is replaced by what it amounts to, when nobody is there. */
export const rowsBeforeRebuild = 1000;
/** Below this a document is small, however much of it is history. */
const smallBytes = 64 * 1024;
const mostTimesFresh = 4;

/** True when the document would be much shorter if it were written afresh. */
export function isGrown(standing: Loaded, mostRows: number): boolean {
  if (standing.readOnly === true) return false;
  if (standing.lastSeq > mostRows) return true;
  const bytes = Y.encodeStateAsUpdate(standing.doc).length;
  return bytes > smallBytes && bytes > mostTimesFresh * rebuilt(standing, droppedFrom(standing)).update.length;
}

/**
 * Puts the document written afresh in the place of its log. Without `erased` it leaves behind what nobody can reach any more; with it, that one thing
 * and nothing else. Looks first whether the new document says the same. `onStarted` comes before others are woken. Throws `RoomError`; then the log may be either, and is the truth.
 */
export async function startEpoch(
  { storage, log, bus }: { readonly storage: RoomStorage; readonly log: RoomLog; readonly bus: Bus },
  standing: Loaded,
  erased: string | undefined,
  onStarted: () => void,
): Promise<void> {
  const { board, zoneName: zone, epoch, lastSeq: seq } = standing;
  try {
    if (standing.readOnly === true) throw new Error('read only');
    const without = erased === undefined ? droppedFrom(standing) : new Set([erased]);
    const { update, clients } = rebuilt(standing, without);
    if (!saysTheSame(standing, update, without)) throw new Error('a rebuilt document is not the same');
    await storage.startEpoch({ board, zone, from: { epoch, seq }, update, clients, erased });
  } catch (error) {
    log.error({ board, zone: standing.zone.kind, ...describeError(error) }, 'no new epoch');
    throw new RoomError('onbereikbaar', { cause: error });
  }
  onStarted();
  bus.publish({ board, zone, epoch: epoch + 1, seq: 1 });
}

const droppedFrom = ({ doc, zone }: Loaded): Set<string> => (isServerZone(zone) ? new Set() : leftBehind(doc, zone));

export function rebuilt({ doc, zone, clients, epoch }: Loaded, without: ReadonlySet<string>): Rebuilt {
  // Numbers of the epoch that ends are not used again: a client that comes back late still has one of them.
  const taken = new Set(clients.keys());
  const newClient = (): number => {
    let client = emptyDoc().clientID;
    while (taken.has(client)) client = emptyDoc().clientID;
    taken.add(client);
    return client;
  };
  if (isServerZone(zone)) return tableAfresh(doc, newClient);
  return rebuild(doc, { without, writerOf: (client) => clients.get(client), newClient, epoch });
}

export function saysTheSame(standing: Loaded, update: Uint8Array, without: ReadonlySet<string>): boolean {
  const { doc, zone } = standing;
  const fresh = emptyDoc();
  try {
    Y.applyUpdate(fresh, update);
    if (isServerZone(zone)) return isSameTable(fresh, doc);
    if (!saysHowFar(standing, fresh)) return false;
    return isDeepStrictEqual(outline(readBoard(fresh), without), outline(readBoard(doc), without));
  } finally {
    fresh.destroy();
  }
}

/** What only the server writes goes along as it is, and beside it stands how far each client had come: else its waiting work would be done twice. */
function saysHowFar({ doc, clients, epoch }: Loaded, fresh: Y.Doc): boolean {
  const old = [...metaOf(doc).keys()].filter(isCopied);
  const had = landedAfter(doc, epoch, (client) => clients.get(client) !== 'server');
  return (
    isDeepStrictEqual(endedIn(fresh), had) &&
    old.every((key) => isDeepStrictEqual(metaOf(fresh).get(key), metaOf(doc).get(key)))
  );
}

/** All that is on a board without these things, and without references to them: those are what may differ. */
function outline({ things, places, ink, unknown }: Board, without: ReadonlySet<string>) {
  const kept = [...things].filter(([id]) => !without.has(id));
  return {
    things: new Map(kept.map(([id, thing]) => [id, withoutReferences(thing, without)])),
    places: new Map([...places].filter(([key]) => !without.has(readPlaceKey(key)?.id ?? ''))),
    ink: new Map([...ink].filter(([id]) => !without.has(id))),
    unknown: new Map(unknown.filter(({ id }) => !without.has(id)).map((one) => [one.id, one])),
  };
}

function withoutReferences(thing: Thing, without: ReadonlySet<string>): Record<string, unknown> {
  const gone = (name: string, value: unknown): boolean =>
    references(thing.type, name, value).some(({ id }) => without.has(id));
  return Object.fromEntries(
    Object.entries(thing).flatMap(([name, value]): [string, unknown][] => {
      if (Array.isArray(value) && value.length === 0) return [];
      if (!gone(name, value)) return [[name, value]];
      const left: unknown[] = Array.isArray(value) ? value.filter((one) => !gone(name, one)) : [];
      return left.length > 0 ? [[name, left]] : [];
    }),
  );
}
