import { useState } from 'react';
import { zoneWords } from '@samenbord/shared/words/app.ts';
import { sayList } from '@samenbord/shared/words/dates.ts';
import { zoneWho } from '@samenbord/shared/words/zones.ts';
import { useBoardSession } from '../document/context.tsx';
import { Danger } from './Danger.tsx';
import { Dialog } from './Dialog.tsx';
import { Icon } from './Icon.tsx';
import { Notice } from './Notice.tsx';
import { zoneLook } from './zone-look.ts';
import type { ZoneLook } from './zone-look.ts';
import { useZoneReaders } from './zone-readers.ts';
import type { ZoneReaders } from './zone-readers.ts';

export type ZoneMarkProps = {
  /** Nothing while something is made that is in no zone yet. */
  readonly zone: string | undefined;
};

/** Where am I, and who can see this: recognised by colour and icon before it is read; pressing it names everybody. */
export function ZoneMark({ zone }: ZoneMarkProps) {
  return zone === undefined ? <OnlyHereMark /> : <Mark zone={zone} />;
}

function Mark({ zone }: { zone: string }) {
  const session = useBoardSession();
  const look = zoneLook(zone, session.answer);
  const [open, setOpen] = useState(false);
  const readers = useZoneReaders(zone, open);
  // A box that somebody closed to us is no place to be any more.
  if (zone !== 'gedeeld' && session.zone(zone) === undefined) return null;
  return (
    <>
      <button type="button" className={`zone-mark ${look.className}`} onClick={() => setOpen(true)}>
        <Icon name={look.icon} size={18} />
        <strong>{look.name}</strong>
        <span className="zone-who">{sayInShort(look, readers)}</span>
      </button>
      <Dialog title={zoneWho.title} open={open} onClose={() => setOpen(false)}>
        <p className={`zone-mark zone-mark-still ${look.className}`}>
          <Icon name={look.icon} size={18} />
          <strong>{look.name}</strong>
        </p>
        <ZoneReadersList zone={zone} readers={readers} />
      </Dialog>
    </>
  );
}

/** Two names at most on the mark itself; more are a number there, and names when it is pressed. */
function sayInShort({ kind }: ZoneLook, { people }: ZoneReaders): string {
  if (kind === 'eigen') return zoneWords.eigenWho;
  if (people === undefined) return '';
  if (people.length === 1 && kind === 'vertrouwd') return zoneWho.onlyYou;
  const names = people.map(({ naam }) => naam);
  return names.length <= 3 && kind !== 'gedeeld' ? sayList(names) : zoneWords.gedeeldWho(names.length);
}

/** "Wie ziet dit?" where it is asked inside something else: the same names. */
export function WhoSeesZone({ zone }: { zone: string }) {
  return <ZoneReadersList zone={zone} readers={useZoneReaders(zone)} />;
}

function ZoneReadersList({ zone, readers: { people, screen, error } }: { zone: string; readers: ZoneReaders }) {
  if (zone.startsWith('eigen:')) {
    return (
      <>
        <WhoSees own people={[]} screen={false} />
        <Danger reads />
      </>
    );
  }
  if (error !== undefined) {
    return (
      <Notice tone="zorg" problem>
        {error}
      </Notice>
    );
  }
  if (people === undefined) return <p className="soft">{zoneWho.loading}</p>;
  if (zone.startsWith('vertrouwd:') && people.length === 1) return <p>{zoneWho.nobodyYet}</p>;
  return <WhoSees own={false} people={people} screen={screen} />;
}

/** A card that is being composed is in no zone yet. */
function OnlyHereMark() {
  return (
    <p className="zone-mark zone-mark-still zone-eigen">
      <Icon name="lock" size={18} />
      <strong>{zoneWords.onlyHere}</strong>
      <span className="zone-who">{zoneWords.onlyHereWho}</span>
    </p>
  );
}

type WhoSeesProps = {
  own: boolean;
  /** Who can see this, by name and what they are. */
  people: readonly { readonly naam: string; readonly rol?: string }[];
  /** It stands on the big screen in the room as well. That is no person. */
  screen: boolean;
};

/** The names of everybody who can see this. */
export function WhoSees({ own, people, screen }: WhoSeesProps) {
  if (own) return <p>{zoneWords.eigenWho}.</p>;
  return (
    <>
      <p>{zoneWords.gedeeldWho(people.length)}:</p>
      <ul className="plain-list">
        {people.map(({ naam, rol }) => (
          <li key={`${naam} ${rol ?? ''}`} className="person-line">
            <Icon name="person" />
            <span>
              {naam}
              {rol !== undefined && <small className="soft">{rol}</small>}
            </span>
          </li>
        ))}
      </ul>
      {screen && (
        <p className="person-line">
          <Icon name="screen" />
          {zoneWords.screenToo}
        </p>
      )}
    </>
  );
}
