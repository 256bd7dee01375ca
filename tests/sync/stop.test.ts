import { connect } from 'node:net';
import { rmSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { closeCode } from '@samenbord/shared/wire/socket.ts';
import { card, freshFolder, until } from '../support/room-server.ts';
import { startServer } from '../support/running-server.ts';
import { cardsOn, seatOf } from './kill-seats.ts';

test('J46 stopped at full write speed, nothing that was told as saved or seen is lost, everybody is told to come back, and it ends though a socket does not answer', async () => {
  const dataDir = freshFolder();
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  const server = await startServer({ dataDir, demo: true });
  onTestFinished(() => server.kill());
  const writers = await Promise.all(['casusregisseur', 'GI', 'ouder'].map((role) => seatOf(server, role)));
  const deaf = await seatOf(server, 'jeugdige');
  await until('synced', () => [...writers, deaf].every(({ provider, saved }) => provider.synced && saved === 1));
  (deaf.provider.ws as unknown as { _socket: { pause(): void } })._socket.pause();
  deaf.provider.shouldConnect = false;
  const half = connect(server.port, '127.0.0.1');
  half.on('error', () => undefined);
  half.write('POST /api/v1/join HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{');
  const written = writers.map(() => [] as string[]);
  const timer = setInterval(() => {
    for (const [person, writer] of writers.entries()) {
      const id = `kaart-${person}-${written[person]?.length}`;
      written[person]?.push(id);
      writer.act(card(id, writer.als, `tekst van ${id}`));
    }
  }, 4);
  onTestFinished(() => clearInterval(timer));
  await until('all write', () => writers.every(({ saved }) => saved > 20));
  const ended = server.stop();
  await until('all are told', () => writers.every(({ closes }) => closes.length > 0));
  clearInterval(timer);
  for (const writer of writers) writer.leave();
  await ended;
  deaf.leave();
  half.destroy();
  expect(writers.map(({ closes }) => closes[0])).toEqual(writers.map(() => closeCode.restart));
  const saved = writers.flatMap((writer, person) =>
    (written[person] ?? []).filter((_id, index) => writer.saved >= 1 + 2 * (index + 1)),
  );
  const seen = writers.flatMap((writer, person) =>
    [...cardsOn(writer.doc)].filter((id) => !id.startsWith(`kaart-${person}-`) && id.startsWith('kaart-')),
  );
  expect(saved.length).toBeGreaterThan(30);
  expect(seen.length).toBeGreaterThan(30);
  const again = await startServer({ dataDir, demo: true });
  onTestFinished(() => again.kill());
  const reader = await seatOf(again, 'ouder');
  await until('read again', () => reader.provider.synced);
  const there = cardsOn(reader.doc);
  expect([...saved, ...seen].filter((id) => !there.has(id))).toEqual([]);
  reader.leave();
  await again.stop();
});
