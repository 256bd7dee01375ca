import { useEffect, useRef, useState } from 'react';
import type { Board } from '@samenbord/shared/board/board.ts';
import { listWords } from '@samenbord/shared/words/lists.ts';
import { announce } from '../parts/LiveRegion.tsx';
import { useBoardSession, useNames } from '../document/context.tsx';
import { useHasZone } from './lists-context.tsx';
import { heard, quiet, sayNow } from './pure/announce.ts';
import { newsBetween, withNews } from './pure/news.ts';
import type { News } from './pure/news.ts';
import { sayRow } from './pure/say.ts';

/** What others changed on the table while this page was open; it is told to a screen reader too, calmly. */
export function useNews(): readonly News[] {
  const session = useBoardSession();
  const names = useNames();
  const [news, setNews] = useState<readonly News[]>([]);
  const tell = useTeller();
  const hasTable = useHasZone('gedeeld');
  const say = useRef(names);
  useEffect(() => {
    say.current = names;
  }, [names]);

  useEffect(() => {
    const zone = hasTable ? session.zone('gedeeld') : undefined;
    if (zone === undefined) return undefined;
    let seen: Board | undefined = zone.ready ? zone.board() : undefined;
    let due = false;
    // A moment later: by then what this browser did itself stands among the work that waits for the server.
    const look = (): void => {
      due = false;
      if (!zone.ready) return;
      const board = zone.board();
      if (seen !== undefined && seen !== board) {
        const own = new Set(
          zone.keep().flatMap((intent) => {
            if ('id' in intent) return [intent.id];
            if (intent.kind === 'create') return [intent.thing.id];
            return intent.kind === 'together' ? [...intent.things, ...intent.sets].map(({ id }) => id) : [];
          }),
        );
        const fresh = newsBetween(seen, board, session.actor.id, own);
        if (fresh.length > 0) {
          setNews((known) => withNews(known, fresh));
          tell(fresh.map((item) => sayNews(item, board, say.current.nameOf)));
        }
      }
      seen = board;
    };
    return zone.listeners.add(() => {
      if (due) return;
      due = true;
      queueMicrotask(look);
    });
  }, [session, tell, hasTable]);
  return news;
}

/** "Karim zette neer: …" in one line. */
export function sayNews(item: News, board: Board, nameOf: (participant: string | undefined) => string): string {
  const thing = board.things.get(item.id);
  const words = thing === undefined ? '' : sayRow(board, thing);
  return item.what === 'nieuw' ? listWords.news.nieuw(nameOf(thing?.by), words) : listWords.news[item.what](words);
}

function useTeller(): (sentences: readonly string[]) => void {
  const state = useRef(quiet);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const [tell] = useState(() => {
    const speak = (): void => {
      timer.current = undefined;
      const result = sayNow(state.current, performance.now(), listWords.news.many);
      state.current = result.state;
      if (result.say !== undefined) announce(result.say);
      if (result.next !== undefined) timer.current = setTimeout(speak, result.next);
    };
    return (sentences: readonly string[]): void => {
      state.current = heard(state.current, sentences);
      if (timer.current === undefined) speak();
    };
  });
  return tell;
}
