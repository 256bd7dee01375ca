import { createHash } from 'node:crypto';
import { noteSeats } from '@samenbord/shared/meeting/commands.ts';
import { mayOpen, mayRead, readZone } from '@samenbord/shared/access/zones.ts';
import type { Zone } from '@samenbord/shared/access/zones.ts';
import { Refusal } from '../sign-in/refusal.ts';
import type { Sitting } from '../sign-in/sitting.ts';
import { fileAct } from './act.ts';
import type { Deps } from './deps.ts';
import { noteReading } from './note-reading.ts';

/** The zone of the path, when this participant may read it now: exactly what a socket would give. */
function zoneToRead({ meetings }: Deps, { board, actor }: Sitting, name: string): Zone {
  const zone = readZone(name);
  if (zone === undefined || !mayOpen(actor, zone)) throw new Refusal('niet-gevonden');
  if (!mayRead(actor, zone, meetings.stateOf(board.id).now)) throw new Refusal('tafel-dicht');
  return zone;
}

/**
 * Reading for a browser behind a proxy that lets no sockets through: a whole document as one Yjs update, asked for again and again with the `ETag` it had.
 * The same rights as over a socket, also after the reading; nothing can be written this way.
 */
export const readWhole = (deps: Deps) =>
  fileAct({
    summary: 'Lees een deel van het bord zonder vaste verbinding',
    media: ['application/octet-stream'],
    async run({ who, param, request }) {
      const { rooms, meetings, table } = deps;
      const zone = zoneToRead(deps, who, param('zone'));
      table.noteOpen(who.board.id);
      noteReading(deps, who, param('zone'));
      const { epoch, bytes } = await rooms.whole(who.board.id, param('zone'));
      // While it was read the table may have been shut.
      zoneToRead(deps, who, param('zone'));
      if (zone.kind === 'gedeeld')
        await meetings.change(who.board.id, (kept) => {
          if (kept === undefined) return { ok: false, why: 'geen-bijeenkomst' };
          const meeting = noteSeats(kept.meeting, [who.actor.id]);
          return { ok: true, kept: meeting === kept.meeting ? kept : { ...kept, meeting } };
        });
      const tag = `"${createHash('sha256').update(bytes).digest('base64url')}"`;
      const headers = { ETag: tag, 'X-Epoch': String(epoch), 'Content-Type': 'application/octet-stream' };
      if (request.headers.get('if-none-match') === tag) return new Response(null, { status: 304, headers });
      return new Response(new Uint8Array(bytes), { headers });
    },
  });
