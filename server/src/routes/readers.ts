import { mayOpen, readZone } from '@samenbord/shared/access/zones.ts';
import { readersAnswer, readersQuery } from '@samenbord/shared/wire/http-readers.ts';
import { Refusal } from '../sign-in/refusal.ts';
import { actorOf, isWelcome } from '../sign-in/sitting.ts';
import { boardAct } from './act.ts';
import type { Deps } from './deps.ts';

/**
 * Who reads the team, or a trusted or own box, by name: said to who reads it too, and to nobody else. The table has no such list here: `tafel` says who sits
 * there, and nobody learns that somebody was invited.
 */
export const zoneReaders = ({ storage, clock }: Deps) =>
  boardAct({
    summary: 'Wie dit deel van het bord lezen',
    query: readersQuery,
    answer: readersAnswer,
    async run({ who, query }) {
      const zone = readZone(query('zone') ?? '');
      if (zone === undefined || zone.kind === 'gedeeld' || !mayOpen(who.actor, zone)) throw new Refusal('mag-niet');
      const rows = await storage.participants(who.board.id);
      const reads = rows.filter((row) => isWelcome(row, clock) && mayOpen(actorOf(row), zone));
      return { lezers: reads.map(({ id, naam, rol }) => ({ id, naam, rol })) };
    },
  });
