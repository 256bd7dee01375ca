import type { Storage } from '../storage.ts';
import { afterOperations } from './after.ts';
import { analysisOperations } from './analyses.ts';
import { boardOperations } from './boards.ts';
import type { Operations } from './context.ts';
import { damageOperations } from './damage.ts';
import { documentOperations } from './documents.ts';
import { epochOperations } from './epochs.ts';
import { historyOperations } from './history.ts';
import { keyOperations } from './keys.ts';
import { meetingOperations } from './meetings.ts';
import { participantOperations } from './participants.ts';
import { sessionOperations } from './sessions.ts';
import { trustedOperations } from './trusted.ts';

export type OperationName = Exclude<keyof Storage, 'close'>;

/** Everything a storage can do, for whatever database is behind it. */
export const operations: Operations<OperationName> = {
  ...boardOperations,
  ...participantOperations,
  ...sessionOperations,
  ...documentOperations,
  ...damageOperations,
  ...epochOperations,
  ...historyOperations,
  ...analysisOperations,
  ...keyOperations,
  ...meetingOperations,
  ...trustedOperations,
  ...afterOperations,
};
