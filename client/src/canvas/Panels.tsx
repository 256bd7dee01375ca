import { useValue } from '@tldraw/tldraw';
import { useEffect, useState } from 'react';
import { placeOf } from '@samenbord/shared/board/board.ts';
import type { Place } from '@samenbord/shared/board/board.ts';
import { belongsTo } from '@samenbord/shared/board/things.ts';
import { canvasWords as w } from '@samenbord/shared/words/canvas.ts';
import { moreWords } from '@samenbord/shared/words/more-tools.ts';
import { showWords } from '@samenbord/shared/words/controls.ts';
import { OffTableQuestion } from '../parts/OffTable.tsx';
import { CarefulPanel } from './CarefulPanel.tsx';
import { Composer } from './Composer.tsx';
import { Handles } from './Handles.tsx';
import { MorePanel } from './MorePanel.tsx';
import { ActionBar, Float, useBoxOf, useOnScreen } from './Overlays.tsx';
import type { CanvasPort } from './port.ts';
import type { Filled } from './pure/filled-in.ts';
import { asksFor, calledBy, firstAnswers, peopleOf } from './pure/making.ts';
import { chooseNew, QuickPanel, reading } from './QuickPanel.tsx';
import { makeOff, relativeOff } from './tools/offered.ts';
import { twins } from './tools/more-tools.ts';
import { nameOf } from './pure/relative-asks.ts';
import { TextEdit } from './TextEdit.tsx';
import { TidyPanel } from './TidyPanel.tsx';
import { selecting } from './use-stage.ts';
import type { Asking, Editing, Live, useStage } from './use-stage.ts';

type Stage = ReturnType<typeof useStage>;
type Props = {
  readonly stage: Stage;
  readonly live: Live;
  readonly port: CanvasPort;
  readonly zone: string;
  readonly chosen: readonly string[];
};

