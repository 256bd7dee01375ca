import { useState } from 'react';
import { isProfessional } from '@samenbord/shared/access/roles.ts';
import { appWords } from '@samenbord/shared/words/app.ts';
import { useBoardSession, useSaved } from '../document/context.tsx';
import { Button } from '../parts/Button.tsx';
import { QuickExit } from '../parts/QuickExit.tsx';
import { SavedMark } from '../parts/SavedMark.tsx';
import { zoneLook } from '../parts/zone-look.ts';
import { ZoneMark } from '../parts/ZoneMark.tsx';
import { boardAddress, go } from './routes.ts';
import { ThingPanel } from './ThingPanel.tsx';
import { TrustedPage } from './TrustedPage.tsx';
import { ZonePage } from './ZonePage.tsx';

/** A zone beside the table, or whom I trust, on a phone: where I am at the top, one thing at a time, back always works. */
export function NarrowZone({ place, zone }: { place: 'vak' | 'vertrouwen'; zone: string }) {
  const session = useBoardSession();
  const saved = useSaved();
  const [shown, setShown] = useState<string | undefined>(undefined);
  const here = place === 'vertrouwen' ? `vertrouwd:${session.als}` : zone;
  const look = zoneLook(here, session.answer);
  const back = (): void => {
    if (shown === undefined) go(boardAddress(session.id, session.als));
    else setShown(undefined);
  };
  return (
    <main className={`narrow-zone ${look.className}`}>
      <div className="narrow-zone-top">
        <Button icon="back" onPress={back}>
          {appWords.back}
        </Button>
        {!isProfessional(session.answer.ik.rol) && <QuickExit forget={session.close} />}
      </div>
      <div className="narrow-zone-marks">
        {(place === 'vertrouwen' || shown !== undefined) && <ZoneMark zone={here} />}
        <SavedMark saved={saved} />
      </div>
      {place === 'vertrouwen' && (
        <div className="page">
          <TrustedPage />
        </div>
      )}
      {place === 'vak' && shown === undefined && <ZonePage zone={zone} onOpen={setShown} />}
      {place === 'vak' && shown !== undefined && (
        <div className="page narrow-thing">
          <h1 className="only-heard">{look.name}</h1>
          <ThingPanel zone={zone} id={shown} onGone={() => setShown(undefined)} />
        </div>
      )}
    </main>
  );
}
