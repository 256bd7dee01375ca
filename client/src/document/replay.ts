import { thingsOf } from '@samenbord/shared/document/form.ts';
import { textOf } from '@samenbord/shared/document/intent.ts';
import type { Intent } from '@samenbord/shared/document/intent.ts';
import type { Landing } from '@samenbord/shared/document/rebase.ts';
import { limits } from '@samenbord/shared/wire/socket.ts';
import { exactLanding } from './anchor.ts';
import type { Room } from './room.ts';
import type { Waiting } from './waiting.ts';

/** Replayed work goes in small handfuls, under the server's limits of frames and bytes a second. */
export const handful = 40;
export const handfulBytes = 512 * 1024;

/** What became of work on a fresh document: carried out again, there already, or why it cannot be done. */
export type Replayed = 'played' | 'landed' | 'weg' | 'vorm';

/** Plays work on a document that comes fresh from the server, unless the server has it already. `WaitingList.settle` went before. */
export function playAgain(room: Room, waiting: Waiting, epoch: number): Replayed {
  const { intent } = waiting;
  if (!isThere(room, intent)) return 'weg';
  const { anchor, effect } = waiting.carried ?? {};
  const isKnown = waiting.epoch === epoch && anchor !== undefined && effect !== undefined;
  const carried = carry(room, intent, isKnown ? exactLanding(room.doc, intent, anchor, effect) : undefined);
  if (carried === 'vorm') return carried;
  if (carried === undefined) return 'landed';
  waiting.room = room;
  waiting.carried = carried;
  waiting.epoch = epoch;
  waiting.sent = carried.frames !== undefined;
  waiting.unsure = false;
  return 'played';
}

/** Work that was kept by an older page can be of a form that this one does not take. */
function carry(room: Room, intent: Intent, landing: Landing | undefined): ReturnType<Room['carry']> | 'vorm' {
  try {
    return room.carry(intent, landing);
  } catch {
    return 'vorm';
  }
}

/** An edit with the text it is meant for, so that it can be played again wherever that text went. */
export function withSeen(room: Room, intent: Intent): Intent {
  if (intent.kind !== 'editText' || intent.seen !== undefined) return intent;
  return { ...intent, seen: textOf(room.doc, intent.id, intent.field) };
}

/** Is what the intent is about on this document? */
function isThere(room: Room, intent: Intent): boolean {
  if (intent.kind === 'places') return intent.at.some(([id]) => thingsOf(room.doc).has(id));
  return !('id' in intent) || intent.kind === 'ink' || thingsOf(room.doc).has(intent.id);
}

/** Is what the intent is about off the table? */
export function isOff(room: Room, intent: Intent): boolean {
  return 'id' in intent && thingsOf(room.doc).get(intent.id)?.get('weg') === true;
}

/** Room for what Yjs writes beside the words. */
const half = limits.frameBytes / 2;

/** About so many bytes go over the line for it. */
export function weightOf(intent: Intent): number {
  const plain = intent.kind === 'editText' ? { ...intent, seen: undefined } : intent;
  return new TextEncoder().encode(JSON.stringify(plain)).length;
}

/** More than one frame can carry: the server would close the line at it. */
export const isTooLarge = (intent: Intent): boolean => weightOf(intent) > half;
