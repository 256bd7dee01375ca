import { find } from '@samenbord/shared/board/board.ts';
import { leads, mayRead } from '@samenbord/shared/access/zones.ts';
import { invitationAnswer, invitationRequest, participantsAnswer } from '@samenbord/shared/wire/http.ts';
import type { ParticipantEntry } from '@samenbord/shared/wire/http.ts';
import { closeCode } from '@samenbord/shared/wire/socket.ts';
import { addParticipant, giveLink, participantAnswer, revoke } from '../sign-in/invite.ts';
import { Refusal } from '../sign-in/refusal.ts';
import { isWelcome } from '../sign-in/sitting.ts';
import type { ParticipantRow } from '../storage/storage.ts';
import { boardAct } from './act.ts';
import type { Deps } from './deps.ts';

/** The casusregisseur sees everybody with their ground; the others only who sits or sat at the table. */
export const listParticipants = ({ storage, table, meetings }: Deps) =>
  boardAct({
    summary: 'Wie er meedoen',
    answer: participantsAnswer,
    async run({ who }) {
      if (!leads(who.actor)) {
        const reads = mayRead(who.actor, { kind: 'gedeeld' }, meetings.stateOf(who.board.id).now);
        return { deelnemers: reads ? await table.participants(who.board.id) : [] };
      }
      return { deelnemers: (await storage.participants(who.board.id)).map(entryOf) };
    },
  });

const entryOf = (row: ParticipantRow): ParticipantEntry => ({
  ...participantAnswer(row),
  opent: [...row.opent],
  grondslag: row.grondslag,
  geinformeerd: row.geinformeerd,
  geinformeerdOp: row.geinformeerdOp,
  tot: row.tot,
  thuis: row.thuis,
  ingetrokken: row.revokedAt !== undefined,
});

/** Is this a person on the open table? */
export const isPersonOn =
  ({ rooms }: Deps, board: string) =>
  async (id: string): Promise<boolean> =>
    find(await rooms.read(board, 'gedeeld'), 'persoon', id) !== undefined;

/** Invites one person. The link is shown once; the six digits go another way. */
export const invite = (deps: Deps) =>
  boardAct({
    summary: 'Nodig iemand uit',
    body: invitationRequest,
    answer: invitationAnswer,
    status: 201,
    run: ({ who, body }) =>
      deps.oneAtATime(who.board.id, async () => {
        const { storage, clock, audit } = deps;
        const row = await addParticipant(storage, clock, who.board.id, body, isPersonOn(deps, who.board.id));
        const link = await giveLink(storage, row);
        const note = { board: who.board.id, participant: who.actor.id, object: row.id, ground: row.grondslag } as const;
        await audit({ ...note, action: 'uitgenodigd' });
        return { deelnemer: participantAnswer(row), ...link };
      }),
  });

/** Takes somebody's place away: from now on every door is closed to them, and their open sockets close at once. */
export const revokeParticipant = (deps: Deps) =>
  boardAct({
    summary: 'Trek een deelname in',
    run: ({ who, param }) =>
      deps.oneAtATime(who.board.id, async () => {
        const { storage, clock, audit, rooms, table } = deps;
        const row = await revoke(storage, clock, who.board.id, param('participant'));
        rooms.closeParticipant(who.board.id, row.id, closeCode.revoked);
        await audit({ board: who.board.id, participant: who.actor.id, action: 'ingetrokken', object: row.id });
        await table.refresh(who.board.id);
        return undefined;
      }),
  });

/** A new link and new digits for somebody; the earlier link ends. */
export const renewLink = (deps: Deps) =>
  boardAct({
    summary: 'Geef een nieuwe link',
    answer: invitationAnswer,
    status: 201,
    run: ({ who, param }) =>
      deps.oneAtATime(who.board.id, async () => {
        const { storage, clock, audit } = deps;
        const row = await storage.participant(who.board.id, param('participant'));
        if (row === undefined) throw new Refusal('niet-gevonden');
        if (!isWelcome(row, clock)) throw new Refusal('al-ingetrokken');
        const link = await giveLink(storage, row);
        await audit({ board: who.board.id, participant: who.actor.id, action: 'nieuwe-link', object: row.id });
        return { deelnemer: participantAnswer(row), ...link };
      }),
  });
