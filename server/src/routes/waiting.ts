import { encode } from 'uqr';
import {
  admitAnswer,
  admitRequest,
  waitingAnswer,
  waitingRequest,
  waitingRoomAnswer,
  waitingState,
} from '@samenbord/shared/wire/http.ts';
import type { InvitationRequest, WaitingState } from '@samenbord/shared/wire/http.ts';
import { defaultLimits as limits } from '../limits.ts';
import { instant } from '../sign-in/clock.ts';
import { addParticipant, participantAnswer } from '../sign-in/invite.ts';
import { Refusal } from '../sign-in/refusal.ts';
import { createLimiter } from '../sign-in/limiter.ts';
import type { Limiter } from '../sign-in/limiter.ts';
import { hashOf, newId, newSecret } from '../sign-in/secrets.ts';
import { findSession, keepOrStart } from '../sign-in/session.ts';
import { isWelcome, participationAnswer } from '../sign-in/sitting.ts';
import type { Sitting } from '../sign-in/sitting.ts';
import type { ParticipantRow, WaitingRow } from '../storage/storage.ts';
import { boardAct, openAct } from './act.ts';
import type { Deps } from './deps.ts';
import { isPersonOn } from './participants.ts';
import { keepRoomCode } from './room-code.ts';

const openForMs = 2 * 3_600_000;

/** Opens the waiting room for two hours; the link goes on the big screen as a QR. An earlier one ends. */
export const openWaitingRoom = ({ storage, clock, audit }: Deps) =>
  boardAct({
    summary: 'Open de wachtkamer',
    answer: waitingRoomAnswer,
    status: 201,
    async run({ who, arrival }) {
      const secret = newSecret();
      const tot = new Date(clock() + openForMs).toISOString();
      await storage.setWaitingRoom(who.board.id, hashOf(secret), tot);
      await audit({ board: who.board.id, participant: who.actor.id, action: 'wachtkamer-geopend' });
      const pad = `/wachtkamer#${secret}`;
      return keepRoomCode(storage, who.board.id, { pad, tot, ...qrOf(`${arrival.origin}${pad}`) });
    },
  });

/** A QR as the `d` of one SVG path: a little square for every dark module. */
function qrOf(text: string): { qr: string; qrMaat: number } {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { qr: squares.join(''), qrMaat: size };
}

/** Somebody who scanned the QR waits until the casusregisseur says who it is. */
export const wait = (deps: Deps) => {
  // A whole family behind one address comes in at once; one hand that fills the waiting room for others does not.
  const limiter = createLimiter({ max: limits.atTheDoor, windowMs: 600_000, clock: deps.clock });
  return openAct({
    summary: 'Wacht tot je wordt binnengelaten',
    body: waitingRequest,
    answer: waitingState,
    status: 201,
    async run({ body, arrival, token, remember }): Promise<WaitingState> {
      const { door, storage, clock, table } = deps;
      const board = await door.guarded(body.geheim, arrival.network, async () => {
        const room = await storage.waitingRoom(hashOf(body.geheim));
        if (room === undefined || room.until <= instant(clock)) throw new Refusal('link-werkt-niet');
        return room.board;
      });
      const newcomer = { board, naam: body.naam, network: arrival.network };
      remember(await deps.oneAtATime(board, () => takePlace(deps, limiter, newcomer, token)));
      await table.refreshWaiting(board);
      return { stand: 'wacht' };
    },
  });
};

type Newcomer = { readonly board: string; readonly naam: string; readonly network: string };

/** Gives the token of whoever waits now. Nothing is kept of somebody for whom there is no place, so that asking on and on fills no disk. */
async function takePlace(
  { storage, clock }: Deps,
  limiter: Limiter,
  { board, naam, network }: Newcomer,
  token: string | undefined,
): Promise<string> {
  const session = await findSession(storage, clock, token);
  const before = session && (await storage.waitingBySession(session.hash));
  if (before?.board === board && before.state === 'wacht' && token !== undefined) return token;
  const waiting = (await storage.waiting(board)).filter(({ state }) => state === 'wacht');
  if (waiting.length >= limits.atTheDoor) throw new Refusal('wachtkamer-vol', { retryAfter: 60 });
  limiter.take(network);
  const kept = await keepOrStart(storage, clock, token);
  const entry = { id: newId(), board, naam, sessionHash: kept.session.hash, since: instant(clock) };
  await storage.addWaiting({ ...entry, state: 'wacht' });
  return kept.token;
}

