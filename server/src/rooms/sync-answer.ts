import * as Y from 'yjs';
import { step1Frame, step2Frame } from './frames.ts';

/** What goes to somebody who asks what they miss: the answer, and our question what we miss. */
export type SyncAnswer = { readonly answer: Uint8Array; readonly question: Uint8Array };

/**
 * Makes the answers for one document. Whoever asks the same of the same state gets the same bytes: when two hundred people come back at once the document is
 * written down once. It is kept only as long as it is on its way to somebody. Throws when the question is not a state vector.
 */
export function createSyncAnswers(doc: Y.Doc): (seq: number, stateVector: Uint8Array) => SyncAnswer {
  let last: { readonly seq: number; readonly asked: Uint8Array; readonly made: WeakRef<SyncAnswer> } | undefined;
  return (seq, stateVector) => {
    const known = last?.seq === seq && Buffer.compare(last.asked, stateVector) === 0 ? last.made.deref() : undefined;
    if (known !== undefined) return known;
    const made = {
      answer: step2Frame(Y.encodeStateAsUpdate(doc, stateVector)),
      question: step1Frame(Y.encodeStateVector(doc)),
    };
    last = { seq, asked: stateVector, made: new WeakRef(made) };
    return made;
  };
}
