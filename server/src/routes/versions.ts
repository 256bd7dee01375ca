import { newVersionRequest, versionAnswer, versionsAnswer } from '@samenbord/shared/wire/http.ts';
import type { VersionAnswer } from '@samenbord/shared/wire/http.ts';
import { successorOf } from '../analyses/erase-versions.ts';
import { freeze } from '../analyses/freeze.ts';
import { instant } from '../sign-in/clock.ts';
import { newId } from '../sign-in/secrets.ts';
import type { VersionRow } from '../storage/storage.ts';
import { boardAct } from './act.ts';
import type { Deps } from './deps.ts';

/** Freezes the table as it lies there now. What is frozen never changes. */
export const newVersion = (deps: Deps) =>
  boardAct({
    summary: 'Leg vast wat er nu op tafel ligt',
    body: newVersionRequest,
    answer: versionAnswer,
    status: 201,
    run: ({ who, body }) =>
      deps.oneAtATime(who.board.id, async () => {
        const { storage, rooms, clock, audit, table } = deps;
        const door = { id: who.actor.id, naam: who.participant.naam };
        const request = { board: who.board.id, door, titel: body.titel, gemaakt: instant(clock), id: newId() };
        const version = await freeze(storage, rooms, request);
        await audit({ board: who.board.id, participant: door.id, action: 'versie-bevroren', object: version.id });
        await table.refresh(who.board.id);
        return answerOf(version);
      }),
  });

const answerOf = ({
  id,
  nummer,
  titel,
  hash,
  gemaakt,
  door,
  gewist,
}: Omit<VersionRow, 'content' | 'board'>): VersionAnswer => ({
  id,
  nummer,
  titel,
  hash,
  gemaakt,
  door,
  ...(gewist !== undefined && { gewist }),
});

export const listVersions = ({ storage }: Deps) =>
  boardAct({
    summary: 'De vastgelegde versies',
    answer: versionsAnswer,
    async run({ who }) {
      const all = await storage.versions(who.board.id);
      return { versies: all.map((one) => ({ ...answerOf(one), opvolger: successorOf(all, one) })) };
    },
  });
