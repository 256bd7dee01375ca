import type { ViewName } from '@samenbord/shared/board/define.ts';
import type { ThingType } from '@samenbord/shared/board/things.ts';
import { canvasWords } from '@samenbord/shared/words/canvas.ts';
import { quickWords } from '@samenbord/shared/words/quick.ts';
import { factWords as thingWords } from '@samenbord/shared/words/things-facts.ts';
import type { ToolName } from '@samenbord/shared/words/canvas.ts';

/** One question of the small form in which a thing is made. */
export type Ask = {
  readonly field: string;
  readonly label: string;
  /** `yes` is one box to tick: ticked is true, else the field stays empty. `choices` are several boxes to tick, of the options. */
  readonly as: 'line' | 'text' | 'date' | 'choice' | 'choices' | 'person' | 'people' | 'words-of' | 'yes';
  readonly required?: boolean;
  readonly options?: Readonly<Record<string, string>>;
  /** What the choice of nobody is called; without it a person must be chosen. */
  readonly nobody?: string;
  /** Stands under the question as long as nothing is wrong. */
  readonly hint?: string;
  /** Two of these stand beside one another. */
  readonly half?: boolean;
};

export type MakeTool = {
  readonly kind: 'make';
  readonly name: ToolName;
  readonly type: ThingType;
  /** Fields that the tool itself fills in. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly asks: readonly Ask[];
  /** True when it stands where the finger was; else the view itself has a place for it (a year, a box, a side). */
  readonly lies: boolean;
  /** Tender: who will read it is said first. */
  readonly careful?: boolean;
};
export type ConnectTool = {
  readonly kind: 'connect';
  readonly name: 'partners' | 'kind-van' | 'relatielijn' | 'huishouden' | 'verband' | 'geweld' | 'band';
  readonly type: ThingType;
  /** What it may connect. */
  readonly between: readonly ThingType[];
  /** What the first of the two must be, where that is narrower. */
  readonly from?: readonly ThingType[];
  readonly many: boolean;
  readonly careful?: boolean;
  readonly asks: readonly Ask[];
};
export type Tool =
  | { readonly kind: 'select'; readonly name: 'kies' }
  | { readonly kind: 'ink'; readonly name: 'pen' | 'marker' }
  | { readonly kind: 'erase'; readonly name: 'gum' }
  | MakeTool
  | ConnectTool;

const { fields: f, options: o } = canvasWords;
const wordsOf: Ask = { field: 'vanWie', label: f.vanWie, as: 'words-of' };
const about: Ask = { field: 'over', label: f.over, as: 'people', nobody: f.niemand };
const text: Ask = { field: 'tekst', label: f.tekst, as: 'text', required: true };

const kies: Tool = { kind: 'select', name: 'kies' };
const pen: Tool = { kind: 'ink', name: 'pen' };
const marker: Tool = { kind: 'ink', name: 'marker' };
const gum: Tool = { kind: 'erase', name: 'gum' };
const make = (
  name: ToolName,
  type: ThingType,
  asks: readonly Ask[],
  values: MakeTool['values'] = {},
  lies = false,
): MakeTool => ({
  kind: 'make',
  name,
  type,
  values,
  asks,
  lies,
});
const connect = (
  name: ConnectTool['name'],
  type: ThingType,
  between: readonly ThingType[],
  asks: readonly Ask[],
  many = false,
): ConnectTool => ({
  kind: 'connect',
  name,
  type,
  between,
  many,
  asks,
});

const notitie = make('notitie', 'notitie', [text, about, wordsOf], {}, true);
const factor = (waarde: 'kracht' | 'zorg' | 'onbekend'): MakeTool =>
  make(
    waarde,
    'factor',
    [text, { field: 'kant', label: f.kant, as: 'choice', required: true, options: o.kant }, about, wordsOf],
    { waarde },
  );
const blok = (name: ToolName, vak: string, whose: boolean): MakeTool =>
  make(
    name,
    'patroonblok',
    [text, ...(whose ? [{ field: 'persoon', label: f.persoon, as: 'person', required: true } as const] : []), wordsOf],
    { vak },
  );
const verband = connect(
  'verband',
  'verband',
  ['patroonblok', 'factor'],
  [{ field: 'omdat', label: f.omdat, as: 'text', required: true }, wordsOf],
);

const genogram: readonly Tool[] = [
  kies,
  make(
    'persoon',
    'persoon',
    [
      { field: 'naam', label: f.naam, as: 'line', required: true, hint: quickWords.nameHint },
      { field: 'geslacht', label: f.geslacht, as: 'choice', options: o.geslacht, half: true },
      { field: 'geboren', label: f.geboren, as: 'date', half: true },
      { field: 'indexkind', label: f.indexkind, as: 'yes' },
    ],
    {},
    true,
  ),
  connect(
    'partners',
    'partnerrelatie',
    ['persoon'],
    [
      { field: 'vorm', label: f.vorm, as: 'choice', options: o.vorm },
      { field: 'einde', label: f.einde, as: 'choice', options: o.einde },
    ],
  ),
  connect(
    'kind-van',
    'ouder-kind',
    ['persoon'],
    [
      { field: 'andere', label: f.andereOuder, as: 'person', nobody: f.geenAndere },
      { field: 'soort', label: f.soortOuder, as: 'choice', required: true, options: o.soortOuder },
    ],
  ),
  connect(
    'relatielijn',
    'relatielijn',
    ['persoon', 'huisdier', 'organisatie'],
    [
      { field: 'soort', label: f.soortLijn, as: 'choice', required: true, options: o.soortLijn },
      { field: 'toelichting', label: f.toelichting, as: 'line' },
      { field: 'vanWie', label: f.volgens, as: 'words-of' },
    ],
  ),
  connect('huishouden', 'huishouden', ['persoon'], [{ field: 'naam', label: f.huishouden, as: 'line' }], true),
  notitie,
  pen,
  marker,
  gum,
];

