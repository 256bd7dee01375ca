import * as Y from 'yjs';
import type { Board } from '@samenbord/shared/board/board.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { readBoard } from '@samenbord/shared/document/read.ts';
import { slotOf } from './slots.ts';
import { allTokensIn, tokensIn } from './tokens.ts';

/** What a new epoch may leave behind, written down apart from the rooms: off the table, and on the table nobody's words. */
const mayLeave = (thing: Thing, zone: string): boolean => thing.weg && (zone !== 'gedeeld' || thing.type !== 'notitie');

/** Compares a document with the one that takes its place: which things are not there any more, and what is wrong with that. */
export function leftOut(
  old: Y.Doc,
  fresh: Y.Doc,
  zone: string,
  erased: string | undefined,
): { gone: Set<string>; wrong: string[] } {
  const [before, after] = [readBoard(old), readBoard(fresh)];
  const gone = new Set([...before.things.keys()].filter((id) => !after.things.has(id)));
  const wrong: string[] = [];
  for (const [id, thing] of before.things) {
    const there = after.things.get(id);
    if (there === undefined && id !== erased && !mayLeave(thing, zone)) wrong.push(`${id} is not in the new ${zone}`);
    if (there !== undefined && textOf(there) !== textOf(thing)) wrong.push(`${id} is another in the new ${zone}`);
  }
  if (erased !== undefined && after.things.has(erased)) wrong.push(`${erased} is still in the new ${zone}`);
  for (const id of after.things.keys()) if (!before.things.has(id)) wrong.push(`${id} is new in the new ${zone}`);
  wrong.push(...differing(before, after, gone).map((what) => `${what} is another in the new ${zone}`));
  return { gone, wrong };
}

const textOf = (thing: Thing): string => JSON.stringify(Object.entries(thing).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Places of what stays, and ink, are as they were. */
function differing(before: Board, after: Board, gone: ReadonlySet<string>): string[] {
  const kept = [...before.places].filter(([key]) => !gone.has(key.slice(key.indexOf(':') + 1)));
  const differ = (was: readonly [string, unknown][], is: ReadonlyMap<string, unknown>): string[] => [
    ...was.flatMap(([key, value]) => (JSON.stringify(is.get(key)) === JSON.stringify(value) ? [] : [key])),
    ...(was.length === is.size ? [] : ['how many there are']),
  ];
  return [...differ(kept, after.places), ...differ([...before.ink], after.ink)];
}

/** Every word that ever stood in a thing, taken away again or not; the document must have kept everything. */
export function tokensEverIn(doc: Y.Doc, id: string): Set<string> {
  const found = new Set(tokensIn(id));
  const pieces: string[] = [];
  for (const structs of doc.store.clients.values()) {
    for (const item of structs) {
      if (!(item instanceof Y.Item) || !(item.content instanceof Y.ContentString)) continue;
      const [root, thing] = slotOf(item);
      if (root === 'things' && thing === id) pieces.push(item.content.str);
    }
  }
  for (const piece of pieces) for (const word of tokensIn(piece)) found.add(word);
  const shown = readBoard(doc).things.get(id);
  for (const word of allTokensIn(JSON.stringify(shown ?? ''))) found.add(word);
  return found;
}