/** What became of me. */
export const myWaiting = ({ storage, clock }: Deps) =>
  openAct({
    summary: 'Ben ik al binnengelaten?',
    answer: waitingState,
    async run({ token }): Promise<WaitingState> {
      const session = await findSession(storage, clock, token);
      const entry = session && (await storage.waitingBySession(session.hash));
      if (entry === undefined || entry.state === 'niet') return { stand: 'niet' };
      if (entry.state === 'wacht' || entry.participant === undefined) return { stand: 'wacht' };
      const [board, row] = await Promise.all([
        storage.board(entry.board),
        storage.participant(entry.board, entry.participant),
      ]);
      if (board === undefined || row === undefined || !isWelcome(row, clock)) return { stand: 'niet' };
      return { stand: 'binnen', deelname: participationAnswer(board, row) };
    },
  });

export const listWaiting = ({ storage }: Deps) =>
  boardAct({
    summary: 'Wie er wachten',
    answer: waitingAnswer,
    async run({ who }) {
      const waiting = (await storage.waiting(who.board.id)).filter(({ state }) => state === 'wacht');
      return { wachtenden: waiting.map(({ id, naam, since }) => ({ id, naam, sinds: since })) };
    },
  });

/** The casusregisseur says who it is: somebody who takes part already, somebody new, or nobody we know. */
export const admit = (deps: Deps) =>
  boardAct({
    summary: 'Laat iemand binnen',
    body: admitRequest,
    answer: admitAnswer,
    run: ({ who, body, param }) =>
      deps.oneAtATime(who.board.id, async () => {
        const waiting = await deps.storage.waiting(who.board.id);
        const entry = waiting.find(({ id, state }) => id === param('entry') && state === 'wacht');
        if (entry === undefined) throw new Refusal('al-afgehandeld');
        if ('weiger' in body) return turnAway(deps, who, entry);
        const row =
          'deelnemer' in body
            ? await somebodyHere(deps, who, body.deelnemer)
            : await somebodyNew(deps, who, body.nieuw);
        return letIn(deps, who, entry, row);
      }),
  });

async function turnAway({ storage, audit, table }: Deps, who: Sitting, entry: WaitingRow) {
  await storage.settleWaiting(who.board.id, entry.id, 'niet');
  await audit({ board: who.board.id, participant: who.actor.id, action: 'geweigerd', object: entry.id });
  await table.refreshWaiting(who.board.id);
  return {};
}

/** First the place, then the end of waiting: a crash in between leaves somebody waiting who is in, never the other way round. */
async function letIn({ storage, audit, table }: Deps, who: Sitting, entry: WaitingRow, row: ParticipantRow) {
  await storage.addParticipation(entry.sessionHash, who.board.id, row.id);
  await storage.settleWaiting(who.board.id, entry.id, 'binnen', row.id);
  await audit({
    board: who.board.id,
    participant: who.actor.id,
    action: 'binnengelaten',
    object: row.id,
    ground: row.grondslag,
  });
  await table.refreshWaiting(who.board.id);
  return { deelnemer: participantAnswer(row) };
}

async function somebodyHere({ storage, clock }: Deps, who: Sitting, id: string): Promise<ParticipantRow> {
  const row = await storage.participant(who.board.id, id);
  if (row === undefined) throw new Refusal('niet-gevonden');
  if (!isWelcome(row, clock)) throw new Refusal('al-ingetrokken');
  return row;
}

const somebodyNew = (deps: Deps, who: Sitting, request: InvitationRequest): Promise<ParticipantRow> =>
  addParticipant(deps.storage, deps.clock, who.board.id, request, isPersonOn(deps, who.board.id));
