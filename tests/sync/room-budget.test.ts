import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { closeCode } from '@samenbord/shared/wire/socket.ts';
import { rawSocket, syncFrame } from '../support/raw-socket.ts';
import { card, people, started, takeSeat, until } from '../support/room-server.ts';

const { jeugdige, moeder } = people;
const punten = Array.from({ length: 4000 }, (_, index) => index + 0.123456);
const stroke = { by: jeugdige.id, view: 'genogram', kleur: 'ink', vorm: 'pen', punten };

/** Draws one line over and over: nothing is seen to grow, and every time it is a row in the log. Gives how the socket ended. */
async function churn(port: number, clientId: number, times: number): Promise<number> {
  const raw = rawSocket(port, jeugdige.id);
  await raw.opened;
  const doc = new Y.Doc();
  doc.clientID = clientId;
  doc.on('update', (update: Uint8Array) => raw.send(syncFrame(2, update)));
  for (let turn = 0; turn < times; turn++) doc.getMap('ink').set(`streep-${clientId}`, stroke);
  return raw.closed;
}

test('R32 who fills the log unseen is stopped, also on new sockets, and the others write on', async () => {
  const { port, storage } = await started();
  const mother = takeSeat(port, moeder.id);
  await until('synced', () => mother.provider.synced);
  const ends: number[] = [];
  for (let socket = 0; socket < 4; socket++) ends.push(await churn(port, 500 + socket, 300));
  expect(ends).toEqual(Array(4).fill(closeCode.tooMuch));
  const { updates } = await storage.loadDocument('bord', 'gedeeld');
  expect(updates.reduce((sum, { length }) => sum + length, 0)).toBeLessThan(9 * 1024 * 1024);
  mother.act(card('kaart-1', moeder.id, 'gewoon door'));
  await until('saved', () => mother.saved === 3);
});

test('R34 asking who is there and what there is, on and on, ends the connection', async () => {
  const { port } = await started();
  const frames = [new Uint8Array([3]), syncFrame(0, new Uint8Array([0]))];
  for (const frame of frames) {
    const raw = rawSocket(port, jeugdige.id);
    await raw.opened;
    for (let index = 0; index < 60; index++) raw.send(frame);
    expect(await raw.closed).toBe(closeCode.tooMuch);
  }
});
