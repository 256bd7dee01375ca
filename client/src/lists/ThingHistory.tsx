import { useCallback, useEffect, useId, useState } from 'react';
import { isOwner } from '@samenbord/shared/access/may.ts';
import { fieldOf, isThingType } from '@samenbord/shared/board/things.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { appWords } from '@samenbord/shared/words/app.ts';
import { historyWords } from '@samenbord/shared/words/history.ts';
import { historyAnswer, restoreAnswer } from '@samenbord/shared/wire/http-history.ts';
import type { HistoryItem, RestoreAnswer } from '@samenbord/shared/wire/http-history.ts';
import { useBoard, useBoardSession, useMay } from '../document/context.tsx';
import { ask, boardPath, ServerProblem } from '../document/server.ts';
import { Button } from '../parts/Button.tsx';
import { Loading, Notice } from '../parts/Notice.tsx';
import { sayChange, sayInstant } from './pure/history.ts';
import { Restored } from './Restored.tsx';
import './history.css';

type Page = { readonly items: readonly HistoryItem[]; readonly nu: string; readonly verder?: string | undefined };

/** Who changed this thing, when, and what stood there before; a field can be put back as it was by whoever may change it. */
export function ThingHistory({ zone, thing }: { zone: string; thing: Thing }) {
  const [open, setOpen] = useState(false);
  return (
    <details className="history" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{historyWords.who}</summary>
      {open && <Changes zone={zone} thing={thing} />}
    </details>
  );
}

/** Asks for pages of changes, newest first. */
function useChanges(zone: string, ding: string) {
  const { id, als } = useBoardSession();
  const [state, setState] = useState<{ page?: Page; error?: string }>({});
  const [turn, setTurn] = useState(0);
  const load = useCallback(
    (voor?: string) => {
      const query = new URLSearchParams({ zone, ding, ...(voor === undefined ? {} : { voor }) });
      return ask('GET', boardPath(id, `/history?${query.toString()}`, als), { schema: historyAnswer });
    },
    [id, als, zone, ding],
  );
  useEffect(() => {
    let current = true;
    const show = (next: typeof state): void => {
      if (current) setState(next);
    };
    load().then(
      (page) => show({ page }),
      (error: unknown) => show({ error: error instanceof ServerProblem ? error.message : historyWords.failed }),
    );
    return () => {
      current = false;
    };
  }, [load, turn]);
  const older = (voor: string): void => {
    load(voor).then(
      (more) =>
        setState(({ page }) => ({
          page: { ...more, nu: page?.nu ?? more.nu, items: [...(page?.items ?? []), ...more.items] },
        })),
      (error: unknown) =>
        setState((before) => ({
          ...before,
          error: error instanceof ServerProblem ? error.message : historyWords.failed,
        })),
    );
  };
  return { ...state, older, again: () => setTurn((now) => now + 1) };
}

function Changes({ zone, thing }: { zone: string; thing: Thing }) {
  const { page, error, older, again } = useChanges(zone, thing.id);
  const { id, als } = useBoardSession();
  const [done, setDone] = useState<RestoreAnswer | undefined>(undefined);
  const [failed, setFailed] = useState<string | undefined>(undefined);
  const mayPutBack = useMayPutBack(zone, thing);
  const putBack = (veld: string, moment: string, gezien: string): void => {
    setFailed(undefined);
    ask('POST', boardPath(id, '/history/restore', als), {
      schema: restoreAnswer,
      body: { zone, ding: thing.id, veld, moment, gezien },
    }).then(
      (answer) => {
        setDone(answer);
        again();
      },
      (problem: unknown) => setFailed(problem instanceof ServerProblem ? problem.message : historyWords.failed),
    );
  };
  if (page === undefined)
    return error === undefined ? <Loading label={appWords.loading} /> : <Problem>{error}</Problem>;
  const { items, nu, verder } = page;
  return (
    <div className="history-inner">
      {[error, failed].map((text) => (text === undefined ? null : <Problem key={text}>{text}</Problem>))}
      {done !== undefined && <Restored answer={done} zone={zone} ding={thing.id} onDone={again} />}
      {items.length === 0 && <p className="soft">{historyWords.none}</p>}
      <ol className="history-list">
        {items.map((item) => (
          <Change
            key={`${item.moment} ${item.wat} ${item.veld ?? ''}`}
            item={item}
            zone={zone}
            onPutBack={mayPutBack(item) ? () => putBack(item.veld ?? '', item.ervoor, nu) : undefined}
          />
        ))}
      </ol>
      {verder !== undefined && <Button onPress={() => older(verder)}>{historyWords.older}</Button>}
    </div>
  );
}

const Problem = ({ children }: { children: string }) => (
  <Notice tone="zorg" problem>
    {children}
  </Notice>
);

/** Nobody puts back another's words; the rest as the table allows. */
function useMayPutBack(zone: string, thing: Thing): (item: HistoryItem) => boolean {
  const may = useMay(zone);
  const { actor } = useBoardSession();
  return ({ wat, veld, verborgen, soort }) => {
    if (wat !== 'veld' || veld === undefined || verborgen === true || thing.weg || !isThingType(soort)) return false;
    if (fieldOf(soort, veld)?.class === 'woorden' && !isOwner(actor, thing)) return false;
    return may({ kind: 'change', thing, field: veld }) === undefined;
  };
}

function Change({ item, zone, onPutBack }: { item: HistoryItem; zone: string; onPutBack: (() => void) | undefined }) {
  const board = useBoard(zone);
  const { sentence, lines } = sayChange(board, item);
  const said = useId();
  return (
    <li>
      <div id={said}>
        <p>{sentence}</p>
        <p className="soft">{sayInstant(item.op)}</p>
        {lines.map(({ label, text }) => (
          <p key={label} className="history-words">
            {label !== '' && <span className="soft">{`${label} `}</span>}
            {text}
          </p>
        ))}
        {item.teruggezet === true && <p className="soft">{historyWords.byRestore}</p>}
      </div>
      {onPutBack !== undefined && (
        <Button icon="undo" onPress={onPutBack} describedBy={said}>
          {historyWords.putBackField}
        </Button>
      )}
    </li>
  );
}
