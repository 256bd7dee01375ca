import { TldrawEditor, useValue } from '@tldraw/tldraw';
import type { Editor, TLEditorComponents } from '@tldraw/tldraw';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { PointerEvent } from 'react';
import { viewNames } from '@samenbord/shared/board/define.ts';
import type { ViewName } from '@samenbord/shared/board/define.ts';
import type { Denial } from '@samenbord/shared/access/may.ts';
import { denialWords } from '@samenbord/shared/words/app.ts';
import { canvasWords as w } from '@samenbord/shared/words/canvas.ts';
import { refsOf } from './bridge.ts';
import { middleOf } from './camera.ts';
import { cameraOptions, canvasTools, freshStore, freshUser, noScreen, shapeUtils } from './editor-setup.ts';
import { Around } from './Around.tsx';
import { DraftContext, Draft, Ground } from './Ground.tsx';
import { Lit } from './Lit.tsx';
import { Others } from './Overlays.tsx';
import type { CanvasPort } from './port.ts';
import type { CanvasLook } from './use-called.ts';
import { paste } from './paste.ts';
import { readingOrder } from './pure/order.ts';
import { GoingBack, Panels } from './Panels.tsx';
import { Legend } from './Legend.tsx';
import { Rails } from './Rails.tsx';
import { BridgeContext } from './shown.tsx';
import { Toolbar, ZoomButtons } from './Toolbar.tsx';
import { allOff, offeredTools } from './tools/offered.ts';
import type { Tool } from './tools/tool-list.ts';
import { useCalled } from './use-called.ts';
import { ViewTools } from './ViewTools.tsx';
import type { Past } from './ViewTools.tsx';
import { useLatest } from './use-latest.ts';
import { selecting, useStage } from './use-stage.ts';
import type { Live } from './use-stage.ts';

export type StageProps = {
  readonly port: CanvasPort;
  readonly zone: string;
  readonly view: ViewName;
  readonly onView: (view: ViewName) => void;
  readonly onSelect: (ids: readonly string[]) => void;
  readonly readOnly: boolean;
  readonly look: CanvasLook | undefined;
  readonly past: Past | undefined;
};

/** In place of tldraw's own message, which is in English and leads to other sites. What was said is safe: it is not in the drawing. */
const Broken = () => <p className="canvas-empty">{w.broken}</p>;
const Unreadable = () => <span className="canvas-said">{w.unreadable}</span>;
const screenParts: TLEditorComponents = {
  ...noScreen,
  OnTheCanvas: Ground,
  Overlays: Draft,
  ErrorFallback: Broken,
  ShapeErrorFallback: Unreadable,
};
const nobinding: never[] = [];

