import { Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import { groupOf } from '@samenbord/shared/access/roles.ts';
import type { Participation } from '@samenbord/shared/wire/http.ts';
import { appWords, lostWords } from '@samenbord/shared/words/app.ts';
import { pageWords } from '@samenbord/shared/words/pages.ts';
import { BoardProvider, useReady, useSessionState } from '../document/context.tsx';
import { reloadWithWork, reloadWorked, shelve, wasReloaded } from '../document/leave.ts';
import { ServerProblem } from '../document/server.ts';
import { openBoard } from '../document/session.ts';
import type { BoardSession } from '../document/session.ts';
import { clearWork, onSharing, sharing, takeWork } from '../document/sharing.ts';
import { Button } from '../parts/Button.tsx';
import { Loading, Notice } from '../parts/Notice.tsx';
import { PlainNote } from '../parts/PlainNote.tsx';
import { Caught } from '../parts/Caught.tsx';
import { later } from '../parts/later.ts';
import { BoardPlaces } from './BoardPlaces.tsx';
import { FullNote } from './FullNote.tsx';
import { LostBanner, LostPanel } from './LostPanel.tsx';
import { Page } from './Page.tsx';
import { boardAddress, go } from './routes.ts';
import type { Route } from './routes.ts';
import { loadMine } from './mine.ts';
import { Participations } from './Start.tsx';
import { useIsPhone } from './use-phone.ts';
import { sayError } from './use-load.ts';

const ScreenShared = later(() => import('./ScreenShared.tsx').then((all) => all.ScreenShared));

export type BoardRoute = Extract<Route, { kind: 'bord' }>;
type Opened =
  | { readonly kind: 'bezig' | 'weg' }
  | { readonly kind: 'kies'; readonly mine: readonly Participation[] }
  | { readonly kind: 'fout'; readonly zin: string }
  | { readonly kind: 'open'; readonly session: BoardSession };

/**
 * Opens the board of the address, for the participation that the address names. When others see this screen that is another opening: nothing of the one
 * before stays on the page.
 */
export function BoardPage({ route }: { route: BoardRoute }) {
  const { id, als = '', place } = route;
  const now = useSyncExternalStore(onSharing, () => sharing(id, als));
  const shares = now !== 'nee';
  const onlyTable = shares || place === 'groot-scherm';
  if (now === 'wisselt') return <Loading label={appWords.loading} />;
  return <Opening key={String(onlyTable)} route={route} onlyTable={onlyTable} shares={shares} />;
}

const tryAgainMs = 10_000;
type OpeningProps = { readonly route: BoardRoute; readonly onlyTable: boolean; readonly shares: boolean };

function Opening({ route, onlyTable, shares }: OpeningProps) {
  const [opened, setOpened] = useState<Opened>({ kind: 'bezig' });
  const [turn, setTurn] = useState(0);
  const { id, als, place } = route;
  useEffect(() => {
    let current = true;
    let session: BoardSession | undefined;
    const found = (next: Opened): void => {
      if (next.kind === 'open') session = next.session;
      if (current) setOpened(next);
      else session?.close();
    };
    open(id, als, onlyTable).then(found, (error: unknown) => found(failure(error)));
    return () => {
      current = false;
      if (session === undefined) return;
      // Somebody goes to another page of ours: unsent work waits on the shelf for the way back.
      shelve(session);
      session.close();
    };
  }, [id, als, onlyTable, turn]);
  const failed = opened.kind === 'fout';
  useEffect(() => {
    // A screen in a room has nobody who presses: every page tries again by itself.
    if (!failed) return undefined;
    const timer = setInterval(() => setTurn((now) => now + 1), tryAgainMs);
    return () => clearInterval(timer);
  }, [failed]);
  useEffect(() => {
    if (opened.kind === 'kies' && opened.mine.length === 1 && opened.mine[0] !== undefined)
      go(boardAddress(id, opened.mine[0].als, place), 'replace');
  }, [opened, id, place]);

  switch (opened.kind) {
    case 'bezig':
      return <Loading label={appWords.loading} />;
    case 'weg':
      return <Gone />;
    case 'kies':
      return (
        <Page title={pageWords.choose.title}>
          <p className="lead">{pageWords.choose.lead}</p>
          <Participations all={opened.mine} />
        </Page>
      );
    case 'fout':
      return (
        <Page title={appWords.name}>
          <Notice tone="zorg" problem>
            {opened.zin}
          </Notice>
          <div>
            <Button onPress={() => setTurn(turn + 1)}>{pageWords.errors.again}</Button>
          </div>
        </Page>
      );
    case 'open':
      return (
        <BoardProvider session={opened.session}>
          {/* Inside, so that the board stays open and what waits, or was being written, goes onto the shelf when the page is loaded again. */}
          <Caught>
            <Opened route={route} session={opened.session} shares={shares} />
          </Caught>
        </BoardProvider>
      );
  }
}

async function open(id: string, als: string | undefined, onlyTable: boolean): Promise<Opened> {
  if (als !== undefined) return { kind: 'open', session: await openWithShelf(id, als, onlyTable) };
  const mine = (await loadMine()).filter(({ board }) => board === id);
  return mine.length === 0 ? { kind: 'weg' } : { kind: 'kies', mine };
}

/** The shelf is emptied when the board is open: while the server is down the page may be loaded as often as one likes. */
async function openWithShelf(board: string, als: string, onlyTable: boolean): Promise<BoardSession> {
  const { work, lost } = takeWork(board, als, onlyTable);
  const session = await openBoard({ board, als, onlyTable, kept: work, keptLost: lost });
  clearWork(board, als, onlyTable);
  return session;
}

function failure(error: unknown): Opened {
  const closed = error instanceof ServerProblem && [401, 403, 404].includes(error.status);
  return closed ? { kind: 'weg' } : { kind: 'fout', zin: sayError(error) };
}

/** The same page whatever the reason: expired, revoked, or never there. */
function Gone() {
  return (
    <Page title={pageWords.gone.title}>
      <p className="lead">{pageWords.gone.text}</p>
    </Page>
  );
}

function Opened({ route, session, shares }: { route: BoardRoute; session: BoardSession; shares: boolean }) {
  const state = useSessionState();
  const ready = useReady('gedeeld');
  const isPhone = useIsPhone();
  const isScreen = session.answer.ik.rol === 'groot-scherm' || route.place === 'groot-scherm';
  useEffect(() => {
    document.documentElement.dataset['groep'] = groupOf(session.answer.ik.rol);
  }, [session]);
  useEffect(() => {
    if (ready) reloadWorked(session.id, session.als);
  }, [ready, session]);
  if (state === 'ingetrokken') return <Gone />;
  if (state === 'verouderd') return <Old session={session} />;
  if (!ready && session.zone('gedeeld') !== undefined) return <Loading label={appWords.loading} />;
  if (shares)
    return (
      <Suspense fallback={<Loading label={appWords.loading} />}>
        <ScreenShared />
      </Suspense>
    );
  if (isScreen) return <BoardPlaces route={route} />;
  return (
    <>
      <LostBanner />
      {!isPhone && <PlainNote />}
      <BoardPlaces route={route} />
      <FullNote />
    </>
  );
}

/** The page is too old for the server: it is loaded again by itself, once. When that did not help, it says so and waits for the person. */
function Old({ session }: { session: BoardSession }) {
  const [again] = useState(() => wasReloaded(session.id, session.als));
  useEffect(() => {
    if (!again) reloadWithWork(session);
  }, [again, session]);
  if (!again) return <Loading label={pageWords.old.title} />;
  const waits = Object.values(session.keep()).flat().length;
  return (
    <Page title={pageWords.old.title}>
      <p className="lead">{pageWords.old.again}</p>
      {waits > 0 && <Notice>{lostWords.onlyHere(waits)}</Notice>}
      <div>
        <Button look="action" icon="refresh" onPress={() => reloadWithWork(session)}>
          {pageWords.old.go}
        </Button>
      </div>
      {session.offered().length > 0 && <LostPanel />}
    </Page>
  );
}
