import type { MoveWarning } from '../wire/http-zones.ts';
import { sensitiveWords } from './sensitive.ts';

/** The zones on the screens: where am I, who reads this, and taking a card to other readers. */

/** The name of each zone, as it stands on its mark, in the menu and above its page. */
export const zoneNames = {
  gedeeld: 'De tafel',
  eigen: 'Alleen van mij',
  team: 'Het team',
  /** My own box that I share with the professionals I name. */
  vertrouwd: 'Mijn vertrouwde vak',
  vertrouwdVan: (naam: string) => `Vertrouwd: ${naam}`,
} as const;

export const zoneLinkWords = { title: 'Andere plekken' } as const;

/** One sentence under the name: what the zone is for, and for whom. */
export const zoneLeads = {
  team: 'Hier overleggen de professionals onder elkaar. Het gezin leest dit niet mee. Het hoort wel bij het dossier: iemand over wie het gaat, kan vragen om het te lezen.',
  eigen: 'Dit lees jij alleen. Wil je dat iemand het leest? Open een kaart en kies wie.',
  vertrouwd: 'Dit delen jij en de hulpverleners die jij kiest.',
  vertrouwdVan: (naam: string) =>
    `${naam} heeft jou gekozen om dit te lezen. Wat hier staat, blijft hier. Alleen ${naam} beslist of iets hiervan op tafel komt.`,
} as const;

export const zoneWho = {
  title: 'Wie ziet dit?',
  onlyYou: 'Alleen jij',
  you: (naam: string) => `${naam} (jij)`,
  loading: 'De namen worden opgehaald …',
  nobodyYet: 'Nu nog alleen jij. Je hebt nog niemand gekozen.',
} as const;

export const zonePage = {
  add: 'Schrijf iets op',
  addTeam: 'Schrijf iets op voor het team',
  emptyTeam: 'Hier staat nog niets van het team. Wat je hier opschrijft, lezen alleen de professionals.',
  closed: 'Dit vak is niet open voor jou',
  closedText: 'Wie een vak heeft, kiest zelf wie het leest. Kies links een andere plek.',
  emptyEigen: 'Hier staat nog niets.',
  emptyVertrouwd: 'Hier staat nog niets. Schrijf iets op, of breng een kaart uit je eigen vak hierheen.',
  emptyVertrouwdVan: (naam: string) => `${naam} heeft hier nog niets neergezet.`,
  choose: 'Kies wie dit leest',
  readBy: (names: string) => `Dit lezen ook: ${names}`,
  keepEigen: 'Bewaar bij mij',
  keepTeam: 'Zet bij het team',
  keepVertrouwd: (names: string) => (names === '' ? 'Bewaar in mijn vertrouwde vak' : `Deel met ${names}`),
  keepVertrouwdVan: (naam: string) => `Zet in het vak van ${naam}`,
  offHere: 'Dit is hier weggehaald.',
  takeOff: { eigen: 'Gooi weg', team: 'Haal weg bij het team', vertrouwd: 'Haal weg' },
  putBack: 'Zet terug',
  drawer: 'Notities van het team',
  drawerOpen: 'Open de hele pagina van het team',
  drawerBack: 'Alle notities',
} as const;

