import { isProfessional } from '@samenbord/shared/access/roles.ts';
import { mayBeGiven, usuallyOpens, zoneName, zonesOf } from '@samenbord/shared/access/zones.ts';
import type { InvitationRequest, Participant } from '@samenbord/shared/wire/http.ts';
import type { ParticipantRow, Storage } from '../storage/storage.ts';
import { instant, isOver } from './clock.ts';
import type { Clock } from './clock.ts';
import { Refusal } from './refusal.ts';
import { codeHashOf, hashOf, newCode, newParticipantId, newSecret } from './secrets.ts';
import { actorOf, isWelcome } from './sitting.ts';

/** Zones that come with a participant, besides those of the board. */
export const zonesWith = (row: ParticipantRow): string[] =>
  zonesOf(actorOf(row)).flatMap((zone) => ('owner' in zone && zone.owner === row.id ? [zoneName(zone)] : []));

/** The zones every board has. */
export const boardZones = ['gedeeld', 'team', 'tafel'] as const;

export const participantAnswer = (row: ParticipantRow): Participant => ({
  id: row.id,
  naam: row.naam,
  rol: row.rol,
  organisatie: row.organisatie,
  persoon: row.persoon,
});

export const pathOfLink = (secret: string): string => `/kom-binnen#${secret}`;

/** Makes the row of a participant out of an invitation. */
export function rowOf(board: string, request: InvitationRequest, clock: Clock): ParticipantRow {
  const opent = request.opent ?? usuallyOpens(request.rol);
  return { ...request, opent, board, id: newParticipantId(), createdAt: instant(clock) };
}

/**
 * Adds somebody to a board. Refuses a last day that is over, a big screen that opens more than the table, the team for who is no professional, and a person who
 * is not on the board or for whom somebody takes part already. Call it one at a time per board.
 */
export async function addParticipant(
  storage: Storage,
  clock: Clock,
  board: string,
  request: InvitationRequest,
  isPersonOnBoard: (id: string) => Promise<boolean>,
): Promise<ParticipantRow> {
  if (isOver(request.tot, clock)) throw new Refusal('dag-voorbij');
  const opens = request.opent ?? usuallyOpens(request.rol);
  if (!mayBeGiven(request.rol, opens))
    throw new Refusal(request.rol === 'groot-scherm' ? 'scherm-alleen-tafel' : 'team-alleen-professionals');
  if (request.persoon !== undefined) {
    if (!(await isPersonOnBoard(request.persoon))) throw new Refusal('persoon-onbekend');
    const others = await storage.participants(board);
    if (others.some((row) => row.persoon === request.persoon && isWelcome(row, clock)))
      throw new Refusal('persoon-bezet');
  }
  const row = rowOf(board, request, clock);
  await storage.addParticipant(row, zonesWith(row));
  return row;
}

/** Gives a participant a link and its six digits; both are known only to whoever asked. The earlier links end. */
export async function giveLink(storage: Storage, row: ParticipantRow): Promise<{ pad: string; code: string }> {
  const [secret, code] = [newSecret(), newCode()];
  await storage.endInvitations(row.board, row.id);
  await storage.addInvitation(invitationOf(row, secret, codeHashOf(secret, code)));
  return { pad: pathOfLink(secret), code };
}

/** A link for which no code is asked: the invented example board only. Earlier links keep working. */
export async function giveOpenLink(storage: Storage, row: ParticipantRow): Promise<string> {
  const secret = newSecret();
  await storage.addInvitation(invitationOf(row, secret, undefined));
  return pathOfLink(secret);
}

function invitationOf(row: ParticipantRow, secret: string, codeHash: string | undefined) {
  const secretHash = hashOf(secret);
  return { secretHash, codeHash, board: row.board, participant: row.id, until: row.tot, wrongCodes: 0 };
}

/** Takes somebody's place away. Refuses it for the last casusregisseur and for somebody who has left already. */
export async function revoke(storage: Storage, clock: Clock, board: string, id: string): Promise<ParticipantRow> {
  const all = await storage.participants(board);
  const row = all.find((one) => one.id === id);
  if (row === undefined) throw new Refusal('niet-gevonden');
  if (row.revokedAt !== undefined) throw new Refusal('al-ingetrokken');
  const leaders = all.filter((one) => leadsHere(one, clock));
  if (leadsHere(row, clock) && leaders.length === 1) throw new Refusal('laatste-casusregisseur');
  await storage.revokeParticipant(board, id, instant(clock));
  return row;
}

const leadsHere = (row: ParticipantRow, clock: Clock): boolean =>
  row.rol === 'casusregisseur' && isProfessional(row.rol) && isWelcome(row, clock);
