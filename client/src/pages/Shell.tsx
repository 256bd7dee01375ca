import { useCallback, useState } from 'react';
import { groupOf, isProfessional } from '@samenbord/shared/access/roles.ts';
import type { ViewName } from '@samenbord/shared/board/define.ts';
import { shellWords } from '@samenbord/shared/words/app.ts';
import { roleWords } from '@samenbord/shared/words/roles.ts';
import { zonePage } from '@samenbord/shared/words/zones.ts';
import CanvasPage from '../canvas/CanvasPage.tsx';
import type { CanvasLook } from '../canvas/CanvasPage.tsx';
import { useBoardSession, useSaved } from '../document/context.tsx';
import { currentStep, useMeeting } from '../document/meeting.ts';
import { BoardLists } from '../lists/BoardLists.tsx';
import { Button } from '../parts/Button.tsx';
import { QuickExit } from '../parts/QuickExit.tsx';
import { SavedMark } from '../parts/SavedMark.tsx';
import { SharingButton } from '../parts/SharingKey.tsx';
import { ZoneMark } from '../parts/ZoneMark.tsx';
import { AgendaPage } from '../steps/Agenda.tsx';
import { MeetingTop } from '../steps/MeetingTop.tsx';
import type { StepPlace } from '../steps/pure/step-place.ts';
import { StepCards } from '../steps/StepCards.tsx';
import { placeOfMeeting } from '../steps/use-follow.ts';
import { AnalysisPage } from './AnalysisPage.tsx';
import { Drawer } from './Drawer.tsx';
import type { DrawerContent } from './Drawer.tsx';
import { HistoryPage } from './HistoryPage.tsx';
import { Rail } from './Rail.tsx';
import type { Where } from './Rail.tsx';
import { boardAddress, go, zoneAddress } from './routes.ts';
import type { AfterPlace, BoardPlace } from './routes.ts';
import { SafetyStrip } from './SafetyStrip.tsx';
import { HouseholdPicker, useHouseholdShown, useLookAtHousehold } from './ScreenHousehold.tsx';
import { ScreenRemote } from './ScreenRemote.tsx';
import { ShutTable } from './ShutTable.tsx';
import { TablePage } from './TablePage.tsx';
import { TrustedPage } from './TrustedPage.tsx';
import { ZonePage } from './ZonePage.tsx';

type Listed = 'lijst' | 'kaarten' | 'gesprek';

