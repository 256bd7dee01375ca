import type { RoomLog } from '@samenbord/server/rooms/ports.ts';
import type { Referee } from './referee.ts';

const serious = ['the gate threw', 'an accepted update could not be applied', 'a listener of the table threw'];

/** What the rooms say of themselves: a few of those sentences must never be said. */
export function logFor(referee: Referee): RoomLog {
  const note = (fields: Readonly<Record<string, string | number>>, text: string): void => {
    const code = String(fields['code'] ?? '');
    if (serious.includes(text) || code.startsWith('a rebuilt document')) referee.alarm('broken', text);
  };
  return { warn: note, error: note };
}
