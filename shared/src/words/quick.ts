/** Adding family to somebody on the canvas: the handles around a symbol, their keys, and the small form that opens. */

export const quickWords = {
  handles: (naam: string) => `Iemand erbij, naast ${naam}`,
  /** On the handle and in the menu; the key stands behind it. */
  kinds: { partner: 'Partner', kind: 'Kind', ouder: 'Ouder', 'broer-of-zus': 'Broer of zus' },
  handle: (kind: string, key: string) => `${kind} erbij (toets ${key})`,
  handleOff: (kind: string, why: string) => `${kind} erbij: nu niet. ${why}`,
  keysHelp:
    'Is er één persoon gekozen, dan komt er met de P een partner bij, met de K een kind, met de O een ouder en met de B een broer of zus. De M geeft meer keuzes.',
  noName: 'iemand zonder naam',

  title: {
    partner: (of: string) => `Partner van ${of}`,
    kind: (of: string) => `Kind van ${of}`,
    ouder: (of: string) => `Ouder van ${of}`,
    'broer-of-zus': (of: string) => `Broer of zus van ${of}`,
  },
  name: 'Naam (mag ook later)',
  /** Under the name. */
  nameHint: 'Sneller: naam, m of v, geboortejaar. Bijvoorbeeld: Sanne, v, 2014.',
  read: (parts: readonly string[]) => `Zo wordt het: ${parts.join(' · ')}`,
  born: (date: string) => `geboren ${date}`,
  together: 'Hoe zijn zij samen?',
  togetherOpen: 'Samen',
  notTogether: 'Niet samen',
  otherParent: 'Andere ouder',
  noOther: 'Geen andere ouder, of onbekend',
  otherParentName: 'Naam van de andere ouder (mag leeg)',
  alsoParentOf: 'Ook ouder van',
  kindOfParent: 'Wat voor ouder?',
  parentKinds: {
    biologisch: 'Biologische ouder',
    adoptie: 'Adoptieouder',
    pleeg: 'Pleegouder',
    stief: 'Stiefouder',
    donor: 'Donor',
    draagmoeder: 'Draagmoeder',
    voogd: 'Voogd',
  },
  kindOfChild: 'Wat voor kind?',
  childKinds: {
    biologisch: 'Biologisch kind',
    adoptie: 'Geadopteerd',
    pleeg: 'Pleegkind',
    stief: 'Stiefkind',
    donor: 'Met een donor',
    draagmoeder: 'Met een draagmoeder',
    voogd: 'Onder voogdij',
  },
  togetherWith: (naam: string) => `Hoe zijn zij en ${naam} samen?`,
  parentsOf: 'Kind van wie?',
  bothOf: (names: string) => `Van ${names}`,
  onlyOf: (naam: string) => `Alleen van ${naam}`,
  parentName: 'Naam van hun ouder (mag ook later)',
  parentNote: 'Zij krijgen samen een ouder. Is de naam nog niet bekend, dan staat daar iemand zonder naam.',
  done: (naam: string, kind: string, of: string) => `${naam} staat op tafel, als ${kind.toLowerCase()} van ${of}.`,
} as const;
