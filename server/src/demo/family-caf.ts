import type { NewThing } from '@samenbord/shared/document/form.ts';
import { anneke, erik, fatma, ilse, joost, karim, marloes, nadia, ruben, sanne } from './example.ts';
import type { by } from './example.ts';

type Maker = ReturnType<typeof by>;
type Value = 'kracht' | 'zorg' | 'onbekend';
type Factor = {
  over: readonly string[];
  op: readonly string[];
  soort?: 'feit' | 'visie' | 'duiding';
  bron?: string;
  vanWie?: string;
  compenseert?: string;
};
const factor = (
  maker: Maker,
  id: string,
  kant: string,
  dimensie: string,
  waarde: Value,
  tekst: string,
  more: Factor,
): NewThing => {
  const { over, op, soort = 'visie', bron = '', vanWie, compenseert } = more;
  const values = {
    kant,
    dimensie,
    waarde,
    over,
    onderbouwing: op,
    soort,
    ...(compenseert === undefined ? {} : { compenseert }),
  };
  return maker('factor', id, { tekst, bron }, values, vanWie);
};

/** The three sides: strengths, worries and what is not known, each leaning on the tijdlijn. */
const factors: readonly NewThing[] = [
  factor(karim, 'f-school', 'kind', 'leren', 'zorg', 'Sanne was sinds september elf dagen niet op school.', {
    over: ['sanne'],
    op: ['g-weer-thuis'],
    soort: 'feit',
    bron: 'lijst van school, oktober 2026',
  }),
  factor(
    sanne,
    'f-keepen',
    'kind',
    'omgaan-met-anderen',
    'kracht',
    'Ik ben keeper. Op het veld denk ik nergens aan, en ze rekenen op mij.',
    { over: ['sanne'], op: ['g-keepen'], vanWie: 'sanne', compenseert: 'f-school' },
  ),
  factor(
    marloes,
    'f-druk',
    'kind',
    'gevoel-en-gedrag',
    'zorg',
    'Als het druk of hard wordt, slaat Milan of loopt hij weg.',
    { over: ['milan'], op: ['g-slaan', 'g-weg'], soort: 'feit', bron: 'verslag van school, 2021 en 2024' },
  ),
  factor(
    anneke,
    'f-slapen',
    'kind',
    'gezondheid',
    'kracht',
    'Milan slaapt door en zegt nu zelf: het is te druk in mijn hoofd.',
    {
      over: ['milan'],
      op: ['g-slapen', 'h-trauma'],
      soort: 'feit',
      bron: 'gezien door Anneke',
      vanWie: 'anneke',
      compenseert: 'f-druk',
    },
  ),
  factor(
    ilse,
    'f-zelf',
    'kind',
    'zelf-kunnen',
    'zorg',
    'Sanne zorgt voor Noor op dagen dat ze zelf naar school moet. Ze is dan meer een tweede volwassene dan een kind.',
    { over: ['sanne', 'noor'], op: ['g-thuis', 'g-weer-thuis'], soort: 'duiding' },
  ),
  factor(
    ilse,
    'f-wie',
    'kind',
    'identiteit',
    'onbekend',
    'Wat betekent het voor Milan dat hij bij twee gezinnen hoort? Dat heeft nog niemand hem gevraagd.',
    { over: ['milan'], op: ['g-pleeg'], soort: 'duiding' },
  ),
  factor(
    fatma,
    'f-warm',
    'opvoeding',
    'warmte',
    'kracht',
    'Nadia knuffelt haar kinderen en lacht met ze. Dat heeft ze altijd gedaan, ook toen het zwaar was.',
    { over: ['nadia', 'sanne', 'milan', 'noor'], op: ['g-sanne'], vanWie: 'fatma' },
  ),
  factor(
    nadia,
    'f-moe',
    'opvoeding',
    'rust-en-vastigheid',
    'zorg',
    'Als ik slecht slaap houd ik de dag niet bij elkaar. Dan laat ik dingen aan Sanne over.',
    { over: ['nadia', 'sanne'], op: ['g-somber', 'g-weer-thuis'], vanWie: 'nadia' },
  ),
  factor(
    erik,
    'f-grenzen',
    'opvoeding',
    'regels-en-grenzen',
    'zorg',
    'Ik word hard als er niet geluisterd wordt. Bij Milan ben ik een keer te ver gegaan.',
    { over: ['erik', 'milan'], op: ['g-plek'], soort: 'feit', bron: 'Erik zelf', vanWie: 'erik' },
  ),
  factor(
    joost,
    'f-stop',
    'opvoeding',
    'veiligheid',
    'kracht',
    'Nadia en Erik gaan sinds mei uit elkaar voordat een ruzie hard wordt. Ik was er twee keer bij.',
    {
      over: ['nadia', 'erik'],
      op: ['h-gezin'],
      soort: 'feit',
      bron: 'gezien door Joost, juni en september 2026',
      compenseert: 'f-grenzen',
    },
  ),
  factor(
    ruben,
    'f-bellen',
    'opvoeding',
    'stimuleren',
    'onbekend',
    'Ik weet niet wat de kinderen van mij willen: vaste belavonden, of dat ze zelf kiezen.',
    { over: ['ruben', 'sanne', 'milan'], op: ['g-verhuizing'], vanWie: 'ruben' },
  ),
  factor(karim, 'f-nuchter', 'opvoeding', 'basiszorg', 'kracht', 'Ruben drinkt al zeventien maanden niet.', {
    over: ['ruben'],
    op: ['g-nuchter', 'h-alcohol'],
    soort: 'feit',
    bron: 'Ruben en zijn behandelaar, oktober 2026',
  }),
  factor(
    nadia,
    'f-geld',
    'omgeving',
    'werk-en-inkomen',
    'zorg',
    'Elke brief over geld geeft ruzie, ook al zijn de schulden nu kleiner.',
    { over: ['nadia', 'erik'], op: ['g-baan', 'h-schuld', 'g-weg'], vanWie: 'nadia' },
  ),
  factor(
    fatma,
    'f-oma',
    'omgeving',
    'familie',
    'kracht',
    'Ik kan twee vaste middagen op Noor passen, als iemand het mij op tijd vraagt.',
    { over: ['fatma', 'noor', 'sanne'], op: ['g-milan'], vanWie: 'fatma', compenseert: 'f-zelf' },
  ),
  factor(
    karim,
    'f-bep',
    'omgeving',
    'buurt-en-contacten',
    'kracht',
    'Milan wist Bep te vinden toen het thuis te veel werd. Bep wil dat blijven doen.',
    { over: ['milan', 'bep'], op: ['g-weg'], soort: 'feit', bron: 'verteld door Bep, 20 oktober 2026' },
  ),
  factor(
    ilse,
    'f-hulp',
    'omgeving',
    'voorzieningen-en-hulp',
    'zorg',
    'Dezelfde hulp kwam drie keer, met drie keer iemand nieuw, en stopte steeds toen het net beter ging.',
    { over: ['nadia', 'sanne', 'milan'], op: ['h-opvoed-1', 'h-opvoed-2', 'h-opvoed-3'], soort: 'duiding' },
  ),
  factor(
    karim,
    'f-verlies',
    'omgeving',
    'gezin-en-geschiedenis',
    'zorg',
    'Over het overlijden van Youssef is in huis nooit gepraat.',
    { over: ['nadia', 'fatma'], op: ['g-youssef', 'h-huisarts'], vanWie: 'nadia' },
  ),
];

const linked = (maker: Maker, id: string, van: string, naar: string, omdat: string, vanWie?: string): NewThing =>
  maker('verband', id, { omdat }, { van, naar }, vanWie);

const links: readonly NewThing[] = [
  linked(
    ilse,
    'v-moe-school',
    'f-moe',
    'f-zelf',
    'Sanne ziet ’s ochtends aan het gezicht van Nadia hoe de nacht was en beslist dan zelf dat ze thuisblijft.',
  ),
  linked(
    joost,
    'v-geld-hard',
    'f-geld',
    'f-grenzen',
    'na een brief over geld is Erik korter en harder, ook tegen de kinderen.',
  ),
  linked(
    karim,
    'v-hard-druk',
    'f-grenzen',
    'f-druk',
    'hard praten is voor Milan hetzelfde als gevaar, sinds hij klein was.',
  ),
  linked(fatma, 'v-oma-school', 'f-oma', 'f-school', 'als ik Noor heb, kan Sanne naar school.', 'fatma'),
];

export const familyTriangle: readonly NewThing[] = [...factors, ...links];
