import { useEffect, useRef } from 'react';
import type { keyWords } from '@samenbord/shared/words/controls.ts';

export type KeyDeed = keyof typeof keyWords.keys;

/** Each with Alt and Shift, by where the key is: letters with Alt are other signs on some keyboards. None of them is a key that browsers keep for themselves. */
export const letters: Readonly<Record<KeyDeed, string>> = {
  next: 'N',
  previous: 'P',
  clock: 'K',
  hand: 'H',
  call: 'D',
  back: 'R',
  agenda: 'G',
  safety: 'V',
};

/** Takes what was pressed; gives what it asks for. */
export function deedOfKey(
  event: Pick<KeyboardEvent, 'altKey' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'code'>,
): KeyDeed | undefined {
  if (!event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey) return undefined;
  const found = Object.entries(letters).find(([, letter]) => event.code === `Key${letter}`);
  return found?.[0] as KeyDeed | undefined;
}

/** Listens on the whole page. A deed that is not there now does nothing, and its key stays the browser's. */
export function useStepKeys(deeds: Readonly<Partial<Record<KeyDeed, (() => void) | undefined>>>): void {
  const latest = useRef(deeds);
  useEffect(() => {
    latest.current = deeds;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const name = deedOfKey(event);
      const work = name === undefined || event.repeat ? undefined : latest.current[name];
      if (work === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      work();
    };
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  }, []);
}
