import { lazy, Suspense, useEffect, useState } from 'react';
import { viewNames } from '@samenbord/shared/board/define.ts';
import type { ViewName } from '@samenbord/shared/board/define.ts';
import { appWords } from '@samenbord/shared/words/app.ts';
import { useBoardSession } from '../document/context.tsx';
import { Loading } from '../parts/Notice.tsx';
import { PreparePage } from '../steps/PreparePage.tsx';
import type { BoardRoute } from './BoardPage.tsx';
import { boardAddress, go, isAfter, zoneAddress } from './routes.ts';
import { PhoneStep } from './PhoneStep.tsx';
import { SafetyStrip } from './SafetyStrip.tsx';
import { useIsPhone } from './use-phone.ts';
import { ZoneLinks } from './ZoneLinks.tsx';

const Phone = lazy(() => import('../lists/Phone.tsx'));
const Shell = lazy(() => import('./Shell.tsx').then(({ Shell: page }) => ({ default: page })));
const BigScreen = lazy(() => import('./BigScreen.tsx').then(({ BigScreen: page }) => ({ default: page })));
const AfterPage = lazy(() => import('./AfterPage.tsx').then(({ AfterPage: page }) => ({ default: page })));
const NarrowPage = lazy(() => import('./NarrowPage.tsx').then(({ NarrowPage: page }) => ({ default: page })));

const phoneStep = <PhoneStep />;
const zoneLinks = <ZoneLinks />;
const prepare = (done: () => void) => <PreparePage onDone={done} />;

/** Which layout of the board: the big screen shows and does nothing else, a phone has lists, a laptop has the canvas. */
export function BoardPlaces({ route }: { route: BoardRoute }) {
  const session = useBoardSession();
  const isPhone = useIsPhone();
  const [view, setView] = useState<ViewName>(() => viewNames.find((name) => name === route.beeld) ?? 'genogram');
  const isScreen = session.answer.ik.rol === 'groot-scherm' || route.place === 'groot-scherm';
  useEffect(() => {
    if (!isPhone && !isScreen) session.setPresence({ view });
  }, [session, view, isPhone, isScreen]);
  const show = (next: ViewName): void => {
    setView(next);
    go(boardAddress(route.id, session.als, 'bord', next), route.place === 'bord' ? 'replace' : 'push');
  };
  const toPlace = (place: 'analyse' | 'tafel') => (): void => go(boardAddress(route.id, session.als, place));
  const layout = () => {
    if (isScreen) return <BigScreen />;
    if (isAfter(route.place)) return <AfterPage place={route.place} />;
    if (!isPhone) return <Shell place={route.place} vak={route.vak} view={view} onView={show} />;
    return route.place !== 'bord' ? (
      <NarrowPage place={route.place} vak={route.vak} />
    ) : (
      <Phone
        onAnalysis={toPlace('analyse')}
        onTable={toPlace('tafel')}
        step={phoneStep}
        prepare={prepare}
        zones={zoneLinks}
        safety={<SafetyStrip onOpen={() => go(zoneAddress(route.id, session.als, 'team'))} />}
      />
    );
  };
  return <Suspense fallback={<Loading label={appWords.loading} />}>{layout()}</Suspense>;
}
