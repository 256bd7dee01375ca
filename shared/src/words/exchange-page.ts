import type { Doubt } from '../exchange/list-people.ts';
import type { ColumnRole } from '../exchange/rows.ts';

const people = (count: number): string => (count === 1 ? '1 persoon' : `${count} mensen`);

const roles: Readonly<Record<ColumnRole, string>> = {
  naam: 'Naam',
  achternaam: 'Achternaam',
  geboren: 'Geboren',
  overleden: 'Overleden',
  geslacht: 'Geslacht',
  relatie: 'Van wie (zoals ‘dochter van Nadia’)',
  niet: 'Niet overnemen',
};

/** Why something in a list is left out, and what to do. */
const doubts: Readonly<Record<Doubt, string>> = {
  'korte-jaren': 'Schrijf het jaar met vier cijfers.',
  getal: 'Dit is een getal en geen datum. Zet de kolom in Excel om naar een datum, of typ de datum.',
  'dag-of-maand': 'Wat is de dag en wat de maand? Schrijf de datum als 4-3-2011 of 4 maart 2011.',
  'geen-datum': 'Dit is geen datum die we kennen. Schrijf 14-3-2011, maart 2011, 2011 of rond 2011.',
  'geen-naam': 'Zonder naam weten we niet over wie het gaat.',
  'lange-naam': 'Deze naam is te lang.',
  gevoelig: 'Hierin staat een adres, telefoonnummer of ander nummer. Dat komt nooit op het bord.',
  'geen-geslacht': 'Schrijf man, vrouw, non-binair of onbekend.',
  'm-van-wie': 'Is m hier man of meisje? Schrijf het woord.',
  'geen-relatie': 'Dit begrijpen we niet. Schrijf bijvoorbeeld ‘dochter van Nadia en Mark’ of ‘partner van Nadia’.',
  wie: 'Deze naam staat nergens, of past bij meer mensen. Schrijf de hele naam.',
  soort: 'Kies hierboven eerst wat voor ouders dit zijn.',
};

