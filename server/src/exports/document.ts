import type {
  Analysis,
  Block,
  Part,
  Reaction,
  Remark,
  Row,
  Stance,
  Statement,
} from '@samenbord/shared/verklarende-analyse/analysis.ts';
import type { ViewPicture } from '@samenbord/shared/picture/picture.ts';
import { documentWords, sayConfirmation } from '@samenbord/shared/words/documents.ts';
import { kindWords, noSignature, partWords, positionWords } from '@samenbord/shared/words/analysis.ts';
import { sayDate } from '@samenbord/shared/words/dates.ts';
import { mentionsIn } from './mentions.ts';
import type { Mentions } from './mentions.ts';

/** A piece of text; `sterk` is a name at its first mention. */
export type Run = { readonly tekst: string; readonly sterk?: true };

export type Edge = 'kracht' | 'zorg' | 'onbekend' | 'veiligheid' | 'gewoon';
export type Card = {
  readonly rand: Edge;
  readonly kop: readonly Run[];
  readonly woord: string;
  /** As typed. */
  readonly tekst: string;
  readonly details: readonly { readonly naam: string; readonly waarde: readonly Run[] }[];
  readonly stil: readonly Run[];
  readonly reacties: readonly { readonly tekst: string; readonly stil: readonly Run[]; readonly diepte: number }[];
};

export type DocumentBlock =
  | { readonly soort: 'kop'; readonly tekst: string }
  | { readonly soort: 'alinea'; readonly inhoud: readonly Run[] }
  | { readonly soort: 'kaarten'; readonly kaarten: readonly Card[] }
  | {
      readonly soort: 'gegevens';
      readonly regels: readonly { readonly naam: string; readonly waarde: readonly Run[] }[];
    }
  | {
      readonly soort: 'tabel';
      readonly titel: string;
      readonly kolommen: readonly string[];
      /** Relative widths, for paper. */
      readonly breedtes: readonly number[];
      readonly rijen: readonly (readonly (readonly Run[])[])[];
    }
  | {
      readonly soort: 'plaat';
      readonly titel: string;
      readonly plaat: ViewPicture;
      readonly beschrijving: readonly string[];
    }
  | { readonly soort: 'mist'; readonly titel: string; readonly punten: readonly string[] }
  | {
      readonly soort: 'posities';
      readonly zin: readonly Run[];
      readonly anders: readonly { readonly naam: string; readonly tekst: string }[];
    };

export type DocumentPart = {
  readonly id: string;
  readonly titel: string;
  readonly officieel: string;
  readonly blokken: readonly DocumentBlock[];
};

/** What HTML and PDF both render: the same words in the same order. */
export type AnalysisDocument = {
  readonly titel: string;
  readonly ondertitel: string;
  readonly regels: readonly string[];
  readonly kenmerk: string;
  readonly hash: string;
  readonly delen: readonly DocumentPart[];
};

export type ExportMeta = { readonly hash: string };

/** Takes an analysis and the hash of its version, gives the document: texts, tables and pictures in reading order. */
export function documentOf(analysis: Analysis, { hash }: ExportMeta): AnalysisDocument {
  const mentions = mentionsIn(analysis);
  const kenmerk = `${documentWords.versie} ${analysis.nummer}`;
  return {
    titel: `${documentWords.titel}: ${analysis.bord}`,
    ondertitel: documentWords.ondertitel,
    regels: [
      `${kenmerk}, vastgelegd op ${sayDate(analysis.gemaakt.slice(0, 10))} door ${analysis.door.naam}`,
      `${documentWords.voor} ${analysis.voor.naam}`,
      noSignature,
      documentWords.soorten,
    ],
    kenmerk,
    hash,
    delen: [...analysis.delen.map((part) => partOf(part, mentions)), ...closing(analysis, mentions)],
  };
}

function partOf(part: Part, mentions: Mentions): DocumentPart {
  const blokken = part.blokken.map((block, index) => blockOf(block, part.blokken[index - 1], mentions));
  return {
    id: part.letter,
    titel: `${part.letter}. ${part.titel}`,
    officieel: part.officieel,
    blokken: [...blokken, ...stanceBlocks(part.posities, mentions), ...missingBlocks(part.ontbreekt)],
  };
}

const missingBlocks = (punten: readonly string[]): DocumentBlock[] =>
  punten.length === 0 ? [] : [{ soort: 'mist', titel: documentWords.mist, punten }];

/** Only where somebody showed something; that nobody said anything yet is said once, at the whole. */
function stanceBlocks(stance: Stance, mentions: Mentions): DocumentBlock[] {
  if (stance.getoond.length === 0) return [];
  const anders = stance.getoond
    .filter((one) => one.tekst !== undefined)
    .map((one) => ({ naam: `${one.deelnemer.naam}: ${positionWords[one.positie]}`, tekst: one.tekst ?? '' }));
  return [{ soort: 'posities', zin: mentions.runs(stance.zin), anders }];
}

