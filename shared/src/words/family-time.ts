import type { ThingOfType } from '../board/things.ts';

type Vorm = NonNullable<ThingOfType<'partnerrelatie'>['vorm']>;
type Einde = NonNullable<ThingOfType<'partnerrelatie'>['einde']>;
type Soort = NonNullable<ThingOfType<'ouder-kind'>['soort']>;
type Loss = NonNullable<ThingOfType<'zwangerschap'>['soort']>;

const beginnings: Readonly<Record<Vorm, (both: string) => string>> = {
  getrouwd: (both) => `${both} zijn getrouwd`,
  'geregistreerd-partnerschap': (both) => `${both} gaan een geregistreerd partnerschap aan`,
  samenwonend: (both) => `${both} gaan samenwonen`,
  relatie: (both) => `${both} krijgen een relatie`,
  'lat-relatie': (both) => `${both} krijgen een relatie, ieder in een eigen huis`,
  verloofd: (both) => `${both} zijn verloofd`,
  affaire: (both) => `${both} krijgen een affaire`,
  geheim: (both) => `${both} krijgen een geheime relatie`,
};

const endings: Readonly<Record<Einde, (both: string) => string>> = {
  'uit-elkaar': (both) => `${both} gaan uit elkaar`,
  gescheiden: (both) => `${both} zijn gescheiden`,
  overleden: (both) => `De relatie van ${both} eindigt door een overlijden`,
  nietig: (both) => `Het huwelijk van ${both} is nietig verklaard`,
};

const becomesChild: Readonly<Record<Soort, (kind: string, ouders: string) => string>> = {
  biologisch: (kind, ouders) => `${ouders} krijgen ${kind}`,
  adoptie: (kind, ouders) => `${kind} wordt geadopteerd door ${ouders}`,
  pleeg: (kind, ouders) => `${kind} komt als pleegkind bij ${ouders}`,
  stief: (kind, ouders) => `${kind} wordt stiefkind van ${ouders}`,
  donor: (kind, ouders) => `${kind} is donorkind van ${ouders}`,
  draagmoeder: (kind, ouders) => `${kind} wordt gedragen door ${ouders}`,
  voogd: (kind, ouders) => `${kind} komt onder voogdij van ${ouders}`,
};

const isChildNoMore: Readonly<Record<Soort, (kind: string, ouders: string) => string>> = {
  biologisch: (kind, ouders) => `${kind} is niet meer bij ${ouders}`,
  adoptie: (kind, ouders) => `De adoptie van ${kind} door ${ouders} eindigt`,
  pleeg: (kind, ouders) => `${kind} is geen pleegkind meer van ${ouders}`,
  stief: (kind, ouders) => `${kind} is geen stiefkind meer van ${ouders}`,
  donor: (kind, ouders) => `${kind} is geen donorkind meer van ${ouders}`,
  draagmoeder: (kind, ouders) => `${kind} wordt niet meer gedragen door ${ouders}`,
  voogd: (kind, ouders) => `${kind} staat niet meer onder voogdij van ${ouders}`,
};

const pregnancies: Readonly<Record<Loss, (ouders: string) => string>> = {
  zwanger: (ouders) => `${ouders} verwachten een kind`,
  miskraam: (ouders) => `Miskraam van ${ouders}`,
  afgebroken: (ouders) => `De zwangerschap van ${ouders} wordt afgebroken`,
  doodgeboren: (ouders) => `Het kind van ${ouders} is doodgeboren`,
};

/** What changes in a family, each in one sentence without its date: "Nadia en Mark zijn getrouwd". */
export const changeWords = {
  geboren: (naam: string): string => `${naam} is geboren`,
  overleden: (naam: string): string => `${naam} is overleden`,
  samen: (vorm: Vorm | undefined, both: string): string => beginnings[vorm ?? 'relatie'](both),
  uitElkaar: (einde: Einde | undefined, both: string): string =>
    einde === undefined ? `De relatie van ${both} is voorbij` : endings[einde](both),
  kindVan: (soort: Soort | undefined, kind: string, ouders: string): string =>
    becomesChild[soort ?? 'biologisch'](kind, ouders),
  nietMeerKindVan: (soort: Soort | undefined, kind: string, ouders: string): string =>
    isChildNoMore[soort ?? 'biologisch'](kind, ouders),
  zwangerschap: (soort: Loss | undefined, ouders: string, alone: boolean): string => {
    const said = pregnancies[soort ?? 'zwanger'](ouders);
    return alone ? said.replace(' verwachten ', ' verwacht ') : said;
  },
  huis: (leden: string, naam: string, alone: boolean): string =>
    `${leden} ${alone ? 'gaat' : 'gaan'} ${alone ? '' : 'samen '}wonen${naam === '' ? '' : `: ${naam}`}`,
  huisNietMeer: (leden: string, naam: string, alone: boolean): string =>
    `${leden} ${alone ? 'woont' : 'wonen'} niet meer ${alone ? 'daar' : 'samen'}${naam === '' ? '' : `: ${naam}`}`,
} as const;

/** The slider along which one looks back. */
export const dateSliderWords = {
  title: 'De familie op een datum',
  open: 'Terugkijken in de tijd',
  label: 'Schuif naar een dag waarop er iets veranderde',
  previous: 'Vorige',
  next: 'Volgende',
  only: 'verandering',
  now: 'Nu',
  isNow: 'Nu: zo staat het op het bord.',
  none: 'Er staan nog geen datums in het genogram. Vul in wanneer iemand is geboren, dan kun je hier terugkijken.',
  shown: (date: string): string => `Zo was de familie: ${date}`,
  undated: 'Wie of wat geen datum heeft, staat er altijd.',
  more: (n: number): string =>
    n === 1 ? 'En nog 1 verandering op deze dag.' : `En nog ${n} veranderingen op deze dag.`,
} as const;
