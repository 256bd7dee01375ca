import { atom } from '@tldraw/tldraw';
import type { Atom, Editor } from '@tldraw/tldraw';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Ink } from '@samenbord/shared/board/board.ts';
import type { ViewName } from '@samenbord/shared/board/define.ts';
import { canvasWords as w } from '@samenbord/shared/words/canvas.ts';
import { quickWords } from '@samenbord/shared/words/quick.ts';
import type { PictureOptions } from '@samenbord/shared/picture/face.ts';
import { Bridge, refsOf } from './bridge.ts';
import { middleOf, showAll } from './camera.ts';
import { wake } from './editor-setup.ts';
import { guard } from './guard.ts';
import { Keyboard } from './keyboard.ts';
import { drawerOf } from './pictures.ts';
import type { CanvasPort } from './port.ts';
import type { Answers } from './pure/filled-in.ts';
import type { Point } from './pure/path-points.ts';
import { TableHands } from './table-hands.ts';
import { useLatest } from './use-latest.ts';
import { useLay, useTellLook } from './use-look.ts';
import { useQuick } from './use-quick.ts';
import { useTidy } from './use-tidy.ts';
import { giveHands } from './tools/hands.ts';
import type { ConnectTool, MakeTool, Tool } from './tools/tool-list.ts';

export type Asking = {
  readonly tool: MakeTool | ConnectTool;
  readonly at: Point | undefined;
  readonly ends: readonly string[];
  /** What is filled in beforehand, where the tool does not know it itself. */
  readonly first?: Answers;
};
export type Editing = { readonly id: string; readonly field: string };
/** What there is once tldraw has made its editor. */
export type Live = {
  readonly editor: Editor;
  readonly bridge: Bridge;
  readonly hands: TableHands;
  readonly keyboard: Keyboard;
};

export const selecting: Tool = { kind: 'select', name: 'kies' };
const keysHelp = (view: ViewName, readOnly: boolean): string =>
  view === 'genogram' && !readOnly ? `${w.canvas(w.views[view])} ${quickWords.keysHelp}` : w.canvas(w.views[view]);
/** Days since 1970-01-01, as the clock on the wall has them. */
export const dayOf = (date: Date): number =>
  Math.floor((date.getTime() - date.getTimezoneOffset() * 60_000) / 86_400_000);

/** The state of one canvas: its tool, what it asks, what is being changed, what it says; and the editor once that is there. */
export function useStage(port: CanvasPort, view: ViewName, readOnly: boolean) {
  const [tool, setTool] = useState<Tool>(selecting);
  const [asking, ask] = useState<Asking>();
  const [editing, edit] = useState<Editing>();
  const [ends, connecting] = useState<readonly string[]>([]);
  const [goingBack, giveBack] = useState<readonly string[]>([]);
  const [told, tell] = useState<string>();
  const [said, say] = useState('');
  const [live, setLive] = useState<Live>();
  const draft = useMemo<Atom<Ink | undefined>>(() => atom('draft', undefined), []);
  const bridgeHolder = useMemo<Atom<Bridge | undefined>>(() => atom('bridge', undefined), []);
  const tellAll = (text: string): void => {
    tell(text);
    say(text);
  };
  const quick = useQuick(port, tellAll);
  const latest = useLatest({ port, tool, quick });
  const around = useRef<NonNullable<PictureOptions['rond']>>({});

  const choose = (next: Tool): void => {
    live?.keyboard.settle();
    live?.hands.forgetEnds();
    ask(undefined);
    edit(undefined);
    quick.close();
    tell(undefined);
    setTool(next);
    live?.editor.setCurrentTool(next.kind === 'erase' ? 'eraser' : next.kind);
  };

  const mount = (editor: Editor): (() => void) => {
    const names = () => latest.current.port.names;
    const bridge = new Bridge(
      editor,
      view,
      drawerOf(
        view,
        () => ({ today: latest.current.port.day ?? dayOf(new Date()), names: names(), rond: around.current }),
        port.household,
      ),
    );
    const hands = new TableHands(() => latest.current.port, bridge, {
      tool: () => latest.current.tool,
      ask: (made, at, chosen) => ask({ tool: made, at, ends: chosen }),
      edit: (id, field) => {
        latest.current.port.stopCapturing();
        edit({ id, field });
      },
      connecting,
      draft: (ink) => draft.set(ink),
      say,
      tell: tellAll,
      zoom: () => editor.getZoomLevel(),
    });
    const keyboard = keyboardOf(editor, bridge, hands);
    bridgeHolder.set(bridge);
    giveHands(editor, hands);
    wake(editor, keysHelp(view, readOnly), readOnly);
    const unguard = guard(editor);
    bridge.setBoard(latest.current.port.board, latest.current.port.names);
    setLive({ editor, bridge, hands, keyboard });
    return () => {
      unguard();
      bridge.stop();
      latest.current.port.setPresence({ dragging: undefined, cursor: undefined });
    };
  };

  const undo = (): void => {
    if (latest.current.port.undo()) say(w.said.undone);
  };
  const redo = (): void => {
    if (latest.current.port.redo()) say(w.said.redone);
  };
  const takeOff = (editor: Editor, hands: TableHands): void => {
    const selected = editor.getSelectedShapeIds();
    const all = [...refsOf(editor, selected, 'node'), ...refsOf(editor, selected, 'line')];
    const theirs = all.filter(hands.goesBack);
    giveBack(theirs);
    const things = all.filter((id) => !theirs.includes(id));
    const done = things.filter((id) => hands.takeOff(id));
    for (const id of refsOf(editor, selected, 'ink')) hands.erase(id);
    const text = done.length === things.length ? w.said.takenOff : w.notNow;
    if (done.length < things.length) tell(text);
    if (things.length > 0) say(text);
  };
  function keyboardOf(editor: Editor, bridge: Bridge, hands: TableHands): Keyboard {
    return new Keyboard({
      editor,
      bridge,
      hands,
      tool: () => latest.current.tool,
      back: () => back.current(),
      undo,
      redo,
      takeOff: () => takeOff(editor, hands),
      letter: (letter) => {
        const now = latest.current;
        return (
          now.tool.kind === 'select' && !readOnly && !hands.stands() && now.quick.letter(letter, editor, bridge.view)
        );
      },
      middle: () => middleOf(editor),
    });
  }
  const back = useLatest(() => choose(selecting));
  const lookAround = (next: NonNullable<PictureOptions['rond']>): void => {
    around.current = next;
    if (live === undefined) return;
    live.bridge.show();
    fit(live.editor, live.bridge);
  };
  const fit = (editor: Editor, bridge: Bridge): void => showAll(editor, bridge.shown.get().picture.box);

  const tidy = useTidy(port, live, tellAll, say);
  useBoardOnCanvas(live, port, readOnly);
  return {
    tool,
    choose,
    asking,
    ask,
    editing,
    edit,
    ends,
    told,
    tell,
    said,
    say,
    live,
    mount,
    draft,
    bridgeHolder,
    undo,
    redo,
    takeOff,
    goingBack,
    giveBack,
    quick,
    tidy,
    lookAround,
    fit,
  };
}

/** Passes on to the canvas what changes on the board and what others hold, and to others where one looks. */
function useBoardOnCanvas(live: Live | undefined, port: CanvasPort, readOnly: boolean): void {
  const { others } = port;
  useLay(live, port, readOnly);
  useTellLook(live, port, readOnly);
  useEffect(() => {
    const held = others.flatMap(({ dragging }) =>
      dragging === undefined || dragging.view !== live?.bridge.view ? [] : [dragging],
    );
    live?.bridge.setFar(held);
  }, [live, others]);
}
