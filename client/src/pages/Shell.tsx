import { useCallback, useState } from 'react';
import { groupOf, isProfessional } from '@samenbord/shared/access/roles.ts';
import { leads } from '@samenbord/shared/access/zones.ts';
import { viewNames } from '@samenbord/shared/board/define.ts';
import type { ViewName } from '@samenbord/shared/board/define.ts';
import { shellWords, viewWords } from '@samenbord/shared/words/app.ts';
import { asItWasWords } from '@samenbord/shared/words/history.ts';
import { roleWords } from '@samenbord/shared/words/roles.ts';
import CanvasPage from '../canvas/CanvasPage.tsx';
import { useBoardSession, useSaved, useWaitingOutside } from '../document/context.tsx';
import { BoardLists } from '../lists/BoardLists.tsx';
import { useReaders } from '../lists/lists-context.tsx';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import type { IconName } from '../parts/Icon.tsx';
import { QuickExit } from '../parts/QuickExit.tsx';
import { SavedMark } from '../parts/SavedMark.tsx';
import { ZoneMark } from '../parts/ZoneMark.tsx';
import { AnalysisPage } from './AnalysisPage.tsx';
import { Drawer } from './Drawer.tsx';
import type { DrawerContent } from './Drawer.tsx';
import { HistoryPage } from './HistoryPage.tsx';
import { ListView } from './ListView.tsx';
import { boardAddress, go } from './routes.ts';
import type { BoardPlace } from './routes.ts';
import { TablePage } from './TablePage.tsx';

type Where = 'beeld' | 'lijst' | 'eigen' | 'tafel' | 'analyse' | 'eerder';

/** The board on a laptop (loaded with the canvas, and by no phone): a narrow rail, the canvas, the saved mark in one place, and a drawer that opens when it is needed. */
export function Shell({
  place,
  view,
  onView,
}: {
  place: BoardPlace;
  view: ViewName;
  onView: (view: ViewName) => void;
}) {
  const session = useBoardSession();
  const { ik, titel } = session.answer;
  const [listed, setListed] = useState<'lijst' | 'eigen' | undefined>(undefined);
  const [drawer, setDrawer] = useState<DrawerContent | undefined>(undefined);
  const saved = useSaved();
  const leaveTo = (next: 'tafel' | 'analyse' | 'eerder'): void => {
    setDrawer(undefined);
    go(boardAddress(session.id, session.als, next));
  };
  const where: Where = place === 'tafel' || place === 'analyse' || place === 'eerder' ? place : (listed ?? 'beeld');
  const [listZone, setListZone] = useState<string | undefined>('gedeeld');
  const zone = where === 'eigen' ? session.ownZone : where === 'lijst' ? listZone : 'gedeeld';
  const readers = useReaders(zone ?? 'gedeeld');
  const Title = where === 'lijst' ? 'p' : 'h1';
  const [chosen, setChosen] = useState<readonly string[]>([]);
  // A drawer that opened by itself would push the canvas aside under the finger that drags: it follows only when it is open.
  const select = useCallback((ids: readonly string[]) => {
    setChosen(ids);
    setDrawer((now) =>
      now?.kind !== 'gekozen' ? now : ids.length > 0 ? { kind: 'gekozen', zone: 'gedeeld', ids } : undefined,
    );
  }, []);
  const toBoard = (list: 'lijst' | 'eigen'): void => {
    setListed(list);
    setDrawer(undefined);
    if (place !== 'bord') go(boardAddress(session.id, session.als));
  };
  return (
    <div className="shell">
      <Rail
        where={where}
        view={view}
        onView={(next) => {
          setListed(undefined);
          setDrawer(undefined);
          onView(next);
        }}
        onList={() => toBoard('lijst')}
        onOwn={() => toBoard('eigen')}
        onPlace={leaveTo}
        onSafety={() => setDrawer({ kind: 'veiligheid' })}
      />
      <header className="shell-top">
        {/* A list has a name of its own at the top, as on a phone. */}
        <Title className="shell-title">
          {titel}
          <small>{`${ik.naam}, ${roleWords[ik.rol]}`}</small>
        </Title>
        {where === 'beeld' && drawer === undefined && chosen.length > 0 && (
          <Button icon="info" onPress={() => setDrawer({ kind: 'gekozen', zone: 'gedeeld', ids: chosen })}>
            {shellWords.openDrawer}
          </Button>
        )}
        <ZoneMark zone={zone} {...readers} />
        <SavedMark saved={saved} onPress={() => setDrawer({ kind: 'niet-geplaatst' })} />
        {!isProfessional(ik.rol) && <QuickExit forget={session.close} />}
      </header>
      <main className="shell-view">
        {where === 'beeld' && (
          <CanvasPage
            zone="gedeeld"
            view={view}
            onView={onView}
            onSelect={select}
            readOnly={groupOf(ik.rol) === 'kijker'}
          />
        )}
        {where === 'lijst' && (
          <BoardLists
            onZone={setListZone}
            onAnalysis={() => go(boardAddress(session.id, session.als, 'analyse'))}
            onTable={() => go(boardAddress(session.id, session.als, 'tafel'))}
          />
        )}
        {where === 'eigen' && (
          <ListView
            zone={session.ownZone}
            onOpen={(id) => setDrawer({ kind: 'gekozen', zone: session.ownZone, ids: [id] })}
          />
        )}
        {where === 'eerder' && (
          <div className="shell-scroll">
            <div className="page page-wide">
              <HistoryPage />
            </div>
          </div>
        )}
        {(where === 'tafel' || where === 'analyse') && (
          <div className="shell-scroll">
            <div className="page">{where === 'tafel' ? <TablePage /> : <AnalysisPage />}</div>
          </div>
        )}
      </main>
      {drawer !== undefined && <Drawer content={drawer} onClose={() => setDrawer(undefined)} />}
    </div>
  );
}

