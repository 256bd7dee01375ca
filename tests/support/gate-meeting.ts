import * as Y from 'yjs';
import type { Actor } from '@samenbord/shared/access/zones.ts';
import type { Ink } from '@samenbord/shared/board/board.ts';
import { thingsOf } from '@samenbord/shared/document/form.ts';
import { carryOut } from '@samenbord/shared/document/intent.ts';
import type { Intent } from '@samenbord/shared/document/intent.ts';
import { mayUndoDelete } from '@samenbord/shared/document/undo.ts';
import type { Change, Verdict } from '@samenbord/server/rooms/gate/verdict.ts';
import { actors, emptyDoc, gateRoom, origins } from './gate-room.ts';
import type { GateRoom } from './gate-room.ts';

/** Somebody who works, is away for a while, comes back, and undoes only what is theirs. */
export type Person = {
  readonly actor: Actor;
  readonly doc: Y.Doc;
  readonly undo: Y.UndoManager;
  readonly out: Uint8Array[];
  readonly incoming: Uint8Array[];
  online: boolean;
};

function person(actor: Actor, clientId: number): Person {
  const doc = emptyDoc(true, clientId);
  const undo = new Y.UndoManager([thingsOf(doc), doc.getMap('places'), doc.getMap('ink')], {
    trackedOrigins: new Set([origins.tracked]),
    captureTimeout: 0,
    deleteFilter: mayUndoDelete,
  });
  const one: Person = { actor, doc, undo, out: [], incoming: [], online: true };
  doc.on('update', (bytes: Uint8Array, origin: unknown) => {
    if (origin !== 'room' && one.online) one.out.push(bytes);
  });
  return one;
}

/** Four people at one table, each with a document, a line to the room that is slow, and an undo of their own. */
export class Meeting {
  readonly room: GateRoom;
  readonly people: readonly Person[];
  readonly refused: Verdict[] = [];
  /** Rows of the history that say something else than the document shows. */
  readonly wrongRows: Change[] = [];
  accepted = 0;
  /** Tries of somebody who works honestly beside. */
  rightlyRefused = 0;
  readonly wronglyTaken: string[] = [];

  constructor(gc: boolean) {
    this.room = gateRoom({ gc });
    // Client ids on both sides of each other: who wins at the same moment depends on them.
    this.people = [
      person(actors.regie, 50),
      person(actors.moeder, 10),
      person(actors.gi, 2 ** 31 + 5),
      person(actors.jeugdige, 30),
    ];
  }

  submit(one: Person, bytes: Uint8Array): void {
    const verdict = this.room.submit({ actor: one.actor, clientId: one.doc.clientID }, bytes);
    if (!verdict.ok) {
      this.refused.push(verdict);
      return;
    }
    this.accepted++;
    if (verdict.update === undefined) return;
    for (const other of this.people) if (other !== one && other.online) other.incoming.push(verdict.update);
    for (const change of verdict.changes) if (!this.isShown(change)) this.wrongRows.push(change);
  }

  /** The same person, on the same line, tries the words of somebody else, and goes on with their own work as if nothing was. */
  misbehave(one: Person, at: number): void {
    const others = [...thingsOf(this.room.doc).keys()].filter(
      (id) => id.startsWith('kaart-') && !id.startsWith(`kaart-${one.actor.id}`),
    );
    const id = others[at % Math.max(1, others.length)];
    if (id === undefined || thingsOf(this.room.doc).get(id)?.get('vanWie') === one.actor.persoon) return;
    const aside = emptyDoc(true, one.doc.clientID);
    Y.applyUpdate(aside, Y.encodeStateAsUpdate(this.room.doc));
    const before = Y.encodeStateVector(aside);
    const done = carryOut(aside, { kind: 'editText', id, field: 'tekst', at: 0, remove: '', insert: 'x' }, origins);
    const bytes = Y.encodeStateAsUpdate(aside, before);
    aside.destroy();
    if (!done) return;
    const verdict = this.room.submit({ actor: one.actor, clientId: one.doc.clientID }, bytes);
    if (verdict.ok) this.wronglyTaken.push(id);
    else this.rightlyRefused++;
  }

  isShown({ thing, field, value }: Change): boolean {
    const isRoot = field === 'places' || field === 'ink';
    const found: unknown = isRoot
      ? this.room.doc.getMap(field).get(thing)
      : thingsOf(this.room.doc).get(thing)?.get(field);
    return JSON.stringify(found instanceof Y.Text ? found.toJSON() : found) === JSON.stringify(value);
  }

  flush(one: Person): void {
    for (let bytes = one.out.shift(); bytes !== undefined; bytes = one.out.shift()) this.submit(one, bytes);
  }

  receive(one: Person, count: number): void {
    for (const bytes of one.incoming.splice(0, count)) Y.applyUpdate(one.doc, bytes, 'room');
  }

  goOffline(one: Person): void {
    one.online = false;
    one.out.length = 0;
    one.incoming.length = 0;
  }

  /** What y-websocket does: both sides say what they know, both send the rest. Part of the work may have arrived before. */
  comeBack(one: Person): void {
    if (one.online) return;
    one.online = true;
    const theirs = Y.encodeStateAsUpdate(this.room.doc, Y.encodeStateVector(one.doc));
    this.submit(one, Y.encodeStateAsUpdate(one.doc, Y.encodeStateVector(this.room.doc)));
    Y.applyUpdate(one.doc, theirs, 'room');
  }

