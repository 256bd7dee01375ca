import { closeCode } from '@samenbord/shared/wire/socket.ts';
import type { LostItem } from './lost.ts';

/** Why a zone asks to look again at what the server gives us. */
export type LookAgain = 'revoked' | 'epoch' | 'shut' | 'notAllowed' | 'protocol' | 'failing';

/** What a zone asks of the session around it. */
export type ZoneHost = {
  readonly lost: (item: Omit<LostItem, 'id'>) => void;
  /** The address is no longer right, or we are no longer welcome: look again at what the server gives us. */
  readonly lookAgain: (why: LookAgain) => void;
  readonly changed: () => void;
  readonly presence: () => void;
  /** Calls back after so many milliseconds; tests may hurry it. */
  readonly later: (ms: number, work: () => void) => void;
};

/** What a final close of the server asks of us: leave something out, come back a little later, or look again. */
export function meaningOf(code: number): LookAgain | 'refused' | 'later' {
  switch (code) {
    case closeCode.refused:
    case closeCode.badFrame:
    case closeCode.tooLarge:
      return 'refused';
    case closeCode.tooMuch:
      return 'later';
    case closeCode.oldEpoch:
      return 'epoch';
    case closeCode.oldProtocol:
      return 'protocol';
    case closeCode.revoked:
      return 'revoked';
    case closeCode.tableShut:
      return 'shut';
    default:
      return 'notAllowed';
  }
}
