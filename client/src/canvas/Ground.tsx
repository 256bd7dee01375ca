import type { Ink } from '@samenbord/shared/board/board.ts';
import { useValue } from '@tldraw/tldraw';
import type { Atom } from '@tldraw/tldraw';
import { createContext, useContext } from 'react';
import { Drawing, Marks } from './shapes/marks.tsx';
import { InkPath } from './shapes/utils.tsx';
import { useShown } from './shown.tsx';

export const DraftContext = createContext<Atom<Ink | undefined> | undefined>(undefined);

/** What lies under everything: years, lanes, the triangle, the circle, households. It cannot be taken hold of. */
export function Ground() {
  const backdrop = useShown(({ picture }) => picture.backdrop, []);
  if (backdrop === undefined) return null;
  return (
    <div className="canvas-ground">
      <Drawing box={{ x: 0, y: 0, width: 1, height: 1 }}>
        <Marks marks={backdrop} />
      </Drawing>
    </div>
  );
}

/** The stroke under the finger, before it is put on the table. */
export function Draft() {
  const draft = useContext(DraftContext);
  const ink = useValue('draft', () => draft?.get(), [draft]);
  if (ink === undefined) return null;
  return (
    <div className="canvas-ground">
      <Drawing box={{ x: 0, y: 0, width: 1, height: 1 }}>
        <InkPath ink={ink} />
      </Drawing>
    </div>
  );
}
