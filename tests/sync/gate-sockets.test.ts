import { afterAll, beforeAll, expect, test } from 'vitest';
import WebSocket from 'ws';
import { roles } from '@samenbord/shared/access/roles.ts';
import { zoneName, zonesOf } from '@samenbord/shared/access/zones.ts';
import type { Openable, Zone } from '@samenbord/shared/access/zones.ts';
import { closeCode, message, protocolVersion } from '@samenbord/shared/wire/socket.ts';
import { makeBoard, openBench, seatAt } from './http-server.ts';
import type { Bench, Seat } from './http-server.ts';

/** Every role, every zone, every epoch, on the own board and on that of others, before and after a revocation: what a socket gets there. */
let bench: Bench;
let leader: Seat;
let foreign: Seat;

beforeAll(async () => {
  bench = await openBench();
  leader = await makeBoard(bench);
  foreign = await makeBoard(bench, 'Gezin Dal');
});
afterAll(() => bench.close());

type Outcome = 'told' | number;

/** `told`: the document's own frames came. Else the status of the upgrade, or the code of the close. */
function dial(seat: Seat, board: string, zone: string, epoch: number): Promise<Outcome> {
  const { origin, cookie } = seat.browser;
  const path = `/sync/${board}/${encodeURIComponent(zone)}/${epoch}?als=${seat.als}&v=${protocolVersion}`;
  const socket = new WebSocket(origin.replace('http', 'ws') + path, { headers: { cookie, origin } });
  return new Promise((resolve, reject) => {
    const end = (outcome: Outcome): void => {
      resolve(outcome);
      socket.terminate();
    };
    socket.on('open', () => socket.send(Uint8Array.of(message.sync, 0, 1, 0)));
    socket.on('message', (data: Buffer) => {
      if (data[0] === message.sync) end('told');
    });
    socket.on('close', (code) => end(code));
    socket.on('unexpected-response', (_request, response) => end(response.statusCode ?? 0));
    socket.on('error', (error) => (socket.readyState === WebSocket.CONNECTING ? undefined : reject(error)));
  });
}

/** Which zones a role reads at an open table, written down apart from `mayRead`. */
const own = (als: string): readonly string[] => [`eigen:${als}`, `tafel:${als}`];
const family = ['ouder-met-gezag', 'ouder-zonder-gezag', 'jeugdige', 'netwerk'];
const professionals = ['casusregisseur', 'medewerker-lt', 'medewerker-gi', 'gedragswetenschapper', 'hulpverlener'];
const readable = (rol: string, als: string): readonly string[] => [
  'gedeeld',
  'tafel',
  ...(rol === 'groot-scherm' ? [] : own(als)),
  ...(family.includes(rol) ? [`vertrouwd:${als}`] : []),
  ...(professionals.includes(rol) ? ['team'] : []),
];

/** Every kind of zone there is, with the names of others too; a new kind without an entry does not compile. */
const zonesFor = (als: string, other: string): readonly string[] => {
  const byKind: Readonly<Record<Zone['kind'], readonly string[]>> = {
    gedeeld: ['gedeeld'],
    tafel: ['tafel'],
    team: ['team'],
    eigen: [`eigen:${als}`, `eigen:${other}`],
    'tafel-van': [`tafel:${als}`, `tafel:${other}`],
    vertrouwd: [`vertrouwd:${als}`, `vertrouwd:${other}`],
  };
  return Object.values(byKind).flat();
};
const opened = (rol: string): Openable[] => {
  if (rol === 'groot-scherm') return ['gedeeld'];
  return professionals.includes(rol) ? ['gedeeld', 'eigen', 'team'] : ['gedeeld', 'eigen'];
};

test(
  'J60 each role gets exactly its own documents, in their present epoch, and nothing of another board',
  { timeout: 120_000 },
  async () => {
    let looked = 0;
    for (const rol of roles) {
      const seat = rol === 'casusregisseur' ? leader : await seatAt(bench, leader, { rol, opent: opened(rol) });
      const other = rol === 'casusregisseur' ? foreign.als : leader.als;
      for (const zone of zonesFor(seat.als, other)) {
        const mine = readable(rol, seat.als).includes(zone);
        expect(await dial(seat, seat.board, zone, 1), `${rol} ${zone}`).toBe(mine ? 'told' : closeCode.notAllowed);
        expect(await dial(seat, seat.board, zone, 2), `${rol} ${zone}, an epoch that is not`).toBe(
          mine ? closeCode.oldEpoch : closeCode.notAllowed,
        );
        expect(await dial(seat, foreign.board, zone, 1), `${rol} ${zone} of another board`).toBe(404);
        looked += 3;
      }
      if (rol === 'casusregisseur') continue;
      await leader.browser.send('DELETE', `/boards/${leader.board}/participants/${seat.als}`);
      for (const zone of zonesFor(seat.als, other))
        expect(await dial(seat, seat.board, zone, 1), `${rol} ${zone}, sent away`).toBe(closeCode.revoked);
      expect(await dial(seat, foreign.board, 'gedeeld', 1), `${rol} sent away, another board`).toBe(404);
    }
    expect(looked).toBe(roles.length * 9 * 3);
  },
);

test('J61 the documents that somebody is told of are those that they get', () => {
  for (const rol of roles) {
    const told = zonesOf({ id: 'piemand', rol, opens: opened(rol) }).map(zoneName);
    expect(told.toSorted(), rol).toEqual([...readable(rol, 'piemand')].toSorted());
  }
});
