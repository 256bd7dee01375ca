import { useCallback, useEffect, useMemo, useState } from 'react';
import { appWords } from '@samenbord/shared/words/app.ts';
import { listWords } from '@samenbord/shared/words/lists.ts';
import { useBoardSession, useReady, useSaved } from '../document/context.tsx';
import { announce } from '../parts/LiveRegion.tsx';
import { Loading, Notice } from '../parts/Notice.tsx';
import { BottomBar } from '../parts/Places.tsx';
import type { PlaceItem } from '../parts/Places.tsx';
import { QuickExit } from '../parts/QuickExit.tsx';
import { SavedMark } from '../parts/SavedMark.tsx';
import { ZoneMark } from '../parts/ZoneMark.tsx';
import { ListsProvider, useReaders } from './lists-context.tsx';
import { memoryOf } from './memory.ts';
import { placeOfScreen, shownOf, zoneOfScreen } from './pure/navigation.ts';
import type { PlaceName, Screen } from './pure/navigation.ts';
import type { News } from './pure/news.ts';
import { ScreenHead, ScreenView, useTitle } from './ScreenView.tsx';
import { useNews } from './use-news.ts';
import { useScreen } from './use-screen.ts';
import { useTrail } from './use-trail.ts';
import './lists.css';

export type PhoneProps = {
  /** Opens the analysis, where one says what one thinks of it. */
  readonly onAnalysis: () => void;
  /** Opens who sits at the table. */
  readonly onTable: () => void;
};

const places: readonly PlaceItem[] = [
  { id: 'nu', label: listWords.places.nu, icon: 'clock' },
  { id: 'bord', label: listWords.places.bord, icon: 'list' },
  { id: 'mijn', label: listWords.places.mijn, icon: 'person' },
];
const isPlace = ({ kind }: Screen): boolean => kind === 'nu' || kind === 'bord' || kind === 'mijn';
const screenOf: Readonly<Record<PlaceName, Screen>> = {
  nu: { kind: 'nu' },
  bord: { kind: 'bord' },
  mijn: { kind: 'mijn', tab: 'eigen' },
};

/** The whole board on a phone: what waits now, the board as lists, and what is mine. Stands inside a `BoardProvider`. */
export default function Phone({ onAnalysis, onTable }: PhoneProps) {
  const session = useBoardSession();
  const memory = memoryOf(session);
  const { drafts } = memory;
  const { trail, moves: steps } = useTrail(screenOf.nu, memory);
  const [said, setSaid] = useState<{ text: string; at: number } | undefined>(undefined);
  const news = useNews();
  const box = useScreen(trail);
  const screen = shownOf(trail);
  const here = placeOfScreen(trail);
  const zone = zoneOfScreen(screen, session.ownZone);
  const onSaid = useCallback((text: string) => {
    setSaid({ text, at: performance.now() });
    announce(text);
  }, []);
  // What just happened was said; whoever goes on has read it.
  const moves = useMemo(
    () => ({
      ...steps,
      go: (next: Screen) => {
        setSaid(undefined);
        steps.go(next);
      },
    }),
    [steps],
  );
  const forget = (): void => {
    drafts.clear();
    for (const { id } of session.lost()) session.forgetLost(id);
    session.close();
  };
  return (
    <ListsProvider moves={moves} drafts={drafts} onSaid={onSaid} onAnalysis={onAnalysis} onTable={onTable}>
      <div className={`phone ${zone === 'gedeeld' ? '' : 'phone-own'}`}>
        <Top zone={zone} forget={forget} />
        <main className="phone-main" ref={box}>
          {said !== undefined && <Said key={said.at} text={said.text} onGone={() => setSaid(undefined)} />}
          <Shown screen={screen} news={news} onBack={isPlace(screen) ? undefined : moves.back} />
        </main>
        <BottomBar
          label={listWords.places.label}
          items={places}
          value={here}
          onChange={(id) => {
            const place = places.find((item) => item.id === id)?.id as PlaceName | undefined;
            if (place !== undefined) moves.go(screenOf[place]);
          }}
        />
      </div>
    </ListsProvider>
  );
}

/** Where I am and who can see this, whether my work is kept, and the way out. */
function Top({ zone, forget }: { zone: string | undefined; forget: () => void }) {
  const readers = useReaders(zone ?? 'gedeeld');
  const saved = useSaved();
  return (
    <header className="phone-top">
      <ZoneMark zone={zone} {...readers} />
      <div className="phone-marks">
        <SavedMark saved={saved} />
        <QuickExit forget={forget} />
      </div>
    </header>
  );
}

type ShownProps = { screen: Screen; news: readonly News[]; onBack: (() => void) | undefined };

function Shown({ screen, news, onBack }: ShownProps) {
  const session = useBoardSession();
  const ready = useReady(session.zone('gedeeld') === undefined ? session.ownZone : 'gedeeld');
  const title = useTitle(screen);
  if (!ready) return <Loading label={appWords.loading} />;
  return (
    <>
      <ScreenHead title={title} onBack={onBack} />
      <ScreenView screen={screen} news={news} />
    </>
  );
}

const shownMs = 8000;

/** What just happened, for as long as it takes to read. */
function Said({ text, onGone }: { text: string; onGone: () => void }) {
  useEffect(() => {
    const timer = setTimeout(onGone, shownMs);
    return () => clearTimeout(timer);
  }, [onGone]);
  return <Notice tone="kracht">{text}</Notice>;
}
