import { useCallback, useEffect } from 'react';
import { homeWords } from '@samenbord/shared/words/home.ts';
import { appWords } from '@samenbord/shared/words/app.ts';
import { listWords } from '@samenbord/shared/words/lists.ts';
import { useBoardSession, useReady } from '../document/context.tsx';
import { Button } from '../parts/Button.tsx';
import { announce } from '../parts/LiveRegion.tsx';
import { Loading } from '../parts/Notice.tsx';
import { InstrumentList } from './BordScreen.tsx';
import { ListsProvider } from './lists-context.tsx';
import { memoryOf } from './memory.ts';
import type { PhoneProps } from './Phone.tsx';
import { shownOf, zoneOfScreen } from './pure/navigation.ts';
import type { Screen } from './pure/navigation.ts';
import type { News } from './pure/news.ts';
import type { Said } from './Said.tsx';
import { ScreenHead, ScreenView, useTitle } from './ScreenView.tsx';
import { useNews } from './use-news.ts';
import { useScreen } from './use-screen.ts';
import { useTrail } from './use-trail.ts';
import './lists.css';

export type BoardListsProps = Pick<PhoneProps, 'onAnalysis' | 'onTable'> & {
  /** In which zone one is now, for the mark at the top; nothing while a card is being composed. */
  readonly onZone: (zone: string | undefined) => void;
};

/**
 * The board as lists beside the canvas, for keyboard and screen reader: the lists on the left, what is open on the right. Everything
 * the canvas can make, change and connect can be done here. Stands inside a `BoardProvider`.
 */
export function BoardLists({ onAnalysis, onTable, onZone }: BoardListsProps) {
  const session = useBoardSession();
  const { drafts } = memoryOf(session);
  const { trail, moves } = useTrail({ kind: 'lijst', instrument: 'genogram' }, undefined);
  const news = useNews();
  const box = useScreen(trail);
  const screen = shownOf(trail);
  const zone = zoneOfScreen(screen, session.ownZone);
  useEffect(() => onZone(zone), [onZone, zone]);
  const onSaid = useCallback(
    (said: Said) => announce(typeof said === 'string' ? said : homeWords.put[said.put].busy),
    [],
  );
  const ready = useReady('gedeeld');
  const hasTable = session.zone('gedeeld') !== undefined;
  if (hasTable && !ready) return <Loading label={appWords.loading} />;
  return (
    <ListsProvider
      moves={moves}
      drafts={drafts}
      onSaid={onSaid}
      onAnalysis={onAnalysis}
      onTable={onTable}
      boxHere={false}
    >
      <div className="board-lists">
        <nav className="board-lists-nav" aria-label={listWords.lists}>
          <h2>{listWords.board}</h2>
          <InstrumentList shown={instrumentOf(trail.screens.slice(0, trail.at + 1))} />
          <div className="list-actions">
            <Button icon="clock" onPress={() => moves.go({ kind: 'nu' })}>
              {listWords.places.nu}
            </Button>
            <Button icon="person" onPress={() => moves.go({ kind: 'mijn', tab: 'tafel' })}>
              {listWords.places.mijn}
            </Button>
          </div>
        </nav>
        <section className="board-lists-main" ref={box} aria-label={listWords.board}>
          <Shown screen={screen} news={news} onBack={trail.at > 0 ? moves.back : undefined} />
        </section>
      </div>
    </ListsProvider>
  );
}

const instrumentOf = (screens: readonly Screen[]) => {
  const last = screens.findLast(({ kind }) => kind === 'lijst' || kind === 'nu' || kind === 'mijn');
  return last?.kind === 'lijst' ? last.instrument : undefined;
};

type ShownProps = { screen: Screen; news: readonly News[]; onBack: (() => void) | undefined };

function Shown({ screen, news, onBack }: ShownProps) {
  const title = useTitle(screen);
  return (
    <>
      <ScreenHead title={title} onBack={onBack} />
      <ScreenView screen={screen} news={news} />
    </>
  );
}
