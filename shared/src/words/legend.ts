/** What the signs of the genogram are called in its legend, where the form has no word for it. */
export const legendWords = {
  titel: 'Wat de tekens betekenen',
  toon: 'Tekens',
  toonHint: 'Laat zien wat de tekens betekenen',
  indexkind: 'over dit kind gaat het overleg',
  overleden: 'overleden, met de leeftijd toen',
  huisdier: 'huisdier',
  organisatie: 'organisatie',
  huishouden: 'wonen samen in één huis',
  bloedverwant: 'samen, en familie van elkaar',
  onbekend: 'geslacht niet bekend',
  eeneiig: 'eeneiige tweeling of meerling',
  'twee-eiig': 'tweeling of meerling',
  pijl: 'de pijl wijst van wie het doet naar wie het raakt',
  ouders: 'samen ouders, hoe zij samen waren is niet bekend',
  kind: (soort: string): string => `kind: ${soort}`,
} as const;
