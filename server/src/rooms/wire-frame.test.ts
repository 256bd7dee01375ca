import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { framed } from './wire-frame.ts';

test('R50 a message is framed once for all sockets, and arrives as it was, whatever its length', async () => {
  const lengths = [0, 1, 125, 126, 127, 300, 65_535, 65_536, 70_000];
  const messages = lengths.map((length) => Uint8Array.from({ length }, (_, index) => index % 251));
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  server.on('connection', (_socket, request) => {
    for (const message of messages) request.socket.write(framed(message));
  });
  await once(server, 'listening');
  const reader = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  onTestFinished(() => {
    reader.terminate();
    server.close();
  });
  const heard: { data: Buffer; isBinary: boolean }[] = [];
  await new Promise<void>((resolve, reject) => {
    reader.on('error', reject);
    reader.on('message', (data: Buffer, isBinary: boolean) => {
      heard.push({ data, isBinary });
      if (heard.length === messages.length) resolve();
    });
  });
  expect(heard.map(({ data, isBinary }) => isBinary && data.length)).toEqual(lengths);
  expect(heard.every(({ data }, index) => data.equals(messages[index] ?? Buffer.of()))).toBe(true);
  const [, message] = messages;
  if (message === undefined) throw new Error('no message');
  expect(framed(message)).toBe(framed(message));
  expect(framed(Uint8Array.from(message))).not.toBe(framed(message));
});
