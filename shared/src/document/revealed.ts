import * as Y from 'yjs';
import { definitionOf, textFields } from '../board/things.ts';
import { thingsOf } from './form.ts';

/** A card that the server puts on the table when a round is revealed. Without `by` it is nobody's. */
export type RevealedThing = {
  readonly id: string;
  readonly type: Parameters<typeof definitionOf>[0];
  readonly tekst: string;
  readonly ronde: string;
  readonly by?: string;
  readonly vanWie?: string;
  readonly namens?: string;
};

/** Puts these cards on a document, in the order in which they are given, each whole and at once. */
export function putRevealed(doc: Y.Doc, cards: readonly RevealedThing[]): void {
  for (const { id, type, tekst, ...marks } of cards) {
    const map = new Y.Map<unknown>();
    map.set('type', type);
    map.set('versie', definitionOf(type).version);
    map.set('weg', false);
    for (const [name, value] of Object.entries(marks)) if (value !== undefined) map.set(name, value);
    for (const name of textFields(type)) map.set(name, new Y.Text(name === definitionOf(type).main ? tekst : ''));
    thingsOf(doc).set(id, map);
  }
}
