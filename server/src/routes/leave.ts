import { closeCode } from '@samenbord/shared/wire/socket.ts';
import { findSession } from '../sign-in/session.ts';
import { openAct } from './act.ts';
import type { OpenAct } from './act.ts';
import type { Deps } from './deps.ts';

/** What a browser may still hold of this origin. Not "cookies": that would take those of the neighbours under the same domain along. */
const everythingHere = '"cache", "storage"';

/**
 * Ends what this browser was let in with, at the server and in the browser: its cookie opens nothing any more, its sockets close, and the browser is asked to
 * throw away what it keeps of us. Whoever was not in gets the same answer. Nothing is written down: who leaves in haste leaves no trace for others.
 */
export const leave = ({ storage, clock, rooms, table }: Deps): OpenAct => {
  const act = openAct({
    summary: 'Ga weg van dit apparaat: niemand is hier daarna nog binnen',
    async run({ token, forget }) {
      const session = await findSession(storage, clock, token);
      forget();
      if (session === undefined) return undefined;
      const waiting = await storage.waitingBySession(session.hash);
      await storage.endSession(session.hash);
      // Whoever takes part on another device as well comes back at once; the sockets of this browser do not.
      for (const { board, participant } of session.participations)
        rooms.closeParticipant(board, participant, closeCode.restart);
      if (waiting?.state === 'wacht') await table.refreshWaiting(waiting.board);
      return undefined;
    },
  });
  return {
    ...act,
    async respond(call) {
      const response = await act.respond(call);
      response.headers.set('Clear-Site-Data', everythingHere);
      return response;
    },
  };
};
