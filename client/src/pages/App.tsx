import { Suspense, useEffect } from 'react';
import { appWords } from '@samenbord/shared/words/app.ts';
import { pageWords } from '@samenbord/shared/words/pages.ts';
import { followLeaving } from '../document/go-away.ts';
import { Caught } from '../parts/Caught.tsx';
import { Dutch } from '../parts/Dutch.tsx';
import { LiveRegion } from '../parts/LiveRegion.tsx';
import { Loading } from '../parts/Notice.tsx';
import { later } from '../parts/later.ts';
import { Page } from './Page.tsx';
import { useRoute } from './routes.ts';
import type { Route } from './routes.ts';

const Start = later(() => import('./Start.tsx').then((all) => all.Start));
const Join = later(() => import('./Join.tsx').then((all) => all.Join));
const Waiting = later(() => import('./Waiting.tsx').then((all) => all.Waiting));
const NewBoard = later(() => import('./NewBoard.tsx').then((all) => all.NewBoard));
const FreeToTalk = later(() => import('./FreeToTalk.tsx').then((all) => all.FreeToTalk));
const BoardPage = later(() => import('./BoardPage.tsx').then((all) => all.BoardPage));

/** The page that the address asks for. */
export function App({ secret }: { secret: string | undefined }) {
  const route = useRoute();
  useEffect(followLeaving, []);
  return (
    <Dutch>
      <Caught>
        <Suspense fallback={<Loading label={appWords.loading} />}>{pageOf(route, secret)}</Suspense>
      </Caught>
      <LiveRegion />
    </Dutch>
  );
}

function pageOf(route: Route, secret: string | undefined) {
  switch (route.kind) {
    case 'start':
    case 'mijn':
      return <Start />;
    case 'kom-binnen':
      return <Join secret={secret} />;
    case 'wachtkamer':
      return <Waiting secret={secret} />;
    case 'nieuw':
      return <NewBoard secret={secret} />;
    case 'bord':
      return (
        <FreeToTalk key={`${route.id} ${route.als ?? ''}`} board={route.id} als={route.als}>
          <BoardPage route={route} />
        </FreeToTalk>
      );
    case 'onbekend':
      return (
        <Page title={pageWords.gone.title}>
          <p>{pageWords.gone.text}</p>
        </Page>
      );
  }
}
