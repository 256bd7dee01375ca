import { sayList } from './dates.ts';

/** The parts of the verklarende analyse (domain 2.1): the words families see, and the official name beside them. */
export const partWords = {
  A: { titel: 'Over dit stuk', officieel: 'Kop', verplicht: true },
  B: { titel: 'Waarom we hier zitten, en wat ieder vraagt', officieel: 'Aanleiding en vraag', verplicht: true },
  C: { titel: 'Wie zijn de mensen', officieel: 'Genogram', verplicht: true },
  D: { titel: 'Wat er gebeurd is', officieel: 'Tijdlijn', verplicht: true },
  E: { titel: 'Wat er te zien en te horen is', officieel: 'Klachten en gedrag', verplicht: true },
  F: { titel: 'Drie kanten: kind, opvoeden en omgeving', officieel: 'CAF-driehoek', verplicht: true },
  G: { titel: 'Dit gaat goed, dit is moeilijk', officieel: 'Krachten en zorgen', verplicht: true },
  H: { titel: 'Is het veilig?', officieel: 'Veiligheid', verplicht: true },
  I: { titel: 'Hoe elk probleem ontstond en blijft', officieel: 'Verklaring per probleem', verplicht: true },
  J: { titel: 'Hoe het ene het andere raakt', officieel: 'Gezinspatroon en hulpverleningspatroon', verplicht: true },
  K: { titel: 'In ons gezin gaat het vaak zo', officieel: 'Patroonzin en nobele intenties', verplicht: true },
  L: { titel: 'Hoe komt het dat sommige dingen goed gaan', officieel: 'Positieve verklaring', verplicht: false },
  M: { titel: 'Kan het ook anders zitten?', officieel: 'Andere verklaringen', verplicht: false },
  N: { titel: 'Wat we nog niet weten', officieel: 'Open vragen', verplicht: true },
  O: { titel: 'Zo is het goed genoeg', officieel: 'Haalbare eindsituatie', verplicht: true },
  P: { titel: 'Wat kan veranderen, wat vangen we op', officieel: 'Veranderbaar en te compenseren', verplicht: true },
  Q: { titel: 'Waar we aan werken', officieel: 'Doelen en afspraken', verplicht: true },
  R: { titel: 'Hulp en besluiten', officieel: 'Hulp en kernbesluiten', verplicht: true },
  S: { titel: 'Wat ieder ervan vindt', officieel: 'Reacties', verplicht: true },
  T: { titel: 'Hoe dit tot stand kwam', officieel: 'Verantwoording', verplicht: true },
} as const;
export type PartLetter = keyof typeof partWords;
export const partOrder = Object.keys(partWords) as PartLetter[];

export const positionWords = {
  klopt: 'Dit klopt voor mij',
  anders: 'Ik zie het anders',
  'weet-niet': 'Ik weet het nog niet',
  'liever-niet': 'Ik zeg hier liever niets over',
} as const;
export const noSignature = 'Dit is geen handtekening en geen toestemming voor hulp.';

/** Under a picture whose cards all follow in words. */
export const belowInWords = 'Alles wat op deze tekening staat, staat hieronder in woorden.';

export const kindWords = { feit: 'feit', visie: 'visie', duiding: 'duiding', samen: 'samen geschreven' } as const;

export const groundWords = {
  toestemming: 'toestemming',
  'wettelijke-plicht': 'wettelijke plicht',
  'vitaal-belang': 'levensgevaar',
  'directe-betrokkenheid': 'direct betrokken bij dezelfde hulp',
  'eigen-werkinstructie': 'eigen werkinstructie',
  'betrokkene-zelf': 'het gaat over deze persoon zelf',
} as const;
export const informedWords = {
  gevraagd: 'gevraagd',
  geinformeerd: 'geïnformeerd',
  'nog-niet': 'nog niet geïnformeerd',
} as const;
export const frameWords = {
  vrijwillig: 'vrijwillig',
  'product-1': 'vrijwillig, de gecertificeerde instelling denkt zonder namen mee (product 1)',
  'product-2a': 'vrijwillig, de gecertificeerde instelling werkt mee (product 2a)',
  'product-2b': 'vrijwillig na de jeugdbeschermingstafel (product 2b)',
  ots: 'ondertoezichtstelling, door de rechter (OTS)',
  voogdij: 'voogdij, door de rechter',
  anders: 'een ander kader',
} as const;

