import type { TableState } from '@samenbord/shared/access/state.ts';
import type { Deps } from './deps.ts';

/** What the table of a board allows now, as the rooms judge it. */
export const tableNow = ({ meetings }: Deps, board: string): Promise<TableState> =>
  Promise.resolve(meetings.stateOf(board).now);
