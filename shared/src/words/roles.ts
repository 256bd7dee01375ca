import type { Role } from '../access/roles.ts';

/** What a role is called where people read it. */
export const roleWords: Readonly<Record<Role, string>> = {
  casusregisseur: 'casusregisseur (leidt het overleg)',
  'medewerker-lt': 'medewerker van het lokaal team',
  'medewerker-gi': 'medewerker van de gecertificeerde instelling (jeugdbescherming)',
  gedragswetenschapper: 'gedragswetenschapper',
  hulpverlener: 'hulpverlener',
  'ouder-met-gezag': 'ouder met gezag',
  'ouder-zonder-gezag': 'ouder zonder gezag',
  jeugdige: 'kind of jongere',
  netwerk: 'familie, vriend of bekende',
  facilitator: 'begeleider van het gesprek',
  'groot-scherm': 'groot scherm in de kamer',
  waarnemer: 'kijkt mee',
};
