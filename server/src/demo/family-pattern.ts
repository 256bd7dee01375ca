import type { NewThing } from '@samenbord/shared/document/form.ts';
import { anneke, erik, fatma, ilse, joost, karim, marloes, nadia, ruben, sanne } from './example.ts';
import type { by } from './example.ts';

type Maker = ReturnType<typeof by>;
const line = (
  maker: Maker,
  id: string,
  vak: string,
  tekst: string,
  op: readonly string[],
  persoon?: string,
  vanWie?: string,
): NewThing =>
  maker('patroonblok', id, { tekst }, { vak, onderbouwing: op, ...(persoon === undefined ? {} : { persoon }) }, vanWie);

/** The pattern, built up as people tell it: what the children do, where it comes from, the parents, the problems in the middle, the help. */
const lines: readonly NewThing[] = [
  line(karim, 'p-probleem-1', 'problemen-in-het-gezin', 'Sanne gaat niet naar school', ['g-thuis', 'g-weer-thuis']),
  line(karim, 'p-probleem-2', 'problemen-in-het-gezin', 'Ruzies over geld die hard worden', [
    'g-ruzie',
    'g-weg',
    'g-plek',
  ]),
  line(marloes, 'p-probleem-3', 'problemen-in-het-gezin', 'Milan woont niet thuis', ['g-pleeg']),
  line(
    sanne,
    'p-sanne-doet-1',
    'gedrag-kind',
    'Ik blijf thuis als mama slecht geslapen heeft.',
    ['g-weer-thuis'],
    'sanne',
    'sanne',
  ),
  line(sanne, 'p-sanne-doet-2', 'gedrag-kind', 'Ik zeg dat er niks is.', ['g-thuis'], 'sanne', 'sanne'),
  line(
    anneke,
    'p-milan-doet-1',
    'gedrag-kind',
    'Milan slaat of verstopt zich als stemmen hard worden.',
    ['g-slaan', 'g-weg'],
    'milan',
    'anneke',
  ),
  line(marloes, 'p-milan-doet-2', 'gedrag-kind', 'Ik ren weg want dan stopt het.', ['g-weg'], 'milan', 'milan'),
  line(
    karim,
    'p-sanne-mee-1',
    'ontwikkeling-kind',
    'Zag op haar vijfde de ruzie op de trap en paste sindsdien op',
    ['g-ruzie'],
    'sanne',
    'nadia',
  ),
  line(
    fatma,
    'p-sanne-mee-2',
    'ontwikkeling-kind',
    'Was veel bij mij toen Milan in het ziekenhuis lag. Ze was vier en troostde mij.',
    ['g-milan'],
    'sanne',
    'fatma',
  ),
  line(
    ilse,
    'p-milan-mee-1',
    'ontwikkeling-kind',
    'Te vroeg geboren, vijf weken in het ziekenhuis, daarna een somber huis',
    ['g-milan', 'g-somber'],
    'milan',
  ),
  line(
    ilse,
    'p-milan-mee-2',
    'ontwikkeling-kind',
    'Hard geluid betekende vroeger gevaar',
    ['g-ruzie', 'g-plek'],
    'milan',
  ),
  line(
    nadia,
    'p-nadia-doet-1',
    'gedrag-ouder',
    'Ik zeg tegen iedereen dat het wel gaat.',
    ['h-opvoed-2'],
    'nadia',
    'nadia',
  ),
  line(
    karim,
    'p-nadia-doet-2',
    'gedrag-ouder',
    'Als ik op ben, laat ik Noor aan Sanne.',
    ['g-weer-thuis'],
    'nadia',
    'nadia',
  ),
  line(
    ruben,
    'p-ruben-doet-1',
    'gedrag-ouder',
    'Ik bel niet als ik me schaam, en dan nog langer niet.',
    ['g-verhuizing'],
    'ruben',
    'ruben',
  ),
  line(
    karim,
    'p-ruben-doet-2',
    'gedrag-ouder',
    'Praat met Nadia over geld in plaats van over de kinderen',
    ['h-mediation'],
    'ruben',
    'nadia',
  ),
  line(
    erik,
    'p-erik-doet',
    'gedrag-ouder',
    'Ik word hard omdat ik denk dat iemand het moet zijn.',
    ['g-plek'],
    'erik',
    'erik',
  ),
  line(
    nadia,
    'p-nadia-mee-1',
    'ontwikkeling-ouder',
    'Na de dood van mijn vader moest ik sterk zijn. Ik weet niet hoe je om hulp vraagt.',
    ['g-youssef'],
    'nadia',
    'nadia',
  ),
  line(
    karim,
    'p-nadia-mee-2',
    'ontwikkeling-ouder',
    'Lang somber na de geboorte van Milan, zonder dat iemand het goed zag',
    ['g-somber', 'h-huisarts'],
    'nadia',
    'nadia',
  ),
  line(
    ruben,
    'p-ruben-mee-1',
    'ontwikkeling-ouder',
    'Bij ons thuis werd geslagen, niet gepraat.',
    ['g-wim'],
    'ruben',
    'ruben',
  ),
  line(
    ruben,
    'p-ruben-mee-2',
    'ontwikkeling-ouder',
    'Mijn baan kwijt, toen mijn vader dood. Ik ging drinken.',
    ['g-baan', 'g-wim', 'g-drinken'],
    'ruben',
    'ruben',
  ),
  line(
    erik,
    'p-erik-mee',
    'ontwikkeling-ouder',
    'Ik ben opgevoed met: niet zeuren, doorgaan. Daan kreeg ik na de scheiding bijna niet te zien.',
    ['g-erik'],
    'erik',
    'erik',
  ),
  line(ilse, 'p-hulp-1', 'hulp', 'Komt snel, helpt met regels, en stopt zodra het beter gaat', [
    'h-opvoed-1',
    'h-opvoed-2',
    'h-opvoed-3',
  ]),
  line(joost, 'p-hulp-2', 'hulp', 'Begon elke keer opnieuw, zonder te lezen wat er al was geweest', [
    'h-opvoed-2',
    'h-opvoed-3',
    'b-2023',
  ]),
  line(
    nadia,
    'p-hulp-3',
    'hulp',
    'Als er hulp is leun ik even, en daarna val ik harder.',
    ['h-opvoed-2'],
    undefined,
    'nadia',
  ),
];

