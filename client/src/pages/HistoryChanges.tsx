import { useCallback, useState } from 'react';
import { appWords } from '@samenbord/shared/words/app.ts';
import { asItWasWords as words, historyWords } from '@samenbord/shared/words/history.ts';
import { historyAnswer } from '@samenbord/shared/wire/http-history.ts';
import type { HistoryItem } from '@samenbord/shared/wire/http-history.ts';
import { useBoard, useBoardSession } from '../document/context.tsx';
import { ask, boardPath } from '../document/server.ts';
import { nameOfItem, sayChange, sayInstant } from '../lists/pure/history.ts';
import { Button } from '../parts/Button.tsx';
import { Loading, Notice } from '../parts/Notice.tsx';
import type { Chosen } from './HistoryPage.tsx';
import { useDeed, useLoad } from './use-load.ts';

/** Everything that happened on the table, newest first; each change leads to the board just after it. */
export function HistoryChanges({ onShow }: { onShow: (chosen: Chosen) => void }) {
  const { id, als } = useBoardSession();
  const page = useCallback(
    (voor?: string) =>
      ask('GET', boardPath(id, `/history${voor === undefined ? '' : `?voor=${voor}`}`, als), { schema: historyAnswer }),
    [id, als],
  );
  const load = useCallback(() => page(), [page]);
  const first = useLoad(load);
  const [more, setMore] = useState<{ items: readonly HistoryItem[]; verder?: string | undefined } | undefined>(
    undefined,
  );
  const deed = useDeed();
  const verder = more === undefined ? first.data?.verder : more.verder;
  const older = (): void =>
    deed.run(async () => {
      const next = await page(verder);
      setMore({ items: [...(more?.items ?? []), ...next.items], verder: next.verder });
    });
  const items = [...(first.data?.items ?? []), ...(more?.items ?? [])];
  return (
    <section className="stack" aria-labelledby="history-changes">
      <h3 id="history-changes">{words.changes}</h3>
      {[first.error, deed.error].map((error) =>
        error === undefined ? null : (
          <Notice key={error} tone="zorg" problem>
            {error}
          </Notice>
        ),
      )}
      {first.data === undefined && first.error === undefined && <Loading label={appWords.loading} />}
      <ol className="history-list">
        {items.map((item) => (
          <Line key={`${item.moment} ${item.wat} ${item.ding ?? ''} ${item.veld ?? ''}`} item={item} onShow={onShow} />
        ))}
      </ol>
      {verder !== undefined && (
        <div>
          <Button isDisabled={deed.busy} onPress={older}>
            {historyWords.older}
          </Button>
        </div>
      )}
    </section>
  );
}

function Line({ item, onShow }: { item: HistoryItem; onShow: (chosen: Chosen) => void }) {
  const board = useBoard('gedeeld');
  const { sentence, lines } = sayChange(board, item);
  const name = nameOfItem(item);
  return (
    <li>
      <div>
        {name !== '' && <p className="history-words">{name}</p>}
        <p>{sentence}</p>
        <p className="soft">{sayInstant(item.op)}</p>
        {lines.map(({ label, text }) => (
          <p key={label} className="history-words">
            {label !== '' && <span className="soft">{`${label} `}</span>}
            {text}
          </p>
        ))}
      </div>
      <Button
        look="plain"
        icon="eye"
        onPress={() => onShow({ moment: item.moment, op: item.op, said: words.justAfter(sentence, name) })}
      >
        {words.showThen}
      </Button>
    </li>
  );
}
