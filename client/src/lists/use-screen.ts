import { useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';
import type { Trail } from './pure/navigation.ts';

/**
 * After going elsewhere: the title gets the focus, so that it is heard and the keyboard starts there; the list stands at its top, or
 * where it stood when one comes back. The first screen takes no focus from anybody.
 */
export function useScreen({ screens, at }: Trail): RefObject<HTMLElement | null> {
  const box = useRef<HTMLElement>(null);
  const places = useRef(new Map<unknown, number>());
  const before = useRef<unknown>(undefined);
  const shown = screens[at];
  useLayoutEffect(() => {
    const node = box.current;
    if (node === null) return undefined;
    const scrolls = places.current;
    const remember = (): void => {
      scrolls.set(shown, node.scrollTop);
    };
    if (before.current !== undefined && before.current !== shown) {
      node.querySelector<HTMLElement>('[data-screen-title]')?.focus({ preventScroll: true });
      node.scrollTop = scrolls.get(shown) ?? 0;
    }
    before.current = shown;
    node.addEventListener('scroll', remember, { passive: true });
    return () => node.removeEventListener('scroll', remember);
  }, [shown]);
  return box;
}
