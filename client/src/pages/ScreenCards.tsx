import { useLayoutEffect, useRef, useState } from 'react';
import type { Board } from '@samenbord/shared/board/board.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import type { Step } from '@samenbord/shared/meeting/agenda.ts';
import { screenWords as w } from '@samenbord/shared/words/screen.ts';
import { useBoard, useNames } from '../document/context.tsx';
import { Card } from '../parts/Card.tsx';
import { sayThing } from '../parts/PersonPicker.tsx';

/** What was revealed at this step, and the cards that it is about, as they lie on the table: kind by kind in the order of the step. */
function cardsOf(board: Board, step: Step, round: string | undefined): Thing[] {
  const all = [...board.things.values()].filter(({ weg }) => !weg);
  const revealed = all.filter(({ ronde }) => ronde !== undefined && ronde === round);
  const kinds = step.kaarten ?? [];
  return [...revealed, ...kinds.flatMap((kind) => all.filter((one) => one.type === kind && !revealed.includes(one)))];
}

/** What was laid there since this step came on the screen: at a reveal that is all of it. */
function useArrived(ids: readonly string[]): readonly string[] {
  const [before] = useState(() => new Set(ids));
  const [arrived, setArrived] = useState<readonly string[]>([]);
  const fresh = ids.filter((id) => !before.has(id) && !arrived.includes(id));
  if (fresh.length === 0) return arrived;
  setArrived([...arrived, ...fresh]);
  return [...arrived, ...fresh];
}

export type ScreenCardsProps = {
  readonly step: Step;
  readonly lit: string | undefined;
  readonly round: string | undefined;
};

/**
 * The cards of a step for who reads from far. What does not fit is said to be there; a card that is lit stands in front, with a ring, and then what was laid there
 * just now.
 */
export function ScreenCards({ step, lit, round }: ScreenCardsProps) {
  const board = useBoard('gedeeld');
  const { nameOf, personName } = useNames();
  const all = cardsOf(board, step, round);
  const arrived = useArrived(all.map(({ id }) => id));
  const place = ({ id }: Thing): number => (id === lit ? 0 : arrived.includes(id) ? 1 : 2);
  const cards = all.toSorted((one, other) => place(one) - place(other));
  const [list, hidden] = useHidden(cards.map(({ id }) => id).join(' '));
  if (cards.length === 0) return <p className="screen-question soft">{w.noCards}</p>;
  return (
    <div className="screen-list">
      <ul className="screen-cards" ref={list} aria-label={w.cards}>
        {cards.map((thing) => (
          <li key={thing.id} className={thing.id === lit ? 'screen-lit' : undefined}>
            <Card thing={thing} text={sayThing(board, thing)} nameOf={nameOf} personName={personName} />
          </li>
        ))}
      </ul>
      {hidden > 0 && <p className="screen-more">{w.moreCards(hidden)}</p>}
    </div>
  );
}

/** How many cards do not stand wholly on the screen: half a card is not shown. */
function useHidden(key: string): readonly [{ current: HTMLUListElement | null }, number] {
  const list = useRef<HTMLUListElement>(null);
  const [hidden, setHidden] = useState(0);
  useLayoutEffect(() => {
    const node = list.current;
    if (node === null) return undefined;
    const measure = (): void => {
      const edge = node.getBoundingClientRect();
      const items = [...node.children].filter((item) => item instanceof HTMLElement);
      const out = items.filter((item, at) => {
        const { bottom, right } = item.getBoundingClientRect();
        // The first one is shown whatever its length.
        return at > 0 && (bottom > edge.bottom + 1 || right > edge.right + 1);
      });
      for (const item of items) item.classList.toggle('screen-out', out.includes(item));
      setHidden(out.length);
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(node);
    return () => watch.disconnect();
  }, [key]);
  return [list, hidden];
}
