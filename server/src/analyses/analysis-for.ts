import { isProfessional } from '@samenbord/shared/access/roles.ts';
import type { Role } from '@samenbord/shared/access/roles.ts';
import type { Analysis } from '@samenbord/shared/verklarende-analyse/analysis.ts';
import { extract } from '@samenbord/shared/verklarende-analyse/extract.ts';
import type { Storage } from '../storage/storage.ts';
import { demandContent } from './erase-versions.ts';
import { openVersion } from './freeze.ts';

/** The participant who reads, as the server knows them. Whether they may read `gedeeld` at all is for the caller to decide before. */
export type ReadingParticipant = { readonly id: string; readonly rol: Role; readonly persoon?: string | undefined };

/** The analysis of one version for one reader, with the hash that all documents of that version carry. */
export type AnalysisForReader = { readonly analysis: Analysis; readonly hash: string };

/** Takes a version of a board and who reads; nothing when the board has no such version. Throws `VersionError` when it was damaged, `ErasedVersion` when it was erased. */
export async function analysisFor(
  storage: Storage,
  board: string,
  version: string,
  reader: ReadingParticipant,
): Promise<AnalysisForReader | undefined> {
  const row = await storage.version(board, version);
  if (row === undefined) return undefined;
  await demandContent(storage, row);
  const [positions, participants] = await Promise.all([storage.positions(board, version), storage.participants(board)]);
  const names = new Map(participants.map(({ id, naam }) => [id, naam]));
  const given = positions.map((one) => ({ ...one, naam: names.get(one.deelnemer) ?? 'iemand' }));
  const { id, rol, persoon } = reader;
  const analysis = extract(openVersion(row), given, { id, rol, persoon, professional: isProfessional(rol) });
  return { analysis, hash: row.hash };
}
