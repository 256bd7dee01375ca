import type { NewThing } from '@samenbord/shared/document/form.ts';
import { ilse, karim, marloes, nadia, sanne } from './example.ts';
import type { by } from './example.ts';

type Maker = ReturnType<typeof by>;
const answer = (maker: Maker, vraag: string, tekst: string): NewThing =>
  maker('eindsituatie', `e-${vraag}`, { tekst }, { vraag });

const endSituation: readonly NewThing[] = [
  answer(
    ilse,
    'patroon-helder',
    'Ja, voor Sanne, Nadia en Erik. Voor Ruben nog niet helemaal: hij miste de eerste avond.',
  ),
  answer(karim, 'wat-mist', 'Wat Milan zelf wil als hij groter wordt, en of Samir een vaste rol wil.'),
  answer(
    nadia,
    'wat-kan-veranderen',
    'Ik kan leren om vóór zeven uur een bericht te sturen in plaats van te zeggen dat het gaat. Erik kan leren om weg te lopen voordat hij hard wordt.',
  ),
  answer(
    karim,
    'veranderdoelen',
    'Hulp vragen vóór het te veel is; ruzies stoppen zonder harde stemmen; vaste belavonden met Ruben.',
  ),
  answer(
    ilse,
    'welke-hulp',
    'Gezinsbehandeling die doorgaat ook als het goed gaat, met een afbouw van een halfjaar. Voor Nadia iemand om over Youssef te praten.',
  ),
  answer(
    karim,
    'wie-geeft-hulp',
    'Joost voor het gezin. De praktijkondersteuner van de huisarts voor Nadia. Fatma en Samir voor de ochtenden.',
  ),
  answer(
    ilse,
    'wat-compenseren',
    'Nadia zal altijd perioden hebben dat ze slecht slaapt. Dat gaat niet helemaal over.',
  ),
  answer(
    nadia,
    'hoe-compenseren',
    'Mijn moeder of Samir neemt dan de ochtend over, zolang Noor nog niet zelf naar school kan. Karim blijft daarna één keer per jaar bellen.',
  ),
  answer(
    karim,
    'krachten',
    'De warmte van Nadia, Sanne die zegt wat ze ziet, Ruben die niet meer drinkt, Bep naast de deur, Fatma en Samir.',
  ),
  answer(
    sanne,
    'wens',
    'Dat we met zijn allen aan tafel zitten op een verjaardag en dat niemand oplet of het misgaat.',
  ),
  answer(
    marloes,
    'goed-genoeg',
    'Milan elke week van vrijdag tot en met maandag bij Nadia is haalbaar. Helemaal thuis wonen bekijken we als dat een halfjaar goed gaat.',
  ),
  answer(
    marloes,
    'beeld',
    'Sanne woont bij Nadia en Erik, gaat naar school en keept. Milan woont een halve week bij Nadia en Erik en een halve week bij Anneke en Paul. Ruben belt op vaste avonden en komt elke maand.',
  ),
  answer(
    karim,
    'zes',
    'Een buurvrouw die langsloopt hoort wel eens ruzie, en na een paar minuten stilte. Sanne is in een maand hooguit één dag thuis. Milan weet bij wie hij terechtkan en gaat daar ook heen.',
  ),
  answer(karim, 'termijn', 'Voor de zomer van 2027; we kijken in februari en mei of het lukt.'),
];

type Goal = {
  wie: string;
  wanneer: string;
  over: readonly string[];
  doorbreekt: string;
  voortgang: string;
  prioriteit: number;
};
const goal = (maker: Maker, id: string, tekst: string, { wie, ...values }: Goal): NewThing =>
  maker('doel', id, { tekst, wie }, values);

