import { useEffect, useMemo } from 'react';
import { find } from '@samenbord/shared/board/board.ts';
import { sayDate } from '@samenbord/shared/words/dates.ts';
import { canvasWords } from '@samenbord/shared/words/canvas.ts';
import { quickWords as w } from '@samenbord/shared/words/quick.ts';
import type { Box } from '@samenbord/shared/picture/picture.ts';
import { boardAfter } from '../document/settled.ts';
import { freshId } from '../document/ids.ts';
import { bringInSight, nodeShape, showNew } from './camera.ts';
import { Composer } from './Composer.tsx';
import { Float, useBoxOf, useOnScreen } from './Overlays.tsx';
import type { CanvasPort } from './port.ts';
import { filledIn } from './pure/filled-in.ts';
import type { Filled } from './pure/filled-in.ts';
import { formFor, nameOf } from './pure/relative-asks.ts';
import { besides, spread } from './pure/relative.ts';
import { typedPerson } from './pure/typed-person.ts';
import type { Live } from './use-stage.ts';
import type { Adding, useQuick } from './use-quick.ts';

type Props = {
  readonly quick: ReturnType<typeof useQuick>;
  readonly adding: Adding;
  readonly live: Live;
  readonly port: CanvasPort;
  readonly say: (text: string) => void;
};

/** The form in which somebody new gets a name, at the place where they will stand. Enter puts them there and chooses them; Escape leaves nothing behind. */
export function QuickPanel({ quick, adding, live, port, say }: Props) {
  const { relative, of } = adding;
  const { board } = port;
  const { close } = quick;
  const form = formFor(board, relative, of);
  const spot = useSpot(adding, live, port);
  const ghost = useOnScreen(live.editor, spot);
  const beside = useBoxOf(live, of);
  const isGone = find(board, 'persoon', of) === undefined;
  useEffect(() => {
    if (isGone) close();
  }, [isGone, close]);
  if (isGone) return null;
  const leave = (): void => {
    close();
    live.editor.getContainer().focus();
  };
  const send = (filled: Extract<Filled, { ok: true }>): void => {
    const { intent, id } = besides(relative, { board, by: port.me.id, freshId, of, filled });
    live.hands.settle(intent);
    leave();
    const naam = filled.texts['naam'] ?? w.noName;
    say(w.done(naam, w.kinds[relative], nameOf(board, of)));
    chooseNew(live, port, id);
  };
  return (
    <>
      {ghost !== undefined && (
        <div
          className="canvas-ghost"
          aria-hidden="true"
          style={{ left: ghost.x, top: ghost.y, width: ghost.width, height: ghost.height }}
        />
      )}
      <Float
        editor={live.editor}
        at={around(ghost, beside)}
        width={420}
        height={Math.min(560, 210 + form.asks.length * 50)}
        aside
      >
        <Composer
          key={`${relative} ${of}`}
          title={form.title}
          type="persoon"
          asks={form.asks}
          people={[]}
          first={form.first}
          send={canvasWords.put}
          quick={reading}
          onSend={send}
          onCancel={leave}
        />
      </Float>
    </>
  );
}

/** Whom it is about and where the new one comes: both stay in sight. */
function around(one: Box | undefined, other: Box | undefined): Box | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  const [x, y] = [Math.min(one.x, other.x), Math.min(one.y, other.y)];
  const right = Math.max(one.x + one.width, other.x + other.width);
  return { x, y, width: right - x, height: Math.max(one.y + one.height, other.y + other.height) - y };
}

/** Chooses what was just put on the table, at once: the next letter is about it. */
export function chooseNew({ editor, bridge }: Live, port: CanvasPort, id: string): void {
  bridge.setBoard(port.current(), port.names);
  if (bridge.shown.get().nodes.has(id)) editor.select(nodeShape(id));
  showNew(editor, id);
}

const { geslacht } = canvasWords.options;
/** How a line as `Sanne, v, 2014` is read, and said to be. */
export const reading = {
  spread,
  reads: (field: string, answer: string): string | undefined => {
    if ((field !== 'naam' && field !== 'andereNaam') || !answer.includes(',')) return undefined;
    const typed = typedPerson(answer);
    const gender = Object.entries(geslacht).find(([value]) => value === typed.geslacht)?.[1];
    const born = typed.geboren === undefined ? undefined : w.born(sayDate(typed.geboren));
    return w.read([typed.naam, gender, born].flatMap((part) => part ?? []));
  },
};

/** A board with more people than this takes long to lay out: there the form opens beside who was chosen. */
const mostToTry = 60;

/** Where somebody will stand when they come; brought in sight once. Nothing when that is not known yet. */
function useSpot({ relative, of }: Adding, live: Live, port: CanvasPort): Box | undefined {
  const { board, me } = port;
  const box = useMemo(() => {
    const { asks, first } = formFor(board, relative, of);
    const filled = filledIn('persoon', asks, first);
    const people = [...board.things.values()].filter(({ type }) => type === 'persoon').length;
    if (!filled.ok || people > mostToTry) return undefined;
    const { intent, id } = besides(relative, { board, by: me.id, freshId, of, filled });
    return live.bridge.boxIn(boardAfter(board, intent), id);
    // What others change meanwhile does not move the form under somebody's hands.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [relative, of, live]);
  useEffect(() => {
    if (box !== undefined) bringInSight(live.editor, box, true);
  }, [box, live]);
  return box;
}