/** Whom I trust. What stands here is a promise: never absolute secrecy (nobody can give that), but who reads, who may ask, and who talks to you first. */
export const trustedWords = {
  title: 'Mijn vertrouwenspersonen',
  lead: 'Jij kiest welke hulpverleners lezen wat je in je vertrouwde vak zet. Niemand anders aan tafel leest het.',
  /** For the casusregisseur who speaks for a child without a device of its own. */
  leadFor: (naam: string) =>
    `${naam} heeft zelf geen telefoon of computer op dit bord. Kies samen met ${naam} welke hulpverleners dit vak lezen.`,
  who: 'Wie mag meelezen?',
  reads: (dag: string) => `leest mee sinds ${dag}`,
  none: 'Je hebt nog niemand gekozen. Nu lees jij dit alleen.',
  noneToChoose: 'Er doet nog geen hulpverlener mee aan dit bord die je kunt kiezen.',
  choose: 'Laat meelezen',
  chooseSure: (naam: string) => `${naam} mee laten lezen?`,
  chooseWhat: (naam: string) =>
    `${naam} leest dan alles wat in je vertrouwde vak staat, ook wat er al stond. Wat in je eigen vak staat, leest ${naam} niet.`,
  takeAway: 'Laat niet meer meelezen',
  takeAwaySure: (naam: string) => `${naam} niet meer laten meelezen?`,
  takeAwayWhat: (naam: string) =>
    `${naam} kan je vertrouwde vak dan meteen niet meer openen. Wat ${naam} al gelezen heeft, weet ${naam} nog wel. Je hoeft niet te zeggen waarom.`,
  chosen: (naam: string) => `${naam} leest nu mee.`,
  takenAway: (naam: string) => `${naam} leest niet meer mee.`,
  open: 'Naar mijn vertrouwde vak',
  notYours: 'Je hebt op dit bord geen vertrouwd vak. Vraag het aan wie jou heeft uitgenodigd.',
  forChild: 'Kies wie het vertrouwde vak leest',
  /** The promise, to a youth. */
  promise: {
    title: 'Dit beloven we je',
    youth: [
      'Alleen wie jij kiest, leest wat hier staat. Jij beslist of een kaart op tafel komt, en met welke woorden.',
      'Helemaal geheim kunnen we niet beloven. Je ouders kunnen soms vragen of ze iets mogen lezen. De hulpverlener praat daar eerst met jou over.',
      'Schrijf je iets waardoor we denken dat jij of iemand anders niet veilig is? Dan moet de hulpverlener iets doen. Ook dan hoor jij het eerst, als dat veilig kan.',
      'Je mag altijd zelf vragen wat er over jou staat.',
    ],
    family: [
      'Alleen wie jij kiest, leest wat hier staat. Jij beslist of een kaart op tafel komt, en met welke woorden.',
      'Helemaal geheim kunnen we niet beloven. Is er gevaar voor een kind of voor iemand anders, dan moet de hulpverlener iets doen. Je hoort dat eerst, als dat veilig kan.',
      'De hulpverlener mag opschrijven wat nodig is voor de hulp. Je mag vragen om dat te lezen.',
    ],
  },
  ground: 'Waarom kies jij voor dit kind?',
  groundHint: 'Dit wordt vastgelegd. Niemand aan tafel ziet het.',
} as const;

export const moveWords = {
  /** On the card: who may read it. */
  move: 'Laat iemand anders dit lezen',
  moveTitle: 'Wie mag dit lezen?',
  where: 'Waar wil je deze kaart?',
  to: {
    gedeeld: 'Op tafel',
    team: 'Bij het team',
    eigen: 'Alleen van mij',
    vertrouwd: 'In mijn vertrouwde vak',
  },
  toHint: {
    gedeeld: 'iedereen aan tafel kan het lezen',
    team: 'de professionals onder elkaar',
    eigen: 'alleen jij',
    vertrouwd: 'jij en de hulpverleners die jij koos',
  },
  looking: 'Even kijken wie dit dan leest …',
  firstTime: (names: string, n: number) =>
    n === 1 ? `Dit ziet ${names} straks, voor het eerst.` : `Dit zien ${names} straks, voor het eerst.`,
  nobodyNew: 'Niemand ziet dit voor het eerst.',
  readers: 'Daarna kunnen dit lezen:',
  noReaders: 'Daarna lees jij dit alleen.',
  back: 'Je kunt de kaart later weer terughalen. Wie het gelezen heeft, weet het dan nog wel.',
  go: {
    gedeeld: 'Zet op tafel',
    team: 'Zet bij het team',
    eigen: 'Haal terug naar mij',
    vertrouwd: 'Zet in mijn vertrouwde vak',
  },
  done: {
    gedeeld: 'De kaart ligt op tafel.',
    team: 'De kaart staat bij het team.',
    eigen: 'De kaart is weer alleen van jou.',
    vertrouwd: 'De kaart staat in je vertrouwde vak.',
  },
  takeBack: 'Haal terug',
  saved: 'Wacht tot je tekst is opgeslagen. Daarna kun je de kaart verplaatsen.',
  /** The casusregisseur takes somebody else's card off the table. */
  offTitle: (naam: string) => `De kaart van ${naam} van tafel halen?`,
  offText: (naam: string) =>
    `De kaart gaat onveranderd terug naar ${naam}. Alleen ${naam} kan hem weer op tafel leggen. Je hoeft geen reden te geven. In het logboek staat dat jij het deed, niet wat erop stond.`,
  offDone: 'De kaart ligt niet meer op tafel.',
} as const;