/** The board on a laptop (loaded with the canvas, and by no phone): a narrow rail, the canvas, the saved mark in one place, and a drawer that opens when it is needed. */
export function Shell({
  place,
  vak,
  view,
  onView,
}: {
  place: Exclude<BoardPlace, AfterPlace>;
  /** The zone of the place `vak`. */
  vak: string | undefined;
  view: ViewName;
  onView: (view: ViewName) => void;
}) {
  const session = useBoardSession();
  const { ik, titel } = session.answer;
  const [listed, setListed] = useState<Listed | undefined>(undefined);
  const [drawer, setDrawer] = useState<DrawerContent | undefined>(undefined);
  const saved = useSaved();
  const leaveTo = (next: 'tafel' | 'analyse' | 'eerder'): void => {
    setDrawer(undefined);
    go(boardAddress(session.id, session.als, next));
  };
  const meeting = useMeeting();
  const step = meeting && currentStep(meeting);
  // The cards of a step are there as long as the step is.
  const list = listed === 'kaarten' && placeOfMeeting(meeting)?.kind !== 'kaarten' ? undefined : listed;
  const where: Where = place === 'bord' || place === 'groot-scherm' ? (list ?? 'beeld') : place;
  const [listZone, setListZone] = useState<string | undefined>('gedeeld');
  const zone = zoneHere(where, vak ?? session.ownZone, listZone, session.als);
  const Title = hasOwnTitle.has(where) ? 'p' : 'h1';
  const [chosen, setChosen] = useState<readonly string[]>([]);
  // A drawer that opened by itself would push the canvas aside under the finger that drags: it follows only when it is open.
  const select = useCallback((ids: readonly string[]) => {
    setChosen(ids);
    setDrawer((now) =>
      now?.kind !== 'gekozen' ? now : ids.length > 0 ? { kind: 'gekozen', zone: 'gedeeld', ids } : undefined,
    );
  }, []);
  const toBoard = (list: Listed): void => {
    setListed(list);
    setDrawer(undefined);
    if (place !== 'bord') go(boardAddress(session.id, session.als));
  };
  const toZone = (name: string): void => {
    setDrawer(undefined);
    go(zoneAddress(session.id, session.als, name));
  };
  // While no meeting is open for me there is no table to draw.
  const shut = session.zone('gedeeld') === undefined;
  const household = useHouseholdShown(view);
  const [look, setLook] = useState<CanvasLook | undefined>(undefined);
  const asked = useLookAtHousehold(look, household);
  const [fresh] = useState(() => place === 'bord' && !new URLSearchParams(window.location.search).has('beeld'));
  const toView = (next: ViewName): void => {
    setListed(undefined);
    setLook(undefined);
    onView(next);
  };
  const goTo = (to: StepPlace): void => {
    if (to.kind === 'beeld') toView(to.view);
    else if (to.kind === 'analyse') leaveTo('analyse');
    else toBoard('kaarten');
  };
  const openAgenda = (): void => (meeting === undefined ? toBoard('gesprek') : setDrawer({ kind: 'gesprek' }));
  return (
    <div className="shell">
      <MeetingTop
        here={hereOf(where, view)}
        fresh={fresh}
        go={goTo}
        onLook={(part, nr) => {
          toView(part.view);
          setLook({ ...part, nr });
        }}
        onAgenda={openAgenda}
        onSafety={() => setDrawer({ kind: 'veiligheid' })}
        onClosed={() => go(boardAddress(session.id, session.als, 'afspraken'))}
        onOpen={(id) => setDrawer({ kind: 'gekozen', zone: 'gedeeld', ids: [id] })}
      />
      <Rail
        where={where}
        view={view}
        onView={(next) => {
          setDrawer(undefined);
          toView(next);
        }}
        onMeeting={openAgenda}
        onList={() => toBoard('lijst')}
        zone={where === 'vak' ? zone : undefined}
        onZone={toZone}
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
        {where === 'beeld' && session.zone('team') !== undefined && (
          <Button icon="team" onPress={() => setDrawer(drawer?.kind === 'team' ? undefined : { kind: 'team' })}>
            {zonePage.drawer}
          </Button>
        )}
        <ZoneMark zone={zone} />
        <ScreenRemote />
        <SharingButton />
        <SavedMark saved={saved} onPress={() => setDrawer({ kind: 'niet-geplaatst' })} />
        {!isProfessional(ik.rol) && <QuickExit forget={session.close} />}
        <SafetyStrip onOpen={() => setDrawer({ kind: 'veiligheid' })} />
      </header>
      <main className="shell-view">
        {where === 'beeld' && shut && <ShutTable onAnalysis={() => leaveTo('analyse')} onBox={toZone} />}
        {where === 'beeld' && !shut && <HouseholdPicker view={view} />}
        {where === 'beeld' && !shut && (
          <CanvasPage
            household={household}
            zone="gedeeld"
            view={view}
            onView={onView}
            onSelect={select}
            look={asked}
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
        {where === 'kaarten' && step !== undefined && (
          <StepCards
            step={step}
            lit={meeting?.uitgelicht}
            onOpen={(id) => setDrawer({ kind: 'gekozen', zone: 'gedeeld', ids: [id] })}
          />
        )}
        {where === 'gesprek' && (
          <div className="shell-scroll">
            <div className="page">
              <AgendaPage onOpened={() => setListed(undefined)} />
            </div>
          </div>
        )}
        {where === 'vak' && zone !== undefined && (
          <div className="shell-scroll">
            <ZonePage zone={zone} onOpen={(id) => setDrawer({ kind: 'gekozen', zone, ids: [id] })} />
          </div>
        )}
        {where === 'vertrouwen' && (
          <div className="shell-scroll zone-page zone-vertrouwd">
            <div className="page">
              <TrustedPage />
            </div>
          </div>
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

const hasOwnTitle: ReadonlySet<Where> = new Set(['lijst', 'vak', 'vertrouwen']);

/** In which zone one is; nothing while a card is being composed. */
function zoneHere(where: Where, vak: string, listZone: string | undefined, als: string): string | undefined {
  if (where === 'vak') return vak;
  if (where === 'vertrouwen') return `vertrouwd:${als}`;
  return where === 'lijst' ? listZone : 'gedeeld';
}

/** Where this screen is, as a step says it. */
function hereOf(where: Where, view: ViewName): StepPlace | undefined {
  if (where === 'beeld') return { kind: 'beeld', view };
  return where === 'kaarten' || where === 'analyse' ? { kind: where } : undefined;
}
