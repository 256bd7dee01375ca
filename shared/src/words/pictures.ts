import type { Thing, ThingOfType } from '../board/things.ts';
import { sayList } from './dates.ts';

/** The words on cards and in pictures. */
export const waardeWords = { kracht: 'gaat goed', zorg: 'is moeilijk', onbekend: 'weten we nog niet' } as const;

/** What stands at the head of a card, beside its icon. Nothing for a plain note. */
export const headWords: Readonly<Record<Thing['type'], string>> = {
  persoon: '',
  partnerrelatie: '',
  'ouder-kind': '',
  relatielijn: '',
  zwangerschap: '',
  meerling: '',
  band: '',
  huisdier: '',
  huishouden: '',
  organisatie: '',
  gebeurtenis: '',
  besluit: 'besluit',
  hulp: 'hulp',
  aanleiding: 'aanleiding',
  hulpvraag: 'vraag',
  wens: 'wens',
  factor: '',
  uitspraak: '',
  notitie: '',
  veiligheidsstatus: 'veiligheid',
  veiligheidsafspraak: 'veiligheidsafspraak',
  'danger-statement': 'waar zijn we bang voor',
  patroonblok: '',
  verband: '',
  patroonzin: 'in ons gezin gaat het vaak zo',
  'nobele-intentie': 'goed bedoeld',
  eindsituatie: 'zo is het goed genoeg',
  doel: 'doel',
  afspraak: 'afspraak',
  bijeenkomst: 'bijeenkomst',
  'open-vraag': 'nog uitzoeken',
  reactie: 'reactie',
};

export const cardWords = {
  zelf: 'zelf gezegd',
  opgeschrevenDoor: (name: string): string => `opgeschreven door ${name}`,
  voorgelezen: 'voorgelezen, akkoord',
  onbekendType: 'Dit kan deze versie van Samenbord nog niet laten zien.',
  leeg: 'nog leeg',
  naamloos: 'naam onbekend',
} as const;

export const unionWords: Readonly<
  Record<NonNullable<ThingOfType<'partnerrelatie'>['vorm']>, readonly [now: string, then: string]>
> = {
  getrouwd: ['zijn getrouwd', 'waren getrouwd'],
  'geregistreerd-partnerschap': ['hebben een geregistreerd partnerschap', 'hadden een geregistreerd partnerschap'],
  samenwonend: ['wonen samen', 'woonden samen'],
  relatie: ['hebben een relatie', 'hadden een relatie'],
  verloofd: ['zijn verloofd', 'waren verloofd'],
  affaire: ['hebben een affaire', 'hadden een affaire'],
  'lat-relatie': [
    'hebben een vaste relatie en ieder een eigen huis',
    'hadden een vaste relatie en ieder een eigen huis',
  ],
  geheim: ['hebben een geheime relatie', 'hadden een geheime relatie'],
};

export const endWords: Readonly<Record<NonNullable<ThingOfType<'partnerrelatie'>['einde']>, string>> = {
  'uit-elkaar': 'zijn uit elkaar',
  gescheiden: 'zijn gescheiden',
  overleden: 'een van hen is overleden',
  nietig: 'hun huwelijk is nietig verklaard',
};

export const parentWords: Readonly<Record<NonNullable<ThingOfType<'ouder-kind'>['soort']>, string>> = {
  biologisch: 'kind',
  adoptie: 'adoptiekind',
  pleeg: 'pleegkind',
  stief: 'stiefkind',
  donor: 'donorkind',
  draagmoeder: 'kind dat gedragen is door een draagmoeder',
  voogd: 'kind onder voogdij',
};

/** Who is no parent in the family, said from that person: "Ans is donor van Sem". */
export const besideParentWords: Partial<Readonly<Record<NonNullable<ThingOfType<'ouder-kind'>['soort']>, string>>> = {
  donor: 'donor',
  draagmoeder: 'draagmoeder',
  voogd: 'voogd',
};

export const genderWords = {
  man: 'man',
  vrouw: 'vrouw',
  'non-binair': 'non-binair',
  intersekse: 'intersekse',
  onbekend: 'geslacht onbekend',
} as const;

/** Said of somebody only where that person wants it to stand there. */
export const birthSexWords = {
  man: 'geboren als jongen',
  vrouw: 'geboren als meisje',
  intersekse: 'geboren intersekse',
} as const;

