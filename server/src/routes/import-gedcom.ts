import { bounds } from '@samenbord/shared/exchange/bounds.ts';
import { familyAround, onlyOf } from '@samenbord/shared/exchange/family-around.ts';
import { carryOut } from '@samenbord/shared/document/intent.ts';
import { gedcomAnswer, gedcomQuery, gedcomRequest } from '@samenbord/shared/wire/http-exchange.ts';
import { defaultLimits as limits } from '../limits.ts';
import { RoomError } from '../rooms/rooms.ts';
import { Refusal } from '../sign-in/refusal.ts';
import { boardAct } from './act.ts';
import { fromBoardFile } from './board-file.ts';
import type { Deps } from './deps.ts';
import { notTheFile } from './files.ts';
import { readGedcom } from './read-gedcom.ts';

/**
 * Puts a family file on the table, whole or cut to the family around one person: all of it or nothing, on the name of whoever brings it. `proef` says what would
 * come and changes nothing. Our own pages read the file in the browser; this is for whoever comes without them.
 */
export const importGedcom = ({ rooms, audit, table }: Deps) =>
  boardAct({
    summary: 'Zet een familie uit een GEDCOM-bestand op het gedeelde bord',
    body: gedcomRequest,
    most: limits.importBytes,
    query: gedcomQuery,
    answer: gedcomAnswer,
    async run({ who, body, query }) {
      const file = await readGedcom(Buffer.from(body.bestand, 'base64'));
      const people = file.things.filter(({ type }) => type === 'persoon');
      const { rond } = body;
      const centre = rond === undefined ? undefined : people[rond.nummer - 1]?.id;
      if (rond !== undefined && centre === undefined) throw new Refusal('persoon-onbekend');
      const reach = rond && { up: rond.terug, down: rond.vooruit, siblings: rond.zijtakken, partners: rond.partners };
      const chosen =
        centre === undefined || reach === undefined
          ? file.things
          : onlyOf(file.things, familyAround(file.things, centre, reach));
      const count = (kind: string): number => chosen.filter(({ type }) => type === kind).length;
      const answer = {
        inBestand: people.length,
        mensen: count('persoon'),
        relaties: count('partnerrelatie'),
        ouders: count('ouder-kind'),
        weggelaten: file.leftOut.map((one) => ({ soort: one.kind, aantal: one.count })),
        aangenomen: file.assumedBorn,
      };
      if (query('proef') === '1') return answer;
      if (answer.mensen > bounds.peopleAtOnce) throw new Refusal('te-veel-mensen');
      const lies = await rooms.read(who.board.id, 'gedeeld');
      const brought = {
        soort: 'samenbord-bord',
        versie: 1,
        titel: '',
        things: [...chosen],
        places: [],
        ink: [],
      } as const;
      const intents = fromBoardFile({ ...brought, things: [...chosen], places: [], ink: [] }, lies, who.actor);
      try {
        await rooms.write(who.board.id, 'gedeeld', who.actor, (doc) => {
          for (const intent of intents) carryOut(doc, intent, { tracked: 'server', untracked: 'server' });
        });
      } catch (error) {
        const refused = error instanceof RoomError && !notTheFile.has(error.code);
        throw refused ? new Refusal('import-klopt-niet') : error;
      }
      await audit({ board: who.board.id, participant: who.actor.id, action: 'familie-ingevoerd' });
      await table.refresh(who.board.id);
      return answer;
    },
  });
