import { joinAnswer, joinRequest, meAnswer } from '@samenbord/shared/wire/http.ts';
import { findSession } from '../sign-in/session.ts';
import { participationAnswer, sitDown, sittingsOf } from '../sign-in/sitting.ts';
import { openAct } from './act.ts';
import type { Deps } from './deps.ts';

/** Exchanges a personal link and its six digits for a cookie. Whatever is wrong with them, the answer is the same. */
export const join = ({ door, storage, clock, audit }: Deps) =>
  openAct({
    summary: 'Kom binnen met je persoonlijke link en code',
    body: joinRequest,
    answer: joinAnswer,
    async run({ body, arrival, token, remember }) {
      const joined = await door.join(body.geheim, body.code, arrival.network, token);
      const session = await findSession(storage, clock, joined.token);
      const { board, participant } = await sitDown(storage, clock, session, joined.board, joined.participant);
      await audit({ board: board.id, participant: participant.id, action: 'binnengekomen' });
      remember(joined.token);
      return participationAnswer(board, participant);
    },
  });

/** What this browser may take part in; nothing for a stranger. */
export const me = ({ storage, clock }: Deps) =>
  openAct({
    summary: 'Waar deze browser aan mee mag doen',
    answer: meAnswer,
    async run({ token }) {
      const session = await findSession(storage, clock, token);
      const sittings = session === undefined ? [] : await sittingsOf(storage, clock, session);
      return { deelnames: sittings.map(({ board, participant }) => participationAnswer(board, participant)) };
    },
  });
