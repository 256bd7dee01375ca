/** The words around the analysis in its documents. */
export const documentWords = {
  titel: 'Hoe het zo gekomen is',
  ondertitel: 'Verklarende analyse: wat er speelt, hoe het komt en wat helpt, in de woorden van de mensen zelf.',
  versie: 'Versie',
  voor: 'Dit exemplaar is gemaakt voor',
  soorten:
    'Een feit is gezien of staat op papier. Een visie is hoe iemand het ziet. Een duiding is een uitleg die we samen kunnen bekijken.',
  inhoud: 'Inhoud',
  mist: 'Wat hier nog mist',
  geheel: 'Wat ieder van het geheel vindt',
  opmerkingen: 'Wat nog beter kan',
  opmerkingenUitleg:
    'Voor professionals. Dit is geteld, niet beoordeeld: het zegt iets over de analyse, niets over mensen.',
  over: 'over',
  bron: 'bron',
  steunt: 'steunt op',
  opgeschreven: 'opgeschreven door',
  iemand: 'iemand',
  verderOnder: 'Alles staat onder de tekening in woorden.',
  inWoorden: 'Dezelfde tekening in woorden',
  bladzijde: 'Bladzijde',
  van: 'van',
  kenmerk: 'Kenmerk van deze versie (SHA-256)',
  vervangen: 'Enkele tekens kan dit document niet laten zien: daar staat �. In de HTML-versie staan ze wel.',
} as const;

/** Takes how words came to be somebody's, whose they are and who typed them; says it in a few words. */
export function sayConfirmation(
  how: 'zelf-geschreven' | 'zelf' | 'voorgelezen' | 'nog-niet',
  whose: string,
  typist: string,
): string {
  switch (how) {
    case 'zelf-geschreven':
      return 'zelf gezegd';
    case 'zelf':
      return `opgeschreven door ${typist}; ${whose} zegt: zo bedoel ik het`;
    case 'voorgelezen':
      return `opgeschreven door ${typist}, voorgelezen en akkoord`;
    case 'nog-niet':
      return `opgeschreven door ${typist}, nog niet bevestigd door ${whose}`;
  }
}

/** Stands where a picture would be that holds more than can be drawn. */
export const tooFullToDraw = 'Hier staat te veel om te tekenen. In woorden staat alles in dit stuk.';
