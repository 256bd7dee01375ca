import type * as Y from 'yjs';
import { shut } from '@samenbord/shared/access/state.ts';
import type { TableState } from '@samenbord/shared/access/state.ts';
import { ownTable, tableMeeting, tablePresent, tableStaat } from '@samenbord/shared/wire/http-meeting.ts';
import type { OwnTable, TableMeeting } from '@samenbord/shared/wire/http-meeting.ts';
import type { Schema } from './server.ts';

/**
 * Reads one value of a document that the server writes. A value is another object only when it was written again, so that what was read of it is kept with it
 * and the same comes back each time.
 */
function readFact<T>(kept: WeakMap<object, { data: T | undefined }>, schema: Schema<T>, raw: unknown): T | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined;
  const before = kept.get(raw);
  if (before !== undefined) return before.data;
  const read = schema.safeParse(raw);
  const data = read.success ? read.data : undefined;
  kept.set(raw, { data });
  return data;
}

/** Reads one key of a document that the server writes, by its contract. */
export const factOf = <T>(key: string, schema: Schema<T>): ((doc: Y.Doc | undefined) => T | undefined) => {
  const kept = new WeakMap<object, { data: T | undefined }>();
  return (doc) => readFact(kept, schema, doc?.getMap('tafel').get(key));
};

const nobody: readonly string[] = [];
const outside: OwnTable = { open: false, pauzes: [] };
const stateIn = factOf<TableState>('staat', tableStaat);
const presentIn = factOf<string[]>('aanwezig', tablePresent);
const ownIn = factOf<OwnTable>('bijeenkomst', ownTable);

/** From `tafel`: what the table allows now. Shut when nothing is known. */
export const tableStateOf = (doc: Y.Doc | undefined): TableState => stateIn(doc) ?? shut;
/** From `tafel`: the open meeting; nothing when none is open. */
export const meetingOf: (doc: Y.Doc | undefined) => TableMeeting | undefined = factOf('bijeenkomst', tableMeeting);
/** From `tafel`: who sits at the open table. */
export const presentOf = (doc: Y.Doc | undefined): readonly string[] => presentIn(doc) ?? nobody;
/** From `tafel:<participant>`: is the table open for me, and who asked whom for a pause. */
export const ownTableOf = (doc: Y.Doc | undefined): OwnTable => ownIn(doc) ?? outside;
