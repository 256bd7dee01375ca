import { isProfessional } from '@samenbord/shared/access/roles.ts';
import { appWords } from '@samenbord/shared/words/app.ts';
import { useBoardSession } from '../document/context.tsx';
import { Button } from '../parts/Button.tsx';
import { QuickExit } from '../parts/QuickExit.tsx';
import { AnalysisPage } from './AnalysisPage.tsx';
import { boardAddress, go } from './routes.ts';
import { TablePage } from './TablePage.tsx';

/** The table and the analysis on a phone: one column, the way back at the top. */
export function NarrowPage({ place }: { place: 'tafel' | 'analyse' }) {
  const session = useBoardSession();
  return (
    <main className="page">
      <div className="page-head">
        <Button icon="back" onPress={() => go(boardAddress(session.id, session.als))}>
          {appWords.back}
        </Button>
        {!isProfessional(session.answer.ik.rol) && <QuickExit forget={session.close} />}
      </div>
      <h1 className="only-heard">{session.answer.titel}</h1>
      {place === 'tafel' ? <TablePage /> : <AnalysisPage />}
    </main>
  );
}
