// The canvas alone, on the real document room: what the shell puts around it later is not here.
import { lazy, Suspense, useState } from 'react';
import { createRoot } from 'react-dom/client';
import '@fontsource/atkinson-hyperlegible-next/400.css';
import '@fontsource/atkinson-hyperlegible-next/600.css';
import { BoardProvider } from '@samenbord/client/document/context.tsx';
import { openBoard } from '@samenbord/client/document/session.ts';
import { applyTokens } from '@samenbord/client/parts/tokens.ts';
import './harness.css';

const CanvasPage = lazy(() => import('@samenbord/client/canvas/CanvasPage.tsx'));
const asked = new URLSearchParams(location.search);
const als = asked.get('als') ?? '';

function Harness({ session }) {
  const [view, setView] = useState(asked.get('view') ?? 'genogram');
  return (
    <BoardProvider session={session}>
      <Suspense fallback={<p>Even wachten …</p>}>
        <CanvasPage
          zone={asked.get('zone') ?? 'gedeeld'}
          view={view}
          onView={setView}
          onSelect={(ids) => {
            window.chosen = ids;
          }}
          readOnly={asked.has('kijk')}
        />
      </Suspense>
    </BoardProvider>
  );
}

applyTokens();
const session = await openBoard({ board: 'bord', als });
window.session = session;
createRoot(document.getElementById('root')).render(<Harness session={session} />);
