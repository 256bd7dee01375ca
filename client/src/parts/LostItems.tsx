import { useState } from 'react';
import { appWords, lostWords } from '@samenbord/shared/words/app.ts';
import { thingWords } from '@samenbord/shared/words/things.ts';
import { refusalWords } from '@samenbord/shared/words/refusals.ts';
import { useBoardSession, useLost, useSaved } from '../document/context.tsx';
import type { LostItem } from '../document/lost.ts';
import { Button } from './Button.tsx';
import { CopyButton } from './CopyLine.tsx';
import { Notice } from './Notice.tsx';

/** What was not placed, what waits in this tab, and why nothing is kept: with all that can be done about it. */
export function LostItems() {
  const session = useBoardSession();
  const lost = useLost();
  const saved = useSaved();
  const waits = saved.kind === 'offline' || saved.kind === 'lukt-niet' ? saved.n : 0;
  return (
    <>
      {saved.kind === 'lukt-niet' && (
        <Notice tone="zorg" problem>
          <p>{saved.waarom === 'gestopt' ? lostWords.stopped : lostWords.server}</p>
          {saved.waarom === 'gestopt' && (
            <Button icon="refresh" onPress={session.tryAgain}>
              {lostWords.again}
            </Button>
          )}
        </Notice>
      )}
      {waits > 0 && <Notice>{lostWords.onlyHere(waits)}</Notice>}
      {lost.length === 0 && waits === 0 && <p className="soft">{lostWords.none}</p>}
      {lost.map((item) => (
        <Lost key={item.id} item={item} />
      ))}
    </>
  );
}

/** One thing that the server did not take, with its words. */
export function Lost({ item }: { item: LostItem }) {
  const session = useBoardSession();
  const [failed, setFailed] = useState(false);
  const isOff = item.reden === 'van-tafel';
  const title = isOff ? lostWords.takenOff : lostWords.item;
  return (
    <Notice tone="zorg">
      <div className="lost-item">
        <p>
          <strong>{item.type === undefined ? title : `${title} ${thingWords[item.type].naam}`}</strong>
        </p>
        <p className="lost-words">{item.tekst === '' ? lostWords.noText : `“${item.tekst}”`}</p>
        <p>{(refusalWords as Readonly<Record<string, string>>)[item.reden] ?? refusalWords.onleesbaar}</p>
        {failed && <p role="alert">{lostWords.notAgain}</p>}
        <div className="row">
          {item.tekst !== '' && <CopyButton text={item.tekst} />}
          <Button icon="refresh" onPress={() => setFailed(!session.retryLost(item.id))}>
            {isOff ? appWords.putBack : lostWords.again}
          </Button>
          <Button onPress={() => session.forgetLost(item.id)}>{lostWords.done}</Button>
        </div>
      </div>
    </Notice>
  );
}
