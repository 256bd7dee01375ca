import { groupOf } from '@samenbord/shared/access/roles.ts';
import type { Role } from '@samenbord/shared/access/roles.ts';
import { useTable } from '../document/context.tsx';
import { usePresent } from '../document/meeting.ts';

/** The roles of everybody who sits at the table now and may write a card. */
export function useRolesHere(): readonly { readonly rol: Role }[] {
  const present = usePresent();
  const { deelnemers } = useTable();
  return deelnemers.filter(({ id, rol }) => present.includes(id) && groupOf(rol) !== 'kijker');
}
