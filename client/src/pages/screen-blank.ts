import { useCallback, useEffect, useRef, useState } from 'react';

/** So long the key, or a finger, is held before the screen shows the table again: nobody does that by leaning on it. */
export const holdMs = 1500;
const keptAs = (board: string): string => `samenbord:leeg:${board}`;

/**
 * Blanks this screen at one key (B), and lets it show the table again only when that key, or a finger on the screen, is held for a while. It stays blank when
 * the page is loaded again.
 */
export function useBlank(board: string): {
  readonly blank: boolean;
  readonly hold: () => void;
  readonly letGo: () => void;
} {
  const [blank, setBlank] = useState(() => sessionStorage.getItem(keptAs(board)) !== null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const set = useCallback(
    (on: boolean): void => {
      if (on) sessionStorage.setItem(keptAs(board), 'ja');
      else sessionStorage.removeItem(keptAs(board));
      setBlank(on);
    },
    [board],
  );
  const letGo = useCallback((): void => clearTimeout(timer.current), []);
  const hold = useCallback((): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => set(false), holdMs);
  }, [set]);
  useEffect(() => {
    const isKey = ({ key }: KeyboardEvent): boolean => key.toLowerCase() === 'b';
    const down = (event: KeyboardEvent): void => {
      // The press that made it blank is not the one that ends it, however long it is held.
      if (!isKey(event) || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      if (blank) hold();
      else set(true);
    };
    const up = (event: KeyboardEvent): void => (isKey(event) ? letGo() : undefined);
    window.addEventListener('keydown', down, { capture: true });
    window.addEventListener('keyup', up, { capture: true });
    window.addEventListener('blur', letGo);
    return () => {
      window.removeEventListener('keydown', down, { capture: true });
      window.removeEventListener('keyup', up, { capture: true });
      window.removeEventListener('blur', letGo);
    };
  }, [blank, hold, letGo, set]);
  useEffect(() => letGo, [letGo]);
  return { blank, hold, letGo };
}