/** A child that is expected, or that was lost. */
export const unbornWords: Readonly<Record<NonNullable<ThingOfType<'zwangerschap'>['soort']>, string>> = {
  zwanger: 'zwangerschap',
  miskraam: 'miskraam',
  afgebroken: 'afgebroken zwangerschap',
  doodgeboren: 'dood geboren',
};

/** How the tie between two people is said: `van` word `naar`. */
export const relationWords: Readonly<Record<NonNullable<ThingOfType<'relatielijn'>['soort']>, string>> = {
  hecht: 'heeft een hechte band met',
  'zeer-hecht': 'heeft een zeer hechte band met',
  afstandelijk: 'heeft een afstandelijke band met',
  verbroken: 'heeft het contact verbroken met',
  hersteld: 'heeft het contact hersteld met',
  conflict: 'heeft veel ruzie met',
  vijandig: 'heeft een vijandige band met',
  'hecht-en-vijandig': 'heeft een hechte en ook vijandige band met',
  'versmolten-en-vijandig': 'heeft een versmolten en vijandige band met',
  'gericht-op': 'is sterk gericht op',
  verzorgend: 'zorgt voor',
  'emotioneel-geweld': 'doet emotioneel geweld aan bij',
  'lichamelijk-geweld': 'gebruikt lichamelijk geweld tegen',
  'seksueel-geweld': 'gebruikt seksueel geweld tegen',
};

export const sideWords = {
  kind: { family: 'Hoe gaat het met', official: 'ontwikkeling van het kind' },
  opvoeding: { family: 'Hoe gaat het opvoeden', official: 'opvoeding: wat de ouders doen' },
  omgeving: { family: 'Het gezin en wat eromheen is', official: 'gezin en omgeving' },
} as const;

export const dimensionWords: Readonly<Record<NonNullable<ThingOfType<'factor'>['dimensie']>, string>> = {
  gezondheid: 'Gezondheid',
  leren: 'Leren en school',
  'gevoel-en-gedrag': 'Gevoel en gedrag',
  identiteit: 'Wie ben ik',
  'omgaan-met-anderen': 'Omgaan met anderen',
  'zelf-kunnen': 'Zelf kunnen',
  basiszorg: 'Basiszorg',
  veiligheid: 'Veiligheid',
  warmte: 'Warmte',
  stimuleren: 'Stimuleren',
  'regels-en-grenzen': 'Regels en grenzen',
  'rust-en-vastigheid': 'Rust en vastigheid',
  'gezin-en-geschiedenis': 'Gezin en geschiedenis',
  familie: 'Familie',
  wonen: 'Wonen',
  'werk-en-inkomen': 'Werk en inkomen',
  'buurt-en-contacten': 'Buurt en contacten',
  'voorzieningen-en-hulp': 'Voorzieningen en hulp',
};

export const outcomeWords: Readonly<Record<NonNullable<ThingOfType<'hulp'>['uitkomst']>, string>> = {
  geholpen: 'het heeft geholpen',
  deels: 'het heeft deels geholpen',
  'niet-geholpen': 'het heeft niet geholpen',
  loopt: 'loopt nog',
  onbekend: 'resultaat onbekend',
};

export const tijdlijnWords = {
  gezin: 'Gezin',
  hulp: 'Hulp',
  geboren: 'geboren',
  overleden: 'overleden',
  weer: 'eerder ook, zonder resultaat',
  nu: 'nu',
  zonderDatum: 'nog geen datum',
  begin: 'Begin met één gebeurtenis: wanneer was het ongeveer, en wat gebeurde er?',
} as const;