const goals: readonly NewThing[] = [
  goal(nadia, 'd-ochtend', 'Sanne gaat elke schooldag naar school, ook na een slechte nacht.', {
    wie: 'Nadia, Fatma en Samir',
    wanneer: '2027-02',
    over: ['sanne', 'noor'],
    doorbreekt: 'v-op-thuis',
    voortgang: 'bezig',
    prioriteit: 1,
  }),
  goal(karim, 'd-stop', 'Een ruzie stopt binnen vijf minuten, en er blijft altijd iemand bij Milan.', {
    wie: 'Nadia en Erik, met Joost',
    wanneer: '2027-03',
    over: ['milan', 'erik', 'nadia'],
    doorbreekt: 'v-hard-slaan',
    voortgang: 'bezig',
    prioriteit: 2,
  }),
  goal(marloes, 'd-bellen', 'Ruben belt elke woensdag en zondag om zeven uur.', {
    wie: 'Ruben',
    wanneer: '2026-12',
    over: ['sanne', 'milan', 'ruben'],
    doorbreekt: 'v-stil-sanne',
    voortgang: 'nog-niet-begonnen',
    prioriteit: 3,
  }),
  goal(ilse, 'd-hulp', 'De hulp bouwt af in zes maanden en oefent mee met wat daarna nodig is.', {
    wie: 'Joost en Karim',
    wanneer: '2027-06',
    over: ['nadia'],
    doorbreekt: 'v-hulp-leunen',
    voortgang: 'nog-niet-begonnen',
    prioriteit: 4,
  }),
];

const appointment = (maker: Maker, id: string, wat: string, wie: string, wanneer: string): NewThing =>
  maker('afspraak', id, { wat, wie }, { wanneer, bijeenkomst: 'm-twee' });

const appointments: readonly NewThing[] = [
  appointment(
    karim,
    'af-rooster',
    'Een rooster maken voor de ochtenden van Noor',
    'Karim met Nadia, Fatma en Samir',
    '2026-11-27',
  ),
  appointment(
    marloes,
    'af-milan',
    'Met Milan praten over twee gezinnen, en vragen wat hij wil',
    'Marloes en Anneke',
    '2026-12-04',
  ),
  appointment(
    karim,
    'af-school',
    'Sanne vertelt zelf op school wat er is; Karim gaat mee als zij dat wil',
    'Sanne en Karim',
    '2026-12-01',
  ),
  appointment(
    nadia,
    'af-huisarts',
    'Een afspraak maken bij de huisarts over slapen en over Youssef',
    'Nadia',
    '2026-11-30',
  ),
];

const open = (maker: Maker, id: string, tekst: string, wie: string, wanneer: string, antwoord = ''): NewThing =>
  maker('open-vraag', id, { tekst, wie, antwoord }, { wanneer });

const openQuestions: readonly NewThing[] = [
  open(marloes, 'o-milan', 'Wat wil Milan zelf, als hij weet dat niemand boos wordt?', 'Marloes', '2026-12-04'),
  open(karim, 'o-esther', 'Wil Esther weer contact met Ruben, en wat zou dat de kinderen brengen?', 'Ruben', '2027-01'),
  open(
    ilse,
    'o-slapen',
    'Waardoor slaapt Nadia in de ene periode wel en in de andere niet?',
    'Nadia en de huisarts',
    '2027-01',
  ),
  open(
    karim,
    'o-school',
    'Hoeveel dagen miste Sanne in de weken dat Fatma oppaste?',
    'Karim',
    '2026-10-20',
    'Geen enkele dag.',
  ),
];

const meetings: readonly NewThing[] = [
  karim(
    'bijeenkomst',
    'm-een',
    { titel: 'Eerste avond: genogram en tijdlijn', ookAanwezig: 'Karim, Marloes, Ilse en Joost; Wilma begeleidde' },
    { datum: '2026-10-29', aanwezig: ['nadia', 'erik', 'sanne', 'fatma', 'anneke'], volgende: '2026-11-19' },
  ),
  karim(
    'bijeenkomst',
    'm-twee',
    {
      titel: 'Tweede avond: driehoek en gezinspatroon',
      ookAanwezig: 'Karim, Marloes, Ilse en Joost; Wilma begeleidde; Ruben deed mee via de telefoon',
    },
    { datum: '2026-11-19', aanwezig: ['nadia', 'erik', 'sanne', 'fatma', 'anneke', 'ruben'], volgende: '2026-12-17' },
  ),
];

export const familyPlan: readonly NewThing[] = [
  ...meetings,
  ...endSituation,
  ...goals,
  ...appointments,
  ...openQuestions,
];
