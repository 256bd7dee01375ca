import type { Editor } from '@tldraw/tldraw';

const contents = ['text', 'files', 'file-replace', 'url', 'svg-text', 'embed', 'tldraw', 'excalidraw'] as const;
const never = (): undefined => undefined;

/**
 * Closes every way into tldraw's store but the bridge. Pasted or dropped content of every kind, addresses, embeds, images and files: nothing happens
 * (own paste is in `paste.ts`). A change to a shape that does not come from the bridge is undone at once. Gives what ends it.
 */
export function guard(editor: Editor): () => void {
  for (const type of contents) editor.registerExternalContentHandler(type, never);
  for (const type of ['file', 'url'] as const) editor.registerExternalAssetHandler(type, null);
  const { sideEffects } = editor;
  const strays = new Set<string>();
  const ends = [
    sideEffects.registerBeforeChangeHandler('shape', (before, after, source) => (source === 'user' ? before : after)),
    sideEffects.registerBeforeDeleteHandler('shape', (shape, source) =>
      source === 'user' && !strays.has(shape.id) ? false : undefined,
    ),
    sideEffects.registerAfterCreateHandler('shape', (shape, source) => {
      if (source !== 'user') return;
      strays.add(shape.id);
      editor.store.remove([shape.id]);
      strays.delete(shape.id);
    }),
    // After one touch of a pen tldraw would no longer listen to fingers, and its way back is in a menu that we do not have.
    sideEffects.registerBeforeChangeHandler('instance', (_before, after) =>
      after.isPenMode ? { ...after, isPenMode: false } : after,
    ),
    sideEffects.registerAfterCreateHandler('asset', (asset) => editor.store.remove([asset.id])),
  ];
  return () => {
    for (const end of ends) end();
  };
}