  finish(): void {
    for (const one of this.people) this.comeBack(one);
    for (const one of this.people) this.flush(one);
    for (const one of this.people) this.receive(one, Infinity);
  }
}

/** A table with two facts, a sentence that is written together and a goal. */
export function beginMeeting(gc: boolean): Meeting {
  const meeting = new Meeting(gc);
  const [regie] = meeting.people;
  if (regie === undefined) throw new Error('nobody');
  const by = regie.actor.id;
  const things = [
    { id: 'persoon-a', type: 'persoon', by, texts: { naam: 'Sanne' } },
    {
      id: 'besluit-a',
      type: 'besluit',
      by,
      values: { over: ['persoon-a'], wanneer: '2026-03-01', gevolgd: 'ja' },
    },
    { id: 'zin-a', type: 'patroonzin', by, texts: { tekst: 'altijd 😀 zo' } },
    { id: 'doel-a', type: 'doel', by, values: { prioriteit: 3 } },
  ] as const;
  for (const thing of things) carryOut(regie.doc, { kind: 'create', thing }, origins);
  regie.undo.clear();
  meeting.flush(regie);
  for (const one of meeting.people) meeting.receive(one, Infinity);
  return meeting;
}

export type Step = readonly [who: number, action: number, a: number, b: number];

/** Does one step of an honest meeting: numbers in, so that a failing meeting can be made smaller. */
export function perform(meeting: Meeting, [who, action, a, b]: Step): void {
  const one = meeting.people[who];
  if (one === undefined) return;
  if (action === 10) one.undo.undo();
  else if (action === 11) one.undo.redo();
  else if (action === 12) meeting.goOffline(one);
  else if (action === 13) meeting.comeBack(one);
  else if (action === 14) meeting.flush(one);
  else if (action === 15) meeting.receive(one, 1 + (a % 5));
  else if (action === 16) meeting.misbehave(one, a);
  else {
    const intent = intentOf(one, action, a, b);
    if (intent !== undefined) carryOut(one.doc, intent, origins);
  }
}

/** Something this person may do now, as they see the board. Nothing when what it is about is not there for them. */
function intentOf(one: Person, action: number, a: number, b: number): Intent | undefined {
  const professional = one.actor.rol === 'casusregisseur' || one.actor.rol === 'medewerker-gi';
  const own = `kaart-${one.actor.id}-${a % 3}`;
  const texts = [own, 'zin-a', 'doel-a'];
  const id = texts[a % texts.length] ?? own;
  switch (action) {
    case 0:
      return createCard(one, own, b);
    case 1:
    case 2:
    case 3:
      return editOf(
        one,
        professional && a === 7 ? 'persoon-a' : id,
        professional && a === 7 ? 'naam' : 'tekst',
        action === 3,
        b,
      );
    case 4:
      return professional
        ? { kind: 'set', id: 'persoon-a', field: 'geboren', value: ['2011', undefined, '2011-05'][b % 3] }
        : undefined;
    case 5:
      return { kind: 'set', id: 'doel-a', field: 'prioriteit', value: [1 + (b % 9), undefined][b % 2] };
    case 6:
      return { kind: 'place', view: 'tijdlijn', id: 'doel-a', at: b % 4 === 0 ? undefined : { x: b, y: a } };
    case 7:
      if (a % 2 === 0 && professional)
        return { kind: 'set', id: 'besluit-a', field: 'gevolgd', value: ['ja', 'nee'][b % 2] };
      return {
        kind: b % 2 ? 'remove' : 'restore',
        id: professional ? (['zin-a', 'persoon-a', own][b % 3] ?? own) : own,
      };
    case 8: {
      const ink: Ink = { by: one.actor.id, view: 'genogram', kleur: 'ink', vorm: 'pen', punten: [0, 0, b, a] };
      return { kind: 'ink', id: `inkt-${one.actor.id}-${a % 2}`, ink: b % 4 === 0 ? undefined : ink };
    }
    case 9:
      return { kind: 'set', id: 'doel-a', field: 'voortgang', value: ['bezig', 'gehaald', 'gestopt'][b % 3] };
    default:
      return undefined;
  }
}

function createCard(one: Person, id: string, b: number): Intent {
  const vanWie = one.actor.persoon === undefined && b % 3 === 0 ? 'persoon-a' : undefined;
  const place = b % 2 === 0 ? undefined : ({ view: 'tijdlijn', at: { x: b, y: 1 } } as const);
  return {
    kind: 'create',
    thing: { id, type: 'notitie', by: one.actor.id, vanWie, texts: { tekst: 'een 😀' } },
    place,
  };
}

function editOf(one: Person, id: string, field: string, takesAway: boolean, b: number): Intent | undefined {
  const text = thingsOf(one.doc).get(id)?.get(field);
  if (!(text instanceof Y.Text)) return undefined;
  const now = text.toJSON();
  const letters = [...now];
  const from = b % (letters.length + 1);
  const at = letters.slice(0, from).join('').length;
  if (takesAway)
    return {
      kind: 'editText',
      id,
      field,
      at,
      remove: letters.slice(from, from + 1 + (b % 4)).join(''),
      insert: b % 7 === 0 ? '☀️' : '',
    };
  const insert = ['x', 'yz', '👍', 'é'][b % 4] ?? 'x';
  // Several people may each add up to the limit: beyond it a refusal is right.
  return now.length < 60 || field !== 'naam' ? { kind: 'editText', id, field, at, remove: '', insert } : undefined;
}
