import { useMemo, useState } from 'react';
import type { ViewName } from '@samenbord/shared/board/define.ts';
import { familyOn } from '@samenbord/shared/genogram/on-date.ts';
import { viewToolWords } from '@samenbord/shared/words/view-tools.ts';
import { unknownWords } from '@samenbord/shared/words/zones.ts';
import { useBoard } from '../document/context.tsx';
import { DateSlider } from '../parts/DateSlider.tsx';
import { UnknownCards } from '../parts/UnknownCards.tsx';
import type { CanvasPort } from './port.ts';
import { Stage } from './Stage.tsx';
import type { CanvasLook } from './use-called.ts';
import { completed, useLaid } from './use-laid.ts';
import { usePort } from './use-port.ts';
import { dayOf } from './use-stage.ts';
import '@tldraw/tldraw/tldraw.css';
import './canvas.css';
import './view-tools.css';
import './legend.css';

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
  const now = usePort(zone, household);
  const [looksBack, setLooksBack] = useState(false);
  const [day, setDay] = useState<number>();
  const [today] = useState(() => dayOf(new Date()));
  const isOpen = looksBack && view === 'genogram';
  const { port, waits } = useShownPort(now, view === 'genogram', isOpen ? day : undefined);
  const toggle = (): void => {
    setDay(undefined);
    setLooksBack(!looksBack);
  };
  if (waits)
    return (
      <div className="canvas-page">
        <p className="canvas-empty">{viewToolWords.drawing}</p>
      </div>
    );
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
        past={view === 'genogram' ? { open: isOpen, toggle } : undefined}
      />
      {isOpen && (
        <div className="canvas-past">
          {day !== undefined && <p className="canvas-past-note">{viewToolWords.inPast}</p>}
          <DateSlider board={now.board} today={today} day={day} onChange={setDay} />
        </div>
      )}
      <Unknown zone={zone} />
    </>
  );
}

/** The board as it is drawn: with places for a large family that stands nowhere yet, and on another day only to look at. */
function useShownPort(
  now: CanvasPort,
  isGenogram: boolean,
  day: number | undefined,
): { port: CanvasPort; waits: boolean } {
  const { laid, waits } = useLaid(now.board, isGenogram, day !== undefined);
  const port = useMemo((): CanvasPort => {
    const board = completed(now.board, laid);
    if (day === undefined) return { ...now, board, laid };
    // Everybody stays where they stand, and nothing can be done to a day that is over.
    return {
      ...now,
      board: familyOn(board, day),
      laid,
      day,
      light: undefined,
      canUndo: false,
      canRedo: false,
      may: () => 'alleen-kijken',
      intend: () => false,
      undo: () => false,
      redo: () => false,
    };
  }, [now, laid, day]);
  return { port, waits };
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
