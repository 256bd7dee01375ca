import type { SheetDocument } from '@samenbord/shared/meeting/sheet-document.ts';
import { inks } from '@samenbord/shared/picture/tokens.ts';
import { sheetWords } from '@samenbord/shared/words/after.ts';
import { documentWords } from '@samenbord/shared/words/documents.ts';
import { fontFamilies } from './fonts.ts';
import type { Covers } from './fonts.ts';
import { printable } from './printable.ts';

/** Takes a sheet in words and what the fonts cover, gives the data that its Typst template reads. All of it is data, never source. */
export function sheetPdfData({ titel, regels, delen, slot }: SheetDocument, covers: Covers): string {
  const lost = { count: 0 };
  const set = (text: string): string => printable(text, covers, lost);
  const { bladzijde, van, vervangen } = documentWords;
  const data = {
    titel: set(titel),
    regels: regels.map(set),
    delen: delen.map((part) => ({
      id: part.id,
      titel: set(part.titel),
      leeg: part.leeg,
      punten: part.punten.map(({ tekst, stil }) => ({ tekst: set(tekst), stil: stil.map(set) })),
    })),
    slot,
    woorden: { bladzijde, van, vervangen, verder: sheetWords.readOn },
    kleuren: inks,
    letters: fontFamilies,
  };
  return JSON.stringify({ ...data, vervangen: lost.count });
}