/** The page *Inlezen en bewaren*. */
export const exchangePage = {
  title: 'Inlezen en bewaren',
  lead: 'Zet mensen op het bord uit een lijst of een bestand, of bewaar het bord als bestand.',
  onlyProfessionals: 'Alleen professionals zetten mensen op het bord: vraag het aan de casusregisseur.',
  toBoard: 'Naar het bord',
  in: 'Inlezen',
  inLead: 'Je ziet eerst wat er op tafel komt. Pas als je het daar neerzet, zien anderen het.',
  from: 'Waar staan de mensen?',
  fromList: 'Plak een lijst',
  fromListHint: 'Regels uit een bericht, of rijen uit Word of Excel',
  fromFile: 'Kies een bestand',
  fromFileHint: 'Een stamboombestand (GEDCOM) of een bestand van Samenbord',
  file: 'Kies het bestand',
  fileHint: 'Het eindigt op .ged of .json. Het bestand blijft op dit apparaat: alleen wat je kiest komt op tafel.',
  reading: 'Het bestand wordt gelezen',
  unreadable: 'Dit bestand is niet te openen: kies het opnieuw. Er is niets veranderd op het bord.',
  notOurs: 'Dit is geen goed Samenbord-bestand: kies een ander bestand. Er is niets veranderd op het bord.',
  nobody: 'In dit bestand staan geen mensen. Er is niets veranderd op het bord.',
  found: (count: number): string => `In dit bestand ${count === 1 ? 'staat 1 persoon' : `staan ${count} mensen`}.`,
  stays: 'Adressen, aantekeningen, bronnen en foto’s komen niet mee.',
  assumed: (count: number): string =>
    count === 1
      ? 'Van 1 kind zegt het bestand niet wat voor ouders het zijn. Het komt erop als kind van wie het geboren is.'
      : `Van ${count} kinderen zegt het bestand niet wat voor ouders het zijn. Zij komen erop als kinderen van wie zij geboren zijn.`,
  allAlong: 'Alles wat in het bestand staat past op het bord.',
  leftOut: (count: number): string => `Wat niet meekomt uit dit bestand (${count})`,
  which: 'Wie komen er mee?',
  around: 'De familie rond één persoon',
  aroundHint: 'Je kiest om wie het gaat en hoe ver',
  everybody: (count: number): string => `Iedereen (${people(count)})`,
  search: 'Om wie gaat het?',
  searchHint: 'Typ een deel van de naam.',
  matches: (count: number): string => (count === 0 ? 'Zo heet niemand in dit bestand.' : `${people(count)} gevonden.`),
  more: (count: number, shown: number): string =>
    `${people(count)} gevonden. Dit zijn de eerste ${shown}: typ meer van de naam.`,
  centre: 'Deze persoon',
  nameless: 'Zonder naam',
  born: (date: string): string => `geboren: ${date}`,
  up: 'Hoe ver terug?',
  down: 'Hoe ver vooruit?',
  steps: (count: number): string => (count === 0 ? 'niet' : count === 1 ? '1 generatie' : `${count} generaties`),
  siblings: 'Ook broers en zussen, ooms en tantes',
  partners: 'Ook partners en de andere ouder',
  preview: (count: number): string => `Dit komt op tafel: ${people(count)}`,
  ties: (couples: number, parents: number): string =>
    `met ${couples === 1 ? '1 relatie' : `${couples} relaties`} en ${parents === 1 ? '1 keer' : `${parents} keer`} ouders en kind.`,
  columns: { naam: 'Naam', geboren: 'Geboren', overleden: 'Overleden' },
  already: (naam: string): string => `Er staat al een ${naam} op het bord. Is dit dezelfde?`,
  same: (naam: string): string => `Dezelfde ${naam}: niet nog een keer neerzetten`,
  other: (naam: string): string => `Een andere ${naam}: wel neerzetten`,
  chooseWho: 'Kies eerst wie er mee komen.',
  tooMany: (count: number, most: number): string =>
    `Dit zijn ${people(count)}. Meer dan ${most} tegelijk is op een bord niet te lezen: kies minder ver.`,
  decideFirst: (count: number): string =>
    count === 1
      ? 'Van 1 persoon moet je nog kiezen of die al op het bord staat.'
      : `Van ${count} mensen moet je nog kiezen of zij al op het bord staan.`,
  put: (count: number): string => (count === 0 ? 'Zet op tafel' : `Zet ${people(count)} op tafel`),
  putFile: 'Zet op tafel',
  putting: 'Bezig met neerzetten',
  done: (count: number): string =>
    count === 0
      ? 'De relaties staan op tafel.'
      : count === 1
        ? '1 persoon is op tafel gezet.'
        : `${count} mensen zijn op tafel gezet.`,
  doneFile: 'Het bestand is op tafel gezet.',
  emptyFile: 'In dit bestand staat niets.',
  ownTitle: (titel: string): string => `Dit is een bord: ${titel}`,
  ownConfirmed: (count: number): string =>
    `Bij ${count === 1 ? '1 kaart' : `${count} kaarten`} had iemand gezegd ‘zo bedoel ik het’. Dat komt niet mee: hier moet die persoon het zelf weer zeggen.`,
  ownWords: 'Woorden van iemand blijven van die persoon. Erbij staat dat jij ze hebt neergezet.',
  ownUnnamed: (count: number): string =>
    `${count === 1 ? '1 kaart' : `${count} kaarten`} zonder naam erbij ${count === 1 ? 'komt' : 'komen'} op jouw naam te staan.`,
  ownHere: (count: number): string =>
    count === 1
      ? '1 kaart uit dit bestand staat al op dit bord.'
      : `${count} kaarten uit dit bestand staan al op dit bord.`,
  beside: 'Zet ze er nog een keer naast',
  besideHint: 'Wat er staat verandert niet; er komt een tweede bij',
  leave: 'Niet neerzetten',
  decideHere: 'Kies eerst wat er gebeurt met wat er al staat.',
  paste: 'Plak hier de lijst',
  pasteHint: 'Een regel per persoon. Nooit adressen of telefoonnummers.',
  columnsTitle: 'Wat staat in welke kolom?',
  columnsHint: 'Kijk of dit klopt. Een kolom zonder keuze komt niet mee.',
  heading: 'De eerste regel is een kop',
  column: (nr: number, sample: string): string => (sample === '' ? `Kolom ${nr}` : `Kolom ${nr} (${sample})`),
  roles,
  short: { ...roles, relatie: 'Van wie:' },
  parents: 'Zoon of dochter: wat voor ouders zijn dit?',
  parentsHint: 'In de lijst staat het niet. Zonder keuze komen deze ouders niet mee.',
  parentKinds: { biologisch: 'biologisch', adoptie: 'adoptie', pleeg: 'pleegouder', stief: 'stiefouder' },
  rowsTitle: 'Dit wordt het',
  row: 'Regel',
  becomes: 'Wordt',
  nothing: 'Deze regel komt niet mee.',
  staysOut: (role: string, cell: string): string =>
    cell === '' ? `${role} ontbreekt.` : `${role} ‘${cell}’ komt niet mee.`,
  doubts,
  noNames: 'Kies eerst in welke kolom de namen staan.',
  nobodyNew: 'Er is nog niemand om op tafel te zetten.',
  out: 'Bewaren',
  outLead: 'Een bestand heeft geen slot. Bewaar het alleen waar dat mag.',
  outOwn: 'Het hele bord',
  outOwnLead: 'Alles wat op tafel ligt. Met dit bestand zet je het later weer op een bord.',
  outUnknown: (count: number): string =>
    `${count === 1 ? '1 kaart' : `${count} kaarten`} die dit bord niet (meer) kan lezen ${count === 1 ? 'zit' : 'zitten'} er niet in.`,
  outConfirmed: (count: number): string =>
    `Dat iemand bij ${count === 1 ? '1 kaart' : `${count} kaarten`} ‘zo bedoel ik het’ heeft gezegd, zit er niet in.`,
  downloadOwn: 'Download het bord',
  outGedcom: 'De families voor een stamboomprogramma',
  outGedcomLead:
    'Een GEDCOM-bestand (versie 7) met de mensen, relaties, ouders en kinderen. Over geweld gaat nooit iets mee.',
  notCarried: 'Wat niet in een GEDCOM-bestand past',
  downloadGedcom: 'Download de families',
} as const;
