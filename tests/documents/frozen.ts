import type { Board } from '@samenbord/shared/board/board.ts';
import type { Role } from '@samenbord/shared/access/roles.ts';
import { isProfessional } from '@samenbord/shared/access/roles.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import type { Analysis, Part, Position, Reader, Statement } from '@samenbord/shared/verklarende-analyse/analysis.ts';
import { makeVersion, readVersion } from '@samenbord/shared/verklarende-analyse/version.ts';
import type { Version } from '@samenbord/shared/verklarende-analyse/version.ts';
import { exampleFamily } from '@samenbord/server/demo/family.ts';
import { boardOf } from '../families/board-of.ts';

export const family = exampleFamily();
export const board = boardOf(family);

/** The example family as participants of a board, with their ground. */
export const participants = family.deelnemers.map((one) => ({
  ...one,
  grondslag: one.grondslag ?? ('toestemming' as const),
  geinformeerd: one.geinformeerd ?? ('nog-niet' as const),
}));

/** The example family frozen on the day of the story. */
export const freezeBoard = (table: Board = board, titel = family.titel): ReturnType<typeof makeVersion> =>
  makeVersion({
    board: table,
    facts: family.feiten,
    deelnemers: participants,
    titel,
    bord: family.titel,
    gemaakt: '2026-11-22T10:00:00.000Z',
    door: { id: 'pkarim', naam: 'Karim' },
    nummer: 3,
  });

/** A version as they were made before: how safe each child was judged to be lay on the table. */
export function freezeAsBefore(table: Board = board): Version {
  const made = JSON.parse(freezeBoard(table).json) as { dingen: object[] };
  const states = family.team.map(({ id, type, by, values, texts }) => {
    return { id, type, versie: 1, by, velden: { ...values, ...texts } };
  });
  return readVersion(JSON.stringify({ ...made, dingen: [...made.dingen, ...states] }));
}

/** A participant of the example as a reader. */
export function readerOf(id: string): Reader {
  const found = participants.find((one) => one.id === id);
  const rol: Role = found?.rol ?? 'waarnemer';
  return { id, rol, persoon: found?.persoon, professional: isProfessional(rol) };
}

/** The board with some things changed or taken away. */
export const boardWith = (change: (things: Map<string, Thing>) => void): Board => {
  const things = new Map(board.things);
  change(things);
  return { ...board, things };
};

export const shown = (deelnemer: string, naam: string, more: Partial<Position>): Position => ({
  deelnemer,
  naam,
  deel: 'J',
  positie: 'klopt',
  zichtbaar: 'iedereen',
  ...more,
});

export const statementsOfPart = (part: Part): Statement[] =>
  part.blokken.flatMap((block) => {
    if (block.soort === 'uitspraken') return block.uitspraken;
    return block.soort === 'tabel' ? block.rijen.flatMap((row) => row.uitspraak ?? []) : [];
  });
export const statementsOf = (analysis: Analysis): Statement[] => analysis.delen.flatMap(statementsOfPart);
