import type { ThingOfType } from '../board/things.ts';

type Geslacht = NonNullable<ThingOfType<'persoon'>['geslacht']>;
type Soort = NonNullable<ThingOfType<'ouder-kind'>['soort']>;
type Loss = NonNullable<ThingOfType<'zwangerschap'>['soort']>;

const kinds: Readonly<Record<Geslacht, readonly [grown: string, child: string]>> = {
  man: ['een man', 'een jongen'],
  vrouw: ['een vrouw', 'een meisje'],
  'non-binair': ['non-binair', 'non-binair'],
  intersekse: ['intersekse', 'intersekse'],
  onbekend: ['', ''],
};

const childrenOf: Readonly<Record<Soort, readonly [one: string, more: string]>> = {
  biologisch: ['Kind', 'Kinderen'],
  adoptie: ['Adoptiekind', 'Adoptiekinderen'],
  pleeg: ['Pleegkind', 'Pleegkinderen'],
  stief: ['Stiefkind', 'Stiefkinderen'],
  donor: ['Donorkind', 'Donorkinderen'],
  draagmoeder: ['Als draagmoeder gedragen', 'Als draagmoeder gedragen'],
  voogd: ['Onder voogdij', 'Onder voogdij'],
};

const unborn: Readonly<Record<Loss, string>> = {
  zwanger: 'Verwacht een kind',
  miskraam: 'Miskraam',
  afgebroken: 'Afgebroken zwangerschap',
  doodgeboren: 'Doodgeboren kind',
};

/** One person in sentences, in the order in which one wants to hear them. */
export const personText = {
  title: 'In zinnen',
  aChild: (geslacht: Geslacht | undefined, isChild: boolean): string => kinds[geslacht ?? 'onbekend'][isChild ? 1 : 0],
  is: (naam: string, what: string): string => `${naam} is ${what}.`,
  was: (naam: string, what: string): string => `${naam} was ${what}.`,
  onBoard: (naam: string): string => `${naam} staat op het bord.`,
  age: (age: string): string => `van ${age}`,
  born: (date: string): string => `geboren ${date}`,
  died: (date: string): string => `overleden ${date}`,
  about: (naam: string): string => `Over ${naam} gaat het overleg.`,
  twin: (samen: string): string => `${samen} zijn samen geboren.`,
  sameParents: (naam: string, others: string): string => `${naam} heeft dezelfde ouders als ${others}.`,
  oneParent: (naam: string, others: string): string => `${naam} heeft één ouder samen met ${others}.`,
  children: (soort: Soort | undefined, met: string, names: readonly string[], said: string): string =>
    `${childrenOf[soort ?? 'biologisch'][names.length === 1 ? 0 : 1]}${met === '' ? '' : ` met ${met}`}: ${said}.`,
  unborn: (soort: Loss | undefined, met: string, naam: string, when: string): string =>
    `${[`${unborn[soort ?? 'zwanger']}${met === '' ? '' : ` met ${met}`}${naam === '' ? '' : ` (${naam})`}`, when].filter((part) => part !== '').join(', ')}.`,
  lives: (naam: string, isNow: boolean, met: string, huis: string, when: string): string => {
    const where = [met === '' ? '' : `met ${met}`, huis === '' ? '' : `(${huis})`]
      .filter((part) => part !== '')
      .join(' ');
    const place = where === '' ? 'alleen' : where;
    return `${naam} ${isNow ? 'woont' : 'woonde'} ${place}${when === '' ? '' : `, ${when}`}.`;
  },
  livesFoster: (naam: string, isNow: boolean, bij: string, when: string): string =>
    `${naam} ${isNow ? 'woont' : 'woonde'} als pleegkind bij ${bij}${when === '' ? '' : `, ${when}`}.`,
  animals: (names: string): string => `Huisdieren: ${names}.`,
} as const;
