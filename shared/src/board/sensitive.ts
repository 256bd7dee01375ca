/**
 * What in a text could lead somebody to a door or to a person who must not be found (domain S1). It is said before words go to more readers; it never
 * stops anybody, and never changes a word. Better once too often than once too little, so it knows shapes, not registers.
 */
export const sensitiveKinds = ['postcode', 'telefoon', 'adres', 'e-mail', 'burgerservicenummer', 'school'] as const;
export type SensitiveKind = (typeof sensitiveKinds)[number];

/** Where in the text it stands, in UTF-16 units as in a JavaScript string. */
export type Sensitive = { readonly kind: SensitiveKind; readonly at: number; readonly length: number };

type Finder = { readonly kind: SensitiveKind; readonly form: RegExp; readonly counts?: (found: string) => boolean };

/** In the order in which they are tried: what an earlier one took is not looked at again, so a telephone number is no citizen number. */
const finders: readonly Finder[] = [
  { kind: 'e-mail', form: /[\p{L}\d][\p{L}\d._%+-]{0,63}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,4}/gu },
  // Dutch: four digits that do not begin with a zero, two letters that are not SA, SD or SS.
  {
    kind: 'postcode',
    form: /(?<![\p{L}\d])[1-9]\d{3} ?(?!sa|sd|ss)[a-z]{2}(?![\p{L}\d])/giu,
    counts: (found) => !isYear(found),
  },
  {
    kind: 'telefoon',
    form: /(?<![\p{L}\d])(?:(?:\+|00)[ -]?31[ -]?(?:\(0\)[ -]?)?|0)[1-9](?:[ -]?\d){8}(?!\d)/gu,
  },
  { kind: 'burgerservicenummer', form: /(?<!\d)\d{4}[. ]?\d{2}[. ]?\d{3}(?!\d)/gu, counts: isCitizenNumber },
  {
    kind: 'adres',
    form: /(?<!\p{L})[\p{L}'.-]{1,40}(?:straat|straatje|laan|weg|plein|gracht|kade|singel|dijk|hof|pad|steeg|dreef|plantsoen|park) \d{1,4}(?:[ -]?[a-z](?!\p{L}))?(?!\d)/giu,
  },
  {
    kind: 'school',
    form: /(?<!\p{L})(?:basisschool|obs|cbs|pcb|kindcentrum|ikc|[\p{L}'-]{0,30}(?:college|lyceum)|kinderopvang|sportclub|voetbalclub)(?: (?:[Dd]e|[Hh]et|'t))? \p{Lu}[\p{L}'-]{1,30}|(?<!\p{L})\p{Lu}[\p{L}'-]{1,30}(?:college|lyceum|school)(?!\p{L})/gu,
  },
];

/** `1998 in` and `2015 op` look like a postcode; a year followed by a small word is no address. */
function isYear(found: string): boolean {
  const year = Number(found.slice(0, 4));
  const letters = found.slice(-2);
  return found.includes(' ') && year >= 1900 && year <= 2099 && letters === letters.toLowerCase();
}

/** The eleven test of the Dutch citizen number (nine digits, weights 9 to 2 and -1). */
function isCitizenNumber(found: string): boolean {
  const digits = [...found.replaceAll(/\D/g, '')].map(Number);
  const sum = digits.reduce((total, digit, place) => total + digit * (place === 8 ? -1 : 9 - place), 0);
  return digits.length === 9 && sum !== 0 && sum % 11 === 0;
}

/**
 * Takes a text, gives what in it looks like a postcode, telephone number, street with a number, e-mail address, citizen number, or the name of a school or
 * club, in the order of the text and never overlapping.
 */
export function sensitiveIn(text: string): Sensitive[] {
  const found: Sensitive[] = [];
  const isTaken = (at: number, length: number): boolean =>
    found.some((one) => at < one.at + one.length && one.at < at + length);
  for (const { kind, form, counts } of finders) {
    for (const match of text.matchAll(form)) {
      const [words] = match;
      if (isTaken(match.index, words.length) || counts?.(words) === false) continue;
      found.push({ kind, at: match.index, length: words.length });
    }
  }
  return found.sort((one, other) => one.at - other.at);
}