/** tldraw's paper with our toolbar, forms and names around it. */
export function Stage({ port, zone, view, onView, onSelect, readOnly, look, past }: StageProps) {
  const stage = useStage(port, view, readOnly);
  const { live, tool, choose, told, tell, said } = stage;
  const page = useRef<HTMLDivElement>(null);
  const [store, user] = useMemo(
    () => [freshStore(), freshUser(matchMedia('(prefers-reduced-motion: reduce)').matches)],
    [],
  );
  const options = useMemo(
    () => ({ branding: w.canvas(w.views[view]), createTextOnCanvasDoubleClick: false, maxPages: 1 }),
    [view],
  );
  // A new function would make tldraw draw all over at every cursor that moves.
  const mount = useLatest(stage.mount);
  const onMount = useCallback((editor: Editor) => mount.current(editor), [mount]);
  const { may, me } = port;
  const chosen = useChosen(live, onSelect, stage.say);
  useKeys(page, live, view, onView);

  useCalled(live, port.ready, look);
  const offered = useMemo(() => (readOnly ? [] : offeredTools(view, me.id, may)), [may, me, view, readOnly]);
  const off = (asked: Tool): Denial | undefined => offered.find(({ tool: { name } }) => name === asked.name)?.off;
  const nowOff = off(tool) !== undefined;
  const drop = useLatest(() => choose(selecting));
  useEffect(() => {
    if (nowOff) drop.current();
  }, [nowOff, drop]);

  const pick = (next: Tool, byKey: boolean): void => {
    const denial = off(next);
    if (denial !== undefined) {
      tell(denialWords[denial]);
      return stage.say(denialWords[denial]);
    }
    choose(next);
    stage.say(w.said.tool(w.tools[next.name], hintOf(next)));
    if (byKey && next.kind === 'make' && live !== undefined)
      stage.ask({ tool: next, at: middleOf(live.editor), ends: [] });
    else if (next.kind !== 'select') tell(hintOf(next));
    if (next.kind !== 'make' || !byKey) live?.editor.getContainer().focus();
  };
  const empty = useValue('empty', () => live !== undefined && live.bridge.shown.get().nodes.size === 0, [live]);
  // An empty view may have a drawing of its own that says where to begin: then the sentence stands below it.
  const drawn = useValue('drawn', () => (live?.bridge.shown.get().picture.box.width ?? 0) > 0, [live]);
  const nothing = empty && <p className="canvas-empty">{readOnly ? w.said.emptyToRead : w.said.empty}</p>;

  return (
    <div
      className="canvas-page"
      ref={page}
      data-chosen={chosen.length > 0}
      data-rails={view === 'tijdlijn'}
      data-past={port.day !== undefined}
      onPointerMove={(event) => pointAt(event, live)}
      onPointerLeave={() => live?.hands.point(undefined)}
      onPaste={(event) =>
        paste(event, live, readOnly || !offered.some((one) => one.tool.name === 'notitie' && one.off === undefined))
      }
    >
      <BridgeContext value={stage.bridgeHolder}>
        <DraftContext value={stage.draft}>
          <TldrawEditor
            store={store}
            user={user}
            shapeUtils={shapeUtils}
            bindingUtils={nobinding}
            tools={canvasTools}
            initialState="select"
            components={screenParts}
            cameraOptions={cameraOptions}
            options={options}
            autoFocus={false}
            onMount={onMount}
          />
        </DraftContext>
      </BridgeContext>
      {!drawn && nothing}
      {live !== undefined && (
        <>
          <BridgeContext value={stage.bridgeHolder}>
            <Rails editor={live.editor} />
            <Legend />
          </BridgeContext>
          {view === 'sociogram' && <Around port={port} onLook={stage.lookAround} />}
          <Lit editor={live.editor} bridge={live.bridge} id={port.lit} />
          <Others editor={live.editor} bridge={live.bridge} others={port.others} view={view} />
          {!readOnly && (
            <ZoomButtons
              onIn={() => live.editor.zoomIn()}
              onOut={() => live.editor.zoomOut()}
              onAll={() => stage.fit(live.editor, live.bridge)}
            />
          )}
          {!readOnly && (
            <ViewTools
              live={live}
              tidy={view === 'genogram' && port.household === undefined && mayTidy(may) ? stage.tidy : undefined}
              past={past}
              tell={tell}
            />
          )}
          {!readOnly && <GoingBack stage={stage} live={live} port={port} />}
          {!readOnly && <Panels stage={stage} live={live} port={port} zone={zone} chosen={chosen} />}
        </>
      )}
      <div className="canvas-bottom">
        {drawn && told === undefined && nothing}
        {told !== undefined && stage.asking === undefined && (
          <div className="canvas-tell">
            {told}
            {tool.kind === 'connect' && tool.many && stage.ends.length > 0 && (
              <button type="button" className="canvas-main" onClick={() => live?.hands.finish()}>
                {w.done}
              </button>
            )}
          </div>
        )}
        {!readOnly && (
          <Toolbar
            tools={offered}
            note={allOff(offered)}
            current={tool}
            onChoose={pick}
            undo={port.canUndo ? stage.undo : undefined}
            redo={port.canRedo ? stage.redo : undefined}
          />
        )}
      </div>
      <output className="canvas-said" aria-live="polite">
        {said}
      </output>
      <Sentences live={live} />
    </div>
  );
}

