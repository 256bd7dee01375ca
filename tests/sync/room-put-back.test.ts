import { expect, test } from 'vitest';
import type * as Y from 'yjs';
import { card, people, started, takeSeat, until } from '../support/room-server.ts';
import type { Seat } from '../support/room-server.ts';

const { regie, moeder } = people;
const isOff = ({ doc }: Seat, id: string): boolean => doc.getMap<Y.Map<unknown>>('things').get(id)?.get('weg') === true;

test('B8 the casusregisseur puts back what they took off, also on a new connection, and not what mother took back', async () => {
  const { port, rooms } = await started();
  const mother = takeSeat(port, moeder.id);
  const lead = takeSeat(port, regie.id);
  await until('synced', () => mother.provider.synced && lead.provider.synced);
  mother.act(card('kaart-een', moeder.id, 'een'));
  mother.act(card('kaart-twee', moeder.id, 'twee'));
  await until('both there', () => lead.text('kaart-twee', 'tekst') === 'twee' && !isOff(lead, 'kaart-twee'));
  lead.act({ kind: 'remove', id: 'kaart-een' });
  mother.act({ kind: 'remove', id: 'kaart-twee' });
  await until('both off', () => isOff(mother, 'kaart-een') && isOff(lead, 'kaart-twee'));
  lead.leave();
  const again = takeSeat(port, regie.id);
  await until('synced again', () => again.provider.synced && isOff(again, 'kaart-twee'));
  again.act({ kind: 'restore', id: 'kaart-een' });
  await until('put back', () => !isOff(mother, 'kaart-een'));
  again.act({ kind: 'restore', id: 'kaart-twee' });
  await until('refused', () => again.refused.length > 0);
  expect(again.refused[0]?.code).toBe('recht');
  const { things } = await rooms.read('bord', 'gedeeld');
  expect([things.get('kaart-een')?.weg, things.get('kaart-twee')?.weg]).toEqual([false, true]);
});
