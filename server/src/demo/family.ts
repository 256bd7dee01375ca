import { usuallyOpens } from '@samenbord/shared/access/zones.ts';
import { familyTriangle } from './family-caf.ts';
import { familyCircle } from './family-circle.ts';
import { familyDecisions, familyHelp } from './family-help.ts';
import { familyPattern } from './family-pattern.ts';
import { familyPeople } from './family-people.ts';
import { familyPlan } from './family-plan.ts';
import { familySafety, familyStates } from './family-safety.ts';
import { familyEvents } from './family-timeline.ts';
import { familyReactions, familyWords } from './family-words.ts';
import type { ExampleFamily } from './seed.ts';

type ExampleParticipant = ExampleFamily['deelnemers'][number];
const participant = (
  id: string,
  naam: string,
  rol: ExampleParticipant['rol'],
  who: Partial<ExampleParticipant> & Pick<ExampleParticipant, 'grondslag'>,
): ExampleParticipant => ({
  id,
  naam,
  rol,
  opent: usuallyOpens(rol),
  geinformeerd: 'geinformeerd',
  geinformeerdOp: '2026-10-08',
  ...who,
});

const participants: readonly ExampleParticipant[] = [
  participant('pkarim', 'Karim', 'casusregisseur', { organisatie: 'Lokaal team', grondslag: 'wettelijke-plicht' }),
  participant('pmarloes', 'Marloes', 'medewerker-gi', {
    organisatie: 'Gecertificeerde instelling',
    grondslag: 'wettelijke-plicht',
  }),
  participant('pilse', 'Ilse', 'gedragswetenschapper', {
    organisatie: 'Lokaal team',
    grondslag: 'directe-betrokkenheid',
  }),
  participant('pjoost', 'Joost', 'hulpverlener', {
    organisatie: 'Jeugdhulp in de buurt',
    grondslag: 'toestemming',
    geinformeerd: 'gevraagd',
  }),
  participant('pnadia', 'Nadia', 'ouder-met-gezag', { persoon: 'nadia', grondslag: 'betrokkene-zelf' }),
  participant('pruben', 'Ruben', 'ouder-zonder-gezag', {
    persoon: 'ruben',
    grondslag: 'betrokkene-zelf',
    geinformeerd: 'gevraagd',
  }),
  participant('psanne', 'Sanne', 'jeugdige', { persoon: 'sanne', grondslag: 'betrokkene-zelf' }),
  participant('perik', 'Erik', 'netwerk', { persoon: 'erik', grondslag: 'toestemming', geinformeerd: 'gevraagd' }),
  participant('pfatma', 'Fatma', 'netwerk', { persoon: 'fatma', grondslag: 'toestemming', geinformeerd: 'gevraagd' }),
  participant('panneke', 'Anneke', 'netwerk', { persoon: 'anneke', grondslag: 'directe-betrokkenheid' }),
  participant('pwilma', 'Wilma', 'facilitator', {
    opent: ['gedeeld'],
    organisatie: 'Lokaal team',
    grondslag: 'toestemming',
    geinformeerd: 'gevraagd',
  }),
  participant('pscherm', 'Groot scherm', 'groot-scherm', { opent: ['gedeeld'], grondslag: 'eigen-werkinstructie' }),
];

/**
 * The invented family of the first start: rich enough to show every view and every part of the analysis. Nobody in it exists; there are no
 * addresses, numbers or names of schools. Ages fit 22 November 2026.
 */
export function exampleFamily(): ExampleFamily {
  return {
    titel: 'Het gezin van Sanne en Milan',
    feiten: {
      regie: [
        { organisatie: 'Lokaal team', naam: 'Tessa', sinds: '2023-05-01', grondslag: 'vrijwillige hulp' },
        {
          organisatie: 'Lokaal team',
          naam: 'Karim',
          sinds: '2026-10-01',
          grondslag:
            'afgesproken met de gecertificeerde instelling voor het hele gezin; voor Milan blijft de uitvoering bij Marloes',
        },
      ],
      kaders: [
        { kind: 'sanne', kader: 'product-2a', sinds: '2026-10-08', toelichting: 'Nadia is het ermee eens' },
        { kind: 'milan', kader: 'ots', sinds: '2025-03-18', toelichting: 'verlengd tot maart 2027' },
      ],
    },
    deelnemers: participants,
    things: [
      ...familyPeople,
      ...familyCircle,
      ...familyEvents,
      ...familyDecisions,
      ...familyHelp,
      ...familyTriangle,
      ...familySafety,
      ...familyPattern,
      ...familyWords,
      ...familyReactions,
      ...familyPlan,
    ],
    team: familyStates,
    vertrouwd: { psanne: ['pkarim'], pnadia: ['pjoost'] },
    places: [],
    bevestigd: [
      { id: 'q-nadia', als: 'pnadia', hoe: 'zelf' },
      { id: 'lijn-nadia-ruben', als: 'pnadia', hoe: 'zelf' },
      { id: 'f-verlies', als: 'pnadia', hoe: 'zelf' },
      { id: 'p-nadia-mee-2', als: 'pnadia', hoe: 'zelf' },
      { id: 'p-ruben-doet-2', als: 'pnadia', hoe: 'zelf' },
      { id: 'v-zwijgen-op', als: 'pnadia', hoe: 'zelf' },
      { id: 'w-milan', als: 'pmarloes', hoe: 'voorgelezen' },
      { id: 'p-milan-doet-2', als: 'pmarloes', hoe: 'voorgelezen' },
      { id: 'n-milan', als: 'pmarloes', hoe: 'voorgelezen' },
      { id: 'lijn-milan-anneke', als: 'pmarloes', hoe: 'voorgelezen' },
      { id: 'band-milan-anneke', als: 'pmarloes', hoe: 'voorgelezen' },
      { id: 'band-milan-nadia', als: 'pmarloes', hoe: 'voorgelezen' },
    ],
  };
}
