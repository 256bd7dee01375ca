import * as Y from 'yjs';
import { thingsOf } from '@samenbord/shared/document/form.ts';
import type { Limits } from '../limits.ts';
import { createBudget } from './budget.ts';
import type { Budget, Fill } from './budget.ts';

/** Told how full a document of a board is; ids and numbers only. */
export type OnFill = (board: string, zone: string, fill: Fill) => void;

/** The budget of a room: measured on its own document, told with its name. */
export const budgetOf = (
  { board, zoneName, doc }: { readonly board: string; readonly zoneName: string; readonly doc: Y.Doc },
  { limits, onFill }: { readonly limits: Limits; readonly onFill?: OnFill | undefined },
): Budget =>
  createBudget({
    measure: () => Y.encodeStateAsUpdate(doc).length,
    makers: () => makersOf(doc),
    onFill: (fill) => onFill?.(board, zoneName, fill),
    limits,
  });

function* makersOf(doc: Y.Doc): Iterable<string | undefined> {
  for (const thing of thingsOf(doc).values()) {
    const by: unknown = thing.get('by');
    yield typeof by === 'string' ? by : undefined;
  }
}
