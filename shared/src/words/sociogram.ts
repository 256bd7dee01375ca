import type { ThingOfType } from '../board/things.ts';

type Band = ThingOfType<'band'>;

export const nearWords: Readonly<Record<NonNullable<Band['nabijheid']>, string>> = {
  'heel-dichtbij': 'heel dichtbij',
  dichtbij: 'dichtbij',
  'verder-weg': 'verder weg',
  'ver-weg': 'ver weg',
};

/** Under somebody in the picture, beside an icon: what this person means above all. */
export const meansWords: Readonly<Record<NonNullable<Band['soort']>, string>> = {
  vertrouwen: 'om mee te praten',
  'zorg-en-opvoeding': 'zorgt',
  'praktische-hulp': 'helpt',
  'gezellig-samen': 'gezellig samen',
  begeleiding: 'begeleidt',
  spanning: 'spanning',
};

/** The same in a sentence: "Daar kan Sanne mee praten." */
export const sayMeans: Readonly<Record<NonNullable<Band['soort']>, (child: string) => string>> = {
  vertrouwen: (child) => `daar kan ${child} mee praten`,
  'zorg-en-opvoeding': (child) => `zorgt voor ${child}`,
  'praktische-hulp': () => 'helpt met gewone dingen',
  'gezellig-samen': () => 'ze doen samen leuke dingen',
  begeleiding: (child) => `begeleidt ${child}`,
  spanning: () => 'het geeft spanning',
};

export const strengthWords: Readonly<Record<NonNullable<Band['sterkte']>, string>> = {
  sterk: 'sterke band',
  gewoon: 'gewone band',
  zwak: 'zwakke band',
  verbroken: 'geen contact meer',
};

export const sociogramWords = {
  /** The sectors around the child. */
  kring: { gezin: 'Gezin', familie: 'Familie', netwerk: 'Vrienden en buurt', professional: 'School, club en hulp' },
  nogNiet: 'Nog niet besproken',
  nogNietDoor: (name: string): string => `${name} zei hier nog niets over`,
  nogNietUitleg: 'Hoe dichtbij? Dat zegt het gezin zelf.',
  geeftErom: 'geeft erom',
  wilHelpen: 'wil meehelpen',
  kan: (text: string): string => `kan: ${text}`,
  kanNiet: (text: string): string => `kan niet: ${text}`,
  kanInLijst: 'kan: zie de lijst',
  kanNietInLijst: 'kan niet: zie de lijst',
  legenda: 'Wat betekent het?',
  anders: 'iemand ziet het anders',
  lang: {
    geeftErom: 'vindt het belangrijk dat het goed gaat',
    spanning: 'spanning',
    onbekend: 'een band, nog niet gezegd hoe sterk',
  },
  begin: 'Wie staan er om het kind heen? Begin met het kind om wie het gaat.',
  beginBand: (child: string): string => `Wie is er belangrijk voor ${child}? Begin met wie het dichtst bij staat.`,
  midden: (child: string): string => `In het midden staat ${child}.`,
  ogen: (name: string): string => `Zo ziet ${name} het.`,
  volgens: (name: string): string => `volgens ${name}`,
  zonderNaam: 'volgens iemand die niet genoemd is',
  nietGezegd: 'hoe dichtbij is nog niet gezegd',
  ziet: (name: string): string => `${name} ziet het anders`,
  zegtGoed: (name: string): string => `${name} vindt het belangrijk dat het goed gaat`,
  zegtHelpen: (name: string): string => `${name} wil meehelpen`,
  zegtKan: (name: string, text: string): string => `Wat ${name} kan: ${text}`,
  zegtKanNiet: (name: string, text: string): string => `Wat ${name} niet kan: ${text}`,
  om: (child: string): string => `Om ${child} heen`,
  ringLeeg: 'Nog niemand.',
  los: (names: string): string => `Nog niet besproken: ${names}.`,
  kies: 'Wat zie je?',
  rond: 'Om wie heen?',
  doorOgen: 'Door de ogen van',
  iedereen: 'ieder, het kind eerst',
  titel: (child: string): string => `Sociogram van ${child}`,
  boven: (child: string): string =>
    `Een tekening van wie er om ${child} heen staan (sociogram), en daaronder hetzelfde in woorden. Wie dichterbij staat, is dichterbij in de woorden van degene die erbij staat.`,
  ontbreekt: (child: string): string => `Er staat nog niet wie er belangrijk zijn voor ${child}.`,
  leeg: 'Er staan nog geen mensen op het sociogram.',
  dier: (soort: string): string => (soort === '' ? 'huisdier' : soort),
} as const;
