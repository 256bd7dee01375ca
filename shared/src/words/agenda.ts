/** What a step of a meeting is called, and the question that lies on the table. */
export type StepWords = { readonly titel: string; readonly vraag: string };

/** The ready-made meetings, as people choose them. */
export const agendaWords = {
  vrij: { naam: 'Vrij gesprek', uitleg: 'Eén open tafel, zonder vaste stappen.' },
  netwerkberaad: {
    naam: 'Netwerkberaad',
    uitleg: 'Met het gezin, hun eigen mensen en de hulp: waar staan we en wie doet wat?',
  },
  casuistiekbespreking: {
    naam: 'Casuïstiekbespreking',
    uitleg: 'De hulpverleners denken eerst samen na. Daarna kan het gezin erbij komen.',
  },
  genogram: { naam: 'Genogram met het gezin', uitleg: 'Samen tekenen wie er bij het gezin horen.' },
  gezinspatroon: { naam: 'Gezinspatroon', uitleg: 'Stap voor stap zien hoe het een tot het ander leidt.' },
  vaststellen: { naam: 'Samen vaststellen', uitleg: 'Samen lezen wat er staat, en zeggen wat klopt en wat niet.' },
} as const;

/** The steps of the ready-made meetings. Nobody is named in them: they are the same on every board. */
export const stepWords = {
  'open-tafel': { titel: 'Open tafel', vraag: 'Waar willen jullie het over hebben?' },
  welkom: { titel: 'Welkom', vraag: 'Wie zijn er, en wat spreken we af voor dit gesprek?' },
  'wens-jongere': { titel: 'Eerst jouw wens', vraag: 'Wat wil jij? En waar loop je tegenaan?' },
  'wens-kinderen': {
    titel: 'Eerst de wens van de kinderen',
    vraag: 'Wat willen de kinderen zelf? Van wie weten we dat?',
  },
  'nog-een-zes': { titel: 'Is het nog een 6?', vraag: 'Is het nu veilig genoeg? Waaraan merk je dat?' },
  doelen: {
    titel: 'Wat is er veranderd?',
    vraag: 'Wat gaat er anders dan de vorige keer? En hoe staat het met de doelen?',
  },
  instrument: { titel: 'Samen aan het bord', vraag: 'Wat moet hier nog bij, en wat klopt er niet?' },
  'wie-doet-wat': { titel: 'Wie doet wat?', vraag: 'Wie doet wat, en wanneer is het klaar?' },
  bereikbaar: { titel: 'Elkaar bereiken', vraag: 'Wie bel je wanneer? En als het niet gaat zoals afgesproken?' },
  'volgende-keer': { titel: 'De volgende keer', vraag: 'Wanneer zien we elkaar weer, en wie moet er dan bij zijn?' },
  'hoe-was-het': { titel: 'Hoe was dit gesprek?', vraag: 'Wat hielp vandaag? Wat kan de volgende keer beter?' },
  inbreng: { titel: 'Waar gaat het om?', vraag: 'Wat is de vraag van het gezin? En wat is onze eigen vraag?' },
  feiten: { titel: 'Weten we genoeg?', vraag: 'Welke feiten hebben we, van wie, en wat missen we nog?' },
  mensen: { titel: 'Wie zijn de mensen?', vraag: 'Wie horen bij het gezin, en wie kan er helpen?' },
  patroonbeeld: { titel: 'Wat zien we steeds terug?', vraag: 'Wat houdt het in stand? Wat doet de hulp daarin?' },
  weging: {
    titel: 'De weging',
    vraag: 'Helpt het om samen uit te zoeken hoe het zo gekomen is? En is er jeugdbescherming bij nodig?',
  },
  advies: { titel: 'Advies', vraag: 'Wat adviseert de gedragswetenschapper? Volgen we dat, en waarom wel of niet?' },
  besluit: { titel: 'Besluit', vraag: 'Wat besluiten we, waarom, en wat doen we bewust niet?' },
  vertellen: { titel: 'Wat vertellen we het gezin?', vraag: 'Wie vertelt wat, aan wie, en wanneer?' },
  'samen-met-gezin': { titel: 'Samen met het gezin', vraag: 'Dit hebben wij bedacht. Hoe zien jullie het?' },
  waarom: { titel: 'Waarom tekenen we dit?', vraag: 'Wat willen we zien, en wat hoeft niet op het bord?' },
  gezin: { titel: 'Wie horen bij het gezin?', vraag: 'Wie woont waar, en wie is familie van wie?' },
  familie: { titel: 'Opa’s, oma’s en familie', vraag: 'Uit welke families komen jullie?' },
  belangrijk: { titel: 'Wie zijn belangrijk?', vraag: 'Bij wie kun je terecht? Met wie gaat het moeilijk?' },
  opvallen: { titel: 'Wat valt op?', vraag: 'Wat zie je als je zo naar het geheel kijkt?' },
  'klopt-het': { titel: 'Klopt het zo?', vraag: 'Staat het er goed? Wat moet anders?' },
  'eigen-kijk': { titel: 'Hoe kijk jij?', vraag: 'Wat gebeurt er volgens jou vaak bij jullie thuis?' },
  zorg: { titel: 'Waar maken we ons zorgen over?', vraag: 'Wat zien we nu gebeuren? Wie ziet dat, en wanneer?' },
  'bij-het-kind': {
    titel: 'Wat speelt er bij het kind mee?',
    vraag: 'Wat heeft het kind meegemaakt dat nu meespeelt?',
  },
  'gedrag-ouders': {
    titel: 'Wat doen de ouders dan?',
    vraag: 'Wat doet dat met jullie, en wat doe je dan? Wat merken de kinderen daarvan?',
  },
  'bij-de-ouders': { titel: 'Wat ligt daaronder?', vraag: 'Wat hebben jullie zelf meegemaakt dat nu meespeelt?' },
  'rol-van-hulp': { titel: 'Wat deed de hulp?', vraag: 'Wat heeft de hulp veranderd, en wat bleef hetzelfde?' },
  patroonzin: { titel: 'Ons patroon in één zin', vraag: 'Hoe gaat het in dit gezin vaak? Maak samen de zin af.' },
  bedoeling: { titel: 'Wat bedoelt ieder goed?', vraag: 'Wat wil ieder hier eigenlijk bereiken?' },
  doorbreken: { titel: 'Eruit komen', vraag: 'Wat is nodig om eruit te komen? En om eruit te blijven?' },
  lezen: { titel: 'Samen lezen', vraag: 'Wat staat er? Vraag het als iets niet duidelijk is.' },
  'jouw-kijk': { titel: 'Wat vind jij?', vraag: 'Klopt dit voor jou? Zeg het eerst voor jezelf.' },
  verschillen: { titel: 'Waar zien we het anders?', vraag: 'Wat zie jij anders? Verschil mag blijven staan.' },
  vaststellen: { titel: 'Vaststellen', vraag: 'Wat leggen we zo vast, en wat blijft open?' },
} as const satisfies Readonly<Record<string, StepWords>>;

export type StepKey = keyof typeof stepWords;
