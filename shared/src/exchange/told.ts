/** What a family file may hold that a board has no place for, or that does not belong on it. The words for each are in `words/exchange.ts`. */
export const leftOutKinds = [
  'adres',
  'contact',
  'nummer',
  'kenmerk',
  'notitie',
  'bron',
  'beeld',
  'gebeurtenis',
  'andere-naam',
  'lange-naam',
  'datum',
  'toelichting',
  'geslacht',
  'verband',
  'ouderschap',
  'ouders-onbekend',
  'tweede-huwelijk',
  'niet-gevonden',
  'beheer',
  'eigen-veld',
  'anders',
] as const;
export type LeftOutKind = (typeof leftOutKinds)[number];
export type LeftOut = { readonly kind: LeftOutKind; readonly count: number };

/** Counts what is left out, by kind and never by content. */
export class Told {
  readonly #counts = new Map<LeftOutKind, number>();

  add(kind: LeftOutKind, count = 1): void {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + count);
  }

  /** In the order of the kinds, so that the same file says the same. */
  list(): LeftOut[] {
    return leftOutKinds.flatMap((kind) => {
      const count = this.#counts.get(kind) ?? 0;
      return count === 0 ? [] : [{ kind, count }];
    });
  }
}

const tags: Readonly<Record<Exclude<LeftOutKind, 'anders'>, string>> = {
  adres: 'ADDR ADR1 ADR2 ADR3 CITY STAE POST CTRY PLAC RESI MAP PROP',
  contact: 'PHON EMAIL FAX WWW',
  nummer: 'IDNO SSN REFN UID EXID RIN AFN RFN',
  kenmerk: 'CAST DSCR NATI RELI TITL AGE CAUS NCHI NMR',
  notitie: 'NOTE SNOTE TEXT',
  bron: 'SOUR REPO DATA QUAY PAGE AGNC',
  beeld: 'OBJE FILE',
  gebeurtenis:
    'BIRT DEAT BAPM BARM BASM BLES BURI CENS CHR CHRA CONF CREM EDUC EMIG EVEN FACT FCOM GRAD IMMI NATU NO OCCU ORDN PROB RETI WILL ADOP ANUL DIV DIVF ENGA MARB MARC MARL MARR MARS BAPL CONL ENDL INIL SLGC SLGS WAC',
  'andere-naam': 'NAME TRAN FONE ROMN NICK ALIA',
  'lange-naam': '',
  datum: 'DATE SDATE',
  toelichting: 'TIME PHRASE',
  geslacht: 'SEX',
  verband: 'ASSO ANCI DESI FAMS ROLE HUSB WIFE',
  ouderschap: 'FAMC PEDI STAT CHIL',
  'ouders-onbekend': '',
  'tweede-huwelijk': '',
  'niet-gevonden': '',
  beheer: 'SUBM SUBN CHAN CREA RESN TYPE LANG MIME HEAD TRLR',
  'eigen-veld': '',
};

const kinds = new Map<string, LeftOutKind>(
  Object.entries(tags).flatMap(([kind, names]) => names.split(' ').map((tag) => [tag, kind as LeftOutKind] as const)),
);

/** Takes a tag that nobody had a use for, gives what sort of thing was left out with it. */
export const kindOf = (tag: string): LeftOutKind => (tag.startsWith('_') ? 'eigen-veld' : (kinds.get(tag) ?? 'anders'));
