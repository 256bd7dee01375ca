import { useState } from 'react';
import { standsIn } from '@samenbord/shared/access/standing.ts';
import { readZone } from '@samenbord/shared/access/zones.ts';
import { definitionOf, fieldOf, isThingType, thingTypes } from '@samenbord/shared/board/things.ts';
import type { ThingType } from '@samenbord/shared/board/things.ts';
import { sayList } from '@samenbord/shared/words/dates.ts';
import { thingWords } from '@samenbord/shared/words/things.ts';
import { zonePage } from '@samenbord/shared/words/zones.ts';
import { useBoardSession, useMay } from '../document/context.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { Icon } from '../parts/Icon.tsx';
import { MenuButton } from '../parts/MenuButton.tsx';
import { NewThingForm } from '../parts/ThingForm.tsx';
import type { ZoneLook } from '../parts/zone-look.ts';
import type { ZoneReaders } from '../parts/zone-readers.ts';

/** What one writes for oneself or for a few: words. The facts of the family are made at the table. A card without a further meaning comes first. */
const ownTypes: readonly ThingType[] = [
  'notitie',
  ...thingTypes.filter(
    (type) =>
      type !== 'notitie' &&
      type !== 'reactie' &&
      type !== 'relatielijn' &&
      type !== 'verband' &&
      fieldOf(type, definitionOf(type).main)?.class === 'woorden',
  ),
];

/** Writes something down in this zone. Who will read it stands above the form, before a word is typed. */
export function WriteHere({ zone, look, readers }: { zone: string; look: ZoneLook; readers: ZoneReaders }) {
  const session = useBoardSession();
  const may = useMay(zone);
  const [making, setMaking] = useState<ThingType | undefined>(undefined);
  const by = session.actor.id;
  const here = readZone(zone);
  const makeable = ownTypes.filter(
    (type) => here !== undefined && standsIn(type, here) && may({ kind: 'create', thing: { type, by } }) === undefined,
  );
  if (makeable.length === 0) return null;
  const others = readers.people?.filter(({ ik }) => !ik).map(({ naam }) => naam) ?? [];
  return (
    <>
      <div>
        <MenuButton
          label={look.kind === 'team' ? zonePage.addTeam : zonePage.add}
          icon="plus"
          look="action"
          items={makeable.map((id) => ({ id, label: thingWords[id].naam, hint: thingWords[id].hint }))}
          onChoose={(id) => setMaking(isThingType(id) ? id : undefined)}
        />
      </div>
      <Dialog
        title={making === undefined ? '' : thingWords[making].naam}
        open={making !== undefined}
        onClose={() => setMaking(undefined)}
      >
        {making !== undefined && (
          <>
            <p className={`zone-mark zone-mark-still ${look.className}`}>
              <Icon name={look.icon} size={18} />
              <strong>{look.name}</strong>
              {others.length > 0 && <span className="zone-who">{zonePage.readBy(sayList(others))}</span>}
            </p>
            <NewThingForm
              zone={zone}
              type={making}
              keep={{ label: keepLabel(look, others), icon: look.icon }}
              onDone={() => setMaking(undefined)}
            />
          </>
        )}
      </Dialog>
    </>
  );
}

function keepLabel({ kind, owner }: ZoneLook, others: readonly string[]): string {
  if (kind === 'team') return zonePage.keepTeam;
  if (kind !== 'vertrouwd') return zonePage.keepEigen;
  return owner === undefined ? zonePage.keepVertrouwd(sayList(others)) : zonePage.keepVertrouwdVan(owner);
}
