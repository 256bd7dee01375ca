import { StateNode } from '@tldraw/tldraw';
import type { TLClickEventInfo, TLPointerEventInfo, TLShapeId, TLStateNodeConstructor } from '@tldraw/tldraw';
import { refsOf } from '../bridge.ts';
import { handsOf, hitAt, panBy } from './hands.ts';
import type { Hit } from './hands.ts';

/** Waits for a finger. */
class Idle extends StateNode {
  static override id = 'idle';

  override onEnter(): void {
    this.editor.setCursor({ type: 'default', rotation: 0 });
  }
  override onPointerMove(): void {
    const hit = hitAt(this.editor, this.editor.inputs.currentPagePoint);
    this.editor.setHoveredShape(hit === undefined ? null : (hit.shape as TLShapeId));
  }
  override onPointerDown(info: TLPointerEventInfo): void {
    const hit = hitAt(this.editor, this.editor.inputs.currentPagePoint);
    if (hit === undefined) this.parent.transition('on_paper', info);
    else this.parent.transition('pointing_shape', { hit, shift: info.shiftKey });
  }
  override onRightClick(): void {
    const hit = hitAt(this.editor, this.editor.inputs.currentPagePoint);
    if (hit !== undefined) this.editor.select(hit.shape as TLShapeId);
  }
  override onCancel(): void {
    this.editor.selectNone();
  }
}

/** A finger is down on something: it becomes a tap or a drag. */
class Pointing extends StateNode {
  static override id = 'pointing_shape';
  #hit: Hit | undefined;
  #wasSelected = false;
  #shift = false;

  override onEnter(info: { hit: Hit; shift: boolean }): void {
    const id = info.hit.shape as TLShapeId;
    this.#hit = info.hit;
    this.#shift = info.shift;
    const selected = this.editor.getSelectedShapeIds();
    this.#wasSelected = selected.includes(id);
    if (!this.#wasSelected) this.editor.setSelectedShapes(info.shift ? [...selected, id] : [id]);
  }
  override onPointerMove(): void {
    if (!this.editor.inputs.isDragging) return;
    const nodes = refsOf(this.editor, this.editor.getSelectedShapeIds(), 'node');
    const grasped = this.#hit?.type === 'node' && (handsOf(this.editor)?.grasp(nodes) ?? false);
    this.parent.transition(grasped ? 'dragging' : 'panning');
  }
  override onPointerUp(): void {
    const id = this.#hit?.shape as TLShapeId;
    if (this.#wasSelected && this.#shift) this.editor.deselect(id);
    else if (!this.#shift) this.editor.setSelectedShapes([id]);
    this.parent.transition('idle');
  }
  override onCancel(): void {
    this.parent.transition('idle');
  }
  override onInterrupt(): void {
    this.parent.transition('idle');
  }
}

/** Things move with the finger. Nothing is written before it lifts, so Escape has nothing to restore. */
class Dragging extends StateNode {
  static override id = 'dragging';

  override onEnter(): void {
    this.editor.setCursor({ type: 'grabbing', rotation: 0 });
    this.onPointerMove();
  }
  override onPointerMove(): void {
    const { currentPagePoint, originPagePoint } = this.editor.inputs;
    handsOf(this.editor)?.move({
      x: currentPagePoint.x - originPagePoint.x,
      y: currentPagePoint.y - originPagePoint.y,
    });
  }
  override onPointerUp(): void {
    handsOf(this.editor)?.putDown();
    this.parent.transition('idle');
  }
  override onCancel(): void {
    handsOf(this.editor)?.letGo();
    this.parent.transition('idle');
  }
  override onInterrupt(): void {
    this.onCancel();
  }
}

/** A finger is down on the empty paper: a tap lets go of what was chosen, a drag moves the paper. */
class OnPaper extends StateNode {
  static override id = 'on_paper';

  override onPointerMove(): void {
    if (this.editor.inputs.isDragging) this.parent.transition('panning');
  }
  override onPointerUp(): void {
    this.editor.selectNone();
    this.parent.transition('idle');
  }
  override onCancel(): void {
    this.parent.transition('idle');
  }
  override onInterrupt(): void {
    this.parent.transition('idle');
  }
}

class Panning extends StateNode {
  static override id = 'panning';

  override onEnter(): void {
    this.editor.setCursor({ type: 'grabbing', rotation: 0 });
  }
  override onPointerMove(): void {
    panBy(this.editor);
  }
  override onPointerUp(): void {
    this.parent.transition('idle');
  }
  override onCancel(): void {
    this.parent.transition('idle');
  }
  override onInterrupt(): void {
    this.parent.transition('idle');
  }
}

/**
 * Choosing, moving and opening. Takes the place of tldraw's own select tool, which makes texts on a double click, resizes, rotates, duplicates, and restores
 * whole records on Escape; it keeps its name, because tldraw asks for it.
 */
export class SelectTool extends StateNode {
  static override id = 'select';
  static override initial = 'idle';
  static override children = (): TLStateNodeConstructor[] => [Idle, Pointing, Dragging, OnPaper, Panning];

  override onDoubleClick(info: TLClickEventInfo): void {
    if (info.phase !== 'up') return;
    const hit = hitAt(this.editor, this.editor.inputs.currentPagePoint);
    if (hit !== undefined) handsOf(this.editor)?.open(hit);
  }
}
