import { useId, useMemo } from 'react';
import type { Board } from '@samenbord/shared/board/board.ts';
import { datesOf, sayChange, sayStop } from '@samenbord/shared/genogram/changes.ts';
import type { Stop } from '@samenbord/shared/genogram/changes.ts';
import { dateSliderWords as words } from '@samenbord/shared/words/family-time.ts';
import { Button } from './Button.tsx';
import { announce } from './LiveRegion.tsx';
import './styles/date-slider.css';

export type DateSliderProps = {
  /** The whole board, as it stands now. */
  readonly board: Board;
  readonly today: number;
  /** The day that is looked at; nothing is now, the whole board. */
  readonly day: number | undefined;
  readonly onChange: (day: number | undefined) => void;
};

/**
 * A slider along the days on which the family changed; its last stop is now. Whoever shows the family draws `familyOn(board, day)` with `today: day`.
 * Between two stops nothing changes, so every family there was is one of them.
 */
export function DateSlider({ board, today, day, onChange }: DateSliderProps) {
  const stops = useMemo(() => datesOf(board).filter((stop) => stop.day < today), [board, today]);
  const id = useId();
  if (stops.length === 0) return <p className="soft">{words.none}</p>;
  const at = day === undefined ? stops.length : stops.findLastIndex((stop) => stop.day <= day);
  const go = (index: number): void => onChange(stops[index]?.day);
  const press = (index: number): void => {
    go(index);
    announce(sayAt(stops[index]));
  };
  const shown = stops[at];
  return (
    <section className="date-slider" aria-label={words.title}>
      <label className="field-label" htmlFor={id}>
        {words.label}
      </label>
      <input
        id={id}
        type="range"
        className="date-slider-range"
        min={0}
        max={stops.length}
        step={1}
        value={Math.max(0, at)}
        aria-valuetext={sayAt(shown)}
        onChange={(event) => go(Number(event.target.value))}
      />
      <p className="date-slider-ends" aria-hidden="true">
        <span>{yearOf(stops[0]?.day)}</span>
        <span>{words.now}</span>
      </p>
      <div className="date-slider-buttons">
        <Button icon="left" isDisabled={at <= 0} onPress={() => press(at - 1)}>
          {words.previous}
          <span className="only-heard"> {words.only}</span>
        </Button>
        <Button icon="right" isDisabled={at >= stops.length} onPress={() => press(at + 1)}>
          {words.next}
          <span className="only-heard"> {words.only}</span>
        </Button>
        <Button isDisabled={day === undefined} onPress={() => press(stops.length)}>
          {words.now}
        </Button>
      </div>
      <What stop={shown} />
    </section>
  );
}

const most = 4;

/** The day that is shown and what changed on it. The slider itself says the same to a screen reader. */
function What({ stop }: { stop: Stop | undefined }) {
  if (stop === undefined) return <p className="date-slider-what">{words.isNow}</p>;
  const { changes } = stop;
  return (
    <div className="date-slider-what">
      <p>
        <strong>{words.shown(sayStop(stop))}</strong>
      </p>
      <ul>
        {changes.slice(0, most).map((change) => (
          <li key={`${change.id} ${change.kind}`}>{sayChange(change)}</li>
        ))}
      </ul>
      {changes.length > most && <p>{words.more(changes.length - most)}</p>}
      <p className="soft">{words.undated}</p>
    </div>
  );
}

const sayAt = (stop: Stop | undefined): string =>
  stop === undefined ? words.isNow : [`${sayStop(stop)}.`, ...stop.changes.map(sayChange)].join(' ');
const yearOf = (day: number | undefined): string =>
  day === undefined ? '' : String(new Date(day * 86_400_000).getUTCFullYear());
