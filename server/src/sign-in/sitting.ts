import type { IncomingMessage } from 'node:http';
import type { TLSSocket } from 'node:tls';
import type { Actor } from '@samenbord/shared/access/zones.ts';
import type { Participation as ParticipationAnswer } from '@samenbord/shared/wire/http.ts';
import type { BoardRow, ParticipantRow, Storage } from '../storage/storage.ts';
import { isOver } from './clock.ts';
import type { Clock } from './clock.ts';
import { arrivalOf } from './origin.ts';
import type { Trust } from './origin.ts';
import { Refusal } from './refusal.ts';
import { findSession, tokenFrom } from './session.ts';
import type { Participation, Session } from './session.ts';

/** Somebody at a board, as the server knows them. */
export type Sitting = {
  readonly board: BoardRow;
  readonly participant: ParticipantRow;
  readonly actor: Actor;
  /** The session (its hash) of the browser they are behind. */
  readonly session?: string | undefined;
};

export const actorOf = (row: ParticipantRow): Actor => ({
  id: row.id,
  rol: row.rol,
  persoon: row.persoon,
  opens: row.opent,
  thuis: row.thuis,
  vertrouwdVan: row.vertrouwdVan,
});

/** Still welcome: not revoked, and the last day is not over. */
export const isWelcome = (row: ParticipantRow, clock: Clock): boolean =>
  row.revokedAt === undefined && !isOver(row.tot, clock);

export const participationAnswer = (board: BoardRow, row: ParticipantRow): ParticipationAnswer => ({
  board: board.id,
  titel: board.titel,
  als: row.id,
  naam: row.naam,
  rol: row.rol,
});

async function sittingOf(storage: Storage, clock: Clock, board: string, id: string): Promise<Sitting | undefined> {
  const [found, participant] = await Promise.all([storage.board(board), storage.participant(board, id)]);
  if (found === undefined || participant === undefined || !isWelcome(participant, clock)) return undefined;
  return { board: found, participant, actor: actorOf(participant) };
}

/** All that this browser may take part in now. */
export async function sittingsOf(storage: Storage, clock: Clock, session: Session): Promise<Sitting[]> {
  const found = await Promise.all(
    session.participations.map(({ board, participant }) => sittingOf(storage, clock, board, participant)),
  );
  return found.filter((sitting) => sitting !== undefined);
}

/**
 * Who asks, on this board. `als` chooses among the participations of this browser; with one it may be left out, with two on one board it may not
 * (`kies-deelname`). A board that is not theirs, that does not exist or that they had to leave is the same `niet-gevonden`.
 */
export async function sitDown(
  storage: Storage,
  clock: Clock,
  session: Session | undefined,
  board: string,
  als: string | undefined,
): Promise<Sitting> {
  if (session === undefined) throw new Refusal('niet-binnen');
  const here = session.participations.filter((one) => one.board === board);
  const welcome = await sittingsOf(storage, clock, { ...session, participations: here });
  const chosen = als === undefined ? welcome : welcome.filter(({ participant }) => participant.id === als);
  const [sitting] = chosen;
  if (sitting === undefined) throw new Refusal('niet-gevonden');
  if (chosen.length > 1) throw new Refusal('kies-deelname');
  return { ...sitting, session: session.hash };
}

/** What the socket door asks. `revoked` is said only to a browser that took part and had to leave, or whose last day is over. */
export type SocketAnswer =
  | { readonly ok: true; readonly actor: Actor; readonly naam: string }
  | { readonly ok: false; readonly status: 401 | 403 | 404 }
  | { readonly ok: false; readonly revoked: true };

/** Says who may open a socket: cookie, own Origin, and a participation on that board. */
export function createAuthorise(options: {
  storage: Storage;
  clock: Clock;
  trust: Trust;
  /** Called before somebody is let in at this zone. */
  noteOpen: (who: Sitting, zone: string) => void;
}) {
  const { storage, clock, trust, noteOpen } = options;
  return async (
    request: IncomingMessage,
    address: { board: string; zone: string; als: string },
  ): Promise<SocketAnswer> => {
    const asked = askedOf(request);
    const arrival = arrivalOf(asked, trust);
    if (asked.header('origin') !== arrival.origin) return { ok: false, status: 403 };
    const session = await findSession(storage, clock, tokenFrom(asked.header('cookie'), arrival.secure));
    if (session === undefined) return { ok: false, status: 401 };
    try {
      const who = await sitDown(storage, clock, session, address.board, address.als || undefined);
      noteOpen(who, address.zone);
      return { ok: true, actor: who.actor, naam: who.participant.naam };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const isThis = (one: Participation): boolean => one.board === address.board && one.participant === address.als;
      const left = [...session.ended, ...session.participations].some(isThis);
      return left ? { ok: false, revoked: true } : { ok: false, status: 404 };
    }
  };
}

/** The headers of a raw request, each once: a doubled header counts as none. */
export function askedOf(request: IncomingMessage) {
  return {
    header(name: string): string | undefined {
      const values = request.headersDistinct[name];
      if (name === 'x-forwarded-for' || name === 'cookie') return values?.join(name === 'cookie' ? ';' : ',');
      return values?.length === 1 ? values[0] : undefined;
    },
    remote: request.socket.remoteAddress,
    encrypted: (request.socket as Partial<TLSSocket>).encrypted === true,
  };
}
