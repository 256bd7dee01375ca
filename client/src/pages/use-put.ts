import type { FileThing } from '@samenbord/shared/exchange/file-things.ts';
import { importAnswer } from '@samenbord/shared/wire/http.ts';
import type { BoardFile } from '@samenbord/shared/wire/http.ts';
import { useBoardSession } from '../document/context.tsx';
import { useDeed } from '../document/deed.ts';
import { ask, boardPath } from '../document/server.ts';

export type Put = {
  readonly busy: boolean;
  readonly error: string | undefined;
  readonly things: (things: readonly FileThing[], done: () => void) => void;
  readonly file: (file: BoardFile, beside: boolean, done: () => void) => void;
};

/** Puts things on the table, all of them or none: the server judges them like everything else. */
export function usePut(): Put {
  const { id, als, answer } = useBoardSession();
  const deed = useDeed();
  const file = (body: BoardFile, beside: boolean, done: () => void): void =>
    deed.run(async () => {
      const path = beside ? '/import?bestaat=ernaast' : '/import';
      await ask('POST', boardPath(id, path, als), { schema: importAnswer, body });
      done();
    });
  const things = (all: readonly FileThing[], done: () => void): void =>
    file(
      { soort: 'samenbord-bord', versie: 1, titel: answer.titel, things: [...all], places: [], ink: [] },
      false,
      done,
    );
  return { busy: deed.busy, error: deed.error, things, file };
}
