import type * as Y from 'yjs';
import { placesOf, thingsOf } from '@samenbord/shared/document/form.ts';
import { placeKey } from '@samenbord/shared/board/board.ts';
import { makeBoard } from '../address.ts';
import type { Address } from '../address.ts';
import { act } from '../board.ts';
import { makeClient, pause, until } from '../client.ts';
import type { Client } from '../client.ts';
import { startMeasured } from '../server.ts';
import type { Measured, ServerName } from '../server.ts';
import { sized } from './scale.ts';
import type { Figures, Scale } from './scale.ts';

/** A card with its place: a card of which only half came through is not there. */
const isThere = (doc: Y.Doc, id: string): boolean =>
  thingsOf(doc).has(id) && placesOf(doc).has(placeKey('tijdlijn', id));

/** Nobody who is in memory brings anything back: whoever looks after a death comes with nothing. */
async function seated(server: Measured, address: Address): Promise<Client> {
  const client = await makeClient(server, address);
  client.connect();
  await until('in step', () => client.syncedAt !== undefined);
  return client;
}

/**
 * S5: somebody writes card after card while somebody else looks on, and the process dies in the middle (kill -9). Lost is what the other one had
 * seen and is not there when the server is back. The cut comes after another number of milliseconds in each round, the same in every run.
 */
export async function death(name: ServerName, scale: Scale): Promise<Figures> {
  let server = await startMeasured(name);
  const [maker] = await makeBoard(server, 'bord', 1);
  if (maker === undefined) throw new Error('nobody');
  let [seen, lost] = [0, 0];
  for (let round = 0; round < sized(scale, 10, 1); round++) {
    const [writer, watcher] = [await seated(server, maker), await seated(server, maker)];
    let made = 0;
    const write = setInterval(() => {
      const thing = {
        id: `kaart-${round}-${made++}`,
        type: 'notitie',
        by: maker.als,
        texts: { tekst: 'woorden' },
      } as const;
      act(writer.doc, { kind: 'create', thing, place: { view: 'tijdlijn', at: { x: made, y: 0 } } });
    }, 10);
    await pause(200 + ((round * 97) % 400));
    clearInterval(write);
    const ids = Array.from({ length: made }, (_, index) => `kaart-${round}-${index}`);
    const had = ids.filter((id) => isThere(watcher.doc, id));
    server = await server.crash(() => {
      writer.destroy();
      watcher.destroy();
    });
    const reader = await seated(server, maker);
    await until('all is there', () => had.every((id) => isThere(reader.doc, id)), 3000).catch(() => undefined);
    seen += had.length;
    lost += had.filter((id) => !isThere(reader.doc, id)).length;
    reader.destroy();
  }
  await server.end();
  return { seen, lost };
}
