import type { Limits } from '../limits.ts';

/** How many sockets are open on each board, and by each participant of it. */
export type Seats = {
  /** False when this board or this participant has as many as may be. What is let in is let out with `leave`, once. */
  enter(board: string, participant: string): boolean;
  leave(board: string, participant: string): void;
  /** Boards and participants with an open socket. */
  size(): number;
};

/** Makes the count; it holds nothing about boards without sockets. */
export function createSeats(limits: Pick<Limits, 'socketsPerBoard' | 'socketsPerParticipant'>): Seats {
  const open = new Map<string, number>();
  const add = (key: string, more: number): void => {
    const count = (open.get(key) ?? 0) + more;
    if (count > 0) open.set(key, count);
    else open.delete(key);
  };
  const keyOf = (board: string, participant: string): string => `${board} ${participant}`;
  return {
    enter: (board, participant) => {
      const key = keyOf(board, participant);
      if ((open.get(board) ?? 0) >= limits.socketsPerBoard) return false;
      if ((open.get(key) ?? 0) >= limits.socketsPerParticipant) return false;
      add(board, 1);
      add(key, 1);
      return true;
    },
    leave: (board, participant) => {
      add(board, -1);
      add(keyOf(board, participant), -1);
    },
    size: () => open.size,
  };
}
