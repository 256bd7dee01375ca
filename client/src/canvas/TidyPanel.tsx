import { useEffect, useRef } from 'react';
import { viewToolWords as w } from '@samenbord/shared/words/view-tools.ts';
import { useOnScreen } from './Overlays.tsx';
import type { Box } from '@samenbord/shared/picture/picture.ts';
import { useEscape } from './use-escape.ts';
import type { Live } from './use-stage.ts';
import type { Preview, useTidy } from './use-tidy.ts';

type Props = { readonly tidy: ReturnType<typeof useTidy>; readonly preview: Preview; readonly live: Live };

/** The genogram as it would lie: an outline where somebody stood, how many move, and the two answers. Escape leaves it as it was. */
export function TidyPanel({ tidy, preview, live }: Props) {
  const first = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => first.current?.focus(), []);
  useEscape(box, tidy.leave);
  return (
    <>
      <div className="canvas-was" aria-hidden="true">
        {preview.from.map((box) => (
          <Was key={`${box.x} ${box.y}`} live={live} box={box} />
        ))}
      </div>
      <dialog open className="canvas-form canvas-tidy" aria-label={w.tidy} ref={box}>
        <p>
          <strong>{w.tidyMoves(preview.from.length)}</strong> {w.tidyStay}
        </p>
        <div className="canvas-form-end">
          <button type="button" className="canvas-main" ref={first} onClick={tidy.keep}>
            {w.tidyKeep}
          </button>
          <button type="button" className="canvas-plain" onClick={tidy.leave}>
            {w.tidyLeave}
          </button>
        </div>
      </dialog>
    </>
  );
}

function Was({ live, box }: { readonly live: Live; readonly box: Box }) {
  const at = useOnScreen(live.editor, box);
  if (at === undefined) return null;
  return <div className="canvas-ghost" style={{ left: at.x, top: at.y, width: at.width, height: at.height }} />;
}
