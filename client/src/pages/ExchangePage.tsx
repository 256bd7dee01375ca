import { useState } from 'react';
import { isProfessional } from '@samenbord/shared/access/roles.ts';
import { exchangePage as words } from '@samenbord/shared/words/exchange-page.ts';
import { useBoardSession } from '../document/context.tsx';
import { Button } from '../parts/Button.tsx';
import { Choice } from '../parts/Choice.tsx';
import { announce } from '../parts/LiveRegion.tsx';
import { Notice } from '../parts/Notice.tsx';
import { FromFile } from './FromFile.tsx';
import { FromList } from './FromList.tsx';
import { boardAddress, go } from './routes.ts';
import { TakeAlong } from './TakeAlong.tsx';
import './exchange.css';

/** *Inlezen en bewaren*: people onto the table from a file or a list, and the board as a file. For professionals, who keep the facts of the table. */
export function ExchangePage() {
  const session = useBoardSession();
  const [source, setSource] = useState<string | undefined>(undefined);
  const [done, setDone] = useState<string | undefined>(undefined);
  if (!isProfessional(session.actor.rol)) return <Notice>{words.onlyProfessionals}</Notice>;
  const put = (sentence: string): void => {
    setSource(undefined);
    setDone(sentence);
    announce(sentence);
  };
  return (
    <>
      <h2>{words.title}</h2>
      {done !== undefined && (
        <div className="stack">
          <Notice tone="kracht">{done}</Notice>
          <div>
            <Button icon="genogram" onPress={() => go(boardAddress(session.id, session.als))}>
              {words.toBoard}
            </Button>
          </div>
        </div>
      )}
      <section className="panel" aria-labelledby="exchange-in">
        <h3 id="exchange-in">{words.in}</h3>
        <p>{words.inLead}</p>
        <Choice
          label={words.from}
          options={[
            { value: 'lijst', label: words.fromList, hint: words.fromListHint },
            { value: 'bestand', label: words.fromFile, hint: words.fromFileHint },
          ]}
          value={source}
          onChange={(next) => {
            setDone(undefined);
            setSource(next);
          }}
        />
        {source === 'lijst' && <FromList onPut={put} />}
        {source === 'bestand' && <FromFile onPut={put} />}
      </section>
      <TakeAlong />
    </>
  );
}
