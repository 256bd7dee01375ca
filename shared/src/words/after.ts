/** The words of *Afspraken van vandaag*: on the page, on paper and in a mail. */
export const sheetWords = {
  title: 'Afspraken van vandaag',
  titleOf: (dag: string) => `Afspraken van ${dag}`,
  short: 'Afspraken',
  meeting: (titel: string, van: string, tot: string) => `${titel}, van ${van} tot ${tot} uur`,
  frozen: 'Zo lag het op tafel toen de bijeenkomst sloot. Er komt niets meer bij.',
  professionals: 'Dit blad is alleen voor professionals: de tafel was dicht voor de familie toen de bijeenkomst sloot.',
  erased: (dagen: string) => `Uit dit blad is later op verzoek iets gewist, op ${dagen}.`,
  present: 'Wie er waren',
  presentNone: 'Er is niet vastgelegd wie er waren.',
  also: (namen: string) => `Ook aanwezig: ${namen}`,
  agreed: 'Wat we hebben afgesproken',
  agreedNone: 'Er zijn geen nieuwe afspraken gemaakt.',
  safety: 'Afspraken over veiligheid',
  safetyNone: 'Er liggen geen afspraken over veiligheid op tafel.',
  questions: 'Wat we nog niet weten',
  questionsNone: 'Er zijn geen open vragen.',
  next: 'Volgende keer',
  nextNone: 'Er is nog geen datum voor de volgende keer.',
  before: 'Eerder afgesproken, en nog op tafel',
  who: (wie: string) => `Wie: ${wie}`,
  nobody: 'Wie: nog niet afgesproken',
  findsOut: (wie: string) => `Wie zoekt dit uit: ${wie}`,
  nobodyFindsOut: 'Wie zoekt dit uit: nog niet afgesproken',
  when: (dag: string) => `Wanneer: ${dag}`,
  about: (namen: string) => `Over: ${namen}`,
  otherwise: (tekst: string) => `Als dat niet lukt: ${tekst}`,
  from: (dag: string) => `Vanaf: ${dag}`,
  readOn: 'Lees verder op bladzijde',
  choose: 'Van welke bijeenkomst?',
  none: 'Er is nog geen bijeenkomst geweest waarvan jij de afspraken kunt lezen.',
  download: 'Download als PDF',
  copy: 'Kopieer als tekst voor een mail',
  copied: 'Gekopieerd. Plak de tekst in je eigen mail en kies zelf aan wie je die stuurt.',
  copyFailed: 'Kopiëren is niet gelukt: selecteer de tekst hieronder en kopieer die zelf.',
  asText: 'De tekst voor een mail',
  mailCare: 'Een gewone mail is niet veilig voor wat hier staat. Gebruik de beveiligde mail van je organisatie.',
} as const;

/** Until when a board is kept. */
export const endWords = {
  title: 'Tot wanneer dit bord bestaat',
  lead: (dag: string) => `Dit bord bestaat tot en met ${dag}. Daarna wist Samenbord het vanzelf, voor iedereen.`,
  usual: 'Zonder andere datum is dat een half jaar na de laatste bijeenkomst.',
  wasSet: 'De casusregisseur heeft deze datum gekozen.',
  what: 'Wat nodig blijft, bewaar je daarvoor in je eigen dossier: download de analyse en de afspraken.',
  field: 'Laatste dag van dit bord',
  hint: (dag: string) => `Op zijn laatst ${dag}.`,
  save: 'Bewaar deze datum',
  back: 'Terug naar een half jaar na de laatste bijeenkomst',
  saved: 'De datum is bewaard.',
  soon: (dagen: number, dag: string) =>
    dagen === 0
      ? `Vandaag is de laatste dag van dit bord (${dag}). Daarna wordt het gewist, voor iedereen.`
      : `Over ${dagen === 1 ? '1 dag' : `${dagen} dagen`} is de laatste dag van dit bord (${dag}). Daarna wordt het gewist, voor iedereen.`,
  over: (dag: string) =>
    `De laatste dag van dit bord was ${dag}. Het wordt binnen een paar dagen gewist, voor iedereen.`,
  ask: 'Is dat te vroeg? Vraag de casusregisseur om een latere datum.',
  toDate: 'Kies een andere datum',
} as const;

