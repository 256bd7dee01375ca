import type { BoardSession } from '../document/session.ts';
import { guardDrafts, readDrafts } from './draft-shelf.ts';
import type { Draft } from './pure/draft.ts';
import type { Trail } from './pure/navigation.ts';

/** What the lists remember of one open board, also while another page of it is shown. It dies with the tab and is nowhere else. */
export type Memory = { readonly drafts: Map<string, Draft>; trail: Trail | undefined };

const memories = new WeakMap<BoardSession, Memory>();

/** The memory of an open board; the same one each time. */
export function memoryOf(session: BoardSession): Memory {
  const known = memories.get(session);
  if (known !== undefined) return known;
  const fresh: Memory = { drafts: readDrafts(session), trail: undefined };
  guardDrafts(session, fresh.drafts);
  memories.set(session, fresh);
  return fresh;
}
