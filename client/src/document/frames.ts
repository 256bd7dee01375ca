import { limits } from '@samenbord/shared/wire/socket.ts';

/**
 * Counts the frames of one connection that carry an update, because the server acknowledges and refuses by that number.
 * Frames are numbered from 1; the answer to the server's first question (sync step 2) is one of them, also when it carries nothing.
 */
export type SocketClass = new (url: string | URL, protocols?: string | string[]) => WebSocket;

export type FrameWatch = {
  /** A new connection is being made: numbers start again. */
  readonly opened: () => void;
  /** @param whole true for the frame that carries everything the server does not know yet. */
  readonly sent: (frame: number, whole: boolean) => void;
  /** The frame that carries everything is more than the server takes: nothing was sent. */
  readonly wholeTooLarge: () => void;
};

const syncMessage = 0;
const step2 = 1;
const update = 2;

function kindOf(data: unknown): 'whole' | 'update' | 'other' {
  if (!(data instanceof Uint8Array) || data[0] !== syncMessage) return 'other';
  if (data[1] === step2) return 'whole';
  return data[1] === update ? 'update' : 'other';
}

/**
 * Takes a socket class, gives one that counts. An update that would leave before the server asked what it misses is held back:
 * the answer to that question carries it. On its own it could lean on work the server has not seen and would be refused.
 */
export function countingSocket(Base: SocketClass, watch: FrameWatch): typeof WebSocket {
  class CountingSocket extends Base {
    #frames = 0;
    #answered = false;

    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      watch.opened();
    }

    override send(data: Parameters<WebSocket['send']>[0]): void {
      const kind = kindOf(data);
      if (kind === 'update' && !this.#answered) return;
      if (kind === 'whole' && data instanceof Uint8Array && data.length > limits.frameBytes)
        return watch.wholeTooLarge();
      if (kind !== 'other') {
        this.#answered = true;
        this.#frames += 1;
        watch.sent(this.#frames, kind === 'whole');
      }
      super.send(data);
    }
  }
  return CountingSocket as unknown as typeof WebSocket;
}
