import type { RefusalReason } from '../exchange/refusal.ts';

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
