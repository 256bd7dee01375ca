import { readZone } from '@samenbord/shared/access/zones.ts';
import { fullKeys, tableIds } from '@samenbord/shared/wire/full.ts';
import { describeError } from '../audit/log.ts';
import type { Log } from '../audit/log.ts';
import { defaultLimits as limits } from '../limits.ts';
import type { OnFill } from '../rooms/room-budget.ts';
import type { Rooms } from '../rooms/rooms.ts';
import { createOneAtATime } from '../sign-in/one-at-a-time.ts';
import type { Storage } from '../storage/storage.ts';

/**
 * Tells people that a document is nearly full, before anything is refused: the table to everybody at it, an own box to its owner, and who used up most of their
 * own share to that person and to the casusregisseur. Never throws: what cannot be told now is told when it is passed again.
 */
export function createFillNotes(deps: { storage: Storage; rooms: () => Rooms; log: Log }): OnFill {
  const oneAtATime = createOneAtATime();
  const flag = (percent: number): true | undefined => (percent >= limits.warnAtPercent ? true : undefined);

  /** Each casusregisseur has a list of who used up most of their share. */
  const tellLeaders = async (board: string, participant: string, isNear: boolean): Promise<void> => {
    for (const { id, rol, revokedAt } of await deps.storage.participants(board)) {
      if (rol !== 'casusregisseur' || revokedAt !== undefined || id === participant) continue;
      await deps.rooms().write(board, `tafel:${id}`, 'server', (doc) => {
        const table = doc.getMap('tafel');
        const before = tableIds.catch([]).parse(table.get(fullKeys.others));
        if (before.includes(participant) === isNear) return;
        const after = isNear ? [...before, participant] : before.filter((one) => one !== participant);
        table.set(fullKeys.others, after);
      });
    }
  };

  return (board, zone, { all, participant, own }) => {
    const kind = readZone(zone)?.kind;
    const tell = async (): Promise<void> => {
      const home = kind === 'gedeeld' ? { [fullKeys.self]: flag(own) } : { [fullKeys.box]: flag(all) };
      if (kind === 'gedeeld') await deps.rooms().setTable(board, 'tafel', { [fullKeys.table]: flag(all) });
      await deps.rooms().setTable(board, `tafel:${participant}`, home);
      if (kind === 'gedeeld') await tellLeaders(board, participant, flag(own) === true);
    };
    oneAtATime(board, tell).catch((error: unknown) =>
      deps.log.warn(describeError(error), 'niet gezegd dat het vol raakt'),
    );
  };
}
