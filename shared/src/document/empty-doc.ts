import * as Y from 'yjs';

/**
 * An empty document. It has no name of its own: Yjs would draw thirty-one random numbers for one, and only documents inside documents need it, which
 * a board does not have. Its client id is drawn as always.
 */
export const emptyDoc = (): Y.Doc => new Y.Doc({ guid: '' });
