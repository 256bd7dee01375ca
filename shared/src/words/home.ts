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
    blank: 'Leeg',
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
    more: 'Wat kan ik doen?',
    mark: 'Alleen lezen',
  },

  nu: {
    back: 'Terug naar de stap',
    onward: (stap: string) => `Jullie zijn verder: ${stap}`,
    now: (stap: string) => `Nu: ${stap}`,
    pause: 'Pauze vragen',
    view: (beeld: string) => `Hier kijken we nu samen naar: ${beeld}`,
    alone: 'Iedereen schrijft nu even voor zich. Niemand leest met je mee.',
    frozen: 'Hier ligt nu een versie om samen te lezen. Daarna kun je weer iets veranderen.',
    shut: 'De tafel is nu dicht',
    shutText: 'Zodra de bijeenkomst begint, zie je dat hier vanzelf.',
    next: (naam: string) => `Wanneer is de volgende keer? Vraag het aan ${naam}.`,
    prepare: 'Bereid je voor',
    prepareHint: 'vier korte vragen; jij kiest wie het leest',
    last: 'Lees de laatste versie',
    lastHint: 'zoals die aan jullie is voorgelegd',
    box: 'Naar mijn eigen plek',
    boxHint: 'alleen jij leest dit',
  },

  put: {
    table: {
      done: 'Het staat op tafel.',
      busy: 'Wordt op tafel gezet …',
      waits: 'Je hebt nu geen verbinding. Zodra die er is, komt het vanzelf op tafel. Laat dit tabblad open.',
    },
    box: {
      done: 'Het staat in je eigen plek. Alleen jij kunt het lezen.',
      busy: 'Wordt bewaard …',
      waits: 'Je hebt nu geen verbinding. Zodra die er is, staat het in je eigen plek. Laat dit tabblad open.',
    },
  },

  look: {
    alike: (naam: string) => `Let op: lijkt op ${naam}`,
  },
} as const;
