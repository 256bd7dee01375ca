import { useRef } from 'react';
import type { KeyboardEvent } from 'react';
import type { Denial } from '@samenbord/shared/access/may.ts';
import { denialWords } from '@samenbord/shared/words/app.ts';
import { canvasWords as w } from '@samenbord/shared/words/canvas.ts';
import { Icon } from './icons.tsx';
import type { Offered } from './tools/offered.ts';
import type { Tool } from './tools/tool-list.ts';

type Props = {
  readonly tools: readonly Offered[];
  /** Why nothing can be made or drawn now. */
  readonly note: Denial | undefined;
  readonly current: Tool;
  /** `byKey` is true when nobody pointed: then a card is made in the middle of what is on the screen. */
  readonly onChoose: (tool: Tool, byKey: boolean) => void;
  readonly undo: (() => void) | undefined;
  readonly redo: (() => void) | undefined;
};

/** The tools of this view, icon and word. One stop for Tab; arrows go along the tools. */
export function Toolbar({ tools, note, current, onChoose, undo, redo }: Props) {
  const bar = useRef<HTMLDivElement>(null);
  const along = (event: KeyboardEvent): void => {
    const first = tools[0]?.tool;
    if (event.key === 'Escape' && first !== undefined) onChoose(first, true);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const buttons = [...(bar.current?.querySelectorAll('button') ?? [])].filter((button) => !button.disabled);
    const at = buttons.findIndex((button) => button === document.activeElement);
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
    event.preventDefault();
  };
  return (
    <div className="canvas-toolbar" role="toolbar" aria-label={w.toolbar} ref={bar} onKeyDown={along} tabIndex={-1}>
      <div className="canvas-tools">
        {note !== undefined && <p className="canvas-off">{denialWords[note]}</p>}
        {tools.map(({ tool, off }) => (
          <button
            key={tool.name}
            type="button"
            className="canvas-tool"
            aria-disabled={off !== undefined}
            title={off === undefined ? undefined : denialWords[off]}
            aria-pressed={tool.name === current.name}
            tabIndex={tool.name === current.name ? 0 : -1}
            onClick={(event) => onChoose(tool, event.detail === 0)}
          >
            <Icon name={tool.name} />
            <span>{w.tools[tool.name]}</span>
          </button>
        ))}
      </div>
      <div className="canvas-steps">
        <Step name="undo" word={w.undo} long={w.undoLong} work={undo} />
        <Step name="redo" word={w.redo} long={w.redoLong} work={redo} />
      </div>
    </div>
  );
}

function Step({
  name,
  word,
  long,
  work,
}: {
  readonly name: 'undo' | 'redo';
  readonly word: string;
  readonly long: string;
  readonly work: (() => void) | undefined;
}) {
  return (
    <button
      type="button"
      className="canvas-tool"
      title={long}
      disabled={work === undefined}
      tabIndex={-1}
      onClick={() => work?.()}
    >
      <Icon name={name} />
      <span>{word}</span>
    </button>
  );
}

type ZoomProps = { readonly onIn: () => void; readonly onOut: () => void; readonly onAll: () => void };

export function ZoomButtons({ onIn, onOut, onAll }: ZoomProps) {
  return (
    <fieldset className="canvas-zoom" aria-label={w.zoom.group}>
      <button type="button" className="canvas-round" aria-label={w.zoom.in} title={w.zoom.in} onClick={onIn}>
        <Icon name="in" />
      </button>
      <button type="button" className="canvas-round" aria-label={w.zoom.out} title={w.zoom.out} onClick={onOut}>
        <Icon name="out" />
      </button>
      <button type="button" className="canvas-round canvas-round-wide" onClick={onAll}>
        <Icon name="all" />
        <span>{w.zoom.all}</span>
      </button>
    </fieldset>
  );
}
