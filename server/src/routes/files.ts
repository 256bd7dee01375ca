import { randomBytes } from 'node:crypto';
import { mayOpen } from '@samenbord/shared/access/zones.ts';
import { newThingId } from '@samenbord/shared/board/field.ts';
import { boardFile, importAnswer } from '@samenbord/shared/wire/http.ts';
import { carryOut } from '@samenbord/shared/document/intent.ts';
import { defaultLimits as limits } from '../limits.ts';
import { RoomError } from '../rooms/rooms.ts';
import type { RoomErrorCode } from '../rooms/rooms.ts';
import { Refusal } from '../sign-in/refusal.ts';
import { boardAct, fileAct } from './act.ts';
import { apartFromTable, fromBoardFile, toBoardFile, toTeam } from './board-file.ts';
import type { Deps } from './deps.ts';

/** The table as a file of our own. */
export const exportBoard = ({ rooms, audit }: Deps) =>
  fileAct({
    summary: 'Het gedeelde bord als bestand',
    media: ['application/json'],
    async run({ who }) {
      const file = toBoardFile(who.board.titel, await rooms.read(who.board.id, 'gedeeld'));
      await audit({ board: who.board.id, participant: who.actor.id, action: 'bord-uitgevoerd' });
      const headers = { 'Content-Disposition': 'attachment; filename="samenbord.json"' };
      return Response.json(boardFile.parse(file), { headers });
    },
  });

/** What stands in the way of any change, whatever is in the file. */
const notTheFile: ReadonlySet<RoomErrorCode> = new Set(['onbereikbaar', 'onbekend', 'vol', 'alleen-lezen']);

/** Puts a file of our own on the table: all of it or nothing, on the name of whoever brings it. */
export const importBoard = ({ rooms, audit, table }: Deps) =>
  boardAct({
    summary: 'Zet een bestand op het gedeelde bord',
    body: boardFile,
    most: limits.importBytes,
    answer: importAnswer,
    async run({ who, body }) {
      const lies = await rooms.read(who.board.id, 'gedeeld');
      const apart = apartFromTable(body);
      const onTable = apart.table;
      const intents = fromBoardFile(onTable, lies, who.actor);
      // Who does not read the team brings nothing there: how safe a child was judged to be is left out then.
      const brings = mayOpen(who.actor, { kind: 'team' });
      const states = brings ? toTeam(apart, lies, who.actor, () => newThingId(randomBytes(16))) : [];
      try {
        await rooms.write(who.board.id, 'gedeeld', who.actor, (doc) => {
          for (const intent of intents) carryOut(doc, intent, { tracked: 'server', untracked: 'server' });
        });
        if (states.length > 0)
          await rooms.write(who.board.id, 'team', who.actor, (doc) => {
            for (const intent of states) carryOut(doc, intent, { tracked: 'server', untracked: 'server' });
          });
      } catch (error) {
        const refused = error instanceof RoomError && !notTheFile.has(error.code);
        throw refused ? new Refusal('import-klopt-niet') : error;
      }
      await audit({ board: who.board.id, participant: who.actor.id, action: 'bord-ingevoerd' });
      await table.refresh(who.board.id);
      const things = onTable.things.length + states.length;
      return { things, places: onTable.places.length, ink: onTable.ink.length };
    },
  });
