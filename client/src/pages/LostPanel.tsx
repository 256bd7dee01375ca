import { lostWords } from '@samenbord/shared/words/app.ts';
import { thingWords } from '@samenbord/shared/words/things.ts';
import { refusalWords } from '@samenbord/shared/words/refusals.ts';
import { useBoardSession, useLost } from '../document/context.tsx';
import { Button } from '../parts/Button.tsx';
import { CopyButton } from '../parts/CopyLine.tsx';
import { Notice } from '../parts/Notice.tsx';

/** What the server did not take: the words are still here. */
export function LostPanel() {
  const session = useBoardSession();
  const lost = useLost();
  return (
    <>
      <h2>{lostWords.title}</h2>
      {lost.length === 0 && <p className="soft">{lostWords.none}</p>}
      {lost.map((item) => (
        <Notice key={item.id} tone="zorg">
          <p>
            <strong>
              {item.type === undefined ? lostWords.item : `${lostWords.item} ${thingWords[item.type].naam}`}
            </strong>
          </p>
          <p>{item.tekst === '' ? lostWords.noText : `“${item.tekst}”`}</p>
          <p>{(refusalWords as Readonly<Record<string, string>>)[item.reden] ?? refusalWords.onleesbaar}</p>
          <div className="row">
            {item.tekst !== '' && <CopyButton text={item.tekst} />}
            <Button onPress={() => session.forgetLost(item.id)}>{lostWords.done}</Button>
          </div>
        </Notice>
      ))}
    </>
  );
}
