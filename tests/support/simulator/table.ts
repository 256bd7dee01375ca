import * as Y from 'yjs';
import { metaOf } from '@samenbord/shared/document/form.ts';
import { carryOut } from '@samenbord/shared/document/intent.ts';
import type { DocumentRow } from '@samenbord/server/storage/storage.ts';
import type { Disk } from './disk.ts';
import { board, people } from './people.ts';

/** Two people on the genogram, a sentence and a goal, as rows of the log; and an empty document for each of the rest. */
export function layTable(disk: Disk, past: number): void {
  const rowFor = (zone: string, change: (doc: Y.Doc) => void, by: string, seq: number, client: number) => {
    const doc = new Y.Doc();
    doc.clientID = client;
    change(doc);
    return { board, zone, epoch: 1, seq, update: Y.encodeStateAsUpdate(doc), by, client, history: [] };
  };
  const schema = (zone: string) => rowFor(zone, (doc) => metaOf(doc).set('schema', 1), 'server', 1, 1);
  const by = 'pregie';
  const things = [
    { id: 'nadia', type: 'persoon', by, texts: { naam: 'Nadia' } },
    { id: 'sanne', type: 'persoon', by, texts: { naam: 'Sanne' } },
    { id: 'zin', type: 'patroonzin', by, texts: { tekst: 'altijd 😀 zo ' } },
    { id: 'doel', type: 'doel', by, values: { prioriteit: 3 } },
  ] as const;
  const lay = (doc: Y.Doc): void => {
    for (const thing of things) carryOut(doc, { kind: 'create', thing }, { tracked: 1, untracked: 2 });
  };
  const first = rowFor('gedeeld', lay, by, 2, 2);
  disk.make(board, 'gedeeld', [schema('gedeeld'), first, ...pastOf(first, past)]);
  for (const { id, opens } of Object.values(people))
    if (opens.length > 1) disk.make(board, `eigen:${id}`, [schema(`eigen:${id}`)]);
}

/** Hundreds of moves of one goal, as somebody made them before the meeting. */
function pastOf(first: DocumentRow, count: number): DocumentRow[] {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, first.update);
  doc.clientID = 3;
  const rows: DocumentRow[] = [];
  doc.on('update', (update: Uint8Array) => rows.push({ ...first, seq: 3 + rows.length, update, client: 3 }));
  for (let x = 0; x < count; x++)
    carryOut(doc, { kind: 'place', view: 'tijdlijn', id: 'doel', at: { x, y: 1 } }, { tracked: 1, untracked: 2 });
  return rows;
}
