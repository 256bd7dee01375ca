import type { Denial } from '../access/may.ts';
import type { ViewName } from '../board/define.ts';

/** The views: the professional name, and what it shows in family words. */
export const viewWords: Readonly<Record<ViewName, { readonly naam: string; readonly uitleg: string }>> = {
  genogram: { naam: 'Genogram', uitleg: 'wie hoort bij wie' },
  sociogram: { naam: 'Sociogram', uitleg: 'wie er om het kind heen staan' },
  tijdlijn: { naam: 'Tijdlijn', uitleg: 'wat er is gebeurd' },
  'caf-driehoek': { naam: 'Driehoek', uitleg: 'wat goed gaat en wat moeilijk is' },
  gezinspatroon: { naam: 'Gezinspatroon', uitleg: 'hoe het steeds gaat' },
};

export const appWords = {
  name: 'Samenbord',
  someone: 'iemand aan tafel',
  nameless: 'nog zonder naam',
  self: 'zelf gezegd',
  writtenBy: (naam: string) => `opgeschreven door ${naam}`,
  loading: 'Het bord wordt opgehaald …',
  quickExit: 'Snel weg',
  quickExitHint: 'Deze pagina meteen sluiten en alles hier vergeten',
  close: 'Sluiten',
  cancel: 'Annuleren',
  back: 'Terug',
  copy: 'Kopieer',
  copied: 'Gekopieerd',
  required: 'nodig',
  choose: 'Kies …',
  none: 'Keuze weghalen',
  together: 'samen geschreven',
  onTable: 'Zet op tafel',
  inBox: 'Bewaar bij mij',
  moreQuestions: 'Meer vragen',
  about: (namen: string) => `Over ${namen}`,
  differs: '• iemand ziet dit anders',
  takeOff: 'Haal van tafel',
  putBack: 'Zet terug op tafel',
  nothingToChoose: 'Er staat nog niets op het bord om uit te kiezen.',
  noPeople: 'Er staan nog geen personen op het bord.',
  unknownThing: 'Dit kan deze versie van Samenbord nog niet laten zien.',
} as const;

/** The saved mark, in words. */
export const savedWords = {
  laden: 'Het bord wordt opgehaald',
  opgeslagen: 'Opgeslagen',
  bezig: (n: number) => (n <= 1 ? 'Wordt opgeslagen' : `Wordt opgeslagen (${n})`),
  offline: (n: number) =>
    n === 0 ? 'Offline' : n === 1 ? 'Offline, 1 wijziging wacht' : `Offline, ${n} wijzigingen wachten`,
  'lukt-niet': (n: number) => (n === 0 ? 'Opslaan lukt nu niet' : `Opslaan lukt nu niet (${n})`),
  'niet-geplaatst': (n: number) => (n === 1 ? '1 ding niet geplaatst' : `${n} dingen niet geplaatst`),
  'tafel-dicht': (n: number) =>
    n === 1 ? '1 wijziging wacht tot de tafel opengaat' : `${n} wijzigingen wachten tot de tafel opengaat`,
} as const;

/** Where am I, and who can see this. */
export const zoneWords = {
  gedeeld: 'De tafel',
  gedeeldWho: (n: number) => (n === 1 ? '1 mens kan dit zien' : `${n} mensen kunnen dit zien`),
  screenToo: 'En het grote scherm in de kamer.',
  eigen: 'Alleen van mij',
  eigenWho: 'Niemand anders kan dit zien',
  whoTitle: 'Wie kan dit zien?',
  onlyHere: 'Alleen op dit scherm',
  onlyHereWho: 'Niemand ziet dit',
} as const;

