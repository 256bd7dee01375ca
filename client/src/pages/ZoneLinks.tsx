import { useSyncExternalStore } from 'react';
import { trustedWords, zoneLinkWords } from '@samenbord/shared/words/zones.ts';
import { useBoardSession } from '../document/context.tsx';
import { Button } from '../parts/Button.tsx';
import { zoneLook } from '../parts/zone-look.ts';
import { boardAddress, go, zoneAddress } from './routes.ts';

/** On a phone: the ways to the zones beside the table and the own box, each with its own look, and to whom I trust. */
export function ZoneLinks() {
  const session = useBoardSession();
  const { id, als } = session;
  const mine = `vertrouwd:${als}`;
  const names = useSyncExternalStore(session.listeners.add, () => session.zones.join(' '));
  const beside = names.split(' ').filter((name) => name === 'team' || name.startsWith('vertrouwd:'));
  if (beside.length === 0) return null;
  return (
    <section className="list-section" aria-labelledby="vakken">
      <h2 id="vakken">{zoneLinkWords.title}</h2>
      {beside.map((name) => {
        const look = zoneLook(name, session.answer);
        return (
          <div key={name} className={`zone-link ${look.className}`}>
            <Button icon={look.icon} wide onPress={() => go(zoneAddress(id, als, name))}>
              {look.name}
            </Button>
          </div>
        );
      })}
      {beside.includes(mine) && (
        <Button icon="people" wide onPress={() => go(boardAddress(id, als, 'vertrouwen'))}>
          {trustedWords.title}
        </Button>
      )}
    </section>
  );
}
