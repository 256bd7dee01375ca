import { useLayoutEffect, useRef } from 'react';

/** The newest value, for what is called later than it was made: listeners, tools, timers. */
export function useLatest<T>(value: T): { readonly current: T } {
  const box = useRef(value);
  useLayoutEffect(() => {
    box.current = value;
  });
  return box;
}
