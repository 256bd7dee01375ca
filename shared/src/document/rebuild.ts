import * as Y from 'yjs';
import { emptyDoc } from './empty-doc.ts';
import { placeKey } from '../board/board.ts';
import { viewNames } from '../board/define.ts';
import { definitionOf, fieldOf, isThingType, isValue, references } from '../board/things.ts';
import type { ThingType } from '../board/things.ts';
import { isServerZone } from '../access/zones.ts';
import type { Zone } from '../access/zones.ts';
import { documentSchema, inkOf, metaOf, placesOf, thingsOf } from './form.ts';
import { copyLanded, isCopied } from './landed.ts';

/** A document written afresh: one update, and which Yjs client of it belongs to whom. */
export type Rebuilt = {
  readonly update: Uint8Array;
  readonly clients: readonly { client: number; participant: string }[];
};

export type RebuildOptions = {
  /** Things and strokes that are not taken along. */
  readonly without: ReadonlySet<string>;
  /** The participant behind a Yjs client, where that is known: who took a card off the table decides who may put it back. */
  readonly writerOf: (client: number) => string | undefined;
  /** Client numbers that nobody has; asked for one at a time. */
  readonly newClient: () => number;
  /** Number of the epoch that ends with this document. */
  readonly epoch: number;
};

type ThingMap = Y.Map<unknown>;

/**
 * Takes a zone document, gives the same content as if it had just been written: no history, no erased words, nothing deleted. Fields are copied as they
 * stand, so a thing of an unknown type or a newer version is the same afterwards. Of a thing that is left out its places go too, and so do references to it
 * where they may be missing: a later change of such a list would be refused for pointing at nothing. A required reference and `vanWie` stay as they
 * are and point at nothing, which readers take as off the table; without `vanWie` the words would pass to somebody else. `meta` says how far each client had
 * come.
 */
export function rebuild(doc: Y.Doc, { without, writerOf, newClient, epoch }: RebuildOptions): Rebuilt {
  const fresh = emptyDoc();
  const clients = new Map<string, number>();
  const writeAs = (participant: string, write: () => void): void => {
    const client = clients.get(participant) ?? newClient();
    clients.set(participant, client);
    fresh.clientID = client;
    fresh.transact(write);
  };
  try {
    const takenOff = new Map<string, string[]>();
    writeAs('server', () => {
      copyPlain(metaOf(doc), metaOf(fresh), isCopied);
      if (!metaOf(fresh).has('schema')) metaOf(fresh).set('schema', documentSchema);
      copyLanded(doc, fresh, epoch, (client) => writerOf(client) !== 'server');
      for (const [id, map] of thingsOf(doc)) {
        if (without.has(id)) continue;
        const by = map instanceof Y.Map && map.get('weg') === true ? offBy(map, writerOf) : undefined;
        const half = by !== undefined && by !== 'server' && isHalf(map);
        thingsOf(fresh).set(id, copyThing(map, without, half ? 'weg' : undefined));
        if (by !== undefined && by !== 'server') takenOff.set(by, [...(takenOff.get(by) ?? []), id]);
      }
      const gone = new Set([...without].flatMap((id) => viewNames.map((view) => placeKey(view, id))));
      copyPlain(placesOf(doc), placesOf(fresh), (key) => !gone.has(key));
      copyPlain(inkOf(doc), inkOf(fresh), (id) => !without.has(id));
    });
    for (const [participant, ids] of takenOff) {
      writeAs(participant, () => {
        for (const id of ids) thingsOf(fresh).get(id)?.set('weg', true);
      });
    }
    const bound = [...clients].map(([participant, client]) => ({ client, participant }));
    return { update: Y.encodeStateAsUpdate(fresh), clients: bound };
  } finally {
    fresh.destroy();
  }
}

function copyPlain(from: Y.Map<unknown>, to: Y.Map<unknown>, keep: (key: string) => boolean): void {
  for (const [key, value] of from) if (keep(key)) to.set(key, value instanceof Y.AbstractType ? value.clone() : value);
}

const offBy = (map: ThingMap, writerOf: RebuildOptions['writerOf']): string | undefined => {
  const item = map._map.get('weg');
  return item === undefined ? undefined : writerOf(item.id.client);
};

/** Only the first half of making it has arrived: the second must still find it as `carryOut` left it, off the table since one write of its maker. */
const isHalf = (map: unknown): boolean => map instanceof Y.Map && map._map.get('weg')?.left === null;

function copyThing(map: unknown, without: ReadonlySet<string>, apart: string | undefined): ThingMap {
  const copy = new Y.Map<unknown>();
  if (!(map instanceof Y.Map)) return copy;
  const type: unknown = map.get('type');
  for (const [name, value] of map) {
    if (name === apart) continue;
    if (value instanceof Y.AbstractType) copy.set(name, value.clone());
    else {
      const kept = isThingType(type) ? withoutReferences(type, name, value, without) : value;
      if (kept !== undefined) copy.set(name, kept);
    }
  }
  return copy;
}

/** A plain value without references to these things; nothing when it cannot be without them. */
export function withoutReferences(
  type: ThingType,
  name: string,
  value: unknown,
  without: ReadonlySet<string>,
): unknown {
  if (without.size === 0 || name === 'vanWie' || fieldOf(type, name) === undefined) return value;
  const gone = (one: unknown): boolean => references(type, name, one).some(({ id }) => without.has(id));
  if (!gone(value)) return value;
  if (Array.isArray(value)) {
    const left: unknown[] = value.filter((one) => !gone(one));
    if (isValue(type, name, left)) return left;
  }
  return definitionOf(type).required.includes(name) ? value : undefined;
}

/**
 * The things that a rebuild leaves behind by itself: off the table, and nothing that stays points at them. On the table that is never somebody's
 * words: a card that was taken off goes back to whoever said it, and waits for them there.
 */
export function leftBehind(doc: Y.Doc, zone: Zone): Set<string> {
  const left = new Set<string>();
  if (isServerZone(zone)) return left;
  const pointed: string[] = [];
  for (const [id, map] of thingsOf(doc)) {
    if (map instanceof Y.Map && isLeft(map, zone)) left.add(id);
    else pointed.push(...pointsAt(map));
  }
  for (let id = pointed.pop(); id !== undefined; id = pointed.pop()) {
    if (left.delete(id)) pointed.push(...pointsAt(thingsOf(doc).get(id)));
  }
  return left;
}

function isLeft(map: ThingMap, zone: Zone): boolean {
  const type: unknown = map.get('type');
  if (!isThingType(type) || map.get('weg') !== true || map.get('versie') !== definitionOf(type).version) return false;
  return zone.kind === 'eigen' || fieldOf(type, definitionOf(type).main)?.class !== 'woorden';
}

function pointsAt(map: unknown): string[] {
  if (!(map instanceof Y.Map)) return [];
  const type: unknown = map.get('type');
  if (!isThingType(type)) return [];
  return [...map].flatMap(([name, value]) =>
    value instanceof Y.AbstractType ? [] : references(type, name, value).map(({ id }) => id),
  );
}
