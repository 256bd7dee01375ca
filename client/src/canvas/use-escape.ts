import { useEffect } from 'react';
import type { RefObject } from 'react';
import { useLatest } from './use-latest.ts';

/** Escape inside this leaves it. */
export function useEscape(box: RefObject<HTMLElement | null>, leave: () => void): void {
  const latest = useLatest(leave);
  useEffect(() => {
    const node = box.current;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.isComposing) latest.current();
    };
    node?.addEventListener('keydown', onKey);
    return () => node?.removeEventListener('keydown', onKey);
  }, [box, latest]);
}
