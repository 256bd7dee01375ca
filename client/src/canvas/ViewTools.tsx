import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { viewToolWords as w } from '@samenbord/shared/words/view-tools.ts';
import type { PictureKind } from './export-picture.ts';
import { keepPicture } from './export-picture.ts';
import { Icon } from './icons.tsx';
import { useEscape } from './use-escape.ts';
import type { Live } from './use-stage.ts';
import type { useTidy } from './use-tidy.ts';

export type Past = { readonly open: boolean; readonly toggle: () => void };

type Props = {
  readonly live: Live;
  /** Nothing where this participant moves nothing, or where only a part of the family is drawn. */
  readonly tidy: ReturnType<typeof useTidy> | undefined;
  /** Opens and shuts looking back in time; nothing in a view that has no time of its own. */
  readonly past: Past | undefined;
  readonly tell: (text: string) => void;
};

/** What one does with a view as a whole: lay it tidily, look back in time, keep it as a picture. */
export function ViewTools({ live, tidy, past, tell }: Props) {
  const [keeping, setKeeping] = useState(false);
  const keep = (kind: PictureKind): void => {
    setKeeping(false);
    void keepPicture(live.bridge.shown.get().picture, kind).then(
      () => tell(w.kept),
      () => tell(w.notKept),
    );
  };
  return (
    <div className="canvas-view-tools">
      <fieldset className="canvas-view-bar" aria-label={w.group}>
        {tidy !== undefined && (
          <Tool icon="tidy" word={tidy.busy ? w.tidyBusy : w.tidy} onPress={tidy.start} disabled={tidy.busy} />
        )}
        {past !== undefined && <Tool icon="past" word={w.past} onPress={past.toggle} pressed={past.open} />}
        <Tool icon="keep" word={w.keep} onPress={() => setKeeping(!keeping)} pressed={keeping} />
      </fieldset>
      {keeping && <Keep onKeep={keep} onLeave={() => setKeeping(false)} />}
    </div>
  );
}

type KeepProps = { readonly onKeep: (kind: PictureKind) => void; readonly onLeave: () => void };

/** As what one keeps the picture; first what is on it. */
function Keep({ onKeep, onLeave }: KeepProps) {
  const box = useRef<HTMLFieldSetElement>(null);
  useEscape(box, onLeave);
  return (
    <fieldset className="canvas-form canvas-keep" aria-label={w.keep} ref={box}>
      <p>{w.keepNote}</p>
      <div className="canvas-form-end">
        <button type="button" className="canvas-main" onClick={() => onKeep('png')}>
          {w.png}
        </button>
        <button type="button" className="canvas-plain" onClick={() => onKeep('svg')}>
          {w.svg}
        </button>
      </div>
    </fieldset>
  );
}

type ToolProps = {
  readonly icon: 'tidy' | 'past' | 'keep';
  readonly word: ReactNode;
  readonly onPress: () => void;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
};

function Tool({ icon, word, onPress, pressed, disabled }: ToolProps) {
  return (
    <button
      type="button"
      className="canvas-view-tool"
      aria-expanded={pressed}
      aria-disabled={disabled}
      onClick={onPress}
    >
      <Icon name={icon} />
      <span>{word}</span>
    </button>
  );
}
