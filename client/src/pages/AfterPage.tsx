import { Suspense } from 'react';
import type { ReactNode } from 'react';
import { isProfessional } from '@samenbord/shared/access/roles.ts';
import { appWords } from '@samenbord/shared/words/app.ts';
import { useBoardSession } from '../document/context.tsx';
import { Button } from '../parts/Button.tsx';
import { Loading } from '../parts/Notice.tsx';
import { QuickExit } from '../parts/QuickExit.tsx';
import { later } from '../parts/later.ts';
import { Afterwards } from './Afterwards.tsx';
import { EndNotice } from './EndDate.tsx';
import { boardAddress, go } from './routes.ts';
import type { AfterPlace } from './routes.ts';
import { MyTracePage, TracePage } from './Trace.tsx';

const ExchangePage = later(() => import('./ExchangePage.tsx').then((all) => all.ExchangePage));

const contents: Readonly<Record<AfterPlace, ReactNode>> = {
  afspraken: <Afterwards />,
  spoor: <TracePage />,
  'mijn-spoor': <MyTracePage />,
  inlezen: <ExchangePage />,
};

/** What comes after a meeting, on a page of its own: read on paper, not beside a drawing. */
export function AfterPage({ place }: { place: AfterPlace }) {
  const session = useBoardSession();
  return (
    <main className="page">
      <div className="page-head">
        <Button icon="back" onPress={() => go(boardAddress(session.id, session.als))}>
          {appWords.back}
        </Button>
        {!isProfessional(session.answer.ik.rol) && <QuickExit forget={session.close} />}
      </div>
      <h1 className="only-heard">{session.answer.titel}</h1>
      <EndNotice />
      <Suspense fallback={<Loading label={appWords.loading} />}>{contents[place]}</Suspense>
    </main>
  );
}
