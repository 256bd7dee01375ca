import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { carryOut } from '@samenbord/shared/document/intent.ts';
import { makeBoard, seatAt } from '../sync/http-server.ts';
import type { Bench, Seat } from '../sync/http-server.ts';
import { presenceFrame, syncFrame } from './raw-socket.ts';
import { card, until } from './room-server.ts';

export type FloodOptions = {
  /** A running server that believes `X-Forwarded-For` and lets one address have more sockets than are idle here: every person has an address of their own, the attacker has one for everything. */
  readonly bench: Pick<Bench, 'origin' | 'browser'>;
  /** Sockets that open from the one address and say nothing more. */
  readonly idle?: number;
  readonly people?: number;
  /** Edits of each person. */
  readonly edits?: number;
  /** Between two edits of one person, in milliseconds. */
  readonly everyMs?: number;
};

export type FloodReport = {
  /** From the hand of one to the screen of another, in milliseconds: one number for every edit and every other person. */
  readonly latencies: readonly number[];
  readonly edits: number;
  /** Edits that are not on somebody's screen at the end. */
  readonly missing: number;
  /** Close codes that people in the meeting got. */
  readonly meetingCloses: readonly number[];
  /** Close codes that the attacker got, and HTTP statuses of sockets that never opened. */
  readonly floodCloses: readonly number[];
  readonly floodRefused: readonly number[];
  readonly idleOpen: number;
};

const attacker = '203.0.113.66';

/** A meeting of people who each write cards, while one address keeps many idle sockets and one of its sockets floods. */
export async function floodDuringMeeting(options: FloodOptions): Promise<FloodReport> {
  const { bench, idle = 1000, people = 12, edits = 10, everyMs = 150 } = options;
  const leader = await makeBoard(bench as Bench);
  const seats = [leader];
  while (seats.length < people) seats.push(await seatAt(bench as Bench, leader, { naam: `Mens ${seats.length}` }));
  const flooder = await seatAt(bench as Bench, leader, { naam: 'Vloed', rol: 'netwerk' });
  const idlers = await idleSockets(bench, idle);
  const flood = startFlood(bench.origin, flooder);
  const meeting = seats.map((seat) => sit(bench.origin, seat));
  try {
    await until('everybody is in', () => meeting.every(({ provider }) => provider.synced));
    const sent = await writeAll(meeting, edits, everyMs);
    const complete = (): number =>
      meeting.reduce((sum, { seen }) => sum + [...sent.keys()].filter((id) => !seen.has(id)).length, 0);
    await until('everything is everywhere', () => complete() === 0, 60_000);
    const latencies = meeting.flatMap(({ als, seen }) =>
      [...sent].flatMap(([id, { by, at }]) => (by === als ? [] : [(seen.get(id) ?? Infinity) - at])),
    );
    return {
      latencies,
      edits: sent.size,
      missing: complete(),
      meetingCloses: meeting.flatMap(({ closes }) => closes),
      floodCloses: flood.closes,
      floodRefused: [...flood.refused, ...idlers.refused],
      idleOpen: idlers.sockets.filter(({ readyState }) => readyState === WebSocket.OPEN).length,
    };
  } finally {
    flood.stop();
    for (const { provider } of meeting) provider.destroy();
    for (const socket of idlers.sockets) socket.terminate();
  }
}

/** Everything of one person that the meeting needs: their provider, and when they saw which card. */
type Sitter = {
  readonly als: string;
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  readonly seen: Map<string, number>;
  readonly closes: number[];
};

