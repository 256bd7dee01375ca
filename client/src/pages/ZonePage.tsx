import { useState } from 'react';
import { ofType } from '@samenbord/shared/board/board.ts';
import { thingTypes } from '@samenbord/shared/board/things.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { sayList } from '@samenbord/shared/words/dates.ts';
import { thingWords } from '@samenbord/shared/words/things.ts';
import { zoneLeads, zonePage, zoneWho } from '@samenbord/shared/words/zones.ts';
import { useBoard, useBoardSession, useNames, useReady } from '../document/context.tsx';
import { Danger } from '../parts/Danger.tsx';
import { Button } from '../parts/Button.tsx';
import { Card } from '../parts/Card.tsx';
import { Icon } from '../parts/Icon.tsx';
import { EmptyState, Loading } from '../parts/Notice.tsx';
import { sayThing } from '../parts/PersonPicker.tsx';
import { UnknownCards } from '../parts/UnknownCards.tsx';
import { zoneLook } from '../parts/zone-look.ts';
import type { ZoneLook } from '../parts/zone-look.ts';
import { useZoneReaders } from '../parts/zone-readers.ts';
import type { ZoneReaders } from '../parts/zone-readers.ts';
import { boardAddress, go } from './routes.ts';
import { sayState } from './safety.ts';
import { WriteHere } from './WriteHere.tsx';

/** All of one zone beside the table, on its own ground: what it is, who reads it by name, what stands there by kind, and writing something down. */
export function ZonePage({ zone, onOpen }: { zone: string; onOpen: (id: string) => void }) {
  const session = useBoardSession();
  const look = zoneLook(zone, session.answer);
  const readers = useZoneReaders(zone);
  const isPrivate = look.kind === 'eigen' || look.kind === 'vertrouwd';
  const mine = zone === `vertrouwd:${session.als}`;
  if (session.zone(zone) === undefined)
    return (
      <div className="page">
        <h1>{zonePage.closed}</h1>
        <p>{zonePage.closedText}</p>
      </div>
    );
  return (
    <div className={`zone-page ${look.className}`}>
      <div className="page">
        <header className="zone-head">
          <h1>
            <Icon name={look.icon} size={28} />
            {look.name}
          </h1>
          <p>{leadOf(look)}</p>
          <Who look={look} readers={readers} />
          {mine && (
            <div>
              <Button icon="key" onPress={() => go(boardAddress(session.id, session.als, 'vertrouwen'))}>
                {zonePage.choose}
              </Button>
            </div>
          )}
          {isPrivate && <Danger reads />}
        </header>
        <ZoneCards zone={zone} look={look} readers={readers} onOpen={onOpen} />
      </div>
    </div>
  );
}

function leadOf({ kind, owner }: ZoneLook): string {
  if (kind === 'vertrouwd') return owner === undefined ? zoneLeads.vertrouwd : zoneLeads.vertrouwdVan(owner);
  return kind === 'gedeeld' ? '' : zoneLeads[kind];
}

/** Their names, not how many they are. */
function Who({ look, readers: { people, error } }: { look: ZoneLook; readers: ZoneReaders }) {
  if (look.kind === 'eigen') return null;
  const names = people?.map(({ naam }) => naam);
  return (
    <p className="zone-who-line">
      <Icon name="eye" />
      <span>
        <strong>{zoneWho.title} </strong>
        {error ?? (names === undefined ? zoneWho.loading : `${sayList(names)}.`)}
        {names?.length === 1 && look.kind === 'vertrouwd' && ` ${zoneWho.nobodyYet}`}
      </span>
    </p>
  );
}

type ZoneCardsProps = {
  readonly zone: string;
  readonly look: ZoneLook;
  readonly readers: ZoneReaders;
  readonly onOpen: (id: string) => void;
};

/** What stands in a zone, by kind, and the way to add to it. */
export function ZoneCards({ zone, look, readers, onOpen }: ZoneCardsProps) {
  const board = useBoard(zone);
  const ready = useReady(zone);
  const shared = useBoard('gedeeld');
  const names = useZoneNames(zone, readers);
  const [off, setOff] = useState(false);
  if (!ready) return <Loading label={zoneWho.loading} />;
  const filled = thingTypes.filter((type) => ofType(board, type).length > 0);
  const away = [...board.things.values()].filter(({ weg }) => weg);
  const card = (thing: Thing) => (
    <Card
      key={thing.id}
      thing={thing}
      text={thing.type === 'veiligheidsstatus' ? sayState(thing, names.personName) : sayThing(board, thing)}
      nameOf={names.nameOf}
      personName={names.personName}
      onPress={() => onOpen(thing.id)}
      {...(look.kind === 'gedeeld' ? {} : { zone: look })}
      about={sayAbout(thing, names.personName, shared.things.has.bind(shared.things))}
    />
  );
  return (
    <>
      <WriteHere zone={zone} look={look} readers={readers} />
      {filled.length === 0 && <EmptyState icon={look.icon}>{emptyOf(look)}</EmptyState>}
      {filled.map((type) => (
        <section key={type} className="stack">
          <h2 className="zone-kind">{thingWords[type].meervoud}</h2>
          {newestFirst(ofType(board, type)).map(card)}
        </section>
      ))}
      <UnknownCards board={board} />
      {away.length > 0 && look.kind !== 'eigen' && (
        <details open={off} onToggle={(event) => setOff(event.currentTarget.open)}>
          <summary>{zonePage.offHere}</summary>
          {off && <div className="stack">{away.map(card)}</div>}
        </details>
      )}
    </>
  );
}

/** What has a day stands with the newest on top. */
const newestFirst = (things: readonly Thing[]): Thing[] => things.toSorted((a, b) => dayOf(b).localeCompare(dayOf(a)));
const dayOf = (thing: Thing): string => (thing.type === 'veiligheidsstatus' ? (thing.datum ?? '') : '');

/** About whom it is, when it points at people of the table. */
function sayAbout(
  thing: Thing,
  personName: (id: string | undefined) => string,
  isThere: (id: string) => boolean,
): string | undefined {
  const over = 'over' in thing && Array.isArray(thing.over) ? thing.over.filter(isThere) : [];
  return over.length === 0 ? undefined : sayList(over.map((id) => personName(id)));
}

function emptyOf({ kind, owner }: ZoneLook): string {
  if (kind === 'team') return zonePage.emptyTeam;
  if (kind !== 'vertrouwd') return zonePage.emptyEigen;
  return owner === undefined ? zonePage.emptyVertrouwd : zonePage.emptyVertrouwdVan(owner);
}

/** Names under cards: of who reads this zone too, and never sat at the table perhaps. */
export function useZoneNames(zone: string, { people }: ZoneReaders) {
  const names = useNames(zone);
  const { als } = useBoardSession();
  return {
    personName: names.personName,
    nameOf: (id: string | undefined): string => {
      const known = id === als ? undefined : people?.find((one) => one.id === id)?.naam;
      return known ?? names.nameOf(id);
    },
  };
}
