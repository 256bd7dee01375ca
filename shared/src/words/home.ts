/** What a phone says at home, alone and at the table. */
export const homeWords = {
  /** The numbers of this country; whoever runs the server may set others. */
  help: [
    { naam: '112', wanneer: 'bij direct gevaar', nummer: '112' },
    { naam: 'Veilig Thuis', wanneer: '0800 2000, dag en nacht', nummer: '08002000' },
    { naam: 'Kindertelefoon', wanneer: '0800 0432, van 11.00 tot 21.00 uur', nummer: '08000432' },
    { naam: '113', wanneer: 'bij gedachten aan zelfdoding, dag en nacht', nummer: '113' },
  ],
  danger: (naam: string) => `In gevaar? Bel ${naam}.`,
  dangerMore: 'Andere nummers',
  nobodyReads: 'Niemand leest dit vanavond mee.',

  free: {
    title: 'Kun je nu vrij praten?',
    lead: 'Kan iemand meekijken of meeluisteren die dit niet mag zien?',
    again: 'Je was even weg. Daarom vragen we het opnieuw.',
    yes: 'Ja, ik kan vrij praten',
    unsure: 'Ik weet het niet',
    no: 'Nee',
    unsureTitle: 'Zoek eerst een rustige plek',
    unsureText:
      'Ga ergens zitten waar niemand meekijkt. Zet het geluid uit. Komt er iemand bij? Tik rechtsboven op Snel weg.',
    unsureGo: 'Ik zit goed, ga verder',
    noTitle: 'Dan blijft alles dicht',
    noText: 'Er staat niets open. Je kunt deze pagina sluiten en later terugkomen.',
    back: 'Toch verder gaan',
  },

  leave: {
    title: 'Stoppen op deze telefoon',
    text: 'Daarna staat hier niets meer van het bord, ook niet met de knop Terug. Je komt weer binnen met je link of een nieuwe link.',
    go: 'Stop en maak leeg',
    sure: 'Wat nog niet is opgeslagen, is dan weg.',
    failed:
      'Het bord is hier dicht. De server kon het nog niet afsluiten: kijk of je internet hebt en probeer het opnieuw.',
    lead: 'Kijkt er iemand anders op dit apparaat? Ga dan weg, dan blijft hier niets staan.',
  },

  plain: {
    title: 'Je kunt nu alleen lezen',
    text: 'Deze internetverbinding laat het bord niet meelopen. Je ziet steeds na een paar tellen wat er verandert. Wil je iets zeggen? Vraag of iemand aan tafel het voor je opschrijft, of probeer een andere wifi.',
    mark: 'Alleen lezen',
  },

  nu: {
    where: (stap: string) => `Nu: ${stap}`,
    shut: 'De tafel is dicht',
    shutText: 'Wat je hier schrijft, blijft in je eigen plek tot jij het op tafel zet.',
    meetingSoon: 'De tafel is dicht. Zodra de bijeenkomst begint, zie je dat hier vanzelf.',
    can: 'Dit kun je nu doen',
    prepare: 'Bereid je voor',
    prepareText: 'Vier korte vragen. Jij kiest per antwoord wie het leest.',
    lastVersion: 'Lees de laatste versie',
    myBox: 'Naar mijn eigen plek',
    handUp: 'Ik wil iets zeggen',
    handDown: 'Haal mijn hand weg',
    handWaits: (plek: number) =>
      plek === 1 ? 'Je bent zo aan de beurt.' : `Er ${plek === 2 ? 'is 1 mens' : `zijn ${plek - 1} mensen`} voor je.`,
    yourTurn: 'Jij bent aan de beurt.',
    turnOf: (naam: string) => `${naam} is aan de beurt.`,
    pause: 'Pauze',
    pauseAsk: 'Aan wie wil je het vragen?',
    pauseWhy: 'Alleen wie jij kiest, ziet dit. Je hoeft niet te zeggen waarom.',
    pauseLead: (naam: string) => `${naam}, die het gesprek leidt`,
    pauseAsked: (naam: string) => `Je vroeg ${naam} om een pauze. Verder ziet niemand dat.`,
    pauseBack: 'Het hoeft niet meer',
    pauseFrom: (naam: string) => `${naam} vraagt jou om een pauze. Verder ziet niemand dat.`,
    pauseSeen: 'Ik heb het gezien',
    together: 'Kijk mee met de stap',
    togetherText: 'Iedereen kijkt nu hier naar.',
    lit: 'Hier gaat het nu over',
    time: (minuten: number) =>
      minuten <= 0
        ? 'De tijd van deze stap is om.'
        : minuten === 1
          ? 'Nog ongeveer 1 minuut.'
          : `Nog ongeveer ${minuten} minuten.`,
    timeStill: 'De tijd staat stil.',
    alone: 'Iedereen schrijft nu even voor zich.',
    frozen: 'Hier ligt nu een versie om samen te lezen. Daarna kun je weer iets veranderen.',
    putWaits: 'Je hebt nu geen verbinding. Zodra die er is, komt het vanzelf op tafel. Laat dit tabblad open.',
    putBusy: 'Wordt op tafel gezet …',
    boxWaits: 'Je hebt nu geen verbinding. Zodra die er is, staat het in je eigen plek. Laat dit tabblad open.',
    boxBusy: 'Wordt bewaard …',
  },

  look: {
    alike: (naam: string) => `Let op: lijkt op ${naam}`,
  },
} as const;
