import type { ViewName } from '@samenbord/shared/board/define.ts';
import { unknownWords } from '@samenbord/shared/words/zones.ts';
import { useBoard } from '../document/context.tsx';
import { UnknownCards } from '../parts/UnknownCards.tsx';
import { Stage } from './Stage.tsx';
import type { CanvasLook } from './use-called.ts';
import { usePort } from './use-port.ts';
import '@tldraw/tldraw/tldraw.css';
import './canvas.css';

export type { CanvasLook } from './use-called.ts';
export type CanvasPageProps = {
  readonly zone: string;
  readonly view: ViewName;
  readonly onView: (view: ViewName) => void;
  /** What is chosen on the canvas: ids of things. */
  readonly onSelect: (ids: readonly string[]) => void;
  /** For who only looks, and for the big screen: no toolbar, nothing to move. */
  readonly readOnly: boolean;
  /** Where to look now; going there happens once. */
  readonly look?: CanvasLook | undefined;
  /** Of the genogram only this household, and whom it is tied to directly. */
  readonly household?: string | undefined;
};

/** One view of one zone on the canvas. The only way into the room that knows tldraw; load it lazily. */
export default function CanvasPage({ zone, view, onView, onSelect, readOnly, look, household }: CanvasPageProps) {
  const port = usePort(zone, household);
  return (
    <>
      <Stage
        key={`${zone} ${view} ${household ?? ''}`}
        port={port}
        zone={zone}
        view={view}
        onView={onView}
        onSelect={onSelect}
        readOnly={readOnly}
        look={look}
      />
      <Unknown zone={zone} />
    </>
  );
}

/** What a later version made has no picture here: it lies as cards at the edge, and everything else is drawn as always. */
function Unknown({ zone }: { zone: string }) {
  const board = useBoard(zone);
  if (board.unknown.length === 0) return null;
  return (
    <details className="canvas-unknown">
      <summary>{unknownWords.many(board.unknown.length)}</summary>
      <UnknownCards board={board} />
    </details>
  );
}
