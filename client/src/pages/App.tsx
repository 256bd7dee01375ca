import { lazy, Suspense, useEffect } from 'react';
import { appWords } from '@samenbord/shared/words/app.ts';
import { pageWords } from '@samenbord/shared/words/pages.ts';
import { followLeaving } from '../document/go-away.ts';
import { Dutch } from '../parts/Dutch.tsx';
import { LiveRegion } from '../parts/LiveRegion.tsx';
import { Loading } from '../parts/Notice.tsx';
import { Page } from './Page.tsx';
import { useRoute } from './routes.ts';
import type { Route } from './routes.ts';

const Start = lazy(() => import('./Start.tsx').then(({ Start: page }) => ({ default: page })));
const Join = lazy(() => import('./Join.tsx').then(({ Join: page }) => ({ default: page })));
const Waiting = lazy(() => import('./Waiting.tsx').then(({ Waiting: page }) => ({ default: page })));
const NewBoard = lazy(() => import('./NewBoard.tsx').then(({ NewBoard: page }) => ({ default: page })));
const FreeToTalk = lazy(() => import('./FreeToTalk.tsx').then(({ FreeToTalk: page }) => ({ default: page })));
const BoardPage = lazy(() => import('./BoardPage.tsx').then(({ BoardPage: page }) => ({ default: page })));

/** The page that the address asks for. */
export function App({ secret }: { secret: string | undefined }) {
  const route = useRoute();
  useEffect(followLeaving, []);
  return (
    <Dutch>
      <Suspense fallback={<Loading label={appWords.loading} />}>{pageOf(route, secret)}</Suspense>
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
