import { useState } from 'react';
import { zoneWords } from '@samenbord/shared/words/app.ts';
import { Dialog } from './Dialog.tsx';
import { Icon } from './Icon.tsx';

export type ZoneMarkProps = {
  /** Nothing while something is made that is in no zone yet. */
  readonly zone: string | undefined;
  /** Who can see this, by name and what they are. */
  readonly people: readonly { readonly naam: string; readonly rol?: string }[];
  /** It stands on the big screen in the room as well. That is no person. */
  readonly screen: boolean;
};

/** Where am I, and who can see this: recognised by colour and icon before it is read; pressing it names everybody. */
export function ZoneMark({ zone, people, screen }: ZoneMarkProps) {
  const [open, setOpen] = useState(false);
  if (zone === undefined) return <OnlyHereMark />;
  const own = zone.startsWith('eigen');
  return (
    <>
      <button type="button" className={`zone-mark ${own ? 'zone-own' : 'zone-shared'}`} onClick={() => setOpen(true)}>
        <Icon name={own ? 'lock' : 'people'} size={18} />
        <strong>{own ? zoneWords.eigen : zoneWords.gedeeld}</strong>
        <span className="zone-who">{own ? zoneWords.eigenWho : zoneWords.gedeeldWho(people.length)}</span>
      </button>
      <Dialog title={zoneWords.whoTitle} open={open} onClose={() => setOpen(false)}>
        <WhoSees own={own} people={people} screen={screen} />
      </Dialog>
    </>
  );
}

/** A card that is being composed is in no zone yet. */
function OnlyHereMark() {
  return (
    <p className="zone-mark zone-own">
      <Icon name="lock" size={18} />
      <strong>{zoneWords.onlyHere}</strong>
      <span className="zone-who">{zoneWords.onlyHereWho}</span>
    </p>
  );
}

/** The names of everybody who can see this. */
export function WhoSees({ own, people, screen }: { own: boolean } & Omit<ZoneMarkProps, 'zone'>) {
  if (own) {
    return (
      <>
        <p>{zoneWords.eigenWho}.</p>
        <p className="soft">{zoneWords.eigenWarning}</p>
      </>
    );
  }
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
