import { createContext, useContext } from 'react';
import { useValue } from '@tldraw/tldraw';
import type { Atom } from '@tldraw/tldraw';
import type { Bridge, Shown } from './bridge.ts';

/** The bridge of the canvas around a shape; tldraw draws once before there is one. */
export const BridgeContext = createContext<Atom<Bridge | undefined> | undefined>(undefined);

/** Follows one piece of what is shown; draws again only when that piece changed. */
export function useShown<T>(pick: (shown: Shown) => T, deps: readonly unknown[]): T | undefined {
  const holder = useContext(BridgeContext);
  return useValue(
    'shown',
    () => {
      const bridge = holder?.get();
      return bridge === undefined ? undefined : pick(bridge.shown.get());
    },
    [holder, ...deps],
  );
}
