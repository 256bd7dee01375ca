import { useCallback, useEffect, useState } from 'react';
import { ServerProblem } from '../document/server.ts';
import { pageWords } from '@samenbord/shared/words/pages.ts';

export type Loaded<T> = {
  readonly data: T | undefined;
  readonly error: string | undefined;
  readonly again: () => void;
};

/** What to tell somebody about an error. */
export const sayError = (error: unknown): string =>
  error instanceof ServerProblem ? error.message : pageWords.errors.strange;

/** Loads something, and again when `load` is another one or when asked. An answer that comes too late is not used. */
export function useLoad<T>(load: () => Promise<T>): Loaded<T> {
  const [state, setState] = useState<{ data: T | undefined; error: string | undefined }>({
    data: undefined,
    error: undefined,
  });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let current = true;
    load().then(
      (data) => current && setState({ data, error: undefined }),
      (error: unknown) => current && setState((before) => ({ ...before, error: sayError(error) })),
    );
    return () => {
      current = false;
    };
  }, [load, turn]);
  const again = useCallback(() => setTurn((now) => now + 1), []);
  return { ...state, again };
}

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
