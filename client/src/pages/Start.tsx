import type { Participation } from '@samenbord/shared/wire/http.ts';
import { appWords } from '@samenbord/shared/words/app.ts';
import { homeWords } from '@samenbord/shared/words/home.ts';
import { pageWords } from '@samenbord/shared/words/pages.ts';
import { roleWords } from '@samenbord/shared/words/roles.ts';
import { Button, LinkButton } from '../parts/Button.tsx';
import { Leave } from '../parts/Leave.tsx';
import { EmptyState, Loading, Notice } from '../parts/Notice.tsx';
import { loadMine } from './mine.ts';
import { Page } from './Page.tsx';
import { boardAddress } from './routes.ts';
import { useLoad } from './use-load.ts';

const words = pageWords.start;
/** What this is, and the boards this browser takes part in. */
export function Start() {
  const mine = useLoad(loadMine);
  return (
    <Page title={words.title}>
      <p className="lead">{words.lead}</p>
      <section className="stack">
        <h2>{words.mine}</h2>
        {mine.error !== undefined && (
          <Notice tone="zorg" problem>
            <p>{mine.error}</p>
            <Button onPress={mine.again}>{pageWords.errors.again}</Button>
          </Notice>
        )}
        {mine.data === undefined && mine.error === undefined && <Loading label={appWords.loading} />}
        {mine.data?.length === 0 && <EmptyState icon="link">{words.none}</EmptyState>}
        {mine.data !== undefined && <Participations all={mine.data} />}
      </section>
      {mine.data !== undefined && mine.data.length > 0 && (
        <section className="stack">
          <p className="soft">{homeWords.leave.lead}</p>
          <div>
            <Leave />
          </div>
        </section>
      )}
      <p>
        <a href="/nieuw">{words.newBoard}</a>
      </p>
    </Page>
  );
}

/** Each participation with the way into its board. */
export function Participations({ all }: { all: readonly Participation[] }) {
  return (
    <ul className="plain-list">
      {all.map((one) => (
        <li key={`${one.board}:${one.als}`} className="panel">
          <div>
            <h3>{one.titel}</h3>
            <p className="soft">{words.as(one.naam, roleWords[one.rol])}</p>
          </div>
          <div>
            <LinkButton href={boardAddress(one.board, one.als)} look="action" icon="forward">
              {words.open}
            </LinkButton>
          </div>
        </li>
      ))}
    </ul>
  );
}
