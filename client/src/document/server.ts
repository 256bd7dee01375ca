import { problem } from '@samenbord/shared/wire/http.ts';
import { pageWords } from '@samenbord/shared/words/pages.ts';

/** What went wrong, as the server says it: a code and one sentence that says what to do. */
export class ServerProblem extends Error {
  readonly code: string;
  readonly status: number;

  constructor(status: number, code: string, sentence: string) {
    super(sentence);
    this.name = 'ServerProblem';
    this.code = code;
    this.status = status;
  }
}

export type Schema<T> = { safeParse(value: unknown): { success: true; data: T } | { success: false } };
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;
export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

const base = '/api/v1';

/** Address of a route under `/api/v1`, with the participation this tab uses. */
export const apiPath = (path: string, als?: string): string =>
  base + path + (als === undefined ? '' : `${path.includes('?') ? '&' : '?'}als=${encodeURIComponent(als)}`);

/** Address of something below a board. */
export const boardPath = (board: string, below: string, als: string): string =>
  apiPath(`/boards/${encodeURIComponent(board)}${below}`, als);

/**
 * Asks the server and reads the answer by its contract. Throws a `ServerProblem` with one Dutch sentence: the server's own, or ours
 * when it could not be reached or answered something else. `schema` left out: the answer has no body.
 */
export async function ask<T = undefined>(
  method: Method,
  url: string,
  options: { schema?: Schema<T>; body?: unknown; fetch?: Fetch | undefined } = {},
): Promise<T> {
  const init: RequestInit = { method, credentials: 'same-origin', headers: { accept: 'application/json' } };
  if (options.body !== undefined) {
    init.body = JSON.stringify(options.body);
    init.headers = { accept: 'application/json', 'content-type': 'application/json' };
  }
  const response = await (options.fetch ?? fetch)(url, init).catch(() => {
    throw new ServerProblem(0, 'onbereikbaar', pageWords.errors.unreachable);
  });
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) {
    const read = problem.safeParse(body);
    throw new ServerProblem(
      response.status,
      read.data?.code ?? 'onbekend',
      read.data?.detail ?? read.data?.title ?? pageWords.errors.strange,
    );
  }
  if (options.schema === undefined) return undefined as T;
  const read = options.schema.safeParse(body);
  if (!read.success) throw new ServerProblem(response.status, 'onbekend', pageWords.errors.strange);
  return read.data;
}
