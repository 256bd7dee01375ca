import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Limits } from '@samenbord/server/limits.ts';
import { start } from '@samenbord/server/main.ts';
import type { Running } from '@samenbord/server/main.ts';
import { readSettings } from '@samenbord/server/settings.ts';
import type { InvitationRequest, Participation } from '@samenbord/shared/wire/http.ts';

/** The real server on a free port with its own data, and a clock that can run ahead. */
export type Bench = {
  readonly origin: string;
  readonly running: Running;
  /** Lets time pass. */
  readonly pass: (ms: number) => void;
  readonly browser: () => Browser;
  readonly dataDir: string;
  readonly close: () => Promise<void>;
};

export const boardKey = 'sleutel-van-de-organisatie';
/** Shows that one may read the metrics. */
export const reader = { authorization: 'Bearer sleutel-van-wie-meekijkt' };

/** Opens it with these variables; `limits` are for what no variable changes. */
export async function openBench(
  environment: Readonly<Record<string, string>> = {},
  limits: Partial<Limits> = {},
): Promise<Bench> {
  const dataDir = mkdtempSync(join(tmpdir(), 'samenbord-http-'));
  let ahead = 0;
  const settings = readSettings({
    PORT: '0',
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    BOARD_KEY: boardKey,
    DEMO: 'off',
    TRUST_PROXY: '1',
    LOG_LEVEL: 'silent',
    METRICS_TOKEN: 'sleutel-van-wie-meekijkt',
    ...environment,
  });
  const running = await start({ ...settings, limits: { ...settings.limits, ...limits } }, () => Date.now() + ahead);
  const origin = `http://127.0.0.1:${running.port}`;
  let browsers = 0;
  return {
    origin,
    running,
    dataDir,
    pass: (ms) => (ahead += ms),
    browser: () => new Browser(origin, `10.0.0.${++browsers}`),
    close: async () => {
      await running.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export type Reply = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; an empty object when it is none. */
  readonly json: Record<string, unknown>;
};

/** A browser as far as HTTP goes: it keeps cookies and names its origin. */
export class Browser {
  readonly origin: string;
  readonly address: string;
  cookie = '';

  constructor(origin: string, address: string) {
    this.origin = origin;
    this.address = address;
  }

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
    return this.ask('GET', path, undefined, headers);
  }

  /** Sends a body as JSON (a string as it is) from our own pages; `undefined` is no body. */
  send(method: string, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
    const kind: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
    return this.ask(method, path, typeof body === 'string' ? body : JSON.stringify(body), {
      origin: this.origin,
      ...kind,
      ...headers,
    });
  }

  async ask(
    method: string,
    path: string,
    body: string | undefined,
    headers: Readonly<Record<string, string>>,
  ): Promise<Reply> {
    const own: Record<string, string> = { 'x-forwarded-for': this.address };
    if (this.cookie !== '') own['cookie'] = this.cookie;
    const address = path.startsWith('/api') || !path.startsWith('/boards') ? path : `/api/v1${path}`;
    const response = await fetch(this.origin + address, {
      method,
      headers: { ...own, ...headers },
      redirect: 'manual',
      ...(body !== undefined && { body }),
    });
    const set = response.headers.getSetCookie()[0];
    if (set !== undefined) this.cookie = set.split(';')[0] ?? '';
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: objectOf(text) };
  }
}

function objectOf(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** Fails loudly when an answer is not the expected one: the set-up of a test is no place for surprises. */
function demand(reply: Reply, status: number): Reply {
  if (reply.status !== status) throw new Error(`expected ${status}, got ${reply.status}: ${reply.text}`);
  return reply;
}

export type Seat = { readonly browser: Browser; readonly board: string; readonly als: string };

/** A new board with its maker behind a browser, at an open table. */
export async function makeBoard(bench: Bench, titel = 'Gezin Berg', browser = bench.browser()): Promise<Seat> {
  const seat = await makeShutBoard(bench, titel, browser);
  await openTableOf(seat);
  return seat;
}

/** Opens a meeting: family read the table only then. */
export async function openTableOf({ browser, board, als }: Seat, choice: object = { soort: 'vrij' }): Promise<void> {
  demand(await browser.send('PUT', `/boards/${board}/meeting?als=${als}`, choice), 200);
  demand(await browser.send('POST', `/boards/${board}/meeting/open?als=${als}`), 200);
}

/** A new board with its maker behind a browser, as it is before its first meeting. */
export async function makeShutBoard(bench: Bench, titel = 'Gezin Berg', browser = bench.browser()): Promise<Seat> {
  const body = { sleutel: boardKey, titel, naam: 'Karim', organisatie: 'Lokaal team' };
  const reply = demand(await browser.send('POST', '/api/v1/boards', body), 201);
  const { board, als } = reply.json as Participation;
  return { browser, board, als };
}

export const invitation = (more: Partial<InvitationRequest> = {}): InvitationRequest => ({
  naam: 'Nadia',
  rol: 'ouder-met-gezag',
  opent: ['gedeeld', 'eigen'],
  grondslag: 'betrokkene-zelf',
  geinformeerd: 'gevraagd',
  tot: '2099-12-31',
  ...more,
});

export type Invited = { readonly als: string; readonly geheim: string; readonly code: string };

export async function inviteTo(leader: Seat, more: Partial<InvitationRequest> = {}): Promise<Invited> {
  const path = `/boards/${leader.board}/invitations?als=${leader.als}`;
  const { json } = demand(await leader.browser.send('POST', path, invitation(more)), 201);
  const { deelnemer, pad, code } = json as { deelnemer: { id: string }; pad: string; code: string };
  return { als: deelnemer.id, geheim: pad.split('#')[1] ?? '', code };
}

export const comeIn = (browser: Browser, { geheim, code }: { geheim: string; code?: string }): Promise<Reply> =>
  browser.send('POST', '/api/v1/join', { geheim, ...(code !== undefined && { code }) });

/** Somebody invited who has come in, behind a browser of their own. */
export async function seatAt(bench: Bench, leader: Seat, more: Partial<InvitationRequest> = {}): Promise<Seat> {
  const invited = await inviteTo(leader, more);
  const browser = bench.browser();
  demand(await comeIn(browser, invited), 200);
  return { browser, board: leader.board, als: invited.als };
}

/** Puts a person on the table, on the name of the leader. */
export async function putPerson(leader: Seat, id: string, naam = 'Sanne'): Promise<void> {
  const things = [{ id, type: 'persoon', values: {}, texts: { naam } }];
  const file = { soort: 'samenbord-bord', versie: 1, titel: 'x', things, places: [], ink: [] };
  demand(await leader.browser.send('POST', `/boards/${leader.board}/import?als=${leader.als}`, file), 200);
}
