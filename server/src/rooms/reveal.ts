import { randomBytes } from 'node:crypto';
import type { Board } from '@samenbord/shared/board/board.ts';
import { newThingId } from '@samenbord/shared/board/field.ts';
import { readBoard } from '@samenbord/shared/document/read.ts';
import { putRevealed } from '@samenbord/shared/document/revealed.ts';
import type { RevealedThing } from '@samenbord/shared/document/revealed.ts';
import { describeError } from '../audit/log.ts';
import type { NewEpoch } from '../storage/storage.ts';
import type { Loaded } from './load.ts';
import { rebuilt, saysTheSame } from './new-epoch.ts';
import type { Bus, RoomLog } from './ports.ts';
import { RoomError } from './room-error.ts';
import type { Room } from './room.ts';

/** What comes on the table and, for each box, what is erased there for good. */
export type Revealing = {
  readonly cards: readonly RevealedThing[];
  readonly taken: ReadonlyMap<string, readonly string[]>;
};

/**
 * Reveals: takes what lies in these boxes and what lies on the table, lets `make` say what goes along, and then in one transaction puts those cards on
 * the table and begins every one of the boxes anew without them, their history included. After a death in between, all of it has happened or nothing has. Every
 * box begins anew and forgets equally many ids, whether or not anything in it went along, so that afterwards no box says that it held a card. A box that cannot be
 * read keeps what it has. Throws `RoomError`; then nothing has changed.
 */
export type RevealDoor = (
  board: string,
  boxes: readonly string[],
  make: (boxes: ReadonlyMap<string, Board>, table: Board) => Revealing,
) => Promise<void>;

type Ports = {
  readonly open: (board: string, zone: string) => Promise<Room>;
  readonly log: RoomLog;
  readonly bus: Bus;
};

type Held = {
  readonly zone: string;
  readonly standing: Loaded;
  /** Resolves when the box is of its new epoch, or is given back as it was. */
  readonly end: (committed: boolean) => Promise<void>;
};

/** Makes the door on the rooms. */
export function createReveal(ports: Ports): RevealDoor {
  return async (board, boxes, make) => {
    const table = await ports.open(board, 'gedeeld');
    const held: Held[] = [];
    let committed = false;
    try {
      for (const zone of boxes) {
        const box = await holdBox(ports, board, zone);
        if (box !== undefined) held.push(box);
      }
      const inside = new Map(held.map(({ zone, standing }) => [zone, readBoard(standing.doc)]));
      const { cards, taken } = make(inside, await table.read());
      if (cards.length === 0) return;
      const epochs = epochsOf(held, taken);
      await table.write('server', (doc) => putRevealed(doc, cards), { epochs });
      committed = true;
      for (const { zone, from } of epochs) ports.bus.publish({ board, zone, epoch: from.epoch + 1, seq: 1 });
    } finally {
      await Promise.all(held.map(({ end }) => end(committed)));
    }
  };
}

/** Takes a box out of service, with all that it accepted on disk. Nothing when it cannot be read or written. */
async function holdBox({ open, log }: Ports, board: string, zone: string): Promise<Held | undefined> {
  try {
    const room = await open(board, zone);
    if (room.standing.readOnly === true) return undefined;
    const still = Promise.withResolvers<Loaded>();
    const decided = Promise.withResolvers<boolean>();
    const replaced = room.replace(undefined, async (_ports, standing, _erased, onStarted) => {
      still.resolve(standing);
      if (await decided.promise) onStarted();
    });
    replaced.catch((error: unknown) => still.reject(error));
    const standing = await still.promise;
    const end = async (committed: boolean): Promise<void> => {
      decided.resolve(committed);
      await replaced.catch(() => undefined);
    };
    return { zone, standing, end };
  } catch (error) {
    log.error({ board, zone: 'eigen', ...describeError(error) }, 'a box was left out of a reveal');
    return undefined;
  }
}

/** An id that nobody has. */
const neverUsed = (): string => newThingId(randomBytes(16));

function epochsOf(held: readonly Held[], taken: Revealing['taken']): NewEpoch[] {
  const most = Math.max(1, ...[...taken.values()].map(({ length }) => length));
  return held.map(({ zone, standing }) => {
    const gone = new Set(taken.get(zone) ?? []);
    const { update, clients } = rebuilt(standing, gone);
    if (!saysTheSame(standing, update, gone)) throw new RoomError('onbereikbaar');
    const { board, epoch, lastSeq: seq } = standing;
    const never = Array.from({ length: most - gone.size }, neverUsed);
    return { board, zone, from: { epoch, seq }, update, clients, alsoErased: [...gone, ...never] };
  });
}