const link = (maker: Maker, id: string, van: string, naar: string, omdat: string, vanWie?: string): NewThing =>
  maker('verband', id, { omdat }, { van, naar }, vanWie);

const links: readonly NewThing[] = [
  link(
    nadia,
    'v-sterk-zwijgen',
    'p-nadia-mee-1',
    'p-nadia-doet-1',
    'ik heb geleerd dat hulp vragen lastig zijn is.',
    'nadia',
  ),
  link(
    karim,
    'v-zwijgen-op',
    'p-nadia-doet-1',
    'p-nadia-doet-2',
    'als niemand weet dat het niet gaat, komt er ook niemand.',
    'nadia',
  ),
  link(ilse, 'v-op-thuis', 'p-nadia-doet-2', 'p-sanne-doet-1', 'Sanne vult in wat Nadia niet vraagt.'),
  link(sanne, 'v-thuis-school', 'p-sanne-doet-1', 'p-probleem-1', 'als ik ga denk ik de hele dag aan thuis.', 'sanne'),
  link(
    nadia,
    'v-school-brief',
    'p-probleem-1',
    'p-probleem-2',
    'dan komt er een brief van school of een boete, en dan is er weer ruzie.',
    'nadia',
  ),
  link(
    joost,
    'v-ruzie-hard',
    'p-probleem-2',
    'p-erik-doet',
    'Erik voelt dat alles uit zijn handen glipt en zet zijn stem hard.',
  ),
  link(
    anneke,
    'v-hard-slaan',
    'p-erik-doet',
    'p-milan-doet-1',
    'harde stemmen zijn voor Milan gevaar, ook als er niets gebeurt.',
    'anneke',
  ),
  link(
    marloes,
    'v-rennen-weg',
    'p-milan-doet-2',
    'p-probleem-3',
    'thuis kon niemand beloven dat hij veilig was als hij wegliep.',
  ),
  link(
    ruben,
    'v-schaam-stil',
    'p-ruben-mee-2',
    'p-ruben-doet-1',
    'na een avond drinken durfde ik hun stem niet te horen.',
    'ruben',
  ),
  link(
    ilse,
    'v-stil-sanne',
    'p-ruben-doet-1',
    'p-sanne-doet-2',
    'wie nooit zeker weet of er gebeld wordt, leert niets meer te vragen.',
  ),
  link(
    ilse,
    'v-hulp-leunen',
    'p-hulp-1',
    'p-hulp-3',
    'de hulp neemt over in plaats van samen te oefenen wat daarna nodig is.',
  ),
  link(
    karim,
    'v-hulp-zwijgen',
    'p-hulp-2',
    'p-nadia-doet-1',
    'wie haar verhaal vier keer moet vertellen, zegt de vijfde keer dat het wel gaat.',
  ),
  link(
    nadia,
    'v-thuis-sterk',
    'p-milan-doet-1',
    'p-nadia-doet-1',
    'ik schaam me, en dan doe ik alsof het goed gaat.',
    'nadia',
  ),
];

const intention = (maker: Maker, id: string, persoon: string, tekst: string, vanWie?: string): NewThing =>
  maker('nobele-intentie', id, { tekst }, { persoon }, vanWie);

const meant: readonly NewThing[] = [
  karim('patroonzin', 'patroonzin', {
    tekst:
      'In ons gezin houdt ieder zich groot om de ander te sparen, tot het te veel wordt en iemand hard wordt of wegloopt; dan komt er hulp die het overneemt, en als die weg is begint het opnieuw.',
  }),
  intention(nadia, 'n-nadia', 'nadia', 'Ik wil dat mijn kinderen geen last van mij hebben.', 'nadia'),
  intention(ruben, 'n-ruben', 'ruben', 'Ik blijf weg als ik niet goed ben, zodat zij dat niet zien.', 'ruben'),
  intention(erik, 'n-erik', 'erik', 'Ik wil dat er rust is in huis en dat er iemand op te rekenen valt.', 'erik'),
  intention(sanne, 'n-sanne', 'sanne', 'Als ik thuis ben kan er niks gebeuren met Noor of mama.', 'sanne'),
  intention(marloes, 'n-milan', 'milan', 'Als ik wegren is de ruzie klaar.', 'milan'),
  intention(fatma, 'n-fatma', 'fatma', 'Ik vraag niets omdat ik Nadia niet nog meer wil geven om te dragen.', 'fatma'),
];

export const familyPattern: readonly NewThing[] = [...lines, ...links, ...meant];
