import { useLayoutEffect, useRef, useState } from 'react';
import type { Board } from '@samenbord/shared/board/board.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import type { Step } from '@samenbord/shared/meeting/agenda.ts';
import { screenWords as w } from '@samenbord/shared/words/screen.ts';
import { useBoard, useNames } from '../document/context.tsx';
import { Card } from '../parts/Card.tsx';
import { sayThing } from '../parts/PersonPicker.tsx';

/** The cards that a step is about, as they lie on the table: kind by kind in the order of the step. */
function cardsOf(board: Board, step: Step): Thing[] {
  const kinds = step.kaarten ?? [];
  return kinds.flatMap((kind) => [...board.things.values()].filter(({ type, weg }) => type === kind && !weg));
}

/** The cards of a step for who reads from far. What does not fit is said to be there; a card that is lit stands in front, with a ring. */
export function ScreenCards({ step, lit }: { readonly step: Step; readonly lit: string | undefined }) {
  const board = useBoard('gedeeld');
  const { nameOf, personName } = useNames();
  const all = cardsOf(board, step);
  const cards = [...all.filter(({ id }) => id === lit), ...all.filter(({ id }) => id !== lit)];
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
