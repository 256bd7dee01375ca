import { waitingRoomAnswer } from '@samenbord/shared/wire/http.ts';
import type * as z from 'zod';
import { stepOf } from '@samenbord/shared/meeting/meeting.ts';
import { leads } from '@samenbord/shared/access/zones.ts';
import { instant } from '../sign-in/clock.ts';
import { Refusal } from '../sign-in/refusal.ts';
import type { Sitting } from '../sign-in/sitting.ts';
import type { Storage } from '../storage/storage.ts';
import { boardAct } from './act.ts';
import type { Deps } from './deps.ts';

type RoomCode = z.infer<typeof waitingRoomAnswer>;

/** The last link of each waiting room, as it was given. Only in memory: the database has its hash. After a restart the casusregisseur opens it again. */
const codes = new WeakMap<Storage, Map<string, RoomCode>>();

/** Keeps what the casusregisseur was given, for the screen in the room. */
export function keepRoomCode(storage: Storage, board: string, code: RoomCode): RoomCode {
  const all = codes.get(storage) ?? new Map<string, RoomCode>();
  codes.set(storage, all.set(board, code));
  return code;
}

/** The casusregisseur, who made it, and the screen in the room while people come in: at the step of welcome of an open meeting. */
function mayShow({ meetings }: Deps, { board, actor }: Sitting): boolean {
  if (leads(actor)) return true;
  const meeting = meetings.current(board.id)?.meeting;
  return actor.rol === 'groot-scherm' && meeting?.stand === 'open' && stepOf(meeting).id === 'welkom';
}

/** The code of the waiting room that is open now. */
export const showRoomCode = (deps: Deps) =>
  boardAct({
    summary: 'De code van de wachtkamer die nu open is, voor de casusregisseur en bij het welkom voor het grote scherm',
    answer: waitingRoomAnswer,
    run({ who }) {
      const code = codes.get(deps.storage)?.get(who.board.id);
      if (code === undefined || code.tot <= instant(deps.clock) || !mayShow(deps, who))
        throw new Refusal('niet-gevonden');
      return Promise.resolve(code);
    },
  });
