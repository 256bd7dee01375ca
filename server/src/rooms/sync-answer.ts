import * as Y from 'yjs';
import type { Budget } from './budget.ts';
import type { CommitQueue } from './commits.ts';
import type { Connection } from './connection.ts';
import { step1Frame, step2Frame } from './frames.ts';

/** What goes to somebody who asks what they miss: the answer, and our question what we miss. */
type SyncAnswer = { readonly answer: Uint8Array; readonly question: Uint8Array };

/** The part of a room that answers who asks what they miss. */
export type Answering = {
  /** Throws when the question is not a state vector. */
  answer(connection: Connection, seq: number, stateVector: Uint8Array): void;
  /** Everything was sent already, as it was kept: what is left is our question. */
  ask(connection: Connection, sent: number): void;
};

/** Answers are made now and sent when the state they were made of is committed; each counts against who asks. */
export function createAnswering(
  doc: Y.Doc,
  commits: Pick<CommitQueue, 'add'>,
  budget: Pick<Budget, 'read'>,
): Answering {
  const answers = createSyncAnswers(doc);
  const send = (connection: Connection, frames: readonly Uint8Array[]): void => {
    commits.add({
      done: () => {
        for (const frame of frames) connection.send(frame);
      },
    });
  };
  return {
    answer: (connection, seq, stateVector) => {
      const { answer, question } = answers(seq, stateVector);
      budget.read(connection.participant, answer.length + 8 * stateVector.length);
      send(connection, [answer, question]);
    },
    ask: (connection, sent) => {
      budget.read(connection.participant, sent);
      send(connection, [step1Frame(Y.encodeStateVector(doc))]);
    },
  };
}

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
