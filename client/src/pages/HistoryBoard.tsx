import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { viewNames } from '@samenbord/shared/board/define.ts';
import type { ViewName } from '@samenbord/shared/board/define.ts';
import type { Board, Ink } from '@samenbord/shared/board/board.ts';
import { isThingType } from '@samenbord/shared/board/things.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { pictureOf } from '@samenbord/shared/picture-of.ts';
import { appWords, viewWords } from '@samenbord/shared/words/app.ts';
import { asItWasWords as words, historyWords, reasonWords } from '@samenbord/shared/words/history.ts';
import { listWords } from '@samenbord/shared/words/lists.ts';
import { boardThenAnswer, restoreAnswer } from '@samenbord/shared/wire/http-history.ts';
import type { BoardThen, RestoreAnswer, RestoredItem } from '@samenbord/shared/wire/http-history.ts';
import { useBoardSession } from '../document/context.tsx';
import { ask, boardPath } from '../document/server.ts';
import { instruments } from '../lists/pure/instruments.ts';
import { sayInstant, sayRestoredItem } from '../lists/pure/history.ts';
import { sayRow } from '../lists/pure/say.ts';
import { sectionsOf } from '../lists/pure/sections.ts';
import { Restored } from '../lists/Restored.tsx';
import { usePeople } from '../lists/WordsCard.tsx';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { EmptyState, Loading, Notice } from '../parts/Notice.tsx';
import { Picture } from '../parts/Picture.tsx';
import type { Chosen } from './HistoryPage.tsx';
import { useDeed, useLoad } from './use-load.ts';

/** The answer of the server as a board; what this screen does not know is left out. */
const boardOf = ({ things, places, ink }: BoardThen): Board => ({
  things: new Map(
    things.filter(({ type }) => isThingType(type)).map((thing) => [String(thing['id']), thing as unknown as Thing]),
  ),
  places: new Map(places),
  ink: new Map(ink.map(([id, stroke]) => [id, stroke as unknown as Ink])),
  unknown: [],
});

/** The board at one moment: a picture or a list of each view, and what putting it back would do. */
export function HistoryBoard({ chosen, onRestored }: { chosen: Chosen; onRestored: () => void }) {
  const { id, als } = useBoardSession();
  const { moment } = chosen;
  const load = useCallback(
    () => ask('GET', boardPath(id, `/history/board?moment=${moment}`, als), { schema: boardThenAnswer }),
    [id, als, moment],
  );
  const then = useLoad(load);
  const [done, setDone] = useState<RestoreAnswer | undefined>(undefined);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <h3 ref={heading} tabIndex={-1}>
        {words.board(chosen.said)}
        <span className="soft">{` · ${sayInstant(chosen.op)}`}</span>
      </h3>
      {then.error !== undefined && (
        <Notice tone="zorg" problem>
          {then.error}
        </Notice>
      )}
      {then.data === undefined && then.error === undefined && <Loading label={appWords.loading} />}
      {done !== undefined && <Restored answer={done} zone="gedeeld" onDone={() => undefined} />}
      {done !== undefined && (
        <div>
          <Button onPress={onRestored}>{words.ready}</Button>
        </div>
      )}
      {then.data !== undefined && done === undefined && <Preview then={then.data} onDone={setDone} />}
      {then.data !== undefined && <Shown then={then.data} op={chosen.op} />}
    </>
  );
}

type Look = ViewName | 'lijst';

function Shown({ then, op }: { then: BoardThen; op: string }) {
  const [look, setLook] = useState<Look>('genogram');
  const board = useMemo(() => boardOf(then), [then]);
  if (board.things.size === 0) return <EmptyState icon="clock">{words.emptyThen}</EmptyState>;
  const looks: readonly (readonly [Look, string])[] = [
    ...viewNames.map((name) => [name, viewWords[name].naam] as const),
    ['lijst', words.asList],
  ];
  return (
    <>
      <div className="segments">
        {looks.map(([name, label]) => (
          <button
            key={name}
            type="button"
            className="segment"
            aria-pressed={look === name}
            onClick={() => setLook(name)}
          >
            {label}
          </button>
        ))}
      </div>
      {look === 'lijst' ? <Lists board={board} /> : <View board={board} view={look} op={op} />}
    </>
  );
}

function View({ board, view, op }: { board: Board; view: ViewName; op: string }) {
  const names = usePeople();
  const picture = useMemo(
    () => pictureOf(view, board, { today: Math.floor(Date.parse(op) / 86_400_000), names }),
    [view, board, names, op],
  );
  return (
    <>
      <div className="as-it-was-picture">
        <Picture picture={picture} title={viewWords[view].naam} />
      </div>
      {picture.description.length > 0 && (
        <details>
          <summary>{listWords.inSentences}</summary>
          <ul className="history-left">
            {picture.description.map((sentence, index) => (
              <li key={`${index} ${sentence}`}>{sentence}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Lists({ board }: { board: Board }) {
  const sections = instruments.flatMap((instrument) =>
    sectionsOf(instrument, board)
      .filter(({ rows }) => rows.length > 0)
      .map((section) => ({ instrument, section })),
  );
  return (
    <>
      {sections.map(({ instrument, section }) => (
        <section key={`${instrument} ${section.title}`}>
          <h4>{section.title}</h4>
          <ul className="history-left">
            {section.rows.map(({ thing, lead, said }) => (
              <li key={`${thing.id} ${said?.text ?? ''}`}>
                {lead !== undefined && <span className="soft">{`${lead}: `}</span>}
                {said?.text ?? sayRow(board, thing)}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** What comes back and what stays, before anything happens. */
function Preview({ then, onDone }: { then: BoardThen; onDone: (answer: RestoreAnswer) => void }) {
  const { id, als } = useBoardSession();
  const [asking, setAsking] = useState(false);
  const deed = useDeed();
  const restore = (): void =>
    deed.run(async () => {
      const body = { zone: 'gedeeld', moment: then.moment, gezien: then.gezien };
      const answer = await ask('POST', boardPath(id, '/history/restore', als), { schema: restoreAnswer, body });
      setAsking(false);
      onDone(answer);
    });
  return (
    <div className="panel">
      {then.terug.length === 0 && <p>{words.same}</p>}
      <Items title={words.back(then.terug.length)} items={then.terug} open />
      <Items title={words.stays(then.blijft.length)} items={then.blijft} />
      {then.terug.length > 0 && (
        <div>
          <Button look="action" icon="undo" onPress={() => setAsking(true)}>
            {words.restore}
          </Button>
        </div>
      )}
      <Dialog title={words.restoreTitle} open={asking} onClose={() => setAsking(false)}>
        <p>{words.restoreSure}</p>
        {deed.error !== undefined && (
          <Notice tone="zorg" problem>
            {deed.error}
          </Notice>
        )}
        <div className="form-end">
          <Button look="action" isDisabled={deed.busy} onPress={restore}>
            {words.restore}
          </Button>
          <Button onPress={() => setAsking(false)}>{appWords.cancel}</Button>
        </div>
      </Dialog>
    </div>
  );
}

function Items({ title, items, open = false }: { title: string; items: readonly RestoredItem[]; open?: boolean }) {
  if (items.length === 0) return null;
  return (
    <details open={open}>
      <summary>{title}</summary>
      <ul className="history-left">
        {items.map((item) => (
          <li key={`${item.wat} ${item.ding} ${item.veld ?? ''} ${historyWords.at(item.titel ?? '', '')}`}>
            {sayRestoredItem(item)}
            {item.reden !== undefined && <span className="soft">{` ${reasonWords[item.reden]}`}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
