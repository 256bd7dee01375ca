import { readZone } from '@samenbord/shared/access/zones.ts';
import type { BoardAnswer } from '@samenbord/shared/wire/http.ts';
import { zoneNames } from '@samenbord/shared/words/zones.ts';
import type { IconName } from './Icon.tsx';

/** A zone that people write in. */
export type ZoneKind = 'gedeeld' | 'eigen' | 'vertrouwd' | 'team';

/** How a zone is recognised before it is read: ground, edge, icon; and then its name. */
export type ZoneLook = {
  readonly kind: ZoneKind;
  readonly icon: IconName;
  readonly className: string;
  readonly name: string;
  /** Of a trusted box of somebody else: whose. */
  readonly owner?: string;
};

const icons: Readonly<Record<ZoneKind, IconName>> = {
  gedeeld: 'people',
  eigen: 'lock',
  vertrouwd: 'key',
  team: 'team',
};

/** Takes the name of a zone and what the server said about the board, gives how it looks. */
export function zoneLook(zone: string, { ik, zones }: Pick<BoardAnswer, 'ik' | 'zones'>): ZoneLook {
  const read = readZone(zone);
  const kind: ZoneKind =
    read === undefined || read.kind === 'tafel' || read.kind === 'tafel-van' ? 'gedeeld' : read.kind;
  const look = { kind, icon: icons[kind], className: `zone-${kind}` };
  if (kind !== 'vertrouwd' || read === undefined || !('owner' in read) || read.owner === ik.id)
    return { ...look, name: zoneNames[kind] };
  const owner = zones.find((entry) => entry.zone === zone)?.van?.naam ?? '';
  return { ...look, name: zoneNames.vertrouwdVan(owner), owner };
}
