import { presence } from '@samenbord/shared/wire/socket.ts';
import type { Presence, PresenceStamp } from '@samenbord/shared/wire/socket.ts';
import { defaultLimits as limits } from '../limits.ts';
import { readPresence } from './frames.ts';

const decoder = new TextDecoder('utf-8', { fatal: true });

/** What somebody says about themselves: where they are, or (`undefined`) that they left. */
export type Said = { readonly clientId: number; readonly state: Presence | undefined };

/**
 * The small gate of presence. Takes the entries of a message and whose Yjs client the sender is; gives what the sender says about itself. Entries about
 * others are passed by, whoever claims them: a provider sends what it heard of others back with its own news. `malformed`: not a presence message at all.
 */
export function readOwnPresence(entries: Uint8Array, own: number | undefined): Said | undefined | 'malformed' {
  const read = readPresence(entries, limits.presenceEntries);
  if (read === undefined) return 'malformed';
  // Before the client is bound only a message about exactly one client can bind it.
  const mine =
    own === undefined ? (read.length === 1 ? read[0] : undefined) : read.find(({ clientId }) => clientId === own);
  if (mine === undefined || mine.state.length > limits.presenceBytes) return undefined;
  const state = readState(mine.state);
  return state === 'refused' ? undefined : { clientId: mine.clientId, state };
}

function readState(bytes: Uint8Array): Presence | undefined | 'refused' {
  try {
    const value: unknown = JSON.parse(decoder.decode(bytes));
    if (value === null) return undefined;
    const read = presence.safeParse(value);
    return read.success ? read.data : 'refused';
  } catch {
    return 'refused';
  }
}

/** The state as others get it: what was said, and who it is according to the server. */
export const stamped = (state: Presence, wie: PresenceStamp): string => JSON.stringify({ ...state, wie });
