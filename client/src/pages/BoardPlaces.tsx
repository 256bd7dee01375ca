import { Suspense, useEffect, useState } from 'react';
import { viewNames } from '@samenbord/shared/board/define.ts';
import type { ViewName } from '@samenbord/shared/board/define.ts';
import { appWords } from '@samenbord/shared/words/app.ts';
import { useBoardSession } from '../document/context.tsx';
import { Loading } from '../parts/Notice.tsx';
import { later } from '../parts/later.ts';
import { PreparePage } from '../steps/PreparePage.tsx';
import type { BoardRoute } from './BoardPage.tsx';
import { boardAddress, go, isAfter, zoneAddress } from './routes.ts';
import { PhoneStep } from './PhoneStep.tsx';
import { SafetyStrip } from './SafetyStrip.tsx';
import { useIsPhone } from './use-phone.ts';
import { ZoneLinks } from './ZoneLinks.tsx';

const Phone = later(() => import('../lists/Phone.tsx').then((all) => all.default));
const Shell = later(() => import('./Shell.tsx').then((all) => all.Shell));
const BigScreen = later(() => import('./BigScreen.tsx').then((all) => all.BigScreen));
const AfterPage = later(() => import('./AfterPage.tsx').then((all) => all.AfterPage));
const NarrowPage = later(() => import('./NarrowPage.tsx').then((all) => all.NarrowPage));

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
