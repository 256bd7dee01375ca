import type { NewThing } from '@samenbord/shared/document/form.ts';
import { anneke, erik, fatma, ilse, joost, karim, marloes, nadia, ruben, sanne } from './example.ts';

const reasons: readonly NewThing[] = [
  karim(
    'aanleiding',
    'a-eerste',
    {
      tekst: 'Een ruzie tussen Nadia en Ruben werd hard en Sanne zag het. De buren belden de politie.',
      bron: 'verslag van de politie, november 2017',
    },
    { soort: 'eerste', wanneer: '2017-11', over: ['sanne', 'milan'] },
  ),
  karim(
    'aanleiding',
    'a-laatste',
    {
      tekst: 'Sanne blijft opnieuw thuis van school, en voor Milan moet duidelijk worden waar hij opgroeit.',
      bron: 'school en gecertificeerde instelling, september 2026',
    },
    { soort: 'laatste', wanneer: '2026-09', over: ['sanne', 'milan'] },
  ),
  marloes(
    'aanleiding',
    'a-melding',
    {
      tekst: 'Milan vertelde op school dat Erik hem hard had vastgepakt. Hij had een blauwe plek op zijn arm.',
      bron: 'school, 7 februari 2025',
    },
    { soort: 'zorgmelding', wanneer: '2025-02-07', over: ['milan'] },
  ),
];

/** Questions and wishes, each in the words of the person. Karim typed for Nadia; Marloes typed for Milan and read it out to him. */
const questions: readonly NewThing[] = [
  karim(
    'hulpvraag',
    'q-nadia',
    { tekst: 'Help mij dat Milan weer thuis kan slapen, en dat ik niet steeds opnieuw moet uitleggen wat er is.' },
    { laag: 'direct', over: ['milan'] },
    'nadia',
  ),
  karim(
    'hulpvraag',
    'q-nadia-onder',
    { tekst: 'Hoe vraag ik hulp zonder dat ik het gevoel heb dat ik faal?' },
    { laag: 'onderliggend', over: ['nadia'] },
    'nadia',
  ),
  ruben(
    'hulpvraag',
    'q-ruben',
    { tekst: 'Ik wil mijn kinderen vast kunnen zien, ook zonder gezag. Hoe bouw ik dat op?' },
    { laag: 'direct', over: ['sanne', 'milan'] },
    'ruben',
  ),
  sanne(
    'hulpvraag',
    'q-sanne',
    { tekst: 'Kan iemand anders ’s ochtends voor Noor zorgen zonder dat mama boos of verdrietig wordt?' },
    { laag: 'direct', over: ['noor'] },
    'sanne',
  ),
  erik(
    'hulpvraag',
    'q-erik',
    { tekst: 'Leer mij hoe ik duidelijk kan zijn zonder hard te worden.' },
    { laag: 'direct', over: ['erik'] },
    'erik',
  ),
  marloes(
    'wens',
    'w-milan',
    { tekst: 'Ik wil bij mama slapen en ook bij Anneke blijven. En dat Sanne komt kijken als ik zwem.' },
    { over: ['milan'] },
    'milan',
  ),
  sanne(
    'wens',
    'w-sanne',
    { tekst: 'Gewoon naar school en naar voetbal, en dat Milan er weer is. 🧤⚽' },
    { over: ['sanne', 'milan'] },
    'sanne',
  ),
  ruben(
    'wens',
    'w-ruben',
    { tekst: 'Dat Sanne en Milan mij bellen omdat ze zin hebben, niet omdat het moet.' },
    { over: ['sanne', 'milan'] },
    'ruben',
  ),
  fatma(
    'wens',
    'w-fatma',
    { tekst: 'Dat Nadia mij belt als het niet gaat. Ik wil er liever te vaak zijn dan te laat.' },
    { over: ['nadia'] },
    'fatma',
  ),
  anneke(
    'wens',
    'w-anneke',
    { tekst: 'Dat Milan nooit hoeft te kiezen tussen huizen.' },
    { over: ['milan'] },
    'anneke',
  ),
];

const said: readonly NewThing[] = [
  sanne(
    'uitspraak',
    'u-sanne',
    { tekst: 'Mensen vragen altijd hoe het met Milan is. Nooit hoe het met mij is.', bron: '' },
    { over: ['sanne'], soort: 'visie', onderbouwing: ['g-pleeg'] },
    'sanne',
  ),
  ilse(
    'uitspraak',
    'u-ilse',
    {
      tekst:
        'Ik denk dat Sanne thuisblijft uit zorg en niet uit onwil: elke keer ging een slechte nacht van Nadia eraan vooraf.',
      bron: 'gesprekken met Sanne en Nadia, oktober 2026',
    },
    { over: ['sanne', 'nadia'], soort: 'duiding', onderbouwing: ['g-weer-thuis', 'g-thuis'] },
  ),
  karim(
    'uitspraak',
    'u-school',
    {
      tekst: 'In de weken dat Fatma oppaste, miste Sanne geen dag school.',
      bron: 'lijst van school en agenda van Fatma, juni 2026',
    },
    { over: ['sanne', 'fatma'], soort: 'feit', onderbouwing: ['g-keepen'] },
  ),
  ruben(
    'uitspraak',
    'u-ruben',
    { tekst: 'Ik hoor pas achteraf wat er met mijn kinderen gebeurt.', bron: '' },
    { over: ['ruben'], soort: 'visie', onderbouwing: ['b-gezag'] },
    'ruben',
  ),
  karim(
    'notitie',
    'k-vraag',
    { tekst: 'Samir wil graag een keer meekijken. Sanne vindt dat goed, Nadia denkt er nog over na.' },
    { over: ['samir'] },
  ),
  sanne('notitie', 'k-sanne', { tekst: 'Mag ik zelf vertellen op school wat er is?' }, { over: ['sanne'] }, 'sanne'),
];

const answers: readonly NewThing[] = [
  erik(
    'reactie',
    'r-erik',
    {
      tekst:
        'Dat klopt van die blauwe plek. Ik wil erbij zeggen dat ik dezelfde avond nog naar Milan ben gegaan om sorry te zeggen.',
    },
    { op: 'g-plek' },
    'erik',
  ),
  nadia(
    'reactie',
    'r-nadia',
    {
      tekst: 'Ik zie het anders: ik liet Noor niet aan Sanne, Sanne bood het zelf aan. Maar ik had nee moeten zeggen.',
    },
    { op: 'f-zelf' },
    'nadia',
  ),
  sanne(
    'reactie',
    'r-sanne',
    { tekst: 'Ik bood het aan omdat ik zag dat je moe was, mam.' },
    { op: 'r-nadia' },
    'sanne',
  ),
  ruben(
    'reactie',
    'r-ruben',
    { tekst: 'Ik zie het anders. Ik praatte over geld omdat ik verder nergens over mocht meepraten.' },
    { op: 'p-ruben-doet-2' },
    'ruben',
  ),
  joost(
    'reactie',
    'r-joost',
    { tekst: 'Bij de gezinsbehandeling lezen we nu eerst met Nadia en Erik wat er al geweest is.' },
    { op: 'p-hulp-2' },
  ),
];

export const familyWords: readonly NewThing[] = [...reasons, ...questions, ...said];
/** After the cards they answer. */
export const familyReactions: readonly NewThing[] = answers;
