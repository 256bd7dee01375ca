import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { moreWords as w } from '@samenbord/shared/words/more-tools.ts';
import { canvasWords } from '@samenbord/shared/words/canvas.ts';
import { quickWords } from '@samenbord/shared/words/quick.ts';
import { Float, useBoxOf } from './Overlays.tsx';
import type { CanvasPort } from './port.ts';
import { nameOf, relativeKeys, relatives } from './pure/relative-asks.ts';
import { makeOff, relativeOff } from './tools/offered.ts';
import { moreTools, violence } from './tools/more-tools.ts';
import { tools } from './tools/tool-list.ts';
import type { Tool } from './tools/tool-list.ts';
import { useEscape } from './use-escape.ts';
import type { Live, useStage } from './use-stage.ts';

type Props = {
  readonly of: string;
  readonly stage: ReturnType<typeof useStage>;
  readonly live: Live;
  readonly port: CanvasPort;
};

const lineTool = tools.genogram.find(({ name }) => name === 'relatielijn');

/** Everything that can come beside somebody, in words: family first, what is tender last and by itself. */
export function MorePanel({ of, stage, live, port }: Props) {
  const box = useRef<HTMLElement>(null);
  const leave = (): void => {
    stage.quick.close();
    live.editor.getContainer().focus();
  };
  useEscape(box, leave);
  useEffect(() => box.current?.querySelector('button')?.focus(), []);
  const at = useBoxOf(live, of);
  const { board, me, may } = port;
  const connect = (tool: Tool | undefined): void => {
    if (tool === undefined) return;
    stage.choose(tool);
    live.editor.getContainer().focus();
    // The tool is in hand when the screen was drawn again: then this person is its first end.
    requestAnimationFrame(() => live.hands.tap(of));
  };
  const mine = moreTools(board, of).filter(({ tool }) => makeOff(tool.type, me.id, may) === undefined);
  const ask = (more: (typeof mine)[number]): void => {
    stage.quick.close();
    const spot = live.bridge.standing([of]).get(of);
    const beside = spot === undefined ? undefined : { x: spot.x + 170, y: spot.y };
    stage.ask({ tool: more.tool, at: more.tool.lies ? beside : undefined, ends: [of], first: more.first });
  };
  const mayLine = makeOff('relatielijn', me.id, may) === undefined;
  return (
    <Float editor={live.editor} at={at} width={340} height={620} aside>
      <section className="canvas-form canvas-more" aria-label={w.title(nameOf(board, of))} ref={box}>
        <h2>{w.title(nameOf(board, of))}</h2>
        <div className="canvas-form-fields">
          {relatives.map((relative) =>
            relativeOff(relative, me.id, may) === undefined ? (
              <Choice key={relative} onPress={() => stage.quick.open(relative, of)}>
                {quickWords.kinds[relative]} <kbd>{relativeKeys[relative].toUpperCase()}</kbd>
              </Choice>
            ) : null,
          )}
          {mine
            .filter(({ tool }) => tool.careful !== true)
            .map((more) => (
              <Choice key={more.tool.name} onPress={() => ask(more)}>
                {canvasWords.tools[more.tool.name]}
              </Choice>
            ))}
          {mayLine && <Choice onPress={() => connect(lineTool)}>{canvasWords.tools.relatielijn}</Choice>}
          <p className="canvas-hint">{w.tender}</p>
          {mine
            .filter(({ tool }) => tool.careful === true)
            .map((more) => (
              <Choice key={more.tool.name} onPress={() => ask(more)}>
                {canvasWords.tools[more.tool.name]}
              </Choice>
            ))}
          {mayLine && <Choice onPress={() => connect(violence)}>{canvasWords.tools.geweld}</Choice>}
        </div>
        <div className="canvas-form-end">
          <button type="button" className="canvas-plain" onClick={leave}>
            {canvasWords.close}
          </button>
        </div>
      </section>
    </Float>
  );
}

function Choice({ onPress, children }: { readonly onPress: () => void; readonly children: ReactNode }) {
  return (
    <button type="button" className="canvas-plain canvas-choice" onClick={onPress}>
      {children}
    </button>
  );
}
