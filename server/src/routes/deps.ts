import type { Audit } from '../audit/audit.ts';
import type { Reading } from '../audit/reading.ts';
import type { Log } from '../audit/log.ts';
import type { Meetings } from '../meetings/meetings.ts';
import type { Rooms } from '../rooms/rooms.ts';
import type { Settings } from '../settings.ts';
import type { Clock } from '../sign-in/clock.ts';
import type { Door } from '../sign-in/join.ts';
import type { Storage } from '../storage/storage.ts';
import type { Metrics } from './metrics.ts';
import type { Table } from './table.ts';

/** What a route may use; made once, in `main.ts` or by a test. */
export type Deps = {
  readonly settings: Settings;
  readonly storage: Storage;
  readonly rooms: Rooms;
  readonly meetings: Meetings;
  readonly table: Table;
  readonly door: Door;
  readonly audit: Audit;
  readonly reading: Reading;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly clock: Clock;
  /** The key with which boards are made. */
  readonly boardKey: string;
  /** One after the other per board: whoever checks and then changes who takes part. */
  readonly oneAtATime: <T>(key: string, deed: () => Promise<T>) => Promise<T>;
};
