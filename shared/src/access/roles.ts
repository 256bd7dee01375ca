import * as z from 'zod';

export const roles = [
  'casusregisseur',
  'medewerker-lt',
  'medewerker-gi',
  'gedragswetenschapper',
  'hulpverlener',
  'ouder-met-gezag',
  'ouder-zonder-gezag',
  'jeugdige',
  'netwerk',
  'facilitator',
  'groot-scherm',
  'waarnemer',
] as const;
export const role = z.enum(roles);
export type Role = z.infer<typeof role>;

/** Professionals change the facts of the table; family and network add and change their own cards; the rest only look. */
export type Group = 'professional' | 'familie' | 'kijker';

const groups: Readonly<Record<Role, Group>> = {
  casusregisseur: 'professional',
  'medewerker-lt': 'professional',
  'medewerker-gi': 'professional',
  gedragswetenschapper: 'professional',
  hulpverlener: 'professional',
  'ouder-met-gezag': 'familie',
  'ouder-zonder-gezag': 'familie',
  jeugdige: 'familie',
  netwerk: 'familie',
  facilitator: 'kijker',
  'groot-scherm': 'kijker',
  waarnemer: 'kijker',
};

export const groupOf = (rol: Role): Group => groups[rol];
export const isProfessional = (rol: Role): boolean => groups[rol] === 'professional';
