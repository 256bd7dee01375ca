import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HistoryItem, RestoreAnswer } from '@samenbord/shared/wire/http-history.ts';
import { pause, takeSeat, until } from '../support/room-server.ts';
import type { Seat as Socket } from '../support/room-server.ts';
import { makeBoard, openBench, putPerson, seatAt } from './http-server.ts';
import type { Bench, Seat } from './http-server.ts';

let bench: Bench;
let leader: Seat;
let seats: Seat[];
let sockets: Socket[] = [];
beforeAll(async () => {
  bench = await openBench();
  leader = await makeBoard(bench);
  await putPerson(leader, 'nadia');
  seats = [leader];
  for (const rol of ['medewerker-lt', 'medewerker-gi', 'netwerk', 'jeugdige', 'ouder-met-gezag'] as const)
    seats.push(await seatAt(bench, leader, { rol }));
});
afterAll(async () => {
  for (const socket of sockets) socket.leave();
  await bench.close();
});

const board = (seat: Seat, below: string) => `/boards/${seat.board}/history${below}?als=${seat.als}`;
const now = async () => String((await leader.browser.get(board(leader, ''))).json['nu']);
const putBack = async (body: Readonly<Record<string, string>>) =>
  (await leader.browser.send('POST', board(leader, '/restore'), { zone: 'gedeeld', ...body }))
    .json as unknown as RestoreAnswer;
/** All that happened, newest first: what was typed takes more than one page. */
const history = async (): Promise<HistoryItem[]> => {
  const all: HistoryItem[] = [];
  for (let before: string | undefined = ''; before !== undefined;) {
    const { json } = await leader.browser.get(board(leader, '') + before);
    all.push(...(json['items'] as HistoryItem[]));
    before = typeof json['verder'] === 'string' ? `&voor=${json['verder']}` : undefined;
  }
  return all;
};
const texts = (socket: Socket) => [
  socket.text('zin', 'tekst') ?? '',
  ...[1, 2, 3, 4, 5].map((at) => socket.text(`zin-${at}`, 'tekst') ?? ''),
];
const equal = () =>
  sockets.every((socket) => JSON.stringify(texts(socket)) === JSON.stringify(texts(sockets[0] ?? socket)));

/** A sentence holds 400 characters, and everybody types in the first one: more than these would be refused for their length. */
const mostTokens = 24;

/** Types whole tokens at the end of one text and in the middle of another until it is told to stop; gives what was typed. */
function typing(socket: Socket, at: number): () => string[] {
  const typed: string[] = [];
  const timer = setInterval(() => {
    if (typed.length === mostTokens) return;
    const token = `${at}.${typed.length};`;
    typed.push(token);
    const id = typed.length % 2 === 0 ? 'zin' : `zin-${at}`;
    const place = (socket.text(id, 'tekst') ?? '').length;
    socket.act({ kind: 'editText', id, field: 'tekst', at: place, remove: '', insert: token });
  }, 20);
  return () => {
    clearInterval(timer);
    return typed;
  };
}

test('J56 five people type while the board is put back and its putting back undone: not one of their words is lost or doubled', async () => {
  sockets = seats.map(({ als, browser }) =>
    takeSeat(bench.running.port, als, { board: leader.board, cookie: browser.cookie }),
  );
  await until('synced', () => sockets.every(({ provider }) => provider.synced));
  const [first] = sockets;
  for (const id of ['zin', 'zin-1', 'zin-2', 'zin-3', 'zin-4', 'zin-5'])
    first?.act({
      kind: 'create',
      thing: { id, type: 'patroonzin', by: leader.als, texts: { tekst: 'Wij schreeuwen vaak. ' } },
    });
  await until('there', () => sockets.every((socket) => texts(socket).every((text) => text !== '')));
  const moment = await now();
  const second = sockets[1];
  for (const id of ['zin', 'zin-1', 'zin-2', 'zin-3', 'zin-4', 'zin-5'])
    second?.act({ kind: 'editText', id, field: 'tekst', at: 4, remove: 'schreeuwen', insert: 'fluisteren' });
  await until('changed', () => sockets.every((socket) => texts(socket).every((text) => text.includes('fluisteren'))));
  const gezien = await now();
  const stops = sockets.slice(1).map((socket, at) => typing(socket, at + 1));
  await pause(90);
  const done = await putBack({ moment, gezien });
  await pause(90);
  const undone = await putBack({ ...done.ongedaan });
  await pause(90);
  const again = await putBack({ ...undone.ongedaan });
  await pause(90);
  const typed = stops.flatMap((stop) => stop());
  await until(
    'equal and saved',
    () =>
      equal() &&
      sockets.every(({ doc }) => typed.every((token) => JSON.stringify(doc.getMap('things')).includes(token))),
  );
  expect([done, undone, again].map(({ terug, blijft }) => [terug.length, blijft.length])).toEqual([
    [6, 0],
    [6, 0],
    [6, 0],
  ]);
  expect(typed.length).toBeGreaterThan(30);
  const whole = first === undefined ? [] : texts(first);
  for (const token of typed)
    expect(whole.join(' ').match(new RegExp(`(?<!\\d)${token.replace('.', '\\.')}`, 'g'))).toHaveLength(1);
  for (const text of whole) expect(text).toMatch(/^Wij schreeuwen vaak\. (\d\.\d+;)*$/);
  expect(sockets.flatMap(({ refused, closes }) => [...refused, ...closes])).toEqual([]);
  const items = await history();
  expect(items.filter(({ wat }) => wat === 'teruggezet').map(({ aantal }) => aantal)).toEqual([6, 6, 6]);
});