/** `before` is the block above: a card does not repeat the heading it stands under. */
function blockOf(block: Block, before: Block | undefined, mentions: Mentions): DocumentBlock {
  switch (block.soort) {
    case 'kop':
      return { soort: 'kop', tekst: block.tekst };
    case 'tekst':
      return { soort: 'alinea', inhoud: mentions.runs(block.tekst) };
    case 'uitspraken':
      return {
        soort: 'kaarten',
        kaarten: block.uitspraken.map((one) => cardOf(one, before?.soort === 'kop' ? before.tekst : '', mentions)),
      };
    case 'gegevens':
      return {
        soort: 'gegevens',
        regels: block.regels.map(({ naam, waarde }) => ({ naam, waarde: mentions.runs(waarde) })),
      };
    case 'tabel':
      return tableOf(block, mentions);
    case 'plaat':
      return block;
  }
}

function tableOf(block: Extract<Block, { soort: 'tabel' }>, mentions: Mentions): DocumentBlock {
  const { titel, kolommen } = block;
  const rijen = block.rijen.map((row: Row) => row.cellen.map((cell) => mentions.runs(cell)));
  const breedtes = kolommen.map((name, index) => widthOf([name, ...block.rijen.map((row) => row.cellen[index] ?? '')]));
  return { soort: 'tabel', titel, kolommen, breedtes, rijen };
}

/** How wide a column wants to be beside the others: by what stands in it, within bounds. */
function widthOf(cells: readonly string[]): number {
  const lengths = cells.map((cell) => Math.max(...cell.split('\n').map((line) => line.length)));
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  return Math.round(Math.min(56, Math.max(15, mean / 2 + Math.min(70, Math.max(...lengths)) / 2)));
}

function cardOf(one: Statement, heading: string, mentions: Mentions): Card {
  return {
    rand: one.toon,
    kop: one.regel === '' || one.regel === heading ? [] : mentions.runs(one.regel),
    woord: one.woord ?? '',
    tekst: one.tekst,
    details: one.details.map(({ naam, waarde, letterlijk }) => ({
      naam,
      waarde: letterlijk ? [{ tekst: waarde }] : mentions.runs(waarde),
    })),
    stil: mentions.runs(quietLine(one)),
    reacties: reactionsOf(one.reacties, 0, mentions),
  };
}

/** The quiet line: whose words, how they came to be theirs, what kind, about whom, source, and what they lean on. */
function quietLine(one: Statement): string {
  const who =
    one.vanWie === undefined
      ? ''
      : one.leeftijd === undefined
        ? one.vanWie.naam
        : `${one.vanWie.naam}, ${one.leeftijd}`;
  const about = one.over.filter((ref) => ref.id !== one.vanWie?.id).map((ref) => ref.naam);
  const parts = [
    who,
    one.bevestigd === undefined
      ? typedBy(one)
      : sayConfirmation(one.bevestigd, one.vanWie?.naam ?? '', one.getyptDoor?.naam ?? ''),
    one.soort === undefined ? '' : kindWords[one.soort],
    about.length === 0 ? '' : `${documentWords.over} ${about.join(', ')}`,
    one.bron === undefined ? '' : `${documentWords.bron}: ${one.bron}`,
    one.onderbouwing.length === 0
      ? ''
      : `${documentWords.steunt}: ${one.onderbouwing.map((ref) => ref.naam).join('; ')}`,
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

const typedBy = (one: Statement): string =>
  one.getyptDoor === undefined ? '' : `${documentWords.opgeschreven} ${one.getyptDoor.naam}`;

function reactionsOf(reactions: readonly Reaction[], diepte: number, mentions: Mentions): Card['reacties'] {
  return reactions.flatMap((one) => {
    const said =
      one.bevestigd === undefined
        ? ''
        : ` · ${sayConfirmation(one.bevestigd, one.vanWie?.naam ?? '', one.getyptDoor?.naam ?? '')}`;
    const own = { tekst: one.tekst, stil: mentions.runs(`${one.vanWie?.naam ?? documentWords.iemand}${said}`), diepte };
    return [own, ...reactionsOf(one.reacties, diepte + 1, mentions)];
  });
}

/** After the parts: where everybody stands on the whole, and for professionals what can still be made better. */
function closing(analysis: Analysis, mentions: Mentions): DocumentPart[] {
  const whole: DocumentPart = {
    id: 'geheel',
    titel: documentWords.geheel,
    officieel: '',
    blokken:
      analysis.geheel.getoond.length === 0
        ? [{ soort: 'alinea', inhoud: mentions.runs(analysis.geheel.zin) }]
        : stanceBlocks(analysis.geheel, mentions),
  };
  const remarks: DocumentPart = {
    id: 'opmerkingen',
    titel: documentWords.opmerkingen,
    officieel: '',
    blokken: [{ soort: 'mist', titel: documentWords.opmerkingenUitleg, punten: analysis.opmerkingen.map(sayRemark) }],
  };
  return analysis.opmerkingen.length === 0 ? [whole] : [whole, remarks];
}

const sayRemark = (remark: Remark): string => `${remark.deel}. ${partWords[remark.deel].titel}: ${remark.tekst}`;
