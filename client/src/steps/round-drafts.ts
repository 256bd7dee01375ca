import { useState } from 'react';
import { useBoardSession } from '../document/context.tsx';
import type { BoardSession } from '../document/session.ts';

/** What is being typed and is nowhere else: it lives as long as this tab has the board open, through every screen of it. */
const shelves = new WeakMap<BoardSession, Map<string, string>>();

/** The unsent text under a name; it stays when the screen goes and comes back. */
export function useUnsent(name: string): readonly [string, (text: string) => void] {
  const session = useBoardSession();
  const shelf = shelves.get(session) ?? new Map<string, string>();
  shelves.set(session, shelf);
  const [text, setText] = useState(() => shelf.get(name) ?? '');
  const change = (next: string): void => {
    if (next === '') shelf.delete(name);
    else shelf.set(name, next);
    setText(next);
  };
  return [text, change];
}
