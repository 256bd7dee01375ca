import { expect, test } from 'vitest';
import { closeCode, isTold, message, oldestProtocol, protocolVersion } from '@samenbord/shared/wire/socket.ts';
import { card, pause, people, started, takeSeat, until } from '../support/room-server.ts';
import { rawSocket } from '../support/raw-socket.ts';

/** What the first release could be told over its socket; a recording, never to be brought up to date. */
const toldInVersion1 = [0, 1, 120, 121, 122];

test('Q10 a client of one version back works: it gives and gets, is told what is kept, and hears nothing it does not know', async () => {
  const { port } = await started();
  expect(oldestProtocol).toBe(protocolVersion - 1);
  const now = takeSeat(port, people.regie.id, { protocol: protocolVersion });
  const old = takeSeat(port, people.moeder.id, { protocol: oldestProtocol });
  const wire = rawSocket(port, people.jeugdige.id, { query: `&v=${oldestProtocol}` });
  const heard = (): number[] => wire.frames.map(([kind]) => kind ?? -1);
  await until('both in', () => now.provider.synced && old.provider.synced);
  old.act(card('vanoud', people.moeder.id, 'een'));
  now.act(card('vannu', people.regie.id, 'twee'));
  await until('kept', () => old.saved > 0 && now.saved > 0);
  await until('there', () => now.text('vanoud', 'tekst') === 'een' && old.text('vannu', 'tekst') === 'twee');
  old.act({ kind: 'editText', id: 'vannu', field: 'tekst', at: 0, remove: '', insert: 'niet van mij ' });
  await until('refused', () => old.refused.length === 1);
  await until('heard', () => heard().length > 0);
  expect(heard().filter((kind) => !toldInVersion1.includes(kind))).toEqual([]);
  expect(
    Object.values(message)
      .filter((kind) => kind !== message.queryAwareness && isTold(oldestProtocol, kind))
      .toSorted((a, b) => a - b),
  ).toEqual(toldInVersion1);
});

test.each([oldestProtocol - 1, protocolVersion + 1, 999_999])(
  'Q11 version %i is closed for good before it is told anything',
  async (version) => {
    const { port } = await started();
    const seat = takeSeat(port, people.moeder.id, { protocol: version });
    await until('closed', () => seat.closes.length > 0);
    expect(seat.closes).toEqual([closeCode.oldProtocol]);
    await pause(400);
    expect(seat.closes).toHaveLength(1);
    expect(seat.provider.synced).toBe(false);
    expect(seat.saved).toBe(0);
  },
);
