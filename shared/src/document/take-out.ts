import * as Y from 'yjs';
import { thingsOf } from './form.ts';

/** Takes a thing out of a document: off, and without a text that whoever comes later could still read in its bytes. What is not there stays not there. */
export function takeOut(doc: Y.Doc, id: string): void {
  const map = thingsOf(doc).get(id);
  if (!(map instanceof Y.Map)) return;
  doc.transact(() => {
    for (const value of map.values()) if (value instanceof Y.Text && value.length > 0) value.delete(0, value.length);
    if (map.get('weg') !== true) map.set('weg', true);
  });
}
