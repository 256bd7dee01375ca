import { useState } from 'react';
import type { ParticipantEntry } from '@samenbord/shared/wire/http.ts';
import { isProfessional } from '@samenbord/shared/access/roles.ts';
import { roleWords } from '@samenbord/shared/words/roles.ts';
import { whoCanWords } from '@samenbord/shared/words/zones.ts';
import { Icon } from '../parts/Icon.tsx';
import type { IconName } from '../parts/Icon.tsx';

/** Who can read what now, by name, for whoever has the regie. Who reads a trusted box is its owner's to know. */
export function WhoCan({ people }: { people: readonly ParticipantEntry[] }) {
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  const now = people.filter(({ ingetrokken, tot }) => ingetrokken !== true && (tot === undefined || tot >= today));
  const gone = people.filter((one) => !now.includes(one));
  const opens = (what: 'gedeeld' | 'team') => now.filter(({ opent }) => opent?.includes(what) === true);
  return (
    <section className="stack" aria-labelledby="wie-nu">
      <h2 id="wie-nu">{whoCanWords.title}</h2>
      <p>{whoCanWords.lead}</p>
      <Readers icon="people" title={whoCanWords.table} text={whoCanWords.tableNow} people={opens('gedeeld')} home />
      <Readers icon="team" title={whoCanWords.team} ground="zone-team" people={opens('team')} />
      <section className="panel zone-eigen">
        <h3 className="person-line">
          <Icon name="key" />
          {whoCanWords.boxes}
        </h3>
        <p>{whoCanWords.boxesText}</p>
      </section>
      {gone.length > 0 && <Readers icon="close" title={whoCanWords.gone} people={gone} />}
    </section>
  );
}

function Readers({
  icon,
  title,
  text,
  people,
  ground = '',
  home = false,
}: {
  icon: IconName;
  title: string;
  text?: string;
  people: readonly ParticipantEntry[];
  ground?: string;
  /** Say of family who reads it at home too. */
  home?: boolean;
}) {
  const sayHome = ({ rol, thuis }: ParticipantEntry): string =>
    home && thuis === true && !isProfessional(rol) ? ` (${whoCanWords.home})` : '';
  return (
    <section className={`panel ${ground}`}>
      <h3 className="person-line">
        <Icon name={icon} />
        {title}
      </h3>
      {text !== undefined && <p className="soft">{text}</p>}
      {people.length === 0 ? (
        <p>{whoCanWords.none}</p>
      ) : (
        <ul className="who-names">
          {people.map((one) => (
            <li key={one.id}>
              {one.naam}
              <span className="soft">{`, ${roleWords[one.rol]}${sayHome(one)}`}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
