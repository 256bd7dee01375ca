import type { CSSProperties } from 'react';
import { denialWords } from '@samenbord/shared/words/app.ts';
import { quickWords as w } from '@samenbord/shared/words/quick.ts';
import type { Box } from '@samenbord/shared/picture/picture.ts';
import { useBoxOf } from './Overlays.tsx';
import type { CanvasPort } from './port.ts';
import { nameOf, relativeKeys, relatives } from './pure/relative-asks.ts';
import type { Relative } from './pure/relative-asks.ts';
import { relativeOff } from './tools/offered.ts';
import type { Live } from './use-stage.ts';

/** As large on the screen at every zoom: a finger does not shrink. */
const size = 40;
const apart = 10;

type Props = {
  readonly live: Live;
  readonly port: CanvasPort;
  readonly id: string;
  readonly onAdd: (relative: Relative, of: string) => void;
};

/** Around the symbol of a person who is chosen: who comes above, below and beside. Gone for who never puts people on a board. */
export function Handles({ live, port, id, onAdd }: Props) {
  const box = useBoxOf(live, id);
  const offered = relatives.map((relative) => ({ relative, off: relativeOff(relative, port.me.id, port.may) }));
  if (box === undefined || offered.every(({ off }) => off === 'never')) return null;
  return (
    <fieldset className="canvas-handles" aria-label={w.handles(nameOf(port.board, id))}>
      {offered.map(({ relative, off }) => {
        if (off === 'never') return null;
        const key = relativeKeys[relative].toUpperCase();
        return (
          <button
            key={relative}
            type="button"
            className="canvas-handle"
            data-side={sides[relative]}
            style={spotOf(box, relative)}
            aria-label={
              off === undefined ? w.handle(w.kinds[relative], key) : w.handleOff(w.kinds[relative], denialWords[off])
            }
            aria-disabled={off !== undefined}
            onClick={() => onAdd(relative, id)}
          >
            <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
              <path d="M12 5v14M5 12h14" fill="none" stroke="currentColor" strokeWidth="2.5" strokeLinecap="round" />
            </svg>
            <span className="canvas-handle-word" aria-hidden="true">
              {off === undefined ? w.kinds[relative] : denialWords[off]}
              {off === undefined && <kbd>{key}</kbd>}
            </span>
          </button>
        );
      })}
    </fieldset>
  );
}

const sides: Readonly<Record<Relative, string>> = {
  ouder: 'top',
  kind: 'bottom',
  partner: 'right',
  'broer-of-zus': 'left',
};

/** Beside the symbol itself: the name stands below it in the same box. */
function spotOf({ x, y, width, height }: Box, relative: Relative): CSSProperties {
  const middle = { left: x + (width - size) / 2, top: y + Math.min(height, width) / 2 - size / 2 };
  switch (relative) {
    case 'ouder':
      return { ...middle, top: y - apart - size };
    case 'kind':
      return { ...middle, top: y + height + apart };
    case 'partner':
      return { ...middle, left: x + width + apart };
    case 'broer-of-zus':
      return { ...middle, left: x - apart - size };
  }
}