/** What the table is called in the trace. */
export const zoneWords = { gedeeld: 'de tafel', team: 'het deel van de professionals' } as const;

/** What was done with a board, after the name of who did it. */
export const traceWords = {
  'bord-gemaakt': 'maakte het bord',
  uitgenodigd: 'nodigde iemand uit',
  'nieuwe-link': 'maakte een nieuwe link',
  binnengekomen: 'kwam binnen',
  binnengelaten: 'liet iemand binnen uit de wachtkamer',
  geweigerd: 'liet iemand niet binnen uit de wachtkamer',
  ingetrokken: 'trok een uitnodiging in',
  'feiten-gewijzigd': 'wijzigde de regie of het kader',
  'versie-bevroren': 'legde de tafel vast als versie',
  'positie-gegeven': 'gaf een antwoord op een versie',
  'analyse-geopend': 'opende de verklarende analyse',
  'bord-uitgevoerd': 'downloadde de tafel als bestand',
  'bord-ingevoerd': 'zette een bestand op tafel',
  'familie-ingevoerd': 'zette een familie uit een bestand op tafel',
  'familie-uitgevoerd': 'downloadde de families op tafel als bestand',
  'wachtkamer-geopend': 'opende de wachtkamer',
  'definitief-gewist': 'wiste iets definitief',
  'bijeenkomst-voorbereid': 'bereidde een bijeenkomst voor',
  'bijeenkomst-geopend': 'opende de bijeenkomst',
  'bijeenkomst-gesloten': 'sloot de bijeenkomst',
  'regie-overgenomen': 'nam de leiding van de bijeenkomst over',
  'familie-aan-tafel': 'opende of sloot de tafel voor de familie',
  'versie-gewist': 'wiste de inhoud van een versie',
  'bord-gewist': 'wiste het bord',
  teruggezet: 'zette iets terug zoals het was',
  gelezen: 'las',
  'aan-tafel': 'zat aan tafel bij een bijeenkomst',
  'afspraken-gelezen': 'las de afspraken van een bijeenkomst',
  'spoor-gelezen': 'las wie wat deed',
  'spoor-uitgevoerd': 'downloadde wie wat deed',
  'veel-gelezen': 'opende in korte tijd erg veel borden of bestanden',
  herhaald: 'deed dit in een uur vaker dan hier staat',
  'einddatum-gezet': 'koos de laatste dag van het bord',
  'bord-verlopen': 'wiste het bord, omdat de laatste dag voorbij was',
  verplaatst: 'legde een kaart bij andere lezers',
  'van-tafel-gehaald': 'haalde een kaart van tafel',
  'ronde-begonnen': 'begon een ronde: iedereen schrijft eerst alleen',
  'ronde-onthuld': 'liet de kaarten van een ronde tegelijk zien',
  'ronde-gestopt': 'stopte een ronde zonder iets te laten zien',
  'vertrouwd-gewijzigd': 'koos wie een vertrouwd deel leest',
  'veiligheid-voorop': 'zette veiligheid voorop, of weer niet',
} as const;
/** Where a card went, as far as it may be told. */
export const sayMoved = {
  op: 'legde een eigen kaart op tafel',
  af: 'nam een eigen kaart van tafel',
  anders: traceWords.verplaatst,
} as const;
const acts = new Map<string, string>(Object.entries(traceWords));
/** What was done, in words; an act of a newer version is told by its code. */
export const sayAct = (action: string): string => acts.get(action) ?? action;

