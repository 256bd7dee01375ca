import * as Y from 'yjs';
import { thingsOf } from '@samenbord/shared/document/form.ts';
import type { Writer } from '@samenbord/server/rooms/gate/verdict.ts';
import { actors, emptyDoc, gateRoom } from './gate-room.ts';
import type { GateRoom, GateRoomOptions, Seat } from './gate-room.ts';
import type { RawId } from './updates.ts';

/** A small table on which somebody tries something. The attacker is a mother with a card of her own. */
export type Table = {
  readonly room: GateRoom;
  readonly victim: Seat;
  readonly attacker: Seat;
  readonly writer: Writer;
  /** First clock of the attacker that the room does not know. */
  readonly next: () => number;
  /** Id of the nth letter (UTF-16) of a text, deleted ones not counted. */
  readonly letter: (thing: string, field: string, index: number) => RawId;
  /** Id of what stands under a key. */
  readonly entry: (root: 'things' | 'places' | 'ink', ...keys: readonly string[]) => RawId;
  /** A plain Yjs document with all that the room has, and nothing collected. */
  readonly plain: () => Y.Doc;
};

const clients = { regie: 50, victim: 30, attacker: 10 };

export function setTable(options: GateRoomOptions = {}): Table {
  const room = gateRoom(options);
  const regie = room.seat(actors.regie, clients.regie);
  regie.act({ kind: 'create', thing: { id: 'nadia', type: 'persoon', by: 'pregie', texts: { naam: 'Nadia' } } });
  regie.act({
    kind: 'create',
    thing: { id: 'sanne', type: 'persoon', by: 'pregie', texts: { naam: 'Sanne 😀' }, values: { geboren: '2011' } },
  });
  regie.act({
    kind: 'create',
    thing: { id: 'zin', type: 'patroonzin', by: 'pregie', texts: { tekst: 'samen 😀 hier' } },
  });
  const victim = room.seat(actors.jeugdige, clients.victim, false);
  victim.act({
    kind: 'create',
    thing: {
      id: 'kaart-v',
      type: 'notitie',
      by: 'psanne',
      texts: { tekst: 'dag 😀 daar' },
      values: { over: ['sanne'] },
    },
  });
  victim.act({
    kind: 'create',
    thing: { id: 'kracht-v', type: 'factor', by: 'psanne', values: { kant: 'kind', waarde: 'kracht' } },
  });
  victim.act({
    kind: 'ink',
    id: 'inkt-v',
    ink: { by: 'psanne', view: 'genogram', kleur: 'ink', vorm: 'pen', punten: [0, 0, 1, 1] },
  });
  const attacker = room.seat(actors.moeder, clients.attacker);
  const own = { id: 'kaart-h', type: 'notitie', by: 'pmoeder', texts: { tekst: 'mijn woorden' } } as const;
  attacker.act({ kind: 'create', thing: own, place: { view: 'tijdlijn', at: { x: 1, y: 2 } } });
  victim.pull();
  return {
    room,
    victim,
    attacker,
    writer: attacker.writer,
    next: () => Y.getState(room.doc.store, clients.attacker),
    letter: (thing, field, index) => letterOf(thingsOf(room.doc).get(thing)?.get(field), index),
    entry: (root, ...keys) => entryOf(room.doc, root, keys),
    plain: () => plainCopy(room.doc),
  };
}

function letterOf(text: unknown, index: number): RawId {
  if (!(text instanceof Y.Text)) throw new Error('no text');
  let left = index;
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted) continue;
    if (left < item.length) return [item.id.client, item.id.clock + left];
    left -= item.length;
  }
  throw new Error('text too short');
}

function entryOf(doc: Y.Doc, root: string, keys: readonly string[]): RawId {
  let type = doc.getMap(root) as unknown as Y.AbstractType<unknown>;
  let item: Y.Item | undefined;
  for (const key of keys) {
    item = type._map.get(key);
    if (item?.content instanceof Y.ContentType) type = item.content.type as Y.AbstractType<unknown>;
  }
  if (item === undefined) throw new Error('no entry');
  return [item.id.client, item.id.clock];
}

function plainCopy(doc: Y.Doc): Y.Doc {
  const copy = emptyDoc(false);
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}
