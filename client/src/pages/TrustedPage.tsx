import { groupOf } from '@samenbord/shared/access/roles.ts';
import { trustedWords } from '@samenbord/shared/words/zones.ts';
import { useBoardSession } from '../document/context.tsx';
import { Danger } from '../parts/Danger.tsx';
import { Button } from '../parts/Button.tsx';
import { EmptyState } from '../parts/Notice.tsx';
import { go, zoneAddress } from './routes.ts';
import { TrustedChoice } from './TrustedChoice.tsx';

/** Whom I trust: which professionals read my trusted box, letting one read along or no longer, and what is promised about it. */
export function TrustedPage() {
  const session = useBoardSession();
  const zone = `vertrouwd:${session.als}`;
  const { rol } = session.answer.ik;
  if (session.zone(zone) === undefined) return <EmptyState icon="key">{trustedWords.notYours}</EmptyState>;
  const promise = rol === 'jeugdige' ? trustedWords.promise.youth : trustedWords.promise.family;
  return (
    <>
      <header className="zone-head">
        <h1>{trustedWords.title}</h1>
        <p className="lead">{trustedWords.lead}</p>
        <div>
          <Button icon="key" onPress={() => go(zoneAddress(session.id, session.als, zone))}>
            {trustedWords.open}
          </Button>
        </div>
      </header>
      <TrustedChoice />
      {groupOf(rol) === 'familie' && (
        <section className="panel zone-vertrouwd" aria-labelledby="belofte">
          <h2 id="belofte">{trustedWords.promise.title}</h2>
          <ul className="promise">
            {promise.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      )}
      <Danger reads />
    </>
  );
}
