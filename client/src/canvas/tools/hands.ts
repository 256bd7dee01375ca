import type { Editor } from '@tldraw/tldraw';
import type { Point } from '../pure/path-points.ts';
import type { Spec } from '../pure/records.ts';

/** Something on the canvas under a finger: what kind, and the thing or stroke it stands for. */
export type Hit = { readonly type: Spec['type']; readonly ref: string; readonly shape: string };

/** What the tools of the canvas do with the board. Tools know fingers and shapes; hands know intents and rights. */
export type Hands = {
  readonly mayMove: () => boolean;
  /** A finger took hold of these things; true when they may be moved. */
  readonly grasp: (refs: readonly string[]) => boolean;
  /** They were moved by so much since they were taken hold of; nothing is written yet. */
  readonly move: (by: Point) => void;
  /** The finger lifts: one change per thing. */
  readonly putDown: () => void;
  /** Let go without a trace. */
  readonly letGo: () => void;
  readonly make: (at: Point) => void;
  readonly tap: (ref: string) => void;
  readonly open: (hit: Hit) => void;
  readonly draw: (points: readonly number[]) => void;
  readonly drawn: (points: readonly number[]) => void;
  readonly erase: (ref: string) => void;
  readonly point: (at: Point | undefined) => void;
};

const known = new WeakMap<Editor, Hands>();

/** Ties hands to an editor. Tools are made by tldraw, so this is how they find theirs. */
export function giveHands(editor: Editor, hands: Hands): void {
  known.set(editor, hands);
}

export const handsOf = (editor: Editor): Hands | undefined => known.get(editor);

/** What lies under a point of the canvas. `reach` is in pixels of the screen, more for a finger than for a mouse. */
export function hitAt(editor: Editor, point: Point, type?: Spec['type']): Hit | undefined {
  const reach = editor.getInstanceState().isCoarsePointer ? 16 : 8;
  const shape = editor.getShapeAtPoint(point, {
    hitInside: true,
    margin: reach / editor.getZoomLevel(),
    ...(type === undefined ? {} : { filter: (candidate) => (candidate.type as string) === type }),
  });
  if (shape === undefined) return undefined;
  const { ref } = shape.props as { ref?: unknown };
  return typeof ref === 'string' ? { type: shape.type as Spec['type'], ref, shape: shape.id } : undefined;
}

/** Moves the paper along with the finger. */
export function panBy(editor: Editor): void {
  const { currentScreenPoint, previousScreenPoint } = editor.inputs;
  const { x, y, z } = editor.getCamera();
  const dx = (currentScreenPoint.x - previousScreenPoint.x) / z;
  const dy = (currentScreenPoint.y - previousScreenPoint.y) / z;
  editor.setCamera({ x: x + dx, y: y + dy, z }, { immediate: true });
}
