/** Adding somebody to the family from a person, with one short form. */
export const relativeWords = {
  title: 'Familie erbij',
  add: {
    partner: 'Partner erbij',
    kind: 'Kind erbij',
    ouder: 'Ouder erbij',
    'broer-of-zus': 'Broer of zus erbij',
  },
  of: {
    partner: (naam: string): string => `Partner van ${naam}`,
    kind: (naam: string): string => `Kind van ${naam}`,
    ouder: (naam: string): string => `Ouder van ${naam}`,
    'broer-of-zus': (naam: string): string => `Broer of zus van ${naam}`,
  },
  name: 'Hoe heet deze persoon?',
  nameHint: 'Weet je de naam niet? Laat dit dan leeg.',
  born: 'Wanneer geboren?',
  other: 'Wie is de andere ouder?',
  nobody: 'niemand anders, of niet bekend',
  needsParent: (naam: string): string =>
    `Een broer of zus heeft een ouder samen met ${naam}. Zet eerst een ouder van ${naam} erbij.`,
  keep: 'Zet op tafel',
  added: (naam: string): string => `${naam} staat erbij.`,
  someone: 'Iemand',
  gone: 'Deze persoon is van tafel gehaald.',
} as const;
