import { useState } from 'react';
import { listWords } from '@samenbord/shared/words/lists.ts';
import { useBoard, useBoardSession } from '../document/context.tsx';
import { Button } from '../parts/Button.tsx';
import { EmptyState, Notice } from '../parts/Notice.tsx';
import { useLists, useReaders } from './lists-context.tsx';
import { putOnTable } from './pure/twin.ts';
import { WhoReads } from './WhoReads.tsx';
import { WordsCard } from './WordsCard.tsx';

/** Before a card of the own box goes to the table: what it says, and who will read it for the first time. */
export function PutScreen({ id }: { id: string }) {
  const { actor, ownZone, back, tell } = useLists();
  const session = useBoardSession();
  const table = useBoard('gedeeld');
  const card = useBoard(ownZone).things.get(id);
  const readers = useReaders('gedeeld');
  const [failed, setFailed] = useState(false);
  if (card === undefined || card.weg) return <EmptyState icon="info">{listWords.thing.gone}</EmptyState>;
  const put = (): void => {
    const done = putOnTable(table, card, actor).every((intent) => session.intend('gedeeld', intent));
    setFailed(!done);
    if (!done) return;
    back();
    tell({ put: 'table' });
  };
  const others = { ...readers, people: readers.people.slice(1) };
  return (
    <>
      <WordsCard thing={card} zone={ownZone} />
      <WhoReads title={listWords.mijn.firstTime} readers={others.people.length === 0 ? readers : others} />
      {failed && (
        <Notice tone="zorg" problem>
          {listWords.compose.failed}
        </Notice>
      )}
      <div className="list-actions list-actions-wide">
        <Button look="action" icon="people" wide onPress={put}>
          {listWords.mijn.put}
        </Button>
      </div>
    </>
  );
}
