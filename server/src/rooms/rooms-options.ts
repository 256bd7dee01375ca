import type { Limits } from '../limits.ts';
import type { RoomMeter } from './meter.ts';
import type { Bus, Clock, RoomLog, RoomStorage } from './ports.ts';
import type { OnFill } from './room-budget.ts';
import type { Judge, StateOf } from './room-ports.ts';

/** What the rooms work with. */
export type RoomsOptions = {
  readonly storage: RoomStorage;
  readonly clock: Clock;
  readonly log: RoomLog;
  readonly bus: Bus;
  /** How long an empty room stays in memory. */
  readonly graceMs?: number;
  /** A log of more rows is written afresh when its room leaves memory. */
  readonly mostRows?: number;
  readonly limits?: Limits;
  readonly meter?: RoomMeter;
  /** Told how full a document is, when people should hear of it. */
  readonly onFill?: OnFill;
  /** What the table of a board allows now; without meetings every table is open. */
  readonly stateOf?: StateOf;
  /** The gate; another one only in tests of the rooms themselves. */
  readonly judge?: Judge;
};
