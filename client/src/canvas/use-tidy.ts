import { useState } from 'react';
import { canvasWords } from '@samenbord/shared/words/canvas.ts';
import { viewToolWords as w } from '@samenbord/shared/words/view-tools.ts';
import { denialWords } from '@samenbord/shared/words/app.ts';
import type { Box } from '@samenbord/shared/picture/picture.ts';
import { placeOf } from '@samenbord/shared/board/board.ts';
import { askLayout } from './layout-line.ts';
import type { CanvasPort } from './port.ts';
import { tidied } from './pure/tidied.ts';
import type { Places } from './use-laid.ts';
import type { Live } from './use-stage.ts';

/** How a tidy genogram would look, on this screen only. */
export type Preview = {
  readonly places: Places;
  /** Where those stand now who would move. */
  readonly from: readonly Box[];
};

/** Laying the genogram tidily: worked out beside the page, shown, and only then written or left. */
export function useTidy(
  port: CanvasPort,
  live: Live | undefined,
  tell: (text: string) => void,
  say: (text: string) => void,
) {
  const [busy, setBusy] = useState(false);
  const [preview, setPreview] = useState<Preview>();

  const start = (): void => {
    const denial = port.may({ kind: 'place' });
    if (denial !== undefined) return tell(denialWords[denial]);
    if (live === undefined || busy || preview !== undefined) return;
    live.keyboard.settle();
    setBusy(true);
    void askLayout('tidy', port.board).then((places) => {
      setBusy(false);
      show(live, places);
    });
  };

  const show = ({ bridge, hands, editor }: Live, wanted: Places): void => {
    const board = bridge.board();
    const rows = [...board.things.values()].filter(
      ({ type, weg }) => !weg && (type === 'persoon' || type === 'zwangerschap'),
    );
    const isHeld = (id: string): boolean => {
      const place = placeOf(board, 'genogram', id);
      return place !== undefined && place.los !== true;
    };
    const free = rows.map(({ id }) => id).filter((id) => !isHeld(id));
    const places = tidied(wanted, bridge.standing(free), free.length < rows.length);
    const moves = [...places];
    if (moves.length === 0) return tell(w.tidyAlready);
    const { nodes } = bridge.shown.get();
    const from = moves.flatMap(([id]) => nodes.get(id)?.box ?? []);
    editor.selectNone();
    hands.stand(true);
    bridge.hold(new Map(moves.map(([id, { x, y }]) => [id, { x, y }])));
    setPreview({ places, from });
    say(w.tidyMoves(moves.length));
  };

  const end = (): void => {
    setPreview(undefined);
    if (live === undefined) return;
    live.hands.stand(false);
    live.editor.getContainer().focus();
  };
  const keep = (): void => {
    if (preview === undefined || live === undefined) return;
    end();
    if (live.hands.tidy(preview.places)) live.bridge.release();
    else live.bridge.letGo();
    say(w.tidied);
  };
  const leave = (): void => {
    end();
    live?.bridge.letGo();
    say(canvasWords.said.nothing);
  };
  return { busy, preview, start, keep, leave };
}
