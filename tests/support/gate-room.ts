import * as Y from 'yjs';
import type { TableState } from '@samenbord/shared/access/may.ts';
import type { Actor, Zone } from '@samenbord/shared/access/zones.ts';
import type { ThingType } from '@samenbord/shared/board/things.ts';
import { carryOut } from '@samenbord/shared/document/intent.ts';
import type { Intent } from '@samenbord/shared/document/intent.ts';
import { applyJudged, judge } from '@samenbord/server/rooms/gate/judge.ts';
import type { Scene, Verdict, Writer } from '@samenbord/server/rooms/gate/verdict.ts';

export const actors = {
  regie: { id: 'pregie', rol: 'casusregisseur', opens: ['gedeeld', 'eigen'] },
  gi: { id: 'pgi1', rol: 'medewerker-gi', opens: ['gedeeld', 'eigen'] },
  moeder: { id: 'pmoeder', rol: 'ouder-met-gezag', persoon: 'nadia', opens: ['gedeeld', 'eigen'] },
  jeugdige: { id: 'psanne', rol: 'jeugdige', persoon: 'sanne', opens: ['gedeeld', 'eigen'] },
  scherm: { id: 'pscherm', rol: 'groot-scherm', opens: ['gedeeld'] },
} as const satisfies Record<string, Actor>;

export const origins = { tracked: 'tracked', untracked: 'untracked' };
export const roots = ['meta', 'things', 'places', 'ink'] as const;

export function emptyDoc(gc: boolean, clientId?: number): Y.Doc {
  const doc = new Y.Doc({ gc });
  if (clientId !== undefined) doc.clientID = clientId;
  for (const name of roots) doc.getMap(name);
  return doc;
}

export type GateRoom = {
  readonly scene: Scene;
  readonly doc: Y.Doc;
  /** The canonical updates in the order in which they would be stored. */
  readonly log: Uint8Array[];
  /** Judges, applies and logs. */
  readonly submit: (writer: Writer, bytes: Uint8Array) => Verdict;
  /** A place at the table: a document of one's own whose changes go straight to the room. */
  readonly seat: (actor: Actor, clientId: number, gc?: boolean) => Seat;
};
export type Seat = {
  readonly doc: Y.Doc;
  readonly writer: Writer;
  readonly act: (intent: Intent) => Verdict[];
  readonly pull: () => void;
};

export type GateRoomOptions = {
  readonly gc?: boolean;
  readonly zone?: Zone;
  readonly table?: TableState;
  readonly elsewhere?: ReadonlyMap<string, ThingType>;
  /** Instead of the gate itself: one with a check left out. */
  readonly judge?: typeof judge;
};

/** A room with a gate and nothing around it: no socket, no storage. */
export function gateRoom(options: GateRoomOptions = {}): GateRoom {
  const doc = emptyDoc(options.gc ?? true);
  const log: Uint8Array[] = [];
  const scene: Scene = {
    doc,
    zone: options.zone ?? { kind: 'gedeeld' },
    table: options.table ?? { open: true },
    lookup: (id) => options.elsewhere?.get(id),
  };
  const submit = (writer: Writer, bytes: Uint8Array): Verdict => {
    const verdict = (options.judge ?? judge)(scene, writer, bytes);
    if (verdict.ok && verdict.update !== undefined) {
      applyJudged(doc, verdict.update);
      log.push(verdict.update);
    }
    return verdict;
  };
  return { scene, doc, log, submit, seat: (actor, clientId, gc = true) => takeSeat(doc, submit, actor, clientId, gc) };
}

function takeSeat(room: Y.Doc, submit: GateRoom['submit'], actor: Actor, clientId: number, gc: boolean): Seat {
  const doc = emptyDoc(gc, clientId);
  const writer: Writer = { actor, clientId };
  const pull = (): void => Y.applyUpdate(doc, Y.encodeStateAsUpdate(room, Y.encodeStateVector(doc)), 'room');
  pull();
  const act = (intent: Intent): Verdict[] => {
    const sent: Uint8Array[] = [];
    const keep = (bytes: Uint8Array): number => sent.push(bytes);
    doc.on('update', keep);
    carryOut(doc, intent, origins);
    doc.off('update', keep);
    return sent.map((bytes) => submit(writer, bytes));
  };
  return { doc, writer, act, pull };
}
