import type { Board, Place } from '@samenbord/shared/board/board.ts';
import { softPlaces, tidyPlaces } from '@samenbord/shared/genogram/tidy.ts';
import type { LayoutAnswer, LayoutAsk } from './layout-worker.ts';

type Waiting = { readonly give: (places: Map<string, Place>) => void; readonly here: () => Map<string, Place> };

let worker: Worker | undefined;
let count = 0;
const waiting = new Map<number, Waiting>();

/** One worker for the page, made when it is first asked something. What it cannot answer is worked out here: late is better than never. */
function open(): Worker {
  if (worker !== undefined) return worker;
  const made = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' });
  made.addEventListener('message', ({ data }: MessageEvent<LayoutAnswer>) => {
    waiting.get(data.nr)?.give(new Map(data.places));
    waiting.delete(data.nr);
  });
  made.addEventListener('error', () => {
    made.terminate();
    worker = undefined;
    for (const { give, here } of waiting.values()) give(here());
    waiting.clear();
  });
  worker = made;
  return made;
}

/** Takes a board, gives the soft places of its genogram: as it stands (`rest`) or as it stands best (`tidy`). Worked out beside the page. */
export function askLayout(what: LayoutAsk['what'], board: Board): Promise<Map<string, Place>> {
  count += 1;
  const nr = count;
  return new Promise((give) => {
    waiting.set(nr, { give, here: () => (what === 'tidy' ? tidyPlaces(board) : softPlaces(board)) });
    open().postMessage({ nr, what, things: [...board.things.values()], places: [...board.places] } satisfies LayoutAsk);
  });
}
