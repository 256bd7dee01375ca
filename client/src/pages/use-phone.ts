import { useSyncExternalStore } from 'react';

const small = window.matchMedia('(max-width: 767px), (pointer: coarse) and (max-width: 1023px)');

const listen = (tell: () => void): (() => void) => {
  small.addEventListener('change', tell);
  return () => small.removeEventListener('change', tell);
};

/** A phone, or something that is used like one: narrow, or small and touched. */
export const useIsPhone = (): boolean => useSyncExternalStore(listen, () => small.matches);
