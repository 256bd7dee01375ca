import { useEffect, useState } from 'react';
import { waitingState } from '@samenbord/shared/wire/http.ts';
import { pageWords } from '@samenbord/shared/words/pages.ts';
import { apiPath, ask } from '../document/server.ts';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Notice } from '../parts/Notice.tsx';
import { TextField } from '../parts/TextField.tsx';
import { Page } from './Page.tsx';
import { noteFree } from './free.ts';
import { boardAddress } from './routes.ts';
import { useDeed } from './use-load.ts';

const words = pageWords.waiting;
const askEveryMs = 2000;

/** Says who one is and waits; goes in by itself when the casusregisseur has said who it is. */
export function Waiting({ secret }: { secret: string | undefined }) {
  const [naam, setNaam] = useState('');
  const [state, setState] = useState<'naam' | 'wacht' | 'niet'>('naam');
  const deed = useDeed();
  useEffect(() => {
    if (state !== 'wacht') return undefined;
    const look = (): void => {
      ask('GET', apiPath('/waiting'), { schema: waitingState }).then(
        ({ stand, deelname }) => {
          if (stand === 'binnen' && deelname !== undefined) {
            // Who was let in through the door of the room sits in it.
            noteFree();
            location.replace(boardAddress(deelname.board, deelname.als));
          }
          if (stand === 'niet') setState('niet');
        },
        // The line may be gone for a moment: the next look asks again.
        () => undefined,
      );
    };
    const timer = setInterval(look, askEveryMs);
    return () => clearInterval(timer);
  }, [state]);
  if (secret === undefined && state === 'naam')
    return <Page title={pageWords.join.failTitle}>{pageWords.join.failText}</Page>;
  return (
    <Page title={words.title}>
      {state === 'naam' && (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            deed.run(async () => {
              await ask('POST', apiPath('/waiting'), { schema: waitingState, body: { geheim: secret, naam } });
              setState('wacht');
            });
          }}
        >
          <p className="lead">{words.lead}</p>
          {deed.error !== undefined && (
            <Notice tone="zorg" problem>
              {deed.error}
            </Notice>
          )}
          <TextField label={words.name} value={naam} onChange={setNaam} max={80} autoComplete="name" />
          <div>
            <Button look="action" type="submit" isDisabled={naam.trim() === '' || deed.busy}>
              {words.go}
            </Button>
          </div>
        </form>
      )}
      {state === 'wacht' && (
        <output className="panel row">
          <Icon name="busy" size={28} />
          <p className="lead">{words.waits}</p>
        </output>
      )}
      {state === 'niet' && <Notice tone="zorg">{words.no}</Notice>}
    </Page>
  );
}
