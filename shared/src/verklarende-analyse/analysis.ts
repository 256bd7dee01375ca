import type { Role } from '../access/roles.ts';
import type { ThingType } from '../board/things.ts';
import type { ViewPicture } from '../picture/picture.ts';
import type { PartLetter } from '../words/analysis.ts';

/** Who reads: what this person may not see is cut before anything is rendered (design D9). */
export type Reader = {
  readonly id: string;
  readonly rol: Role;
  readonly persoon?: string | undefined;
  readonly professional: boolean;
};

/** Somebody or something with the id it has on the version. */
export type Ref = { readonly id: string; readonly naam: string };

/** How words came to be theirs. Nothing for facts and for what was written together. */
export type Confirmation = 'zelf-geschreven' | 'zelf' | 'voorgelezen' | 'nog-niet';
export type Kind = 'feit' | 'visie' | 'duiding' | 'samen';
export type Tone = 'kracht' | 'zorg' | 'onbekend' | 'veiligheid' | 'gewoon';

/** `letterlijk`: typed by people, to be shown as it stands. */
export type Detail = {
  readonly naam: string;
  readonly waarde: string;
  readonly letterlijk: boolean;
  readonly ids: readonly string[];
};

export type Reaction = {
  readonly id: string;
  readonly tekst: string;
  readonly vanWie?: Ref | undefined;
  readonly getyptDoor?: Ref | undefined;
  readonly bevestigd?: Confirmation | undefined;
  readonly reacties: readonly Reaction[];
};

/** One thing of the table in the analysis, with all that must travel with it. */
export type Statement = {
  readonly id: string;
  readonly type: ThingType;
  /** What it is, in our words: `Warmte`, `Wat Nadia doet`. */
  readonly regel: string;
  /** Exactly as typed; empty when the thing says all it says in its fields. */
  readonly tekst: string;
  readonly toon: Tone;
  /** The word beside the colour. */
  readonly woord?: string | undefined;
  readonly over: readonly Ref[];
  readonly soort?: Kind | undefined;
  readonly bron?: string | undefined;
  readonly vanWie?: Ref | undefined;
  /** Age of `vanWie` on the day of the version. */
  readonly leeftijd?: number | undefined;
  readonly getyptDoor?: Ref | undefined;
  readonly bevestigd?: Confirmation | undefined;
  /** What on the tijdlijn it leans on. */
  readonly onderbouwing: readonly Ref[];
  readonly details: readonly Detail[];
  readonly reacties: readonly Reaction[];
  /** The things it was made from, itself first. */
  readonly ids: readonly string[];
};

/** `uitspraak` stands in a row that is one thing of the table; its cells are what is shown of it. */
export type Row = {
  readonly cellen: readonly string[];
  readonly ids: readonly string[];
  readonly uitspraak?: Statement | undefined;
};

export type Block =
  | { readonly soort: 'kop'; readonly tekst: string }
  | { readonly soort: 'tekst'; readonly tekst: string }
  | { readonly soort: 'uitspraken'; readonly uitspraken: readonly Statement[] }
  | { readonly soort: 'gegevens'; readonly regels: readonly Detail[] }
  | {
      readonly soort: 'tabel';
      readonly titel: string;
      readonly kolommen: readonly string[];
      readonly rijen: readonly Row[];
    }
  | {
      readonly soort: 'plaat';
      readonly titel: string;
      readonly plaat: ViewPicture;
      readonly beschrijving: readonly string[];
    };

export const choices = ['klopt', 'anders', 'weet-niet', 'liever-niet'] as const;
export type Choice = (typeof choices)[number];

/** A position as storage gives it; those of another version are left out by the caller. */
export type Position = {
  readonly deelnemer: string;
  readonly naam: string;
  readonly deel: PartLetter | 'geheel';
  readonly positie: Choice;
  readonly tekst?: string | undefined;
  readonly zichtbaar: 'alleen-ik' | 'iedereen';
};

export type ShownPosition = { readonly deelnemer: Ref; readonly positie: Choice; readonly tekst?: string | undefined };

/** Where people stand on one part: what this reader may know of it, counted and in one sentence. */
export type Stance = {
  readonly getoond: readonly ShownPosition[];
  readonly aantallen: Readonly<Record<Choice, number>>;
  /** People at the table of whom this reader sees no position; with their names for professionals. */
  readonly zonderReactie: number;
  readonly zonderReactieNamen: readonly Ref[];
  readonly zin: string;
};

export type Part = {
  readonly letter: PartLetter;
  readonly titel: string;
  readonly officieel: string;
  readonly verplicht: boolean;
  readonly blokken: readonly Block[];
  readonly ontbreekt: readonly string[];
  readonly posities: Stance;
};

/** A remark on the analysis, never a judgement on people (domain 2.1). */
export type Remark = {
  readonly code: RemarkCode;
  readonly deel: PartLetter;
  readonly tekst: string;
  readonly ids: readonly string[];
};
export type RemarkCode =
  | 'leeg-deel'
  | 'zonder-onderbouwing'
  | 'alleen-zorgen'
  | 'geen-eigen-stem'
  | 'doel-zonder-verband'
  | 'hulp-herhaald'
  | 'feit-zonder-bron'
  | 'veiligheid-ouder-dan-signaal'
  | 'etiket';

/** The verklarende analyse of one version for one reader. */
export type Analysis = {
  /** How the version is called. */
  readonly titel: string;
  /** How the board is called: whom it is about. */
  readonly bord: string;
  readonly nummer: number;
  readonly gemaakt: string;
  readonly door: Ref;
  readonly voor: { readonly id: string; readonly naam: string; readonly professional: boolean };
  readonly delen: readonly Part[];
  readonly geheel: Stance;
  /** For professionals; empty for others. */
  readonly opmerkingen: readonly Remark[];
};
