import { setTimeout as sleep } from 'node:timers/promises';
import { defaultLimits as limits } from '../limits.ts';
import type { InvitationRow, Storage } from '../storage/storage.ts';
import { isOver } from './clock.ts';
import type { Clock } from './clock.ts';
import { createLimiter } from './limiter.ts';
import type { Limiter } from './limiter.ts';
import { createOneAtATime } from './one-at-a-time.ts';
import { Refusal } from './refusal.ts';
import { codeHashOf, hashOf, isSameHash } from './secrets.ts';
import { keepOrStart } from './session.ts';
import { isWelcome } from './sitting.ts';

/** Every no takes at least this long, so that its time does not tell which no it is. */
const neutralMs = 150;

export type Door = {
  /** Exchanges a personal link and its code for a session. Refuses with `link-werkt-niet`, whatever was wrong, or `te-vaak`. */
  join(secret: string, code: string | undefined, network: string, token: string | undefined): Promise<Joined>;
  /** Runs a check of a secret: a failure counts for this address, and takes as long as any other. */
  guarded<T>(secret: string, network: string, check: () => Promise<T>, isGuess?: boolean): Promise<T>;
};
export type Joined = { readonly token: string; readonly board: string; readonly participant: string };

/** The door with its memory of failures: so many a minute for one address, and for one link. */
export function createDoor(options: { storage: Storage; clock: Clock; neutralMs?: number }): Door {
  const { storage, clock } = options;
  const oneAtATime = createOneAtATime();
  const perAddress = createLimiter({ max: limits.failuresPerMinute, windowMs: 60_000, clock });
  // Without digits nothing is guessed: a page asks so whether digits are needed. A whole room may do that at once.
  const perAddressWithoutCode = createLimiter({ max: limits.looksPerMinute, windowMs: 60_000, clock });
  const perLink = createLimiter({ max: limits.failuresPerMinute, windowMs: 60_000, clock });

  const guarded: Door['guarded'] = async (secret, network, check, isGuess = true) => {
    const begin = performance.now();
    const turns: [Limiter, string][] = isGuess
      ? [
          [perAddress, network],
          [perLink, hashOf(secret)],
        ]
      : [[perAddressWithoutCode, network]];
    for (const [limiter, key] of turns) limiter.take(key);
    try {
      const result = await check();
      for (const [limiter, key] of turns) limiter.giveBack(key);
      return result;
    } catch (error) {
      await sleep(Math.max(0, (options.neutralMs ?? neutralMs) - (performance.now() - begin)));
      throw error;
    }
  };

  const checkLink = async (secret: string, code: string | undefined): Promise<InvitationRow> => {
    const secretHash = hashOf(secret);
    const invitation = await storage.invitation(secretHash);
    const given = codeHashOf(secret, code ?? '');
    const rightCode = isSameHash(given, invitation?.codeHash ?? (invitation ? given : hashOf(given)));
    if (invitation === undefined || !isOpen(invitation, clock)) throw new Refusal('link-werkt-niet');
    if (!rightCode) {
      if (code !== undefined) await storage.countWrongCode(secretHash);
      throw new Refusal('link-werkt-niet');
    }
    const participant = await storage.participant(invitation.board, invitation.participant);
    if (participant === undefined || !isWelcome(participant, clock)) throw new Refusal('link-werkt-niet');
    return invitation;
  };

  return {
    guarded,
    async join(secret, code, network, token) {
      const check = () => oneAtATime(hashOf(secret), () => checkLink(secret, code));
      const { board, participant } = await guarded(secret, network, check, code !== undefined);
      const kept = await keepOrStart(storage, clock, token);
      await storage.addParticipation(kept.session.hash, board, participant);
      return { token: kept.token, board, participant };
    },
  };
}

/** After so many wrong codes a link is blocked, for the right code too. */
const isOpen = (invitation: InvitationRow, clock: Clock): boolean =>
  invitation.endedAt === undefined && invitation.wrongCodes < limits.wrongCodes && !isOver(invitation.until, clock);