/** Names of fields as they stand beside what was typed in them. A field that is not here is shown with its own name. */
export const fieldWords: Readonly<Record<string, string>> = {
  wanneer: 'Wanneer',
  datum: 'Datum',
  periode: 'Wanneer',
  begonnen: 'Begonnen',
  geeindigd: 'Geëindigd',
  geboren: 'Geboren',
  overleden: 'Overleden',
  vanaf: 'Vanaf',
  volgende: 'Volgende keer',
  wie: 'Wie',
  wat: 'Wat',
  waar: 'Waar',
  door: 'Door',
  redenen: 'Waarom',
  advies: 'Advies van de gedragswetenschapper',
  gevolgd: 'Is het advies gevolgd',
  waaromNiet: 'Waarom niet',
  doel: 'Doel',
  resultaat: 'Wat het opleverde',
  uitkomst: 'Uitkomst',
  organisatie: 'Organisatie',
  toelichting: 'Toelichting',
  bijzonderheid: 'Bijzonderheid',
  cijfer: 'Cijfer (een 6 is goed genoeg)',
  beoordelaar: 'Wie keek ernaar',
  verantwoordelijk: 'Wie is verantwoordelijk',
  instrument: 'Waarmee',
  veiligheidsdoel: 'Zo is het veilig',
  watAls: 'Wat als het toch gebeurt',
  prioriteit: 'Volgorde',
  voortgang: 'Hoe ver zijn we',
  doorbreekt: 'Doorbreekt',
  compenseert: 'Maakt goed',
  bijeenkomst: 'Afgesproken op',
  antwoord: 'Antwoord',
  aanwezig: 'Aanwezig',
  ookAanwezig: 'Ook aanwezig',
  vorm: 'Hoe',
  einde: 'Einde',
  leden: 'Wie',
  geslacht: 'Geslacht',
  kring: 'Kring',
  indexkind: 'Dit gesprek gaat over dit kind',
};

/** Words for the choices that a field can hold; a choice that is not here is shown as it is, without hyphens. */
export const choiceWords: Readonly<Record<string, string>> = {
  'niet-geholpen': 'niet geholpen',
  deels: 'voor een deel',
  loopt: 'loopt nog',
  'nog-niet-begonnen': 'nog niet begonnen',
  bezig: 'we zijn bezig',
  casuistiekoverleg: 'casuïstiekoverleg',
  biologisch: 'van geboorte',
  adoptie: 'adoptie',
  pleeg: 'pleegzorg',
  stief: 'stiefouder',
  'direct-veiligstellen': 'nu direct veilig maken',
  'geregistreerd-partnerschap': 'geregistreerd partnerschap',
  samenwonend: 'wonen of woonden samen',
  'uit-elkaar': 'uit elkaar',
  kind: 'ontwikkeling van het kind',
  opvoeding: 'opvoeden',
  omgeving: 'gezin en omgeving',
};
export const sayChoice = (choice: string): string => choiceWords[choice] ?? choice.replaceAll('-', ' ');

export const sideWords = {
  kind: 'Ontwikkeling van het kind',
  opvoeding: 'Opvoeden',
  omgeving: 'Gezin en omgeving',
} as const;
export const safetyWords = {
  veilig: 'veilig',
  onveilig: 'onveilig',
  'direct-veiligstellen': 'nu direct veilig maken',
} as const;
export const reasonWords = {
  eerste: 'De eerste aanleiding',
  laatste: 'De laatste aanleiding',
  zorgmelding: 'Zorgmelding',
} as const;

/** The questions on the way from the pattern to "zo is het goed genoeg" (domain 2.3). */
export const endQuestions = {
  'patroon-helder': 'Is het patroon duidelijk genoeg?',
  'wat-mist': 'Wat missen we nog?',
  'wat-kan-veranderen': 'Wat kan veranderen of geleerd worden?',
  veranderdoelen: 'Wat willen we veranderen?',
  'welke-hulp': 'Welke hulp is daarvoor nodig?',
  'wie-geeft-hulp': 'Wie geeft die hulp?',
  'wat-compenseren': 'Wat verandert niet, en moet iemand anders altijd opvangen?',
  'hoe-compenseren': 'Hoe vangen we dat op?',
  krachten: 'Welke krachten in gezin en netwerk gebruiken we?',
  wens: 'Wat wensen we de kinderen toe?',
  'goed-genoeg': 'Hoe haalbaar is dat, en wat is goed genoeg?',
  beeld: 'Hoe ziet het er dan uit, en waar en bij wie groeien de kinderen op?',
  zes: 'Hoe ziet een 6 eruit?',
  termijn: 'Wanneer moet het zo zijn?',
} as const;

const counted = (count: number, one: string, more: string): string =>
  count === 1 ? `1 mens ${one}` : `${count} mensen ${more}`;

/** Takes the names of who said what, gives where people stand in one or more sentences. */
export function sayStance(
  names: Readonly<Record<keyof typeof positionWords, readonly string[]>>,
  silent: number,
): string {
  const say = (who: readonly string[], one: string, more: string): string[] =>
    who.length === 0 ? [] : [`${sayList(who)} ${who.length === 1 ? one : more}.`];
  const sentences = [
    ...(names.klopt.length === 0 ? [] : [`Voor ${sayList(names.klopt)} klopt dit.`]),
    ...say(names.anders, 'ziet het anders', 'zien het anders'),
    ...say(names['weet-niet'], 'weet het nog niet', 'weten het nog niet'),
    ...say(names['liever-niet'], 'zegt hier liever niets over', 'zeggen hier liever niets over'),
    ...(silent === 0 ? [] : [`Van ${counted(silent, 'is', 'is')} hier nog geen reactie te zien.`]),
  ];
  return sentences.join(' ');
}
