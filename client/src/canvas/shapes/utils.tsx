import { HTMLContainer, Polyline2d, Rectangle2d, ShapeUtil, Vec, useEditor, useValue } from '@tldraw/tldraw';
import type { Geometry2d, TLShapeId } from '@tldraw/tldraw';
import { inks } from '@samenbord/shared/picture/tokens.ts';
import { pairs } from '../pure/records.ts';
import { strokePath } from '../pure/stroke.ts';
import { useShown } from '../shown.tsx';
import { Drawing, Marks } from './marks.tsx';
import { props } from './records.ts';
import type { InkShape, LineShape, NodeShape, TableShape } from './records.ts';

/** What all shapes of the table share: tldraw may show them and hit them, and change nothing about them. */
abstract class TableUtil<S extends TableShape> extends ShapeUtil<S> {
  override canEdit = (): boolean => false;
  override canResize = (): boolean => false;
  override canCrop = (): boolean => false;
  override canBind = (): boolean => false;
  override canSnap = (): boolean => false;
  override canTabTo = (): boolean => false;
  override hideRotateHandle = (): boolean => true;
  override hideResizeHandles = (): boolean => true;
  override hideSelectionBoundsBg = (): boolean => true;
  override hideSelectionBoundsFg = (): boolean => true;
  override getDefaultProps(): S['props'] {
    return { w: 1, h: 1, ref: '', points: [] };
  }
  /** The chosen one is drawn by itself, with the ring that is the same everywhere. */
  override indicator(): null {
    return null;
  }
}

const outline = ({ props: { points } }: TableShape): Geometry2d =>
  new Polyline2d({ points: pairs(points).map(({ x, y }) => new Vec(x, y)) });

export class NodeUtil extends TableUtil<NodeShape> {
  static override type = 'node' as const;
  static override props = props;
  override getGeometry({ props: { w, h } }: NodeShape): Geometry2d {
    return new Rectangle2d({ width: w, height: h, isFilled: true });
  }
  override component(shape: NodeShape) {
    return <Node id={shape.id} thing={shape.props.ref} />;
  }
}

export class LineUtil extends TableUtil<LineShape> {
  static override type = 'line' as const;
  static override props = props;
  override getGeometry(shape: LineShape): Geometry2d {
    return outline(shape);
  }
  override component(shape: LineShape) {
    return <Line shape={shape} />;
  }
}

export class InkUtil extends TableUtil<InkShape> {
  static override type = 'ink' as const;
  static override props = props;
  override getGeometry(shape: InkShape): Geometry2d {
    return outline(shape);
  }
  override component(shape: InkShape) {
    return <Stroke shape={shape} />;
  }
}

function useSelected(id: TLShapeId): boolean {
  const editor = useEditor();
  return useValue('selected', () => editor.getSelectedShapeIds().includes(id), [editor, id]);
}

/** A symbol or card. Its words are real text on the page: drawn for the eye, and once as one sentence for who listens. */
function Node({ id, thing }: { readonly id: TLShapeId; readonly thing: string }) {
  const node = useShown((shown) => shown.nodes.get(thing), [thing]);
  const selected = useSelected(id);
  if (node === undefined) return null;
  return (
    <HTMLContainer className="canvas-node" data-selected={selected} data-thing={thing}>
      <Drawing box={node.box}>
        <Marks marks={node.marks} />
      </Drawing>
      <span className="canvas-said">{node.label}</span>
    </HTMLContainer>
  );
}

function Line({ shape }: { readonly shape: LineShape }) {
  const { ref } = shape.props;
  const line = useShown((shown) => shown.lines.get(ref), [ref]);
  const selected = useSelected(shape.id);
  if (line === undefined) return null;
  const box = { x: shape.x, y: shape.y, width: shape.props.w, height: shape.props.h };
  return (
    <HTMLContainer className="canvas-line" data-thing={ref}>
      <Drawing box={box}>
        {selected && <path d={line.d} className="canvas-line-ring" />}
        <Marks marks={line.marks} />
      </Drawing>
      <span className="canvas-said">{line.label}</span>
    </HTMLContainer>
  );
}

function Stroke({ shape }: { readonly shape: InkShape }) {
  const { ref } = shape.props;
  const ink = useShown((shown) => shown.ink.get(ref), [ref]);
  const selected = useSelected(shape.id);
  if (ink === undefined) return null;
  const box = { x: shape.x, y: shape.y, width: shape.props.w, height: shape.props.h };
  return (
    <HTMLContainer className="canvas-line" data-ink={ref}>
      <Drawing box={box}>
        {selected && <path d={strokeOf(ink)} className="canvas-line-ring" />}
        <InkPath ink={ink} />
      </Drawing>
    </HTMLContainer>
  );
}

type Drawn = { readonly vorm: string; readonly kleur: keyof typeof inks; readonly punten: readonly number[] };

export function InkPath({ ink }: { readonly ink: Drawn }) {
  const marker = ink.vorm === 'marker';
  return (
    <path
      d={strokeOf(ink)}
      fill="none"
      stroke={inks[ink.kleur]}
      strokeWidth={marker ? 18 : 3}
      opacity={marker ? 0.3 : 1}
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  );
}

/** The path of a stroke or plain shape. */
function strokeOf({ vorm, punten }: Drawn): string {
  const [a = 0, b = 0, c = 0, d = 0] = punten;
  if (vorm === 'pen' || vorm === 'marker') return strokePath(punten);
  if (vorm === 'rechthoek') return `M${a} ${b}L${c} ${b}L${c} ${d}L${a} ${d}Z`;
  if (vorm === 'lijn') return `M${a} ${b}L${c} ${d}`;
  if (vorm === 'pijl') return `M${a} ${b}L${c} ${d}${arrowHead(a, b, c, d)}`;
  const [rx, ry, y] = [Math.abs(c - a) / 2, Math.abs(d - b) / 2, (b + d) / 2];
  return `M${a} ${y}A${rx} ${ry} 0 0 1 ${c} ${y}A${rx} ${ry} 0 0 1 ${a} ${y}Z`;
}

function arrowHead(a: number, b: number, c: number, d: number): string {
  const angle = Math.atan2(d - b, c - a);
  const wing = (turn: number): string => `${c - 16 * Math.cos(angle + turn)} ${d - 16 * Math.sin(angle + turn)}`;
  return `M${wing(0.45)}L${c} ${d}L${wing(-0.45)}`;
}
