/** What somebody is to another, as it is written in a list: "dochter van Nadia en Mark", "getrouwd met Mark". */
export type ListTie = {
  readonly kind: 'kind-van' | 'ouder-van' | 'partner';
  /** Which parents they are, where the list says it. */
  readonly soort?: 'adoptie' | 'pleeg' | 'stief' | undefined;
  readonly vorm?: 'getrouwd' | 'samenwonend' | undefined;
  readonly einde?: 'uit-elkaar' | undefined;
  /** The word says it. */
  readonly geslacht?: 'man' | 'vrouw' | undefined;
  readonly names: readonly string[];
};

const forms: readonly (readonly [form: RegExp, tie: Omit<ListTie, 'names' | 'soort'>])[] = [
  [/^zoon van (.+)$/, { kind: 'kind-van', geslacht: 'man' }],
  [/^dochter van (.+)$/, { kind: 'kind-van', geslacht: 'vrouw' }],
  [/^kind van (.+)$/, { kind: 'kind-van' }],
  [/^vader van (.+)$/, { kind: 'ouder-van', geslacht: 'man' }],
  [/^moeder van (.+)$/, { kind: 'ouder-van', geslacht: 'vrouw' }],
  [/^ouder van (.+)$/, { kind: 'ouder-van' }],
  [/^getrouwd met (.+)$/, { kind: 'partner', vorm: 'getrouwd' }],
  [/^echtgenoot van (.+)$/, { kind: 'partner', vorm: 'getrouwd', geslacht: 'man' }],
  [/^echtgenote van (.+)$/, { kind: 'partner', vorm: 'getrouwd', geslacht: 'vrouw' }],
  [/^(?:woont samen|samenwonend) met (.+)$/, { kind: 'partner', vorm: 'samenwonend' }],
  [/^(?:partner|relatie) (?:van|met) (.+)$/, { kind: 'partner' }],
  [/^(?:man|vriend) van (.+)$/, { kind: 'partner', geslacht: 'man' }],
  [/^(?:vrouw|vriendin) van (.+)$/, { kind: 'partner', geslacht: 'vrouw' }],
  [/^(?:ex|ex-partner|expartner) van (.+)$/, { kind: 'partner', einde: 'uit-elkaar' }],
  [/^(?:ex-?man) van (.+)$/, { kind: 'partner', einde: 'uit-elkaar', geslacht: 'man' }],
  [/^(?:ex-?vrouw) van (.+)$/, { kind: 'partner', einde: 'uit-elkaar', geslacht: 'vrouw' }],
];

const kinds: readonly (readonly [form: RegExp, soort: NonNullable<ListTie['soort']>])[] = [
  [/^pleeg-?/, 'pleeg'],
  [/^stief-?/, 'stief'],
  [/^adoptie-?/, 'adoptie'],
];

/** Takes a cell, gives what it says about whom; nothing when it says something else. */
export function listTie(text: string): ListTie | undefined {
  const clean = text.trim().replaceAll(/\s+/g, ' ');
  const words = clean.toLowerCase();
  const [kind] = kinds.filter(([form]) => form.test(words));
  const short = kind === undefined ? clean : clean.replace(new RegExp(kind[0].source, 'i'), '');
  for (const [form, tie] of forms) {
    const found = new RegExp(form.source, 'i').exec(short);
    if (found === null || (kind !== undefined && tie.kind === 'partner')) continue;
    const names = (found[1] ?? '')
      .split(/ en |, ?| & /)
      .map((name) => name.trim())
      .filter((name) => name !== '');
    if (names.length > 0) return { ...tie, soort: kind?.[1], names };
  }
  return undefined;
}

/** True when a cell can be nothing but such words. */
export const isListTie = (text: string): boolean => listTie(text) !== undefined;
