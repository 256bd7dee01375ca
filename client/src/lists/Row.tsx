import { ofType } from '@samenbord/shared/board/board.ts';
import type { Board } from '@samenbord/shared/board/board.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { listWords } from '@samenbord/shared/words/lists.ts';
import { useBoard, useNames } from '../document/context.tsx';
import { Card } from '../parts/Card.tsx';
import { useLists } from './lists-context.tsx';
import { sayRow } from './pure/say.ts';

/** How many people reacted to each thing. */
export function reactionsOf(board: Board, id: string): number {
  return ofType(board, 'reactie').filter(({ op }) => op === id).length;
}

type RowProps = { zone: string; thing: Thing; lead?: string | undefined; note?: string | undefined };

/** One thing in a list; pressing it opens all of it. */
export function ThingRow({ zone, thing, lead, note }: RowProps) {
  const { go } = useLists();
  const shared = useBoard('gedeeld');
  const { nameOf, personName } = useNames(zone);
  // People an own card speaks of stand on the table.
  const words = sayRow(shared, thing);
  const count = zone === 'gedeeld' ? reactionsOf(shared, thing.id) : 0;
  return (
    <li className="list-row">
      {lead !== undefined && lead !== '' && <p className="list-lead">{lead}</p>}
      <Card
        thing={thing}
        text={words}
        nameOf={nameOf}
        personName={personName}
        onPress={() => go({ kind: 'ding', zone, id: thing.id })}
      />
      {note !== undefined && <p className="list-count">{note}</p>}
      {count > 0 && <p className="list-count">{listWords.reactions(count)}</p>}
    </li>
  );
}
