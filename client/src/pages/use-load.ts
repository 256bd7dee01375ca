import { useCallback, useEffect, useState } from 'react';
import { sayError } from '../document/deed.ts';

export { sayError, useDeed } from '../document/deed.ts';

export type Loaded<T> = {
  readonly data: T | undefined;
  readonly error: string | undefined;
  readonly again: () => void;
};

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
