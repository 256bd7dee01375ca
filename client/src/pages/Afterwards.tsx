import { useCallback, useState } from 'react';
import { sheetAnswer, sheetsAnswer } from '@samenbord/shared/wire/http-after.ts';
import type { SheetAnswer } from '@samenbord/shared/wire/http-after.ts';
import { isProfessional } from '@samenbord/shared/access/roles.ts';
import { sheetWords as words } from '@samenbord/shared/words/after.ts';
import { appWords } from '@samenbord/shared/words/app.ts';
import { sayDate } from '@samenbord/shared/words/dates.ts';
import { useBoardSession } from '../document/context.tsx';
import { ask, boardPath } from '../document/server.ts';
import { LinkButton } from '../parts/Button.tsx';
import { Choice } from '../parts/Choice.tsx';
import { CopyButton } from '../parts/CopyLine.tsx';
import { EmptyState, Loading, Notice } from '../parts/Notice.tsx';
import { useLoad } from './use-load.ts';
import './after.css';

/** *Afspraken van vandaag*: what was agreed at the last meeting that I may read of, and at those before. */
export function Afterwards() {
  const { id, als } = useBoardSession();
  const load = useCallback(() => ask('GET', boardPath(id, '/sheets', als), { schema: sheetsAnswer }), [id, als]);
  const { data, error } = useLoad(load);
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const sheets = data?.bladen ?? [];
  const number = Number(chosen ?? sheets[0]?.nummer ?? 0);
  return (
    <>
      <h2>{words.title}</h2>
      {error !== undefined && <Problem>{error}</Problem>}
      {data === undefined && error === undefined && <Loading label={appWords.loading} />}
      {data !== undefined && sheets.length === 0 && <EmptyState icon="clock">{words.none}</EmptyState>}
      {sheets.length > 1 && (
        <Choice
          label={words.choose}
          folded
          isRequired
          options={sheets.map(({ nummer, titel, dag }) => ({
            value: String(nummer),
            label: `${sayDate(dag)}: ${titel}`,
          }))}
          value={String(number)}
          onChange={setChosen}
        />
      )}
      {number > 0 && <Sheet key={number} number={number} />}
    </>
  );
}

const Problem = ({ children }: { children: string }) => (
  <Notice tone="zorg" problem>
    {children}
  </Notice>
);

function Sheet({ number }: { number: number }) {
  const { id, als, answer } = useBoardSession();
  const load = useCallback(
    () => ask('GET', boardPath(id, `/sheets/${number}.json`, als), { schema: sheetAnswer }),
    [id, als, number],
  );
  const { data, error } = useLoad(load);
  if (error !== undefined) return <Problem>{error}</Problem>;
  if (data === undefined) return <Loading label={appWords.loading} />;
  return (
    <>
      <div className="row">
        <LinkButton look="action" icon="download" href={boardPath(id, `/sheets/${number}.pdf`, als)} download>
          {words.download}
        </LinkButton>
        <CopyButton text={data.tekst} label={words.copy} />
      </div>
      {isProfessional(answer.ik.rol) && <p className="soft">{words.mailCare}</p>}
      <Paper sheet={data} />
    </>
  );
}

/** The sheet as it is on paper. */
function Paper({ sheet }: { sheet: SheetAnswer }) {
  return (
    <article className="panel sheet" aria-labelledby="sheet-title">
      <div>
        <h3 id="sheet-title">{sheet.titel}</h3>
        {sheet.regels.map((line) => (
          <p key={line} className="soft">
            {line}
          </p>
        ))}
      </div>
      {sheet.delen.map((part) => (
        <section key={part.id} className={`sheet-part sheet-${part.id}`} aria-labelledby={`sheet-${part.id}`}>
          <h4 id={`sheet-${part.id}`}>{part.titel}</h4>
          {part.punten.length === 0 && <p className="soft">{part.leeg}</p>}
          <ul className="plain-list">
            {part.punten.map(({ tekst, stil }, index) => (
              // Two agreements may say the same; the sheet never changes.
              <li key={index}>
                <p className="sheet-text" dir="auto">
                  {tekst}
                </p>
                {stil.map((line) => (
                  <p key={line} className="soft" dir="auto">
                    {line}
                  </p>
                ))}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p className="soft">{sheet.slot.join(' ')}</p>
    </article>
  );
}