function sit(origin: string, { browser, board, als }: Seat): Sitter {
  const doc = new Y.Doc();
  const headers = { cookie: browser.cookie, origin, 'x-forwarded-for': browser.address };
  class Socket extends WebSocket {
    constructor(url: string) {
      super(url, [], { headers });
    }
  }
  const provider = new WebsocketProvider(`${origin.replace('http', 'ws')}/sync/${board}/gedeeld`, '1', doc, {
    disableBc: true,
    params: { als },
    WebSocketPolyfill: Socket as unknown as typeof globalThis.WebSocket,
  });
  const seen = new Map<string, number>();
  const closes: number[] = [];
  // What the server adds to the protocol is nothing to a plain provider.
  for (const kind of [120, 121, 122]) provider.messageHandlers[kind] = () => undefined;
  doc.getMap('things').observe(({ keysChanged }) => {
    for (const id of keysChanged) if (!seen.has(String(id))) seen.set(String(id), performance.now());
  });
  provider.on('connection-close', (event) => void closes.push(event?.code ?? 0));
  return { als, doc, provider, seen, closes };
}

/** Everybody writes their cards, each in their own time. */
async function writeAll(
  meeting: readonly Sitter[],
  edits: number,
  everyMs: number,
): Promise<Map<string, { by: string; at: number }>> {
  const sent = new Map<string, { by: string; at: number }>();
  await Promise.all(
    meeting.map(async ({ als, doc }, person) => {
      for (let turn = 0; turn < edits; turn++) {
        await new Promise((resolve) => setTimeout(resolve, everyMs + ((person * 37 + turn * 13) % 40)));
        const id = `kaart-${person}-${turn}`;
        sent.set(id, { by: als, at: performance.now() });
        carryOut(doc, card(id, als, `tekst ${id}`), { tracked: 'ik', untracked: 'ik-zelf' });
      }
    }),
  );
  return sent;
}

type Line = { readonly closes: number[]; readonly refused: number[] };

/** Opens a socket from the one address; gives it when it opened, and writes down how it ended. */
function knock(origin: string, { browser, board, als }: Seat, line: Line): Promise<WebSocket | undefined> {
  const headers = { cookie: browser.cookie, origin, 'x-forwarded-for': attacker };
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/sync/${board}/gedeeld/1?als=${als}`, { headers });
  socket.on('error', () => undefined);
  socket.on('unexpected-response', (_request, response) => {
    line.refused.push(response.statusCode ?? 0);
    socket.terminate();
  });
  socket.on('close', (code) => void line.closes.push(code));
  return new Promise((resolve) => {
    socket.on('open', () => resolve(socket));
    socket.on('close', () => resolve(undefined));
  });
}

/** As many sockets as asked, on boards of their own, by participants who each have some. */
async function idleSockets(
  bench: Pick<Bench, 'origin' | 'browser'>,
  count: number,
): Promise<{ sockets: WebSocket[] } & Line> {
  const line: Line = { closes: [], refused: [] };
  const sockets: WebSocket[] = [];
  const each = 40;
  let leader: Seat | undefined;
  for (let first = 0; first < count; first += each) {
    if (leader === undefined || first % 480 === 0) leader = await makeBoard(bench as Bench, 'Stil');
    const seat = first % 480 === 0 ? leader : await seatAt(bench as Bench, leader, { naam: `Stil ${first}` });
    const opened = await Promise.all(
      Array.from({ length: Math.min(each, count - first) }, () => knock(bench.origin, seat, line)),
    );
    sockets.push(...opened.filter((socket) => socket !== undefined));
  }
  return { sockets, ...line };
}

/** Floods with presence, updates that say nothing and questions, and comes back each time it is sent away. */
function startFlood(origin: string, seat: Seat): Line & { stop(): void } {
  const line: Line = { closes: [], refused: [] };
  let stopped = false;
  const frames = [
    presenceFrame([[77, 1, '{"view":"genogram"}']]),
    syncFrame(2, new Uint8Array([0, 0])),
    syncFrame(0, new Uint8Array([0])),
  ];
  const storm = async (): Promise<void> => {
    while (!stopped) {
      const socket = await knock(origin, seat, line);
      for (let turn = 0; socket?.readyState === WebSocket.OPEN && !stopped; turn++) {
        for (let index = 0; index < 50; index++)
          socket.send(frames[(turn + index) % frames.length] ?? '', () => undefined);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      socket?.terminate();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  void storm();
  return {
    ...line,
    stop: () => {
      stopped = true;
    },
  };
}
