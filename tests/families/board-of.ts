import * as Y from 'yjs';
import { carryOut } from '@samenbord/shared/document/intent.ts';
import { readBoard } from '@samenbord/shared/document/read.ts';
import type { Board } from '@samenbord/shared/board/board.ts';
import type { ExampleFamily } from '@samenbord/server/demo/seed.ts';

const origins = { tracked: 'test', untracked: 'test' };

/** Puts a family on an empty board the way a person would, thing by thing, and reads the board back. */
export function boardOf(family: ExampleFamily): Board {
  const doc = new Y.Doc();
  for (const thing of family.things) carryOut(doc, { kind: 'create', thing }, origins);
  for (const { id, hoe } of family.bevestigd ?? [])
    carryOut(doc, { kind: 'set', id, field: 'bevestigd', value: hoe }, origins);
  for (const place of family.places) carryOut(doc, { kind: 'place', ...place }, origins);
  return readBoard(doc);
}
