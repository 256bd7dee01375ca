import type { ViewName } from '@samenbord/shared/board/define.ts';
import { Stage } from './Stage.tsx';
import { usePort } from './use-port.ts';
import '@tldraw/tldraw/tldraw.css';
import './canvas.css';

export type CanvasPageProps = {
  readonly zone: string;
  readonly view: ViewName;
  readonly onView: (view: ViewName) => void;
  /** What is chosen on the canvas: ids of things. */
  readonly onSelect: (ids: readonly string[]) => void;
  /** For who only looks, and for the big screen: no toolbar, nothing to move. */
  readonly readOnly: boolean;
};

/** One view of one zone on the canvas. The only way into the room that knows tldraw; load it lazily. */
export default function CanvasPage({ zone, view, onView, onSelect, readOnly }: CanvasPageProps) {
  const port = usePort(zone);
  return (
    <Stage
      key={`${zone} ${view}`}
      port={port}
      zone={zone}
      view={view}
      onView={onView}
      onSelect={onSelect}
      readOnly={readOnly}
    />
  );
}