/** What floats over the paper: the form of something new, the words being changed, or what one can do with what is chosen. */
export function Panels({ stage, live, port, zone, chosen }: Props) {
  const { asking, editing, tool, ends, tell } = stage;
  const busy = useValue(
    'busy',
    () => live.editor.isInAny('select.dragging', 'select.panning', 'select.pointing_shape'),
    [live],
  );
  const things = port.board.things;
  const [first] = ends;
  useEffect(() => {
    if (tool.kind !== 'connect' || first === undefined) return;
    tell(tool.many ? w.hints.many(ends.length) : w.hints.second(calledBy(things.get(first), w.tools[tool.name])));
    // Only what is tapped changes the hint, not every edit on the board.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [ends, tool]);
  if (stage.tidy.preview !== undefined) return <TidyPanel tidy={stage.tidy} preview={stage.tidy.preview} live={live} />;
  if (asking !== undefined) return <AskPanel asking={asking} stage={stage} live={live} port={port} zone={zone} />;
  if (stage.quick.adding !== undefined)
    return <QuickPanel quick={stage.quick} adding={stage.quick.adding} live={live} port={port} say={stage.say} />;
  if (stage.quick.more !== undefined) return <MorePanel of={stage.quick.more} stage={stage} live={live} port={port} />;
  if (editing !== undefined)
    return <EditPanel key={editing.id} editing={editing} stage={stage} live={live} port={port} zone={zone} />;
  const [only, more] = chosen;
  if (only === undefined || busy || tool.kind !== 'select') return null;
  const together = live.bridge.view === 'genogram' && more !== undefined ? twinsOf(chosen, stage, port) : [];
  if (more !== undefined)
    return (
      <ActionBar
        editor={live.editor}
        bridge={live.bridge}
        id={only}
        docked={w.severalChosen(chosen.length)}
        actions={together}
      />
    );
  const isPerson = live.bridge.view === 'genogram' && things.get(only)?.type === 'persoon';
  return (
    <>
      {isPerson && <Handles live={live} port={port} id={only} onAdd={stage.quick.open} />}
      <ActionBar
        editor={live.editor}
        bridge={live.bridge}
        id={only}
        docked={isPerson ? nameOf(port.board, only) : undefined}
        actions={[...actionsOf(only, stage, live, port), ...moreOf(only, isPerson, stage, port)]}
      />
    </>
  );
}

function AskPanel({
  asking,
  stage,
  live,
  port,
  zone,
}: {
  readonly asking: Asking;
  readonly stage: Stage;
  readonly live: Live;
  readonly port: CanvasPort;
  readonly zone: string;
}) {
  const { tool, at, ends } = asking;
  const [isAsked, setAsked] = useState(tool.careful !== true);
  const spot = useOnScreen(live.editor, at === undefined ? undefined : { ...at, width: 0, height: 0 });
  const last = useBoxOf(live, ends.at(-1));
  const people = peopleOf(port.board);
  const close = (): void => {
    stage.choose(selecting);
    live.editor.getContainer().focus();
  };
  const send = (filled: Extract<Filled, { ok: true }>): void => {
    const id = live.hands.create({ tool, filled, ends, at });
    close();
    if (id === undefined) return stage.tell(w.hints.wrong);
    stage.say(w.said.made(w.tools[tool.name]));
    chooseNew(live, port, id);
  };
  if (!isAsked)
    return (
      <Float editor={live.editor} at={spot ?? last} width={380} height={300}>
        <CarefulPanel title={w.tools[tool.name]} zone={zone} onGoOn={() => setAsked(true)} onLeave={close} />
      </Float>
    );
  return (
    <Float editor={live.editor} at={spot ?? last} width={380} height={Math.min(560, 150 + tool.asks.length * 92)}>
      <Composer
        title={w.tools[tool.name]}
        type={tool.type}
        asks={asksFor(tool.asks, port.me, people)}
        people={people.filter(({ id }) => tool.name !== 'kind-van' || !ends.includes(id))}
        first={{ ...firstAnswers(tool, ends, port.board), ...asking.first }}
        send={tool.kind === 'connect' ? w.connect : w.put}
        quick={tool.name === 'persoon' ? reading : undefined}
        onSend={send}
        onCancel={close}
      />
    </Float>
  );
}

type EditProps = {
  readonly editing: Editing;
  readonly stage: Stage;
  readonly live: Live;
  readonly port: CanvasPort;
  readonly zone: string;
};

function EditPanel({ editing, stage, live, port, zone }: EditProps) {
  const box = useBoxOf(live, editing.id);
  const thing = port.board.things.get(editing.id);
  const mayStill = thing !== undefined && !thing.weg && live.hands.mayEdit(editing.id);
  const { edit } = stage;
  useEffect(() => {
    if (!mayStill) edit(undefined);
  }, [mayStill, edit]);
  if (!mayStill) return null;
  const close = (): void => {
    edit(undefined);
    live.editor.getContainer().focus();
  };
  return (
    <Float editor={live.editor} at={box} width={360} height={200}>
      <TextEdit zone={zone} id={editing.id} field={editing.field} label={w.edit} onClose={close} />
    </Float>
  );
}

/** Cards of others that are to go off the table, one question after another. */
export function GoingBack({ stage, live, port }: Pick<Props, 'stage' | 'live' | 'port'>) {
  const [first, ...rest] = stage.goingBack;
  const thing = first === undefined ? undefined : port.board.things.get(first);
  if (thing === undefined) return null;
  const done = (next: readonly string[]) => (): void => {
    stage.giveBack(next);
    live.editor.getContainer().focus();
  };
  return <OffTableQuestion key={thing.id} thing={thing} open onClose={done([])} onGone={done(rest)} />;
}

type Action = { readonly word: string; readonly work: () => void };

/** What this participant can do with one chosen thing or stroke, in words. */
function actionsOf(id: string, stage: Stage, live: Live, port: CanvasPort): Action[] {
  const { hands, bridge, editor } = live;
  const { lit, light } = port;
  const shown = bridge.shown.get();
  const thing = port.board.things.get(id);
  if (thing === undefined) return hands.mayErase(id) ? [{ word: w.remove, work: () => hands.erase(id) }] : [];
  const shape = editor.getOnlySelectedShapeId() ?? '';
  const placed = shown.nodes.has(id) && isByHand(placeOf(port.board, bridge.view, id)) && hands.mayMove();
  const natural = belongsTo(thing.type, bridge.view);
  return [
    ...(hands.mayEdit(id) ? [{ word: w.edit, work: () => hands.open({ type: 'node', ref: id, shape }) }] : []),
    ...(placed
      ? [{ word: natural ? w.backToOwnPlace : w.outOfView, work: () => outOfView(id, natural, stage, live) }]
      : []),
    ...(light === undefined
      ? []
      : [{ word: lit === id ? showWords.unlight : showWords.light, work: () => light(lit === id ? undefined : id) }]),
    ...(hands.mayTakeOff(id) ? [{ word: w.takeOff, work: () => stage.takeOff(editor, hands) }] : []),
  ];
}

/** The longer list of what can come beside somebody. */
function moreOf(id: string, isPerson: boolean, stage: Stage, port: CanvasPort): Action[] {
  if (!isPerson || relativeOff('kind', port.me.id, port.may) === 'never') return [];
  return [{ word: moreWords.open, work: () => stage.quick.openMore(id) }];
}

/** What several brothers and sisters can be together. */
function twinsOf(chosen: readonly string[], stage: Stage, port: CanvasPort): Action[] {
  if (makeOff('meerling', port.me.id, port.may) !== undefined) return [];
  return twins(port.board, chosen).map(({ tool, first }) => ({
    word: w.tools[tool.name],
    work: () => stage.ask({ tool, at: undefined, ends: chosen, first }),
  }));
}

const isByHand = (place: Place | undefined): boolean => place !== undefined && place.los !== true;

function outOfView(id: string, natural: boolean, stage: Stage, { hands, editor }: Live): void {
  if (hands.outOfView(id)) stage.say(natural ? w.said.moved : w.said.outOfView);
  editor.getContainer().focus();
}
