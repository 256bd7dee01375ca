import type { Board } from '@samenbord/shared/board/board.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';

/** Something that changed on the table while this page was open. */
export type News = { readonly id: string; readonly what: 'nieuw' | 'veranderd' | 'van-tafel' };

/** Takes two boards, gives what somebody else made, changed or took off in between. `own`: ids this browser touched itself. */
export function newsBetween(before: Board, after: Board, me: string, own: ReadonlySet<string>): News[] {
  const news: News[] = [];
  for (const [id, thing] of after.things) {
    const what = whatHappened(before.things.get(id), thing);
    if (what !== undefined && !own.has(id) && !(what === 'nieuw' && thing.by === me)) news.push({ id, what });
  }
  return news;
}

function whatHappened(before: Thing | undefined, after: Thing): News['what'] | undefined {
  if (before === after) return undefined;
  const [was, is] = [before !== undefined && !before.weg, !after.weg];
  if (is) return was ? (JSON.stringify(before) === JSON.stringify(after) ? undefined : 'veranderd') : 'nieuw';
  return was ? 'van-tafel' : undefined;
}

const most = 8;

/** Newest first, each thing once. A new card that is still being typed stays new; what was taken off says only that. */
export function withNews(known: readonly News[], fresh: readonly News[]): News[] {
  const all = [...known];
  for (const item of fresh) {
    const at = all.findIndex(({ id }) => id === item.id);
    const old = at === -1 ? undefined : all.splice(at, 1)[0];
    all.unshift(old?.what === 'nieuw' && item.what === 'veranderd' ? old : item);
  }
  return all.slice(0, most);
}
