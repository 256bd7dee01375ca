import { atom, createTLStore, createTLUser, defaultUserPreferences } from '@tldraw/tldraw';
import type { Editor, TLEditorComponents, TLStore, TLUser, TLUserPreferences } from '@tldraw/tldraw';
import { InkUtil, LineUtil, NodeUtil } from './shapes/utils.tsx';
import { ConnectTool, EraseTool, InkTool, MakeTool } from './tools/other-tools.ts';
import { SelectTool } from './tools/select-tool.ts';

// Made once: tldraw starts all over when one of these is a new object.
export const shapeUtils = [NodeUtil, LineUtil, InkUtil];
export const canvasTools = [SelectTool, MakeTool, ConnectTool, InkTool, EraseTool];
export const cameraOptions = { wheelBehavior: 'pan' as const, zoomSteps: [0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3] };

/** Nothing of tldraw's own screen: only the paper, the shapes, and the mark of its maker, which is not ours to touch. */
export const noScreen: TLEditorComponents = {
  Background: null,
  Brush: null,
  CollaboratorBrush: null,
  CollaboratorCursor: null,
  CollaboratorHint: null,
  CollaboratorScribble: null,
  CollaboratorShapeIndicator: null,
  Cursor: null,
  Grid: null,
  Handle: null,
  Handles: null,
  LoadingScreen: null,
  Scribble: null,
  SelectionBackground: null,
  SelectionForeground: null,
  ShapeIndicator: null,
  ShapeIndicators: null,
  SnapIndicator: null,
  Spinner: null,
  ZoomBrush: null,
};

/** A store in memory: nothing is kept on this device, nothing is loaded from it. */
export const freshStore = (): TLStore => createTLStore({ shapeUtils, bindingUtils: [] });

/** Preferences in memory: tldraw's own would be kept in the browser and told to its other tabs. */
export function freshUser(reducedMotion: boolean): TLUser {
  const preferences = atom<TLUserPreferences>('preferences', {
    ...defaultUserPreferences,
    id: 'ik',
    name: '',
    locale: 'nl',
    colorScheme: 'light',
    animationSpeed: reducedMotion ? 0 : 1,
    edgeScrollSpeed: 0,
  });
  return createTLUser({
    userPreferences: preferences,
    setUserPreferences: (next) => preferences.set({ ...preferences.get(), ...next }),
  });
}

/** The stage is ready for fingers and keys from the start; its box can be reached with Tab. */
export function wake(editor: Editor, name: string, readOnly: boolean): void {
  editor.updateInstanceState({ isFocused: true, isReadonly: readOnly, isGridMode: false, isDebugMode: false });
  const container = editor.getContainer();
  container.tabIndex = 0;
  container.setAttribute('aria-label', name);
}

/** Brings a box of the paper on the screen as a whole, no larger than life. */
export function showAll(
  editor: Editor,
  box: { x: number; y: number; width: number; height: number },
  room: Room,
): void {
  if (box.width <= 0 || box.height <= 0) return;
  const { w, h } = editor.getViewportScreenBounds();
  const [wide, high] = [Math.max(80, w - room.left - room.right), Math.max(80, h - room.top - room.bottom)];
  const z = Math.min(1, Math.max(0.1, Math.min(wide / box.width, high / box.height)));
  const x = (room.left + (wide - box.width * z) / 2) / z - box.x;
  const y = (room.top + (high - box.height * z) / 2) / z - box.y;
  editor.stopCameraAnimation();
  editor.setCamera({ x, y, z }, { immediate: true });
}

/** What the toolbar and the zoom buttons take of the paper. */
export type Room = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/** Moves the paper just enough to see a box. */
export function bringInSight(
  editor: Editor,
  box: { x: number; y: number; width: number; height: number },
  room: Room,
): void {
  const view = editor.getViewportPageBounds();
  const z = editor.getZoomLevel();
  const [left, right] = [view.x + room.left / z, view.maxX - room.right / z];
  const [top, bottom] = [view.y + room.top / z, view.maxY - room.bottom / z];
  const dx = box.x < left || box.width > right - left ? left - box.x : Math.min(0, right - (box.x + box.width));
  const dy = box.y < top || box.height > bottom - top ? top - box.y : Math.min(0, bottom - (box.y + box.height));
  if (dx === 0 && dy === 0) return;
  const camera = editor.getCamera();
  editor.setCamera({ x: camera.x + dx, y: camera.y + dy, z: camera.z }, { immediate: true });
}
