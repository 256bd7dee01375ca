import { rmSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { readBoard } from '@samenbord/shared/document/read.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { freshFolder, pause, takeSeat, until } from '../support/room-server.ts';
import { startServer } from '../support/running-server.ts';
import type { RunningServer } from '../support/running-server.ts';
import { joined } from './kill-seats.ts';
import type { Joined } from './kill-seats.ts';

const lives = Number(process.env['KILL_ROUNDS'] ?? 3);

async function send(server: RunningServer, { cookie, als }: Joined, method: string, below: string, body?: object) {
  const origin = `http://127.0.0.1:${server.port}`;
  const answer = await fetch(`${origin}/api/v1/boards/voorbeeld${below}?als=${als}`, {
    method,
    headers: { 'content-type': 'application/json', origin, cookie },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, json: (await answer.json()) as Record<string, unknown> };
}

/** What lies in a document of somebody, whole. */
async function inside(server: RunningServer, { cookie, als }: Joined, zone: string): Promise<Thing[]> {
  const { zones } = (await send(server, { cookie, als }, 'GET', '')).json as {
    zones: { zone: string; epoch: number }[];
  };
  const epoch = zones.find((one) => one.zone === zone)?.epoch ?? 1;
  const seat = takeSeat(server.port, als, { board: 'voorbeeld', zone, epoch, cookie });
  await until('synced', () => seat.provider.synced, 20_000);
  const things = [...readBoard(seat.doc).things.values()];
  seat.leave();
  return things;
}

async function write(server: RunningServer, who: Joined, ids: readonly string[], ronde: string): Promise<void> {
  const { zones } = (await send(server, who, 'GET', '')).json as { zones: { zone: string; epoch: number }[] };
  const zone = `eigen:${who.als}`;
  const epoch = zones.find((one) => one.zone === zone)?.epoch ?? 1;
  const seat = takeSeat(server.port, who.als, { board: 'voorbeeld', zone, epoch, cookie: who.cookie });
  await until('synced', () => seat.provider.synced && seat.saved >= 1, 20_000);
  const saved = seat.saved;
  for (const id of ids) {
    const thing = {
      id,
      type: 'uitspraak',
      by: who.als,
      values: { ronde },
      texts: { tekst: `tekst van ${id}` },
    } as const;
    seat.act({ kind: 'create', thing });
  }
  await until('saved', () => seat.saved >= saved + 2 * ids.length, 20_000);
  seat.leave();
}

const ofRound = (things: readonly Thing[], ronde: string): string[] =>
  things
    .filter((thing) => thing.ronde === ronde)
    .map((thing) => ('tekst' in thing && typeof thing.tekst === 'string' ? thing.tekst : ''))
    .toSorted();

test(
  'T64 after kill -9 in the middle of a reveal all of it has happened or nothing has, and it happens once',
  { timeout: 30_000 + lives * 20_000 },
  async () => {
    const dataDir = freshFolder();
    onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
    const happened = new Set<boolean>();
    for (let life = 0; life < lives; life++) {
      const server = await startServer({ dataDir, demo: true });
      onTestFinished(() => server.kill());
      const [leader, mother, youth] = [
        await joined(server, 'casusregisseur'),
        await joined(server, 'ouder'),
        await joined(server, 'jeugdige'),
      ];
      await send(server, leader, 'PUT', '/meeting', { soort: 'vrij' });
      await send(server, leader, 'POST', '/meeting/open');
      const ronde = `ronde-${life}`;
      const begun = { id: ronde, stap: 'open-tafel', vraag: 'Wat wil je?', wijze: 'naamloos' };
      // What an earlier life left open must not be in the way.
      const { json } = await send(server, leader, 'GET', '/meeting');
      const open = (json as { bijeenkomst: { ronde?: { id: string; stand: string } } }).bijeenkomst.ronde;
      if (open?.stand === 'schrijven') await send(server, leader, 'POST', `/rounds/${open.id}/stop`);
      expect((await send(server, leader, 'POST', '/rounds', begun)).status).toBe(200);
      const hers = ['een', 'twee', 'drie'].map((name) => `${name}-${life}`);
      const his = [`vier-${life}`];
      await write(server, mother, hers, ronde);
      await write(server, youth, his, ronde);
      const asked = send(server, leader, 'POST', `/rounds/${ronde}/reveal`).catch(() => undefined);
      await pause((life * 9) % 60);
      await server.kill();
      const done = (await asked)?.status === 200;

      const again = await startServer({ dataDir, demo: true });
      onTestFinished(() => again.kill());
      const all = [...hers, ...his].map((id) => `tekst van ${id}`).toSorted();
      const table = ofRound(await inside(again, leader, 'gedeeld'), ronde);
      const boxes = [
        ...ofRound(await inside(again, mother, `eigen:${mother.als}`), ronde),
        ...ofRound(await inside(again, youth, `eigen:${youth.als}`), ronde),
      ].toSorted();
      expect([
        [all, []],
        [[], all],
      ]).toContainEqual([table, boxes]);
      const isRevealed = table.length > 0;
      happened.add(isRevealed);
      expect(isRevealed || !done).toBe(true);
      // Told when it happened, and asked again it is one reveal.
      const told = (await send(again, leader, 'GET', '/meeting')).json as { bijeenkomst: { ronde: { stand: string } } };
      expect(told.bijeenkomst.ronde.stand).toBe(isRevealed ? 'onthuld' : 'schrijven');
      expect((await send(again, leader, 'POST', `/rounds/${ronde}/reveal`)).status).toBe(200);
      expect(ofRound(await inside(again, leader, 'gedeeld'), ronde)).toEqual(all);
      await again.stop();
    }
    expect(happened.size).toBeGreaterThan(0);
  },
);
