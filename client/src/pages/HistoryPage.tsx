import { useCallback, useState } from 'react';
import { appWords } from '@samenbord/shared/words/app.ts';
import { asItWasWords as words, sayMoment } from '@samenbord/shared/words/history.ts';
import { momentsAnswer } from '@samenbord/shared/wire/http-history.ts';
import type { HistoryMoment } from '@samenbord/shared/wire/http-history.ts';
import { useBoardSession } from '../document/context.tsx';
import { ask, boardPath } from '../document/server.ts';
import { sayInstant } from '../lists/pure/history.ts';
import { Button } from '../parts/Button.tsx';
import { EmptyState, Loading, Notice } from '../parts/Notice.tsx';
import { HistoryBoard } from './HistoryBoard.tsx';
import { HistoryChanges } from './HistoryChanges.tsx';
import { HistoryOff } from './HistoryOff.tsx';
import { useLoad } from './use-load.ts';
import '../lists/history.css';

/** A moment that somebody looks at: one of the list, or just after one change. */
export type Chosen = Pick<HistoryMoment, 'moment' | 'op'> & { readonly said: string };

/** The casusregisseur looks at the table as it was, sees what would come back, and puts it back; and what was taken off. */
export function HistoryPage() {
  const { id, als } = useBoardSession();
  const load = useCallback(
    () => ask('GET', boardPath(id, '/history/moments', als), { schema: momentsAnswer }),
    [id, als],
  );
  const moments = useLoad(load);
  const [chosen, setChosen] = useState<Chosen | undefined>(undefined);
  const [turn, setTurn] = useState(0);
  const again = (): void => {
    moments.again();
    setTurn((now) => now + 1);
  };
  const all = moments.data?.momenten ?? [];
  return (
    <>
      <div>
        <h2>{words.title}</h2>
        <p>{words.lead}</p>
      </div>
      {moments.error !== undefined && (
        <Notice tone="zorg" problem>
          {moments.error}
        </Notice>
      )}
      {moments.data === undefined && moments.error === undefined && <Loading label={appWords.loading} />}
      {moments.data !== undefined && all.length === 0 && <EmptyState icon="clock">{words.empty}</EmptyState>}
      {all.length > 0 && (
        <div className="as-it-was">
          <Moments all={all} chosen={chosen} onChoose={setChosen} />
          <div className="as-it-was-then">
            {chosen !== undefined && (
              <HistoryBoard key={`${chosen.moment} ${turn}`} chosen={chosen} onRestored={again} />
            )}
          </div>
        </div>
      )}
      <HistoryOff key={`off ${turn}`} />
      <HistoryChanges key={`changes ${turn}`} onShow={setChosen} />
    </>
  );
}

const chosenOf = (one: HistoryMoment): Chosen => ({ moment: one.moment, op: one.op, said: sayMoment(one) });

type MomentsProps = { all: readonly HistoryMoment[]; chosen: Chosen | undefined; onChoose: (chosen: Chosen) => void };

/** Newest first, with a step to the one before and the one after. */
function Moments({ all, chosen, onChoose }: MomentsProps) {
  const at = all.findIndex(
    ({ moment, wat }) => chosen?.moment === moment && chosen.said === sayMoment({ moment, wat, op: '' }),
  );
  const here = at === -1 ? all.findIndex(({ moment }) => moment === chosen?.moment) : at;
  const step = (by: number): (() => void) | undefined => {
    const next = all[here + by];
    return here === -1 || next === undefined ? undefined : () => onChoose(chosenOf(next));
  };
  const [earlier, later] = [step(1), step(-1)];
  return (
    <section className="as-it-was-moments" aria-labelledby="history-moments">
      <h3 id="history-moments">{words.moments}</h3>
      <div className="row">
        <Button icon="left" isDisabled={earlier === undefined} onPress={() => earlier?.()}>
          {words.previous}
        </Button>
        <Button icon="right" isDisabled={later === undefined} onPress={() => later?.()}>
          {words.next}
        </Button>
      </div>
      <ul className="plain-list">
        {all.map((one, index) => (
          <li key={`${one.moment} ${one.wat} ${one.op}`}>
            <button
              type="button"
              className="as-it-was-moment"
              aria-pressed={index === here}
              onClick={() => onChoose(chosenOf(one))}
            >
              <span>{sayMoment(one)}</span>
              <span className="soft">{sayInstant(one.op)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
