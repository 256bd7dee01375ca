import * as z from 'zod';
import { positionRequest, positionsAnswer } from '@samenbord/shared/wire/http.ts';
import type { PositionEntry } from '@samenbord/shared/wire/http.ts';
import { demandContent } from '../analyses/erase-versions.ts';
import { instant } from '../sign-in/clock.ts';
import { Refusal } from '../sign-in/refusal.ts';
import type { Sitting } from '../sign-in/sitting.ts';
import type { PositionRow, VersionRow } from '../storage/storage.ts';
import { boardAct } from './act.ts';
import type { Deps } from './deps.ts';

/** The version, or the newest; refuses one that is not on this board (`versie-onbekend`) or was erased (`versie-gewist`). */
export async function versionOf({ storage }: Deps, board: string, id: string): Promise<VersionRow> {
  const version = await storage.version(board, id);
  if (version === undefined) throw new Refusal('versie-onbekend');
  await demandContent(storage, version);
  return version;
}

/** My position on a part of a version. A later one takes the place of an earlier one; nobody gives it for somebody else. */
export const setPosition = (deps: Deps) =>
  boardAct({
    summary: 'Geef mijn positie op een deel van een versie',
    body: positionRequest,
    async run({ who, body }) {
      const { storage, clock, audit } = deps;
      const version = await versionOf(deps, who.board.id, body.versie);
      await storage.setPosition({ ...body, board: who.board.id, deelnemer: who.actor.id, op: instant(clock) });
      const note = { board: who.board.id, participant: who.actor.id, object: version.id } as const;
      await audit({ ...note, action: 'positie-gegeven' });
      return undefined;
    },
  });

/** What this reader may see: their own, and those whose givers show them. */
export async function positionsFor({ storage }: Deps, who: Sitting, version: string): Promise<PositionEntry[]> {
  const [rows, participants] = await Promise.all([
    storage.positions(who.board.id, version),
    storage.participants(who.board.id),
  ]);
  const names = new Map(participants.map(({ id, naam }) => [id, naam]));
  const seen = rows.filter((row) => row.deelnemer === who.actor.id || row.zichtbaar === 'iedereen');
  return seen.map(({ board: _board, ...row }: PositionRow) => ({ ...row, naam: names.get(row.deelnemer) ?? '' }));
}

export const listPositions = (deps: Deps) =>
  boardAct({
    summary: 'De posities op een versie die ik mag zien',
    query: z.object({ versie: z.string().min(1).max(40) }),
    answer: positionsAnswer,
    async run({ who, query }) {
      const version = await versionOf(deps, who.board.id, query('versie') ?? '');
      return { posities: await positionsFor(deps, who, version.id) };
    },
  });