export const lostWords = {
  title: 'Niet geplaatst',
  item: 'Dit is niet geplaatst:',
  takenOff: 'Dit staat niet meer op tafel:',
  noText: 'Een verplaatsing of keuze is niet gelukt. Doe het gerust opnieuw.',
  again: 'Probeer opnieuw',
  notAgain: 'Dit kan hier niet meer. Kopieer je tekst en maak er een nieuwe kaart van.',
  done: 'Weg ermee',
  none: 'Alles is geplaatst.',
  look: 'Bekijk',
  onlyHere: (n: number) =>
    n === 1
      ? '1 wijziging is nog niet opgeslagen. Die staat alleen in dit tabblad: sluit het niet.'
      : `${n} wijzigingen zijn nog niet opgeslagen. Die staan alleen in dit tabblad: sluit het niet.`,
  server: 'De server kan nu niets bewaren. Dit tabblad probeert het vanzelf opnieuw. Lezen kan wel.',
  stopped:
    'Opslaan is een paar keer niet gelukt en is gestopt. Je tekst is er nog. Kopieer hem, of probeer het opnieuw.',
} as const;

/** Why something is not offered. */
export const denialWords: Readonly<Record<Denial, string>> = {
  'niet-jouw-zone': 'Dit is van iemand anders.',
  'alleen-kijken': 'Je kijkt mee en kunt hier niets veranderen.',
  'tafel-dicht': 'De tafel is nu dicht.',
  'tafel-vast': 'Het bord ligt nu stil om samen te lezen. Daarna kun je weer iets veranderen.',
  'stap-dicht': 'Dit doen jullie in een andere stap.',
  'eerst-alleen': 'Schrijf eerst voor jezelf. Daarna leggen jullie het bij elkaar.',
  'niet-jouw-kaart': 'Dit zijn de woorden van iemand anders. Je kunt wel reageren.',
  'hoort-hier-niet': 'Dit kan hier niet staan: kies de plek waar het hoort.',
  'alleen-verplaatsen': 'Dit is van tafel gehaald: zet het zelf opnieuw op tafel vanuit je eigen vak.',
  'alleen-professionals': 'Dit vullen de hulpverleners samen met jou in.',
  'vast-veld': 'Dit ligt vast.',
  'niet-jouw-naam': 'Dit kan alleen onder je eigen naam.',
};

/** The field for a date that may be vague. */
export const dateWords = {
  kind: 'Wat weet je ervan?',
  kinds: { dag: 'de dag', maand: 'de maand', jaar: 'het jaar', periode: 'een periode', loopt: 'het loopt nog' },
  day: 'Dag',
  month: 'Maand',
  year: 'Jaar',
  from: 'Van',
  to: 'Tot',
  since: 'Sinds',
  around: 'ongeveer',
  wrong: 'Deze datum bestaat niet. Kijk de cijfers na.',
  backwards: 'Het einde ligt voor het begin.',
  clear: 'Datum weghalen',
} as const;

export const shellWords = {
  views: 'Beelden van het bord',
  rail: 'Menu',
  list: 'Lijst',
  table: 'Tafel',
  analysis: 'Hoe het zo gekomen is',
  analysisShort: 'Analyse',
  safety: 'Veiligheid',
  drawer: 'Details',
  openDrawer: 'Open details',
  closeDrawer: 'Sluit de details',
  bigScreen: 'Groot scherm',
  ownBox: 'Alleen van mij',
  undo: 'Ongedaan maken',
  redo: 'Opnieuw',
  addNew: 'Nieuw',
  newThing: 'Wat wil je neerzetten?',
  nothingSelected: 'Tik iets aan op het bord om het hier te lezen en te veranderen.',
  several: (n: number) => `${n} dingen gekozen`,
  reactions: 'Reacties',
  react: 'Reageer',
  whoSees: 'Wie kan dit zien?',
  noReactions: 'Nog geen reacties.',
  offTable: 'Dit is van tafel gehaald.',
  safetyBefore: 'Wat er eerder uitkwam',
  safetyNone: 'Er staat nog niet op het bord hoe veilig het is. Vraag het aan de casusregisseur.',
  listEmpty: 'Hier staat nog niets.',
  blank: 'Toets B maakt het scherm leeg.',
} as const;
