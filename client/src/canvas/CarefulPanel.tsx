import { useEffect, useRef } from 'react';
import { canvasWords } from '@samenbord/shared/words/canvas.ts';
import { sayList } from '@samenbord/shared/words/dates.ts';
import { moreWords as w } from '@samenbord/shared/words/more-tools.ts';
import { useZoneReaders } from '../parts/zone-readers.ts';
import { useEscape } from './use-escape.ts';

type Props = {
  readonly title: string;
  readonly zone: string;
  readonly onGoOn: () => void;
  readonly onLeave: () => void;
};

/** Before something tender is asked: who will read it, by name, and whether that is all right. */
export function CarefulPanel({ title, zone, onGoOn, onLeave }: Props) {
  const box = useRef<HTMLElement>(null);
  useEscape(box, onLeave);
  useEffect(() => box.current?.querySelector('button')?.focus(), []);
  const { people, screen } = useZoneReaders(zone);
  return (
    <section className="canvas-form" aria-label={title} ref={box}>
      <h2>{title}</h2>
      <p className="canvas-readers">
        {people === undefined ? w.readersUnknown : w.readBy(sayList(people.map(({ naam }) => naam)))}
        {screen && ` ${w.screenToo}`}
      </p>
      <p className="canvas-hint">{w.ask}</p>
      <div className="canvas-form-end">
        <button type="button" className="canvas-plain" onClick={onLeave}>
          {canvasWords.cancel}
        </button>
        <button type="button" className="canvas-main" disabled={people === undefined} onClick={onGoOn}>
          {w.goOn}
        </button>
      </div>
    </section>
  );
}
