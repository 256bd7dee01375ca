import { T } from '@tldraw/tldraw';
import type { IndexKey, TLBaseShape, TLShapeId } from '@tldraw/tldraw';
import type { Spec } from '../pure/records.ts';

type Props = { w: number; h: number; ref: string; points: number[] };
export type NodeShape = TLBaseShape<'node', Props>;
export type LineShape = TLBaseShape<'line', Props>;
export type InkShape = TLBaseShape<'ink', Props>;
export type TableShape = NodeShape | LineShape | InkShape;

export const props = { w: T.positiveNumber, h: T.positiveNumber, ref: T.string, points: T.arrayOf(T.number) };

/** The whole record of a shape: all that tldraw may ever hold of it. */
export function recordOf(spec: Spec, parentId: TLShapeId | NodeShape['parentId']): TableShape {
  return {
    typeName: 'shape',
    id: spec.id as TLShapeId,
    type: spec.type,
    parentId,
    index: spec.index as IndexKey,
    x: spec.x,
    y: spec.y,
    rotation: 0,
    isLocked: false,
    opacity: 1,
    meta: {},
    props: { ...spec.props, points: [...spec.props.points] },
  };
}
