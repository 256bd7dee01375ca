import type { Editor } from '@tldraw/tldraw';
import { useEffect } from 'react';
import type { Bridge } from './bridge.ts';
import { bringInSight } from './camera.ts';
import { useBoxOf } from './Overlays.tsx';

type Props = { readonly editor: Editor; readonly bridge: Bridge; readonly id: string | undefined };

/** A ring around what is lit, so that everybody looks at the same. It comes in sight once, gently. */
export function Lit({ editor, bridge, id }: Props) {
  const box = useBoxOf({ editor, bridge }, id);
  const isHere = box !== undefined;
  useEffect(() => {
    const node = id === undefined || !isHere ? undefined : bridge.shown.get().nodes.get(id);
    if (node !== undefined) bringInSight(editor, node.box, true);
  }, [editor, bridge, id, isHere]);
  if (box === undefined) return null;
  return (
    <div
      className="canvas-lit"
      style={{ left: box.x - 8, top: box.y - 8, width: box.width + 16, height: box.height + 16 }}
      aria-hidden="true"
    />
  );
}