const tijdlijn: readonly Tool[] = [
  kies,
  make('gebeurtenis', 'gebeurtenis', [
    { field: 'titel', label: f.titel, as: 'line', required: true },
    { field: 'wanneer', label: f.wanneer, as: 'date', required: true },
    about,
  ]),
  make('besluit', 'besluit', [
    { field: 'titel', label: f.besluit, as: 'line', required: true },
    { field: 'wanneer', label: f.wanneer, as: 'date', required: true },
    { field: 'door', label: f.door, as: 'line' },
    about,
  ]),
  make('hulp', 'hulp', [
    { field: 'wat', label: f.wat, as: 'line', required: true },
    { field: 'wie', label: f.wie, as: 'line' },
    { field: 'wanneer', label: f.wanneerHulp, as: 'date', required: true },
    { field: 'uitkomst', label: f.uitkomst, as: 'choice', options: o.uitkomst },
    about,
  ]),
  notitie,
  pen,
  gum,
];

const s = thingWords.band;
const sociogram: readonly Tool[] = [
  kies,
  {
    ...connect(
      'band',
      'band',
      ['persoon', 'organisatie', 'huisdier'],
      [
        { field: 'nabijheid', label: s.fields.nabijheid, as: 'choice', options: s.options.nabijheid },
        { field: 'soort', label: s.fields.soort, as: 'choice', options: s.options.soort },
        { field: 'sterkte', label: s.fields.sterkte, as: 'choice', options: s.options.sterkte },
        { field: 'kan', label: s.fields.kan, as: 'text' },
        { field: 'kanNiet', label: s.fields.kanNiet, as: 'text' },
        { field: 'wilDatHetGoedGaat', label: s.fields.wilDatHetGoedGaat, as: 'yes' },
        { field: 'wilMeedoen', label: s.fields.wilMeedoen, as: 'yes' },
        { field: 'vanWie', label: f.volgens, as: 'words-of' },
      ],
    ),
    from: ['persoon'],
  },
  make('persoon', 'persoon', [
    { field: 'naam', label: f.naam, as: 'line', required: true },
    { field: 'kring', label: thingWords.persoon.fields.kring, as: 'choice', options: thingWords.persoon.options.kring },
    { field: 'geslacht', label: f.geslacht, as: 'choice', options: o.geslacht },
    { field: 'indexkind', label: f.indexkind, as: 'yes' },
  ]),
  make('organisatie', 'organisatie', [
    { field: 'naam', label: thingWords.organisatie.fields.naam, as: 'line', required: true },
    {
      field: 'soort',
      label: thingWords.organisatie.fields.soort,
      as: 'choice',
      options: thingWords.organisatie.options.soort,
    },
  ]),
  make('huisdier', 'huisdier', [
    { field: 'naam', label: thingWords.huisdier.fields.naam, as: 'line', required: true },
    { field: 'soort', label: thingWords.huisdier.fields.soort, as: 'line' },
    { field: 'bij', label: thingWords.huisdier.fields.bij, as: 'people', required: true },
  ]),
  notitie,
  pen,
  marker,
  gum,
];

/** The tools of each view, in the order of its toolbar. */
export const tools: Readonly<Record<ViewName, readonly Tool[]>> = {
  genogram,
  sociogram,
  tijdlijn,
  'caf-driehoek': [kies, factor('kracht'), factor('zorg'), factor('onbekend'), verband, notitie, pen, gum],
  gezinspatroon: [
    kies,
    blok('gedrag-kind', 'gedrag-kind', true),
    blok('ontwikkeling-kind', 'ontwikkeling-kind', true),
    blok('gedrag-ouder', 'gedrag-ouder', true),
    blok('ontwikkeling-ouder', 'ontwikkeling-ouder', true),
    blok('problemen-in-het-gezin', 'problemen-in-het-gezin', false),
    blok('hulp-in-patroon', 'hulp', false),
    verband,
    make('patroonzin', 'patroonzin', [{ field: 'tekst', label: f.patroonzin, as: 'text', required: true }]),
    notitie,
    pen,
    gum,
  ],
};

/** The tools of a view that this participant may use; `mayMake` answers for a type, `mayDraw` for ink. */
export function toolsFor(view: ViewName, mayMake: (type: ThingType) => boolean, mayDraw: boolean): readonly Tool[] {
  return tools[view].filter((tool) =>
    tool.kind === 'make' || tool.kind === 'connect' ? mayMake(tool.type) : tool.kind === 'select' || mayDraw,
  );
}
