import { useRef, useState } from 'react';
import { pageWords } from '@samenbord/shared/words/pages.ts';
import { ServerProblem } from './server.ts';

/** What to tell somebody about an error. */
export const sayError = (error: unknown): string =>
  error instanceof ServerProblem ? error.message : pageWords.errors.strange;

/** Does something once at a time and keeps what went wrong, as a sentence. */
export function useDeed(): { busy: boolean; error: string | undefined; run: (deed: () => Promise<void>) => void } {
  const [state, setState] = useState<{ busy: boolean; error: string | undefined }>({ busy: false, error: undefined });
  const run = (deed: () => Promise<void>): void => {
    if (state.busy) return;
    setState({ busy: true, error: undefined });
    deed().then(
      () => setState({ busy: false, error: undefined }),
      (error: unknown) => setState({ busy: false, error: sayError(error) }),
    );
  };
  return { ...state, run };
}

/**
 * Does what is asked one after the other, in the order in which it was asked: nothing is left out because the one before is still under way. `tell` hears
 * of each how it ended: a sentence, or nothing when it went well.
 */
export function inOrder(tell: (error: string | undefined) => void): (deed: () => Promise<void>) => Promise<void> {
  let before: Promise<void> = Promise.resolve();
  return (deed) => {
    before = before.then(deed).then(
      () => tell(undefined),
      (error: unknown) => tell(sayError(error)),
    );
    return before;
  };
}

/**
 * For commands that may be given twice and that somebody gives without looking at a button, as by a key: a second one waits for the first instead of
 * being lost. What went wrong with the last is kept, as a sentence.
 */
export function useDeeds(): { error: string | undefined; run: (deed: () => Promise<void>) => void } {
  const [error, setError] = useState<string | undefined>(undefined);
  const line = useRef<ReturnType<typeof inOrder> | undefined>(undefined);
  const run = (deed: () => Promise<void>): void => {
    line.current ??= inOrder(setError);
    void line.current(deed);
  };
  return { error, run };
}