/** What a preview warns of, said as a part of "In deze kaart staat …". */
export const moveWarningWords: Readonly<Record<MoveWarning, string>> = {
  ...sensitiveWords.found,
  'verwijzing-vervalt':
    'De kaart hoort nu bij iets dat de nieuwe lezers niet kunnen zien. Dat verband valt weg als je de kaart verplaatst.',
};

export const safetyWords = {
  strip: 'Veiligheid van de kinderen',
  noChildren: 'Veiligheid: er staat nog geen kind op het bord om wie het gaat.',
  keep: 'Zet bij het team',
  open: 'Alles over veiligheid',
  grade: (n: number) => `cijfer ${n}`,
  stillSix: { ja: 'nog steeds een 6 of hoger', nee: 'lager dan een 6', onbekend: 'nog geen cijfer' },
  by: (naam: string) => `door ${naam}`,
  noState: 'nog niet beoordeeld',
  outcome: { veilig: 'veilig', onveilig: 'onveilig', 'direct-veiligstellen': 'direct veiligstellen' },
  agreements: 'Wat we hebben afgesproken',
  noAgreements: 'Er zijn nog geen afspraken over veiligheid.',
  whatIf: (tekst: string) => `Lukt dat niet: ${tekst}`,
  from: (dag: string) => `vanaf ${dag}`,
  add: 'Hoe veilig is het nu?',
  team: 'Dit staat bij het team: het gezin leest het niet mee. Vertel het zelf, in een gesprek.',
  first: 'Zet veiligheid voorop',
  firstOff: 'Klaar: weer verder met de stap',
  firstBy: (naam: string) => `${naam} zet veiligheid voorop. Alleen professionals zien dit.`,
} as const;

export const inviteZoneWords = {
  teamHint: 'Het gezin leest dit niet mee. Kies dit alleen als het nodig is voor het werk van deze persoon.',
  home: 'Mag de tafel ook thuis lezen, als er geen overleg is',
  homeHint:
    'Anders leest deze persoon de tafel alleen tijdens een overleg, en daarna de versie die samen is vastgelegd. Kies dit niet als het thuis niet veilig is.',
} as const;

export const whoCanWords = {
  title: 'Wie kan dit nu nog zien?',
  lead: 'Zo is het nu. Trek je een uitnodiging in, dan stopt het lezen meteen.',
  table: 'De tafel',
  tableNow: 'Professionals altijd. Familie als er een overleg is.',
  home: 'ook thuis',
  team: 'Het team',
  boxes: 'Eigen en vertrouwde vakken',
  boxesText: 'Wie een vertrouwd vak leest, kiest de eigenaar zelf. Dat zie je hier niet.',
  none: 'Niemand.',
  gone: 'Kan niets meer zien',
} as const;

export const readOnlyWords = {
  notice:
    'Dit bord kan nu alleen gelezen worden. Er is iets beschadigd. Wat je typt, wordt niet bewaard. Er wordt aan gewerkt.',
  part: (naam: string) =>
    `${naam} kan nu alleen gelezen worden. Er is iets beschadigd. Wat je daar typt, wordt niet bewaard. Er wordt aan gewerkt.`,
} as const;

export const unknownWords = {
  title: 'Dit kan deze versie nog niet laten zien',
  many: (n: number) =>
    n === 1 ? '1 kaart kan hier nog niet getoond worden' : `${n} kaarten kunnen hier nog niet getoond worden`,
  text: 'Iemand zette dit neer met een nieuwere versie van Samenbord. Het is niet weg. Laad de pagina later opnieuw.',
  paper: 'Iemand zette dit op tafel met een nieuwere versie van Samenbord. Dit stuk kan het nog niet laten zien.',
} as const;