/** The page of the casusregisseur about who did what, and everybody's own page. */
export const traceWordsPage = {
  title: 'Wie wat deed',
  short: 'Spoor',
  lead: 'Hier staat wie wat deed met dit bord, en wanneer. Wat iemand schreef, staat hier nooit.',
  hidden:
    'Wat de familie thuis leest of in een eigen deel doet, zie je hier niet. Dat leest alleen die persoon zelf, bij Wat er met mijn gegevens gebeurde.',
  whole: 'Het spoor is compleet: er is niets veranderd of weggehaald.',
  broken: 'LET OP: het spoor klopt niet. Er is iets veranderd of weggehaald. Bel de beheerder.',
  who: 'Wie',
  everybody: 'Iedereen',
  what: 'Wat',
  everything: 'Alles',
  when: 'Wanneer',
  ground: 'Grondslag',
  system: 'Samenbord',
  download: 'Download als tabel (CSV)',
  older: 'Toon wat hiervoor gebeurde',
  none: 'Hier is nog niets gebeurd.',
  noneFound: 'Niets gevonden. Kies iemand anders of iets anders.',
  alarm: 'Let op',
  toTrace: 'Bekijk wie wat deed',
  mine: {
    title: 'Wat er met mijn gegevens gebeurde',
    lead: 'Hier lees je wie iets deed met wat van jou is. Alleen jij ziet deze lijst.',
    none: 'Er is nog niets gebeurd met wat van jou is.',
    open: 'Wat gebeurde er met mijn gegevens?',
    ask: 'Staat hier iets wat je niet begrijpt? Vraag het aan de casusregisseur.',
  },
} as const;

const times = (count: number): string => (count === 1 ? '' : `, ${count} keer`);
const cards = (count: number): string =>
  count === 1 ? 'Daar lag toen 1 kaart van jou.' : `Daar lagen toen ${count} kaarten van jou.`;

/** What happened with what is mine, as whole sentences. */
export const myTraceWords = {
  invited: (wie: string, grond: string | undefined) =>
    grond === undefined ? `${wie} nodigde je uit.` : `${wie} nodigde je uit. De reden die daarbij staat: ${grond}.`,
  link: (wie: string) => `${wie} maakte een nieuwe link voor jou.`,
  letIn: (wie: string) => `${wie} liet je binnen.`,
  ended: (wie: string) => `${wie} beëindigde je deelname.`,
  cameIn: 'Je kwam binnen met je link.',
  satThere: 'Je zat aan tafel bij een bijeenkomst.',
  iRead: (wat: string, count: number) => `Je las ${wat}${times(count)}.`,
  iDid: (wat: string, count: number) => `Je ${wat}${times(count)}.`,
  readTable: (wie: string, aantal: number, count: number) => `${wie} las de tafel${times(count)}. ${cards(aantal)}`,
  tookTable: (wie: string, aantal: number, count: number) =>
    `${wie} downloadde de tafel als bestand${times(count)}. ${cards(aantal)}`,
  readTrusted: (wie: string, count: number) => `${wie} las het deel dat je met deze persoon deelt${times(count)}.`,
  readAnalysis: (wie: string, count: number) =>
    `${wie} opende de verklarende analyse${times(count)}. Daarin staan ook woorden van jou.`,
  readSheet: (wie: string, count: number) =>
    `${wie} las de afspraken van een bijeenkomst waar jij bij was${times(count)}.`,
  froze: (wie: string, aantal: number) => `${wie} legde de tafel vast als versie. ${cards(aantal)}`,
  tookOff: (wie: string) => `${wie} haalde een kaart van jou van tafel. De kaart is weer alleen van jou.`,
  trusted: (wie: string) => `${wie} koos voor jou wie het deel leest dat je met vertrouwde mensen deelt.`,
  moved: 'Je legde een kaart van jou bij andere lezers.',
  table: 'de tafel',
  analysis: 'de verklarende analyse',
  sheet: 'de afspraken van een bijeenkomst',
} as const;
