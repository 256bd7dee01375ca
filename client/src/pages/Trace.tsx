import { useCallback, useState } from 'react';
import { myTraceAnswer, traceAnswer } from '@samenbord/shared/wire/http-after.ts';
import type { TraceAnswer } from '@samenbord/shared/wire/http-after.ts';
import { traceWordsPage as words } from '@samenbord/shared/words/after.ts';
import { appWords } from '@samenbord/shared/words/app.ts';
import { sayDate } from '@samenbord/shared/words/dates.ts';
import { useBoardSession } from '../document/context.tsx';
import { ask, boardPath } from '../document/server.ts';
import { sayInstant } from '../lists/pure/history.ts';
import { Button, LinkButton } from '../parts/Button.tsx';
import { Choice } from '../parts/Choice.tsx';
import { EmptyState, Loading, Notice } from '../parts/Notice.tsx';
import { useLoad } from './use-load.ts';
import './after.css';

/** No choice between people or kinds. */
const all = 'alle';

/** Who did what with this board, for the casusregisseur: by person and by kind, and as a table to take along. */
export function TracePage() {
  const { id, als } = useBoardSession();
  const [who, setWho] = useState(all);
  const [what, setWhat] = useState(all);
  const [from, setFrom] = useState<readonly (number | undefined)[]>([undefined]);
  const choose = (set: (value: string) => void) => (value: string | undefined) => {
    set(value ?? all);
    setFrom([undefined]);
  };
  const [known, setKnown] = useState<TraceAnswer | undefined>(undefined);
  return (
    <>
      <div>
        <h2>{words.title}</h2>
        <p>{words.lead}</p>
        <p className="soft">{words.hidden}</p>
      </div>
      {known !== undefined && (
        <>
          <Notice tone={known.heel ? 'kracht' : 'zorg'} problem={!known.heel}>
            {known.heel ? words.whole : words.broken}
          </Notice>
          <div className="trace-filter">
            <Choice
              label={words.who}
              folded
              options={[
                { value: all, label: words.everybody },
                ...known.mensen.map((one) => ({ value: one.id, label: one.naam })),
              ]}
              value={who}
              onChange={choose(setWho)}
            />
            <Choice
              label={words.what}
              folded
              options={[
                { value: all, label: words.everything },
                ...known.soorten.map((one) => ({ value: one.wat, label: one.naam })),
              ]}
              value={what}
              onChange={choose(setWhat)}
            />
          </div>
          <div>
            <LinkButton icon="download" href={boardPath(id, '/trace.csv', als)} download>
              {words.download}
            </LinkButton>
          </div>
        </>
      )}
      {from.map((before, index) => (
        <TracePart
          key={`${who} ${what} ${before ?? ''}`}
          who={who}
          what={what}
          before={before}
          isLast={index === from.length - 1}
          onKnown={setKnown}
          onOlder={(next) => setFrom([...from, next])}
        />
      ))}
    </>
  );
}

type PartProps = {
  readonly who: string;
  readonly what: string;
  readonly before: number | undefined;
  readonly isLast: boolean;
  readonly onKnown: (answer: TraceAnswer) => void;
  readonly onOlder: (before: number) => void;
};

function TracePart({ who, what, before, isLast, onKnown, onOlder }: PartProps) {
  const { id, als } = useBoardSession();
  const load = useCallback(async () => {
    const query = new URLSearchParams({
      ...(who !== all && { wie: who }),
      ...(what !== all && { wat: what }),
      ...(before !== undefined && { voor: String(before) }),
    });
    const answer = await ask('GET', boardPath(id, `/trace?${query.toString()}`, als), { schema: traceAnswer });
    onKnown(answer);
    return answer;
  }, [id, als, who, what, before, onKnown]);
  const { data, error } = useLoad(load);
  if (error !== undefined)
    return (
      <Notice tone="zorg" problem>
        {error}
      </Notice>
    );
  if (data === undefined) return <Loading label={appWords.loading} />;
  const next = data.verder;
  return (
    <>
      {data.regels.length === 0 && <EmptyState icon="clock">{words.noneFound}</EmptyState>}
      <ul className="plain-list trace-list">
        {data.regels.map((line) => (
          <li key={line.nummer}>
            <p dir="auto">
              {line.let && <strong>{`${words.alarm}: `}</strong>}
              <strong>{line.wie}</strong> {line.zin}
            </p>
            <p className="soft">
              {[sayInstant(line.op), ...(line.grond === undefined ? [] : [`${words.ground}: ${line.grond}`])].join(
                ' · ',
              )}
            </p>
          </li>
        ))}
      </ul>
      {isLast && next !== undefined && (
        <div>
          <Button onPress={() => onOlder(next)}>{words.older}</Button>
        </div>
      )}
    </>
  );
}

/** What was done with what is mine, in plain words. */
export function MyTracePage() {
  const { id, als } = useBoardSession();
  const load = useCallback(() => ask('GET', boardPath(id, '/trace/mine', als), { schema: myTraceAnswer }), [id, als]);
  const { data, error } = useLoad(load);
  return (
    <>
      <div>
        <h2>{words.mine.title}</h2>
        <p>{words.mine.lead}</p>
      </div>
      {error !== undefined && (
        <Notice tone="zorg" problem>
          {error}
        </Notice>
      )}
      {data === undefined && error === undefined && <Loading label={appWords.loading} />}
      {data?.regels.length === 0 && <EmptyState icon="clock">{words.mine.none}</EmptyState>}
      <ul className="plain-list trace-list">
        {data?.regels.map(({ dag, zin }) => (
          <li key={`${dag} ${zin}`}>
            <p dir="auto">{zin}</p>
            <p className="soft">{sayDate(dag)}</p>
          </li>
        ))}
      </ul>
      {(data?.regels.length ?? 0) > 0 && <p>{words.mine.ask}</p>}
    </>
  );
}
