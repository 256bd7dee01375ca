import { useState } from 'react';
import { zonePage } from '@samenbord/shared/words/zones.ts';
import { useBoardSession } from '../document/context.tsx';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import { zoneLook } from '../parts/zone-look.ts';
import { useZoneReaders } from '../parts/zone-readers.ts';
import { go, zoneAddress } from './routes.ts';
import { ThingPanel } from './ThingPanel.tsx';
import { ZoneCards } from './ZonePage.tsx';

/** What the team wrote, beside the canvas of the table: on its own ground, so that nobody takes it for what lies on the table. */
export function TeamPanel() {
  const session = useBoardSession();
  const look = zoneLook('team', session.answer);
  const readers = useZoneReaders('team');
  const [shown, setShown] = useState<string | undefined>(undefined);
  return (
    <section className="team-part zone-team" aria-label={look.name}>
      <h2>{zonePage.drawer}</h2>
      {shown === undefined ? (
        <>
          <ZoneCards zone="team" look={look} readers={readers} onOpen={setShown} />
          <div>
            <Button icon={look.icon} onPress={() => go(zoneAddress(session.id, session.als, 'team'))}>
              {zonePage.drawerOpen}
            </Button>
          </div>
        </>
      ) : (
        <>
          <div>
            <Button icon="back" onPress={() => setShown(undefined)}>
              {zonePage.drawerBack}
            </Button>
          </div>
          <ThingPanel zone="team" id={shown} onGone={() => setShown(undefined)} />
        </>
      )}
      <p className="soft">
        <Icon name={look.icon} size={18} /> {look.name}
      </p>
    </section>
  );
}
