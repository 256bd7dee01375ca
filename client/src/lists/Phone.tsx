import { useCallback, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { appWords, lostWords } from '@samenbord/shared/words/app.ts';
import { homeWords } from '@samenbord/shared/words/home.ts';
import { listWords } from '@samenbord/shared/words/lists.ts';
import { useBoardSession, usePlain, useReady, useSaved } from '../document/context.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { Icon } from '../parts/Icon.tsx';
import { announce } from '../parts/LiveRegion.tsx';
import { LostItems } from '../parts/LostItems.tsx';
import { Loading } from '../parts/Notice.tsx';
import { PlainNote } from '../parts/PlainNote.tsx';
import { BottomBar } from '../parts/Places.tsx';
import type { PlaceItem } from '../parts/Places.tsx';
import { QuickExit } from '../parts/QuickExit.tsx';
import { SavedMark } from '../parts/SavedMark.tsx';
import { ZoneMark } from '../parts/ZoneMark.tsx';
import { ListsProvider, useHasZone } from './lists-context.tsx';
import { memoryOf } from './memory.ts';
import { placeOfScreen, shownOf, zoneOfScreen } from './pure/navigation.ts';
import type { PlaceName, Screen } from './pure/navigation.ts';
import type { News } from './pure/news.ts';
import { SaidNote } from './Said.tsx';
import type { Said } from './Said.tsx';
import { ScreenHead, ScreenView, useTitle } from './ScreenView.tsx';
import { useFollow } from './use-follow.ts';
import type { Following } from './use-follow.ts';
import { useNews } from './use-news.ts';
import { useScreen } from './use-screen.ts';
import { useTrail } from './use-trail.ts';
import './lists.css';

export type PhoneProps = {
  /** Opens the analysis, where one says what one thinks of it. */
  readonly onAnalysis: () => void;
  /** Opens who sits at the table. */
  readonly onTable: () => void;
  /** What the step of the meeting asks, at the top of *Nu*. */
  readonly step?: ReactNode;
  /** Getting ready at home. */
  readonly prepare?: ((done: () => void) => ReactNode) | undefined;
  /** The zones beside the table and the own box, at *Mijn*. */
  readonly zones?: ReactNode;
  /** How safe each child is, for who may know; always at the top. */
  readonly safety?: ReactNode;
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
export default function Phone({ onAnalysis, onTable, step, prepare, zones, safety }: PhoneProps) {
  const session = useBoardSession();
  const memory = memoryOf(session);
  const { drafts } = memory;
  const { trail, moves: steps } = useTrail(screenOf.nu, memory);
  const [said, setSaid] = useState<{ said: Said; at: number } | undefined>(undefined);
  const news = useNews();
  const box = useScreen(trail);
  const screen = shownOf(trail);
  const here = placeOfScreen(trail);
  const hasTable = useHasZone('gedeeld');
  const meant = zoneOfScreen(screen, session.ownZone);
  // With the table shut nothing on these screens is of the table.
  const zone = meant === 'gedeeld' && !hasTable ? session.ownZone : meant;
  const onSaid = useCallback((what: Said) => {
    setSaid({ said: what, at: performance.now() });
    if (typeof what === 'string') announce(what);
  }, []);
  const goneSaid = useCallback(() => setSaid(undefined), []);
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
  const following = useFollow(screen, moves.go);
  const forget = (): void => {
    drafts.clear();
    for (const { id } of session.offered()) session.forgetLost(id);
    session.close();
  };
  return (
    <ListsProvider
      moves={moves}
      drafts={drafts}
      onSaid={onSaid}
      onAnalysis={onAnalysis}
      onTable={onTable}
      step={step}
      prepare={prepare}
      zones={zones}
    >
      <div className={`phone ${zone === 'gedeeld' ? '' : 'phone-own'}`}>
        <Top zone={zone} forget={forget}>
          {safety}
          {following !== undefined && screen.kind !== 'nu' && (following.movedOn || screen.kind !== 'compose') && (
            <StepStrip following={following} onBack={() => moves.go(screenOf.nu)} />
          )}
        </Top>
        <main className="phone-main" ref={box}>
          {said !== undefined && <SaidNote key={said.at} said={said.said} onGone={goneSaid} />}
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
function Top({ zone, forget, children }: { zone: string | undefined; forget: () => void; children: ReactNode }) {
  const saved = useSaved();
  const plain = usePlain();
  const [open, setOpen] = useState(false);
  return (
    <header className="phone-top">
      <ZoneMark zone={zone} />
      <div className="phone-marks">
        {plain && saved.kind === 'offline' && saved.n === 0 ? (
          <output className="saved-mark">
            <Icon name="eye" size={18} />
            <span>{homeWords.plain.mark}</span>
          </output>
        ) : (
          <SavedMark saved={saved} onPress={() => setOpen(true)} />
        )}
        <QuickExit forget={forget} />
      </div>
      {children}
      <PlainNote />
      <Dialog title={lostWords.title} open={open} onClose={() => setOpen(false)} shape="sheet">
        <LostItems />
      </Dialog>
    </header>
  );
}

/** One looks around while the meeting goes on: which step it is, and the way back to it. */
function StepStrip({ following: { titel, movedOn }, onBack }: { following: Following; onBack: () => void }) {
  return (
    <button type="button" className="step-strip" onClick={onBack}>
      <Icon name="clock" size={18} />
      <span>{movedOn ? homeWords.nu.onward(titel) : homeWords.nu.now(titel)}</span>
      <strong>{homeWords.nu.back}</strong>
    </button>
  );
}

type ShownProps = { screen: Screen; news: readonly News[]; onBack: (() => void) | undefined };

function Shown({ screen, news, onBack }: ShownProps) {
  const session = useBoardSession();
  const hasTable = useHasZone('gedeeld');
  const ready = useReady(hasTable ? 'gedeeld' : session.ownZone);
  const title = useTitle(screen);
  if (!ready) return <Loading label={appWords.loading} />;
  return (
    <>
      <ScreenHead title={title} onBack={onBack} />
      <ScreenView screen={screen} news={news} />
    </>
  );
}
