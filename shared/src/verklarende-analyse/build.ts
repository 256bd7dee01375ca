import type { ThingType } from '../board/things.ts';
import type { Block, Detail, Row, Statement } from './analysis.ts';
import type { Context } from './context.ts';
import type { Pictures } from './pictures.ts';
import { statementOf } from './statements.ts';
import { ofType } from '../board/board.ts';

/** What a builder of a part gives: what is there, and what is missing in plain sentences. */
export type Built = { readonly blokken: readonly Block[]; readonly ontbreekt: readonly string[] };
export type Builder = (context: Context, pictures: Pictures) => Built;

export const heading = (tekst: string): Block => ({ soort: 'kop', tekst });
export const paragraph = (tekst: string): Block => ({ soort: 'tekst', tekst });

/** Statements under a heading; nothing at all when there are none. */
export const group = (title: string, uitspraken: readonly Statement[]): Block[] =>
  uitspraken.length === 0 ? [] : [...(title === '' ? [] : [heading(title)]), { soort: 'uitspraken', uitspraken }];

export const table = (titel: string, kolommen: readonly string[], rijen: readonly Row[]): Block[] =>
  rijen.length === 0 ? [] : [{ soort: 'tabel', titel, kolommen, rijen }];

export const fact = (naam: string, waarde: string, ids: readonly string[] = [], letterlijk = false): Detail => ({
  naam,
  waarde,
  letterlijk,
  ids,
});

/** All things of these types as statements, in the order of types and ids. */
export function statementsOf(context: Context, ...types: ThingType[]): Statement[] {
  return types.flatMap((type) => ofType(context.version.board, type).map((thing) => statementOf(context, thing)));
}

/** `[sentence]` when it is missing, else nothing. */
export const missing = (isMissing: boolean, sentence: string): string[] => (isMissing ? [sentence] : []);
