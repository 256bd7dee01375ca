import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { canvasWords as w } from '@samenbord/shared/words/canvas.ts';
import { useText } from '../document/text.ts';

type Props = {
  readonly zone: string;
  readonly id: string;
  readonly field: string;
  readonly label: string;
  readonly onClose: () => void;
};

/** The words of one thing, changed letter by letter while others may write in the same words. */
export function TextEdit({ zone, id, field, label, onClose }: Props) {
  const text = useText(zone, id, field);
  const box = useRef<HTMLTextAreaElement | null>(null);
  useEffect(() => {
    const node = box.current;
    node?.focus();
    node?.setSelectionRange(node.value.length, node.value.length);
  }, []);
  const keys = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const ends = event.key === 'Escape' || (event.key === 'Enter' && (!event.shiftKey || text.lines === 1));
    if (!ends) return;
    event.preventDefault();
    onClose();
  };
  return (
    <div className="canvas-form canvas-edit">
      <textarea
        {...text.box}
        ref={(node) => {
          box.current = node;
          text.box.ref(node);
        }}
        aria-label={label}
        rows={text.lines === 1 ? 1 : 4}
        maxLength={text.max}
        value={text.value}
        onChange={(event) => text.change(event.target.value)}
        onKeyDown={keys}
      />
      <button type="button" className="canvas-main" onClick={onClose}>
        {w.done}
      </button>
    </div>
  );
}