/** Who never moves anything here has nothing to lay tidily. */
const mayTidy = (may: CanvasPort['may']): boolean => may({ kind: 'place' }) !== 'alleen-kijken';

function hintOf(tool: Tool): string {
  if (tool.kind === 'make') return w.hints.make;
  if (tool.kind === 'connect') return w.hints[tool.name];
  if (tool.kind === 'ink') return w.hints.draw;
  return tool.kind === 'erase' ? w.hints.erase : '';
}

/** The same picture in sentences, for who listens. */
function Sentences({ live }: { readonly live: Live | undefined }) {
  const sentences = useValue('sentences', () => live?.bridge.shown.get().picture.description ?? [], [live]);
  return (
    <section className="canvas-said" aria-label={w.description}>
      {sentences.map((sentence, index) => (
        <p key={index}>{sentence}</p>
      ))}
    </section>
  );
}

/** Follows what is chosen: tells the page, and says it. */
function useChosen(
  live: Live | undefined,
  onSelect: (ids: readonly string[]) => void,
  say: (text: string) => void,
): readonly string[] {
  const tellPage = useLatest(onSelect);
  const key = useValue(
    'chosen',
    () => (live === undefined ? '' : refsOf(live.editor, live.editor.getSelectedShapeIds()).join(' ')),
    [live],
  );
  const chosen = useMemo(() => (key === '' ? [] : key.split(' ')), [key]);
  const before = useRef(chosen);
  useEffect(() => {
    if (before.current === chosen || live === undefined) return;
    before.current = chosen;
    const { picture, nodes, lines, ink } = live.bridge.shown.get();
    tellPage.current(chosen.filter((id) => !ink.has(id)));
    const [only, more] = chosen;
    if (only === undefined || more !== undefined) return;
    const order = readingOrder(picture.nodes);
    const node = nodes.get(only);
    if (node !== undefined) say(w.said.selected(node.label, order.indexOf(only) + 1, order.length));
    else say(lines.get(only)?.label ?? w.said.ink);
  }, [chosen, live, say, tellPage]);
  return chosen;
}

/** Keys on the paper go to our keyboard first; what it takes, tldraw and the page do not get. */
function useKeys(
  page: { readonly current: HTMLDivElement | null },
  live: Live | undefined,
  view: ViewName,
  onView: (view: ViewName) => void,
): void {
  useEffect(() => {
    const node = page.current;
    if (node === null || live === undefined) return undefined;
    const container = live.editor.getContainer();
    const onKey = (event: KeyboardEvent): void => {
      const onPaper = event.target === container;
      const writing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
      const turn = onPaper && !event.ctrlKey ? { PageDown: 1, PageUp: -1 }[event.key] : undefined;
      if (turn !== undefined)
        onView(viewNames[(viewNames.indexOf(view) + turn + viewNames.length) % viewNames.length] ?? view);
      else if (!(onPaper || ((event.ctrlKey || event.metaKey) && !writing)) || !live.keyboard.handle(event)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const onFinger = (event: Event): void => {
      live.keyboard.settle();
      if (event.target instanceof Node && container.contains(event.target)) container.focus({ preventScroll: true });
    };
    node.addEventListener('keydown', onKey, { capture: true });
    node.addEventListener('pointerdown', onFinger, { capture: true });
    return () => {
      node.removeEventListener('keydown', onKey, { capture: true });
      node.removeEventListener('pointerdown', onFinger, { capture: true });
    };
  }, [page, live, view, onView]);
}

function pointAt(event: PointerEvent, live: Live | undefined): void {
  if (live === undefined) return;
  live.hands.point(live.editor.screenToPage({ x: event.clientX, y: event.clientY }));
}
