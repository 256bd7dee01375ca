import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inspect } from 'node:util';
import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { carryOut } from '@samenbord/shared/document/intent.ts';
import { readBoard } from '@samenbord/shared/document/read.ts';
import { message, protocolVersion } from '@samenbord/shared/wire/socket.ts';
import { root } from './process.mjs';
import { askServer, putBack, UpkeepError } from './upkeep.ts';

export type Drilled = {
  /** Cards that were shown as saved before the server was killed; those of before the copy; and those after it, which a restore loses. */
  readonly written: number;
  readonly inCopy: number;
  readonly lostAfter: number;
  /** What stood on the board when the copy was asked for says the same after the restore. */
  readonly sameMeaning: boolean;
  readonly copyBytes: number;
  readonly seconds: { readonly backup: number; readonly restore: number };
};

/**
 * A whole drill in an empty folder: a server under writes, a copy while they go on, kill -9, the copy put back elsewhere, a new server. Throws `UpkeepError`
 * when something of before the copy is not there or says something else.
 */
export async function drill(folder: string, ms: number): Promise<Drilled> {
  const running: Served[] = [];
  try {
    return await drilled(folder, ms, async (dataDir) => {
      const server = await serve(dataDir);
      running.push(server);
      return server;
    });
  } finally {
    for (const server of running) await server.kill();
  }
}

async function drilled(folder: string, ms: number, serveHere: typeof serve): Promise<Drilled> {
  const first = join(folder, 'eerst');
  const second = join(folder, 'daarna');
  const file = join(folder, 'kopie.db');
  const server = await serveHere(first);
  const writer = await sit(server);
  const writing = write(writer, ms);
  await sleep(ms / 2);
  await until(() => writer.saved.size > 0);
  const before = new Set(writer.saved);
  const begin = performance.now();
  await askServer(first, file);
  const backup = (performance.now() - begin) / 1000;
  await writing;
  await until(() => writer.saved.size > before.size);
  const written = writer.saved.size;
  await server.kill();
  writer.leave();

  const again = performance.now();
  await putBack(settingsOf(second), { file, keys: join(first, 'keys'), now: Date.now() });
  const restored = await serveHere(second);
  const reader = await sit(restored);
  const restore = (performance.now() - again) / 1000;
  const there = cardsOf(reader.doc);
  const missing = [...before].filter((id) => !there.has(id));
  const sameMeaning = meaningOf(reader.doc, before) === meaningOf(writer.doc, before);
  reader.leave();
  await restored.kill();
  if (missing.length > 0) throw new UpkeepError(`de oefening is mislukt: ${missing.length} kaarten zijn kwijt.`);
  if (!sameMeaning) throw new UpkeepError('de oefening is mislukt: de inhoud is niet gelijk.');
  const lostAfter = [...writer.saved].filter((id) => !there.has(id)).length;
  const copyBytes = statSync(file).size;
  return { written, inCopy: before.size, lostAfter, sameMeaning, copyBytes, seconds: { backup, restore } };
}

const settingsOf = (dataDir: string) => ({ dataDir, masterKey: undefined, kms: undefined });

type Served = { readonly origin: string; readonly links: ReadonlyMap<string, string>; kill(): Promise<void> };

async function serve(dataDir: string): Promise<Served> {
  const child = spawn(process.execPath, [join(root, 'server/src/main.ts')], {
    cwd: root,
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      DEMO: 'on',
      NODE_ENV: 'test',
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  await until(() => /scherm.*: http\S+\n/i.test(output) || child.exitCode !== null);
  const origin = /draait op (\S+)/.exec(output)?.[1];
  if (origin === undefined || child.exitCode !== null)
    throw new UpkeepError('de oefening is mislukt: de server startte niet.');
  const links = new Map([...output.matchAll(/^(.+?): (http\S+)$/gm)].map(([, name = '', url = '']) => [name, url]));
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  return { origin: origin.replace('localhost', '127.0.0.1'), links, kill };
}

type Seat = {
  readonly doc: Y.Doc;
  readonly als: string;
  readonly saved: Set<string>;
  say(id: string): void;
  leave(): void;
};

/** Comes in as the casusregisseur and opens the table, as a browser would. */
async function sit({ origin, links }: Served): Promise<Seat> {
  const link = [...links].find(([name]) => name.startsWith('casusregisseur'))?.[1] ?? '';
  const joined = await fetch(`${origin}/api/v1/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ geheim: new URL(link).hash.slice(1) }),
  });
  const { als, board } = (await joined.json()) as { als: string; board: string };
  const cookie = joined.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .join('; ');
  const shown = await fetch(`${origin}/api/v1/boards/${board}?als=${als}`, { headers: { cookie } });
  const { zones } = (await shown.json()) as { zones: { zone: string; epoch: number }[] };
  const epoch = zones.find(({ zone }) => zone === 'gedeeld')?.epoch ?? 0;
  const url = `${origin.replace('http', 'ws')}/sync/${board}/gedeeld/${epoch}?als=${als}&v=${protocolVersion}`;
  return connected(new WebSocket(url, { origin, headers: { cookie } }), als);
}

async function connected(socket: WebSocket, als: string): Promise<Seat> {
  const doc = new Y.Doc();
  const saved = new Set<string>();
  const sent: (string | undefined)[] = [];
  let synced = false;
  const send = (kind: number, bytes: Uint8Array): void => {
    if (socket.readyState !== WebSocket.OPEN) return;
    const encoder = createEncoder();
    writeVarUint(encoder, message.sync);
    writeVarUint(encoder, kind);
    writeVarUint8Array(encoder, bytes);
    socket.send(toUint8Array(encoder));
  };
  socket.on('error', () => undefined);
  socket.on('message', (data: Buffer) => {
    const decoder = createDecoder(new Uint8Array(data));
    const kind = readVarUint(decoder);
    if (kind === message.saved) {
      for (const id of sent.slice(0, readVarUint(decoder))) if (id !== undefined) saved.add(id);
    }
    if (kind !== message.sync || readVarUint(decoder) === 0) return;
    Y.applyUpdate(doc, readVarUint8Array(decoder), 'server');
    synced = true;
  });
  await once(socket, 'open');
  send(0, Y.encodeStateVector(doc));
  await until(() => synced);
  const say = (id: string): void => {
    const before = Y.encodeStateVector(doc);
    const thing = { id, type: 'notitie', by: als, texts: { tekst: `woorden van ${id}` } } as const;
    carryOut(doc, { kind: 'create', thing }, { tracked: 'me', untracked: 'me-untracked' });
    sent.push(id);
    send(2, Y.encodeStateAsUpdate(doc, before));
  };
  return { doc, als, saved, say, leave: () => socket.terminate() };
}

async function write(seat: Seat, ms: number): Promise<void> {
  const end = Date.now() + ms;
  for (let count = 0; Date.now() < end; count++) {
    seat.say(`oefening-${count}`);
    await sleep(20);
  }
}

const cardsOf = (doc: Y.Doc): Set<string> => new Set(readBoard(doc).things.keys());

/** A hash of what these cards and all that was there before them say. */
function meaningOf(doc: Y.Doc, ids: ReadonlySet<string>): string {
  const things = [...readBoard(doc).things].filter(([id]) => !id.startsWith('oefening-') || ids.has(id));
  const sorted = things.sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(inspect(sorted, { depth: null, maxArrayLength: null, maxStringLength: null, sorted: true }))
    .digest('hex');
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries++) {
    if (tries > 3000) throw new UpkeepError('de oefening is mislukt: er kwam geen antwoord.');
    await sleep(10);
  }
}
