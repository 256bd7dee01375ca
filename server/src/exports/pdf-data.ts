import { inks } from '@samenbord/shared/picture/tokens.ts';
import type { ViewPicture } from '@samenbord/shared/picture/picture.ts';
import { documentWords } from '@samenbord/shared/words/documents.ts';
import type { AnalysisDocument, Card, DocumentBlock } from './document.ts';
import { fontFamilies } from './fonts.ts';
import type { Covers } from './fonts.ts';
import { drawingOf } from './pdf-drawing.ts';
import { printable } from './printable.ts';

/** Wider than this, a picture gets a page on its side. */
const wide = 900;
/** Points per unit of a picture at the least: its words of 16 units stay 8 points high, on a page as large as that takes. */
const scale = 0.5;
/** A4 on its side, and what the margins, the heading and the caption take of it, in points. */
const page = { width: 842, height: 595, beside: 80, around: 200 };
/** The room a picture has on a page that stands upright. */
const upright = { width: 453, height: 530 };

/**
 * Takes the document and what the fonts cover, gives the data that the Typst template reads. Everything in it is data: no text of a person is
 * ever part of the template's source. Texts can be set with our fonts.
 */
export function pdfData(doc: AnalysisDocument, covers: Covers): string {
  const lost = { count: 0 };
  const set = (text: string): string => printable(text, covers, lost);
  const delen = doc.delen.map((part) => ({
    ...part,
    blokken: part.blokken.map((block) => settable(block)),
  }));
  const data = {
    titel: doc.titel,
    ondertitel: doc.ondertitel,
    regels: doc.regels,
    kenmerk: doc.kenmerk,
    hash: doc.hash,
    delen,
    woorden: documentWords,
    kleuren: inks,
    letters: fontFamilies,
  };
  const clean = deepSet(data, set);
  return JSON.stringify({ ...clean, vervangen: lost.count });
}

function settable(block: DocumentBlock): unknown {
  if (block.soort === 'kaarten')
    return { ...block, kaarten: block.kaarten.map((card) => ({ ...card, lang: sizeOf(card) > onePage })) };
  if (block.soort !== 'plaat') return block;
  const { titel, plaat, beschrijving } = block;
  const breed = plaat.box.width > wide;
  const blad = sheetFor(plaat.box.width, plaat.box.height);
  const room = breed ? { width: blad.breedte - page.beside, height: blad.hoogte - page.around } : upright;
  return {
    soort: 'plaat',
    titel,
    beschrijving,
    alt: altOf(titel, plaat),
    breed,
    blad,
    tekening: drawingOf(plaat, room),
  };
}

function sheetFor(width: number, height: number): { breedte: number; hoogte: number } {
  return {
    breedte: Math.max(page.width, width * scale + page.beside),
    hoogte: Math.max(page.height, height * scale + page.around),
  };
}

/** Characters on a card; a card that is longer than this may be broken over two pages. */
const onePage = 900;
const sizeOf = (card: Card): number => JSON.stringify(card).length;

/** What a screen reader says at the picture: its title and its beginning; the whole stands below it in words. */
function altOf(title: string, picture: ViewPicture): string {
  const beginning = picture.description.slice(0, 8).join(' ');
  return `${title}. ${beginning} ${documentWords.verderOnder}`;
}

/** Every text in the data, except the drawings (they were done above) and the names of kinds and colours, which all fonts have. */
function deepSet<T>(value: T, set: (text: string) => string): T {
  return settle(value, set) as T;
}

function settle(value: unknown, set: (text: string) => string): unknown {
  if (typeof value === 'string') return set(value);
  if (Array.isArray(value)) return value.map((item) => settle(item, set));
  if (typeof value !== 'object' || value === null) return value;
  const keep = new Set(['svg', 'kleuren', 'letters', 'hash']);
  return Object.fromEntries(
    Object.entries(value).map(([key, held]) => [key, keep.has(key) ? held : settle(held, set)]),
  );
}
