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