type RailProps = {
  where: Where;
  view: ViewName;
  onView: (view: ViewName) => void;
  onList: () => void;
  onOwn: () => void;
  onPlace: (place: 'tafel' | 'analyse' | 'eerder') => void;
  onSafety: () => void;
};

function Rail({ where, view, onView, onList, onOwn, onPlace, onSafety }: RailProps) {
  const session = useBoardSession();
  const waiting = useWaitingOutside();
  const { actor } = session;
  return (
    <nav className="shell-rail" aria-label={shellWords.rail}>
      {viewNames.map((name) => (
        <RailItem
          key={name}
          icon={name}
          label={viewWords[name].naam}
          isHere={where === 'beeld' && view === name}
          onPress={() => onView(name)}
        />
      ))}
      <hr className="rail-line" />
      <RailItem icon="list" label={shellWords.list} isHere={where === 'lijst'} onPress={onList} />
      <RailItem icon="veilig" label={shellWords.safety} isHere={false} onPress={onSafety} />
      <RailItem
        icon="document"
        label={shellWords.analysisShort}
        isHere={where === 'analyse'}
        onPress={() => onPlace('analyse')}
      />
      <RailItem
        icon="people"
        label={leads(actor) && waiting > 0 ? `${shellWords.table} (${waiting})` : shellWords.table}
        isHere={where === 'tafel'}
        onPress={() => onPlace('tafel')}
      />
      {leads(actor) && (
        <RailItem
          icon="clock"
          label={asItWasWords.short}
          isHere={where === 'eerder'}
          onPress={() => onPlace('eerder')}
        />
      )}
      {session.zone(session.ownZone) !== undefined && (
        <RailItem icon="lock" label={shellWords.ownBox} isHere={where === 'eigen'} onPress={onOwn} />
      )}
    </nav>
  );
}

function RailItem({
  icon,
  label,
  isHere,
  onPress,
}: {
  icon: IconName;
  label: string;
  isHere: boolean;
  onPress: () => void;
}) {
  return (
    <button type="button" className="rail-item" aria-current={isHere ? 'page' : undefined} onClick={onPress} lang="nl">
      <Icon name={icon} size={24} />
      {label}
    </button>
  );
}
