import type { ViewName } from '@samenbord/shared/board/define.ts';
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
  );
}
