import { useId } from 'react';
import type { ReactNode } from 'react';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { listWords } from '@samenbord/shared/words/lists.ts';
import { useBoard, useBoardSession, usePlain } from '../document/context.tsx';
import { Button } from '../parts/Button.tsx';
import { Danger } from '../parts/Danger.tsx';
import { Leave } from '../parts/Leave.tsx';
import { EmptyState } from '../parts/Notice.tsx';
import { isWords, useLists } from './lists-context.tsx';
import { cameBack, mineOf } from './pure/waits.ts';
import { ThingRow } from './Row.tsx';

const words = listWords.mijn;

/** What is mine: the box that only I read, my cards on the table, my answers. */
export function MijnScreen({ tab }: { tab: 'eigen' | 'tafel' }) {
  const { replace, boxHere, tableOpen, onAnalysis, professional, zones } = useLists();
  const session = useBoardSession();
  const tabs = [
    ...(boxHere ? [{ id: 'eigen' as const, label: words.box }] : []),
    ...(tableOpen ? [{ id: 'tafel' as const, label: words.onTable }] : []),
  ];
  const shown = tabs.some(({ id }) => id === tab) ? tab : (tabs[0]?.id ?? tab);
  return (
    <>
      {tabs.length > 1 && (
        <fieldset className="segments" aria-label={listWords.places.mijn}>
          {tabs.map(({ id, label }) => (
            <button
              key={id}
              type="button"
              className="segment"
              aria-pressed={id === shown}
              onClick={() => replace({ kind: 'mijn', tab: id })}
            >
              {label}
            </button>
          ))}
        </fieldset>
      )}
      {shown === 'eigen' ? <OwnBox /> : <OnTable />}
      {zones}
      <section className="list-section">
        <h2>{words.answers}</h2>
        <p>{words.answersText}</p>
        <Button icon="document" onPress={onAnalysis}>
          {words.answersGo}
        </Button>
      </section>
      {!professional && (
        <section className="list-section">
          <Leave forget={session.close} unsaved={session.saved().kind !== 'opgeslagen'} />
        </section>
      )}
    </>
  );
}

function OwnBox() {
  const { go, ownZone } = useLists();
  const plain = usePlain();
  const board = useBoard(ownZone);
  const cards = [...board.things.values()].filter((thing) => !thing.weg).sort((a, b) => (a.id < b.id ? -1 : 1));
  const heading = useId();
  return (
    <section className="list-box" aria-labelledby={heading}>
      <h2 id={heading}>{words.box}</h2>
      <p>
        <strong>{words.boxOnly}</strong>
      </p>
      <Danger reads />
      {cards.length === 0 ? (
        <p className="list-empty">{words.boxEmpty}</p>
      ) : (
        <ul className="list-rows">
          {cards.map((thing) => (
            <ThingRow key={thing.id} zone={ownZone} thing={thing} />
          ))}
        </ul>
      )}
      {!plain && (
        <Button icon="pencil" look="action" onPress={() => go({ kind: 'compose' })}>
          {words.boxAdd}
        </Button>
      )}
    </section>
  );
}

function OnTable() {
  const { actor } = useLists();
  const board = useBoard('gedeeld');
  const mine = mineOf(board, actor, isWords);
  const back = cameBack(board, actor, isWords);
  return (
    <>
      <Group title={words.onTable} things={mine} empty={<EmptyState>{words.onTableEmpty}</EmptyState>} />
      {back.length > 0 && <Group title={words.cameBack} things={back} empty={null} />}
    </>
  );
}

function Group({ title, things, empty }: { title: string; things: readonly Thing[]; empty: ReactNode }) {
  const heading = useId();
  return (
    <section className="list-section" aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      {things.length === 0 ? (
        empty
      ) : (
        <ul className="list-rows">
          {things.map((thing) => (
            <ThingRow key={thing.id} zone="gedeeld" thing={thing} />
          ))}
        </ul>
      )}
    </section>
  );
}
