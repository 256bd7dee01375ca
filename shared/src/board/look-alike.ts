/**
 * Letters of other scripts, and figures, that look like one of ours on a screen: as Unicode lists them (UTS 39), as far as they are written in names.
 * Decomposed letters (é) are taken apart before.
 */
const looksAs: Readonly<Record<string, string>> = {
  // Cyrillic
  а: 'a',
  в: 'b',
  е: 'e',
  з: 'e',
  и: 'u',
  і: 'i',
  ј: 'i',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  т: 't',
  у: 'y',
  х: 'x',
  ѕ: 's',
  ԁ: 'd',
  һ: 'h',
  ԛ: 'q',
  ԝ: 'w',
  ь: 'b',
  г: 'r',
  п: 'n',
  // Greek
  α: 'a',
  β: 'b',
  γ: 'y',
  ε: 'e',
  ζ: 'z',
  η: 'n',
  ι: 'i',
  κ: 'k',
  μ: 'm',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  σ: 'o',
  τ: 't',
  υ: 'u',
  χ: 'x',
  ω: 'w',
  // Armenian and others that are often seen
  օ: 'o',
  ս: 'u',
  հ: 'h',
  ո: 'n',
  ց: 'g',
  ı: 'i',
  ȷ: 'i',
  ɑ: 'a',
  ɡ: 'g',
  ƙ: 'k',
  ł: 'i',
  ø: 'o',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  þ: 'p',
  // Figures and signs
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '6': 'b',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '@': 'a',
  $: 's',
  '|': 'i',
  '!': 'i',
  // One stroke is like another
  l: 'i',
  j: 'i',
};

/** Two letters that together look like one. */
const pairs: readonly (readonly [string, string])[] = [
  ['rn', 'm'],
  ['vv', 'w'],
  ['cl', 'd'],
  ['ci', 'd'],
];

/** What is left of a name when everything is taken away that an eye passes over: capitals, marks, spaces, and which script a letter is of. */
export function skeletonOf(name: string): string {
  const plain = name.normalize('NFKD').toLowerCase().replaceAll(/\p{M}/gu, '');
  let bare = [...plain.normalize('NFKD')].map((sign) => looksAs[sign] ?? sign).join('');
  bare = bare.replaceAll(/[^\p{L}\p{N}]/gu, '');
  for (const [pair, one] of pairs) bare = bare.replaceAll(pair, one);
  return bare;
}

/**
 * Takes a name that somebody gave themselves and the names of those it must not be taken for; gives the first that an eye could take it for. A name that is
 * exactly the same counts as well.
 */
export function looksLike(name: string, others: readonly string[]): string | undefined {
  const bare = skeletonOf(name);
  if (bare === '') return undefined;
  return others.find((other) => {
    const theirs = skeletonOf(other);
    return theirs !== '' && (bare === theirs || isPart(bare, theirs) || isPart(theirs, bare));
  });
}

/** "Karim" and "Karim (casusregisseur)": the one begins with the other, and is long enough to be a name. */
const isPart = (short: string, long: string): boolean => short.length >= 4 && long.startsWith(short);
