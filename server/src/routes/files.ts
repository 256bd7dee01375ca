import { randomBytes } from 'node:crypto';
import { mayOpen } from '@samenbord/shared/access/zones.ts';
import { newThingId } from '@samenbord/shared/board/field.ts';
import { besideWhatIsThere, toBoardFile } from '@samenbord/shared/exchange/board-file.ts';
import { toGedcom } from '@samenbord/shared/exchange/to-gedcom.ts';
import { boardFile, importAnswer, importQuery } from '@samenbord/shared/wire/http.ts';
import { carryOut } from '@samenbord/shared/document/intent.ts';
import { defaultLimits as limits } from '../limits.ts';
import { RoomError } from '../rooms/rooms.ts';
import type { RoomErrorCode } from '../rooms/rooms.ts';
import { Refusal } from '../sign-in/refusal.ts';
import { boardAct, fileAct } from './act.ts';
import { apartFromTable, asOfToday, fromBoardFile, hashOfFile, toTeam } from './board-file.ts';
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
      return Response.json(boardFile.parse({ ...file, hash: hashOfFile(file) }), { headers });
    },
  });

/** The families on the table as a GEDCOM 7.0 file, for programs about ancestors. What that cannot carry the page says before it is asked. */
export const exportGedcom = ({ rooms, audit }: Deps) =>
  fileAct({
    summary: 'De families op het gedeelde bord als GEDCOM 7',
    media: ['text/vnd.familysearch.gedcom'],
    async run({ who }) {
      const { text } = toGedcom(toBoardFile(who.board.titel, await rooms.read(who.board.id, 'gedeeld')));
      await audit({ board: who.board.id, participant: who.actor.id, action: 'familie-uitgevoerd' });
      const headers = {
        'Content-Type': 'text/vnd.familysearch.gedcom; charset=utf-8',
        'Content-Disposition': 'attachment; filename="samenbord.ged"',
      };
      return new Response(text, { headers });
    },
  });

/** What stands in the way of any change, whatever is in the file. */
export const notTheFile: ReadonlySet<RoomErrorCode> = new Set(['onbereikbaar', 'onbekend', 'vol', 'alleen-lezen']);

/** Puts a file of our own on the table: all of it or nothing, on the name of whoever brings it. */
export const importBoard = ({ rooms, audit, table }: Deps) =>
  boardAct({
    summary: 'Zet een bestand op het gedeelde bord',
    body: boardFile,
    most: limits.importBytes,
    query: importQuery,
    answer: importAnswer,
    async run({ who, body, query }) {
      const lies = await rooms.read(who.board.id, 'gedeeld');
      const newId = (): string => newThingId(randomBytes(16));
      const brought = asOfToday(body);
      const apart = apartFromTable(query('bestaat') === 'ernaast' ? besideWhatIsThere(brought, lies, newId) : brought);
      const onTable = apart.table;
      const intents = fromBoardFile(onTable, lies, who.actor);
      // Who does not read the team brings nothing there: how safe a child was judged to be is left out then.
      const brings = mayOpen(who.actor, { kind: 'team' });
      const states = brings ? toTeam(apart, lies, who.actor, newId) : [];
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
