import { useEffect, useRef } from 'react';
import { ofType } from '@samenbord/shared/board/board.ts';
import type { Board } from '@samenbord/shared/board/board.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { listWords } from '@samenbord/shared/words/lists.ts';
import { useBoard } from '../document/context.tsx';
import { useMeeting } from '../document/meeting.ts';
import { cardLook } from '../parts/Card.tsx';
import { Icon } from '../parts/Icon.tsx';
import { isWords, useLists } from './lists-context.tsx';
import { sayRow, sayUnder } from './pure/say.ts';
import { WordsCard } from './WordsCard.tsx';

const reactionsOf = (board: Board, id: string): number => ofType(board, 'reactie').filter(({ op }) => op === id).length;

type RowProps = {
  readonly zone: string;
  readonly thing: Thing;
  readonly lead?: string | undefined;
  /** Other words for it here: its birth, for a person on the tijdlijn. */
  readonly said?: { readonly text: string; readonly under: string } | undefined;
};

/** One thing in a list; pressing it opens all of it. Somebody's words are a card, a fact is a line. */
export function ThingRow({ zone, thing, lead, said }: RowProps) {
  const shared = useBoard('gedeeld');
  const count = zone === 'gedeeld' ? reactionsOf(shared, thing.id) : 0;
  const isLit = useMeeting()?.uitgelicht === thing.id;
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isLit) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isLit]);
  return (
    <li ref={row} data-lit={isLit} className={isWords(thing) ? 'list-row' : 'list-row list-row-fact'}>
      {isWords(thing) ? (
        <WordsRow zone={zone} thing={thing} lead={lead} />
      ) : (
        <FactRow zone={zone} thing={thing} lead={lead} said={said} />
      )}
      {count > 0 && <p className="list-count">{listWords.reactions(count)}</p>}
    </li>
  );
}

function WordsRow({ zone, thing, lead }: RowProps) {
  const { go } = useLists();
  return (
    <>
      {lead !== undefined && lead !== '' && <p className="list-lead">{lead}</p>}
      <WordsCard zone={zone} thing={thing} onPress={() => go({ kind: 'ding', zone, id: thing.id })} />
    </>
  );
}

function FactRow({ zone, thing, lead, said }: RowProps) {
  const { go } = useLists();
  const shared = useBoard('gedeeld');
  const { icon, tone } = cardLook(thing);
  const { text, under } = said ?? { text: sayRow(shared, thing), under: sayUnder(shared, thing) };
  return (
    <button
      type="button"
      className={`list-fact list-fact-${tone}`}
      onClick={() => go({ kind: 'ding', zone, id: thing.id })}
    >
      <Icon name={icon} />
      <span className="list-fact-words">
        {lead !== undefined && lead !== '' && <span className="list-lead">{lead}</span>}
        <span>{text}</span>
        {under !== '' && <span className="list-under">{under}</span>}
      </span>
    </button>
  );
}