/** Box titles of the pattern: what happened that plays a part, and what somebody does. Names stand in them, never a role. */
export const patroonWords = {
  ontwikkeling: (name: string): string => `Wat heeft ${name} meegemaakt dat meespeelt?`,
  gedrag: (name: string): string => `Wat doet ${name}?`,
  problemen: 'Problemen in het gezin',
  hulp: 'Wat doet de hulp?',
  hulpvraag: 'De vraag van het gezin',
  vraag: (text: string): string => `“${text}”`,
  vraagVan: (name: string, text: string): string => `${name}: “${text}”`,
  patroonzin: 'In ons gezin gaat het vaak zo',
  ouder: 'een ouder',
  kind: 'een kind',
  leeg: {
    'ontwikkeling-ouder': 'Schrijf hier wat vroeger of nu zwaar weegt, en wat juist steun gaf.',
    'gedrag-ouder': 'Schrijf hier wat anderen zien gebeuren, zonder oordeel.',
    'ontwikkeling-kind': 'Schrijf hier wat bij het kind zelf meespeelt, of wat het heeft meegemaakt.',
    'gedrag-kind': 'Begin hier: wat laat het kind zien?',
    'problemen-in-het-gezin': 'Wat gaat er in het gezin steeds weer mis?',
    hulp: 'Wat deed de hulp eraan, en wat bleef hetzelfde?',
    hulpvraag: 'Wat vraagt het gezin zelf, in eigen woorden?',
    patroonzin: 'Maak samen een zin: wat komt steeds terug?',
  },
} as const;

export const driehoekWords = {
  zonderDimensie: 'Nog geen plek gekozen',
  hetKind: 'het kind',
  leeg: 'nog niets opgeschreven.',
  begin: {
    kind: 'Wat gaat goed, en wat is moeilijk? Begin met wat goed gaat.',
    opvoeding: 'Wat lukt in het opvoeden, en waar is hulp bij nodig?',
    omgeving: 'Wie en wat helpt het gezin, en wat maakt het zwaar? Denk aan familie, wonen, geld, buurt en hulp.',
  },
  over: (who: string): string => `De driehoek gaat over ${who}.`,
} as const;

export const genogramWords = {
  indexkind: 'over dit kind gaat het overleg',
  overleden: (year: string): string => `overleden ${year}`,
  samen: (name: string): string => `Samen in huis: ${name}`,
  leeg: 'Er staan nog geen mensen op het genogram.',
  los: (names: string): string => `Ook op het bord: ${names}.`,
  volgens: (name: string): string => `volgens ${name}`,
  verwacht: (when: string): string => `verwacht ${when}`,
  bloedverwant: (names: string): string => `${names} zijn familie van elkaar.`,
  dier: (naam: string, soort: string, names: string): string => {
    const who = naam === '' ? soort || 'Een huisdier' : soort === '' ? naam : `${naam} (${soort})`;
    return `${who.slice(0, 1).toUpperCase()}${who.slice(1)} hoort bij ${names}.`;
  },
  huisdier: 'huisdier',
  organisatie: 'organisatie',
} as const;

const brackets = (when: string): string => (when === '' ? '' : ` (${when})`);
const named = (name: string): string => (name === '' ? '' : ` De naam is ${name}.`);

/** A child that is expected or was lost, said plainly: of whom, when, and its name when it has one. */
export const unbornSentences: Readonly<
  Record<keyof typeof unbornWords, (parents: readonly string[], when: string, name: string) => string>
> = {
  zwanger: (parents, when, name) =>
    `${sayList(parents)} ${parents.length > 1 ? 'verwachten' : 'verwacht'} een kind${brackets(when)}.${named(name)}`,
  miskraam: (parents, when, name) =>
    `${sayList(parents)} ${parents.length > 1 ? 'hebben' : 'heeft'} een kind verloren door een miskraam${brackets(when)}.${named(name)}`,
  afgebroken: (parents, when, name) =>
    `Een zwangerschap van ${sayList(parents)} is afgebroken${brackets(when)}.${named(name)}`,
  doodgeboren: (parents, when, name) =>
    `Een kind van ${sayList(parents)} is dood geboren${brackets(when)}.${named(name)}`,
};

const births: readonly string[] = ['', '', 'tweeling', 'drieling', 'vierling', 'vijfling', 'zesling'];

/** "Liv en Noa zijn een eeneiige tweeling." */
export function sayBornTogether(names: string, count: number, soort: 'eeneiig' | 'twee-eiig' | undefined): string {
  const word = births[count] ?? 'meerling';
  return `${names} zijn een ${soort === undefined ? '' : `${count > 2 && soort === 'twee-eiig' ? 'meereiige' : `${soort}e`} `}${word}.`;
}

export const verbandWords = { leidtTot: 'leidt tot', omdat: 'omdat' } as const;
