import { makeBoard } from '../address.ts';
import { act, contentOf, fillBoard, idOf, seatAll } from '../board.ts';
import { pause, until } from '../client.ts';
import { startMeasured } from '../server.ts';
import type { ServerName } from '../server.ts';
import { placesOf } from '@samenbord/shared/document/form.ts';
import { placeKey } from '@samenbord/shared/board/board.ts';
import { sized } from './scale.ts';
import type { Figures, Scale } from './scale.ts';

/** S4: everybody falls off the line, makes one change, and comes back at the same moment. */
export async function storm(name: ServerName, scale: Scale): Promise<Figures> {
  const people = sized(scale, 200, 6);
  const things = sized(scale, 500, 20);
  const server = await startMeasured(name);
  const addresses = await makeBoard(server, 'bord', Math.min(people, 20));
  const [maker] = addresses;
  if (maker === undefined) throw new Error('nobody');
  const state = await fillBoard(server, maker, things);
  const seats = Array.from({ length: people }, (_, index) => addresses[index % addresses.length] ?? maker);
  const clients = await seatAll(server, seats, state, things);
  await pause(sized(scale, 1500, 100));
  const idleMb = server.rssKb() / 1024;
  for (const client of clients) client.drop();
  await pause(sized(scale, 500, 50));
  clients.forEach(({ doc }, index) => {
    act(doc, { kind: 'place', view: 'tijdlijn', id: idOf(index), at: { x: index, y: 7 } });
  });
  const cpu = server.cpuMs();
  const began = performance.now();
  for (const client of clients) client.connect();
  const keys = clients.map((_, index) => placeKey('tijdlijn', idOf(index)));
  const hasAll = ({ doc }: { doc: (typeof clients)[number]['doc'] }): boolean =>
    keys.every((key) => (placesOf(doc).get(key) as { y: number } | undefined)?.y === 7);
  await until('all changes are with everybody', () => clients.every(hasAll), 60_000);
  const wallMs = performance.now() - began;
  await pause(300);
  const cpuMs = server.cpuMs() - cpu;
  const contents = new Set(clients.map(({ doc }) => contentOf(doc)));
  const figures = { equal: contents.size === 1 ? 100 : 0, wallMs, cpuMs, idleMb, peakMb: server.peakKb() / 1024 };
  for (const client of clients) client.destroy();
  await server.end();
  return figures;
}
