import { readFileSync } from 'node:fs';
import * as Y from 'yjs';
import { fromBoardFile } from '@samenbord/server/routes/board-file.ts';
import { emptyBoard } from '@samenbord/shared/board/board.ts';
import type { Board } from '@samenbord/shared/board/board.ts';
import { carryOut } from '@samenbord/shared/document/intent.ts';
import { readBoard } from '@samenbord/shared/document/read.ts';
import { toBoardFile } from '@samenbord/shared/exchange/board-file.ts';
import type { FileThing } from '@samenbord/shared/exchange/file-things.ts';
import type { ReadFile } from '@samenbord/shared/exchange/from-gedcom.ts';
import { boardFile } from '@samenbord/shared/wire/http.ts';
import type { BoardFile } from '@samenbord/shared/wire/http.ts';

export const importer = { id: 'pkarim', rol: 'casusregisseur', opens: ['gedeeld'] } as const;

export const readFamilyFile = (name: string): Uint8Array =>
  readFileSync(new URL(`../families/gedcom/${name}`, import.meta.url));

/** Ids in the order in which they are asked for. */
export function countedIds(): () => string {
  let last = 0;
  return () => `ding-${++last}`;
}

export const fileOf = (things: readonly FileThing[], more: Partial<BoardFile> = {}): BoardFile => ({
  soort: 'samenbord-bord',
  versie: 1,
  titel: 'Verzonnen familie',
  things: [...things],
  places: [],
  ink: [],
  ...more,
});

/** What the server does with a file, on a document of its own: the board as it is read from it afterwards. */
export function broughtIn(file: BoardFile, onto: Board = emptyBoard): Board {
  const doc = new Y.Doc();
  const origins = { tracked: 'server', untracked: 'server' };
  for (const intent of fromBoardFile(boardFile.parse(file), onto, importer)) carryOut(doc, intent, origins);
  return readBoard(doc);
}

/** In, on a board, and out again. */
export const throughBoard = (things: readonly FileThing[]): BoardFile =>
  toBoardFile('Verzonnen familie', broughtIn(fileOf(things)));

/** A file from its lines, with a head. */
export const gedcom = (lines: readonly string[], version = '7.0', more: readonly string[] = []): Uint8Array =>
  new TextEncoder().encode(
    ['0 HEAD', '1 GEDC', `2 VERS ${version}`, ...more, ...lines, '0 TRLR'].map((line) => `${line}\n`).join(''),
  );

/** A family of so many people in so many generations, as large files of ancestors are. */
export function largeFile(people: number): Uint8Array {
  const lines: string[] = [];
  const families = Math.floor((people - 2) / 3) + 1;
  for (let nr = 1; nr <= people; nr++) {
    lines.push(
      `0 @I${nr}@ INDI`,
      `1 NAME Voornaam${nr} /Verzonnen${nr % 97}/`,
      `1 SEX ${nr % 2 === 0 ? 'F' : 'M'}`,
      '1 BIRT',
      `2 DATE ${(nr % 28) + 1} MAR ${1500 + Math.floor(nr / 10)}`,
      '2 PLAC Ergens',
      '1 NOTE Een aantekening die niet meekomt',
      '2 CONT op een tweede regel',
    );
    if (nr > 2) lines.push(`1 FAMC @F${Math.floor((nr - 3) / 3) + 1}@`);
  }
  for (let nr = 1; nr <= families; nr++) {
    lines.push(`0 @F${nr}@ FAM`, `1 HUSB @I${nr * 2 - 1}@`, `1 WIFE @I${nr * 2}@`, '1 MARR', `2 DATE ABT ${1520 + nr}`);
    for (const child of [nr * 3, nr * 3 + 1, nr * 3 + 2]) if (child <= people) lines.push(`1 CHIL @I${child}@`);
  }
  return gedcom(lines, '5.5.1', ['2 FORM LINEAGE-LINKED', '1 CHAR UTF-8']);
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The names of the people among these things, in their order. */
export const namesIn = ({ things }: { readonly things: readonly FileThing[] }): string[] =>
  things.flatMap(({ type, texts }) => (type === 'persoon' ? [texts['naam'] ?? ''] : []));

/** What was left out, by kind. */
export const counted = ({ leftOut }: ReadFile): Record<string, number> =>
  Object.fromEntries(leftOut.map(({ kind, count }) => [kind, count]));
