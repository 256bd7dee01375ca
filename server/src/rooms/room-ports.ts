import type { TableStates } from '@samenbord/shared/access/state.ts';
import type { Actor } from '@samenbord/shared/access/zones.ts';
import type { ThingType } from '@samenbord/shared/board/things.ts';
import type { Disk } from './disk.ts';
import type { Scene, Verdict, Writer } from './gate/verdict.ts';
import type { Limits } from '../limits.ts';
import type { Bus, Clock, RoomLog, RoomStorage } from './ports.ts';
import type { OnFill } from './room-budget.ts';
import type { Room } from './room.ts';

export type Judge = (scene: Scene, writer: Writer, bytes: Uint8Array) => Verdict;

/** Gives the state of the table of a board at once. */
export type StateOf = (board: string) => TableStates;

/** What a room needs from outside; `lookup` finds things of `gedeeld` for a private document, `onDropped` hears that it must be loaded again. */
export type RoomPorts = {
  readonly storage: RoomStorage;
  readonly clock: Clock;
  readonly log: RoomLog;
  readonly bus: Bus;
  readonly judge: Judge;
  readonly limits: Limits;
  /** How full the document is, when people should hear of it. */
  readonly onFill?: OnFill | undefined;
  /** The state of a board's table now and a moment ago. Asked for every judged update: it is known, not looked up. */
  readonly stateOf: StateOf;
  readonly lookup: (actor: Actor, id: string) => ThingType | undefined;
  readonly disk: Disk;
  /** Nothing waits any more: what was accepted is committed, unless the room was dropped. */
  readonly onSettled: (room: Room) => void;
  readonly onIdle: (room: Room) => void;
  readonly onDropped: (room: Room) => void;
};
