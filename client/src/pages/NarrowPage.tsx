import { isProfessional } from '@samenbord/shared/access/roles.ts';
import { leads } from '@samenbord/shared/access/zones.ts';
import { appWords } from '@samenbord/shared/words/app.ts';
import { asItWasWords } from '@samenbord/shared/words/history.ts';
import { useBoardSession } from '../document/context.tsx';
import { Button } from '../parts/Button.tsx';
import { PlainNote } from '../parts/PlainNote.tsx';
import { QuickExit } from '../parts/QuickExit.tsx';
import { AnalysisPage } from './AnalysisPage.tsx';
import { HistoryPage } from './HistoryPage.tsx';
import { NarrowZone } from './NarrowZone.tsx';
import { boardAddress, go } from './routes.ts';
import type { BoardPlace } from './routes.ts';
import { TablePage } from './TablePage.tsx';

/** The table, the analysis and the zones beside the table on a phone: one column, the way back at the top. */
export function NarrowPage({
  place,
  vak,
}: {
  place: Exclude<BoardPlace, 'bord' | 'groot-scherm'>;
  vak: string | undefined;
}) {
  const session = useBoardSession();
  if (place === 'vak' || place === 'vertrouwen') return <NarrowZone place={place} zone={vak ?? session.ownZone} />;
  return (
    <main className="page">
      <div className="page-head">
        <Button icon="back" onPress={() => go(boardAddress(session.id, session.als))}>
          {appWords.back}
        </Button>
        {!isProfessional(session.answer.ik.rol) && <QuickExit forget={session.close} />}
      </div>
      <PlainNote />
      <h1 className="only-heard">{session.answer.titel}</h1>
      {place === 'tafel' && leads(session.actor) && (
        <div>
          <Button icon="clock" onPress={() => go(boardAddress(session.id, session.als, 'eerder'))}>
            {asItWasWords.title}
          </Button>
        </div>
      )}
      {place === 'tafel' ? <TablePage /> : place === 'eerder' ? <HistoryPage /> : <AnalysisPage />}
    </main>
  );
}
