import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { Actor } from '@samenbord/shared/access/zones.ts';
import type { Board } from '@samenbord/shared/board/board.ts';
import { carryOut } from '@samenbord/shared/document/intent.ts';
import type { Intent } from '@samenbord/shared/document/intent.ts';
import { createLocalBus, systemClock } from '@samenbord/server/rooms/ports.ts';
import { createRooms } from '@samenbord/server/rooms/rooms.ts';
import { attachSockets } from '@samenbord/server/rooms/upgrade.ts';
import { openStorage } from '@samenbord/server/storage/open.ts';
import { canvasRules } from '@samenbord/server/routes/headers.ts';
import type { Storage } from '@samenbord/server/storage/storage.ts';
import { preparedCanvas } from '../prepared.ts';
import { createdAt, participantRow } from '../room-server.ts';
import { buildCanvasPage } from './build.ts';

export const sitters = {
  karim: { id: 'pkarim', naam: 'Karim', rol: 'casusregisseur', opens: ['gedeeld', 'eigen'] },
  marloes: { id: 'pmarloes', naam: 'Marloes', rol: 'medewerker-gi', opens: ['gedeeld', 'eigen'] },
  nadia: { id: 'pnadia', naam: 'Nadia', rol: 'ouder-met-gezag', persoon: 'nadia', opens: ['gedeeld', 'eigen'] },
  scherm: { id: 'pscherm', naam: 'Groot scherm', rol: 'groot-scherm', opens: ['gedeeld'] },
} as const satisfies Record<string, Actor & { naam: string }>;
type Sitter = Actor & { readonly naam: string };

/** A board with everybody at it. */
async function makeTable(storage: Storage, name: string, all: readonly Sitter[]): Promise<void> {
  const row = (actor: Sitter) => participantRow(name, actor, { naam: actor.naam });
  const own = (actor: Sitter) => [`eigen:${actor.id}`, `tafel:${actor.id}`];
  const [first, ...others] = all;
  if (first === undefined) return;
  const board = { id: name, titel: 'Bord', facts: { regie: [], kaders: [] }, createdAt };
  await storage.createBoard(board, ['gedeeld', 'tafel', ...own(first)], row(first));
  for (const actor of others) await storage.addParticipant(row(actor), own(actor));
}

const kinds: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};

export type CanvasServer = {
  readonly origin: string;
  /** Does something to the shared table as a participant, by the same gate. */
  write(sitter: Sitter, intents: readonly Intent[]): Promise<void>;
  board(): Promise<Board>;
  /** Goes on with a new, empty board of this name. */
  fresh(name: string): Promise<void>;
  stop(): Promise<void>;
};

/** The canvas on real rooms, gate and storage, without the rest of the application: who you are is what the address says. */
export async function startCanvas(): Promise<CanvasServer> {
  const folder = mkdtempSync(join(tmpdir(), 'samenbord-canvas-'));
  const page = preparedCanvas() ?? join(folder, 'page');
  if (preparedCanvas() === undefined) await buildCanvasPage(page);
  const storage = await openStorage({ dataDir: join(folder, 'data') });
  const all: Sitter[] = Object.values(sitters);
  let now = 'bord';
  const log = { warn: () => undefined, error: () => undefined };
  const rooms = createRooms({ clock: systemClock, bus: createLocalBus(), log, storage });
  const fresh = async (name: string): Promise<void> => {
    await makeTable(storage, name, all);
    // Rooms without meetings judge as at an open table: the screens are told the same.
    await rooms.setTable(name, 'tafel', { staat: { open: true } });
    now = name;
  };
  await fresh(now);
  const of = (als: string | null) => all.find(({ id }) => id === als);
  const http = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname.startsWith('/api/')) sendBoard(response, now, of(url.searchParams.get('als')));
    else sendFile(response, page, url.pathname);
  });
  const authorise = (als: string) => {
    const actor = of(als);
    return actor === undefined
      ? { ok: false as const, status: 401 as const }
      : { ok: true as const, actor, naam: actor.naam };
  };
  const detach = attachSockets(http, { rooms, authorise: (_request, { als }) => Promise.resolve(authorise(als)) });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    write: async (sitter, intents) => {
      await rooms.write(now, 'gedeeld', sitter, (doc) => {
        for (const intent of intents) carryOut(doc, intent, { tracked: 'server', untracked: 'server' });
      });
    },
    board: () => rooms.read(now, 'gedeeld'),
    fresh,
    stop: async () => {
      await rooms.stop();
      detach();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
      await storage.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function sendBoard(response: ServerResponse, board: string, ik: Sitter | undefined): void {
  if (ik === undefined) return void response.writeHead(404).end();
  const { id, naam, rol, persoon } = ik;
  const zones = [...ik.opens.map((name) => (name === 'eigen' ? `eigen:${id}` : name)), 'tafel'];
  const answer = {
    id: board,
    titel: 'Bord',
    ik: { id, naam, rol, ...(persoon === undefined ? {} : { persoon }) },
    zones: zones.map((zone) => ({ zone, epoch: 1, schrijven: zone !== 'tafel' && rol !== 'groot-scherm' })),
    feiten: { regie: [], kaders: [] },
  };
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
}

function sendFile(response: ServerResponse, folder: string, path: string): void {
  const file = join(folder, path === '/' ? 'index.html' : path);
  try {
    const headers = {
      'content-type': kinds[extname(file)] ?? 'application/octet-stream',
      'content-security-policy': canvasRules,
    };
    response.writeHead(200, headers).end(readFileSync(file));
  } catch {
    response.writeHead(404).end();
  }
}
