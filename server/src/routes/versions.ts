import { newVersionRequest, versionAnswer, versionsAnswer } from '@samenbord/shared/wire/http.ts';
import type { VersionAnswer } from '@samenbord/shared/wire/http.ts';
import { makeVersion } from '@samenbord/shared/verklarende-analyse/version.ts';
import { instant } from '../sign-in/clock.ts';
import { hashOf, newId } from '../sign-in/secrets.ts';
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
        const nummer = (await storage.versions(who.board.id)).length + 1;
        const door = { id: who.actor.id, naam: who.participant.naam };
        const gemaakt = instant(clock);
        const [board, deelnemers] = await Promise.all([
          rooms.read(who.board.id, 'gedeeld'),
          storage.participants(who.board.id),
        ]);
        const { json } = makeVersion({
          board,
          facts: who.board.facts,
          deelnemers,
          titel: body.titel,
          gemaakt,
          door,
          nummer,
        });
        const version = { id: newId(), nummer, titel: body.titel, hash: hashOf(json), gemaakt, door: door.naam };
        await storage.addVersion({ ...version, board: who.board.id, content: json });
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
}: Omit<VersionRow, 'content' | 'board'>): VersionAnswer => ({
  id,
  nummer,
  titel,
  hash,
  gemaakt,
  door,
});

export const listVersions = ({ storage }: Deps) =>
  boardAct({
    summary: 'De vastgelegde versies',
    answer: versionsAnswer,
    async run({ who }) {
      return { versies: (await storage.versions(who.board.id)).map(answerOf) };
    },
  });
