import type { LeftOutKind } from '../exchange/told.ts';
import type { NotCarried, otherKinds } from '../exchange/to-gedcom.ts';
import type { RefusalReason } from '../exchange/refusal.ts';
import { thingWords } from './things.ts';

/** What stands with people who come out of a family file. */
export const exchangeWords = {
  diedUndated: 'Overleden. Wanneer is niet bekend.',
} as const;

const unchanged = 'Er is niets veranderd op het bord.';

/** Why a file or a list is not taken, and what to do. */
const refusals: Readonly<Record<RefusalReason, string>> = {
  leeg: 'Dit bestand is leeg: kies een ander bestand.',
  'te-groot':
    'Dit bestand is te groot. Een stamboombestand mag 10 MB zijn: bewaar in het stamboomprogramma een kleiner deel.',
  'geen-gedcom': 'Dit is geen stamboombestand (GEDCOM) en geen Samenbord-bestand: kies een ander bestand.',
  ingepakt: 'Dit bestand is ingepakt (zip): pak het eerst uit en kies dan het bestand dat op .ged eindigt.',
  versie:
    'Dit is een soort GEDCOM die we niet kennen: bewaar het bestand in het stamboomprogramma als GEDCOM 5.5.1 of 7.',
  tekenset: 'Dit bestand heeft een tekenset die we niet kennen: bewaar het in het stamboomprogramma als UTF-8.',
  tekens: 'In dit bestand staan tekens die niet kloppen: bewaar het in het stamboomprogramma opnieuw, als UTF-8.',
  regel: 'Een regel in dit bestand is niet te lezen: bewaar het in het stamboomprogramma opnieuw.',
  'te-diep': 'Dit bestand is niet goed opgebouwd: het gaat dieper dan een stamboombestand kan.',
  niveau: 'Dit bestand is niet goed opgebouwd: er ontbreekt een regel. Bewaar het in het stamboomprogramma opnieuw.',
  'te-veel-regels': 'Dit bestand heeft te veel regels: bewaar in het stamboomprogramma een kleiner deel.',
  'te-veel-mensen': 'In dit bestand staan te veel mensen: bewaar in het stamboomprogramma een kleiner deel.',
  'dubbel-nummer':
    'In dit bestand hebben twee mensen of gezinnen hetzelfde nummer: zo weten we niet wie bij wie hoort.',
  'te-veel-rijen': 'Deze lijst is te lang: plak er hoogstens 500 regels in.',
};

/** The sentence for a file that is not taken: why, where, and that nothing happened. */
export function sayRefusal(reason: RefusalReason, line?: number, encoding?: string): string {
  const where = line === undefined ? '' : ` (regel ${line})`;
  const which = encoding === undefined || encoding === '' ? '' : ` (${encoding})`;
  const sentence = refusals[reason];
  const cut = sentence.indexOf(':') === -1 ? sentence.length : sentence.indexOf(':');
  return `${sentence.slice(0, cut)}${which}${where}${sentence.slice(cut)} ${unchanged}`;
}

/** What stands in a family file and does not come along: one and more. */
export const leftOutWords: Readonly<Record<LeftOutKind, readonly [one: string, more: string]>> = {
  adres: ['adres of plaats', 'adressen en plaatsen'],
  contact: ['telefoonnummer, e-mailadres of website', 'telefoonnummers, e-mailadressen en websites'],
  nummer: ['nummer, zoals een burgerservicenummer', 'nummers, zoals een burgerservicenummer'],
  kenmerk: ['kenmerk, zoals geloof of afkomst', 'kenmerken, zoals geloof of afkomst'],
  notitie: ['aantekening', 'aantekeningen'],
  bron: ['bron', 'bronnen'],
  beeld: ['foto of ander bestand', 'foto’s en andere bestanden'],
  gebeurtenis: ['andere gebeurtenis', 'andere gebeurtenissen'],
  'andere-naam': ['andere naam van iemand', 'andere namen van mensen'],
  'lange-naam': ['deel van een lange naam', 'delen van lange namen'],
  datum: ['datum die hier niet te schrijven is', 'datums die hier niet te schrijven zijn (zoals ‘voor 1900’)'],
  toelichting: ['toelichting bij een datum of naam', 'toelichtingen bij een datum of naam'],
  geslacht: ['geslacht dat we niet kennen', 'keer een geslacht dat we niet kennen: het staat als ‘niet bekend’'],
  verband: ['ander verband tussen mensen', 'andere verbanden tussen mensen'],
  ouderschap: ['soort ouderschap die we niet kennen', 'keer een soort ouderschap die we niet kennen'],
  'ouders-onbekend': ['kind van wie de ouders er niet bij staan', 'kinderen van wie de ouders er niet bij staan'],
  'tweede-huwelijk': ['tweede huwelijk van dezelfde mensen', 'tweede huwelijken van dezelfde mensen'],
  'niet-gevonden': ['verwijzing naar iemand die er niet in staat', 'verwijzingen naar iemand die er niet in staat'],
  beheer: ['gegeven over het bestand zelf', 'gegevens over het bestand zelf'],
  'eigen-veld': ['eigen veld van het stamboomprogramma', 'eigen velden van het stamboomprogramma'],
  anders: ['ander gegeven', 'andere gegevens'],
};

/** What a family file has no place for, beside the kinds of cards. */
const otherKindWords: Readonly<Record<(typeof otherKinds)[number], readonly [one: string, more: string]>> = {
  geboortegeslacht: ['geslacht bij de geboorte', 'keer het geslacht bij de geboorte'],
  geweldslijnen: ['lijn over geweld (die gaat nooit mee)', 'lijnen over geweld (die gaan nooit mee)'],
  'lijnen-met-anderen': ['lijn met een dier of organisatie', 'lijnen met dieren en organisaties'],
  plekken: ['plek van iemand op het bord', 'plekken van mensen op het bord'],
  tekeningen: ['tekening', 'tekeningen'],
};

/** "3 bronnen", "1 bron". */
export const sayCount = (count: number, [one, more]: readonly [string, string]): string =>
  `${count} ${count === 1 ? one : more}`;

const isOther = (kind: NotCarried['kind']): kind is keyof typeof otherKindWords => Object.hasOwn(otherKindWords, kind);

/** One line of what a family file could not carry. */
export function sayNotCarried({ kind, count }: NotCarried): string {
  if (isOther(kind)) return sayCount(count, otherKindWords[kind]);
  return sayCount(count, [thingWords[kind].naam, thingWords[kind].meervoud]);
}

/** How many of each kind there are: "4 personen", "1 notitie". */
export function sayKinds(things: readonly { readonly type: string }[]): string[] {
  return typesOf(thingWords).flatMap((type) => {
    const count = things.filter((one) => one.type === type).length;
    return count === 0 ? [] : [sayCount(count, [thingWords[type].naam, thingWords[type].meervoud])];
  });
}

const typesOf = <T extends object>(words: T): (keyof T)[] => Object.keys(words) as (keyof T)[];
