import { react } from '@tldraw/tldraw';
import type { Editor } from '@tldraw/tldraw';
import { useLayoutEffect, useRef } from 'react';
import type { Rails as RailsOfPicture } from '@samenbord/shared/picture/picture.ts';
import { railsOnScreen } from './pure/rails.ts';
import { useShown } from './shown.tsx';

/**
 * The names of lanes and years, in sight wherever somebody looks and as large at every zoom. They follow the paper without drawing anything again: only styles
 * change. Who listens has them in the sentences.
 */
export function Rails({ editor }: { readonly editor: Editor }) {
  const rails = useShown(({ picture }) => picture.rails, []);
  return rails === undefined ? null : <Strips editor={editor} rails={rails} />;
}

function Strips({ editor, rails }: { readonly editor: Editor; readonly rails: RailsOfPicture }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const node = box.current;
    return node === null ? undefined : react('rails', () => follow(node, rails, editor));
  }, [editor, rails]);
  return (
    <div className="canvas-rails" aria-hidden="true" ref={box}>
      <div className="canvas-rail" data-rail="top">
        {rails.top.map(({ text }) => (
          <span key={text}>{text}</span>
        ))}
        <span data-now="">{rails.now.text}</span>
      </div>
      <div className="canvas-rail" data-rail="left">
        {rails.left.map(({ text }, index) => (
          <span key={index}>{text}</span>
        ))}
      </div>
    </div>
  );
}

function follow(node: HTMLElement, rails: RailsOfPicture, editor: Editor): void {
  const { left, top, now } = railsOnScreen(rails, editor.getCamera(), editor.getViewportScreenBounds());
  const [above, beside] = node.querySelectorAll<HTMLElement>('.canvas-rail');
  if (above === undefined || beside === undefined) return;
  above.hidden = top === undefined;
  beside.hidden = left === undefined;
  if (top !== undefined) {
    Object.assign(above.style, {
      top: `${top.from}px`,
      height: `${top.size}px`,
      clipPath: `inset(0 0 0 ${left?.from ?? 0}px)`,
    });
    [...above.children].forEach((name, index) => put(name, index < top.at.length ? top.at[index] : now, 'X'));
  }
  if (left !== undefined) {
    Object.assign(beside.style, { left: `${left.from}px`, width: `${left.size}px` });
    [...beside.children].forEach((name, index) => put(name, left.at[index], 'Y'));
  }
}

function put(name: Element, at: number | undefined, axis: 'X' | 'Y'): void {
  if (!(name instanceof HTMLElement)) return;
  name.hidden = at === undefined;
  if (at !== undefined) name.style.transform = `translate${axis}(${Math.round(at)}px)`;
}
