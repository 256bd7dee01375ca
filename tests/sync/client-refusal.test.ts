import { afterEach, beforeEach, expect, test } from 'vitest';
import { card, isSaved, openClientBench, until, words } from './client-bench.ts';
import type { ClientBench } from './client-bench.ts';

let bench: ClientBench;
beforeEach(async () => {
  bench = await openClientBench();
});
afterEach(() => bench.close());

test('D20 after a refusal the rest is placed, and only what was refused stays out with its words kept', async () => {
  const regie = await bench.sit('regie');
  const moeder = await bench.sit('moeder');
  await until('both in', () => isSaved(regie) && isSaved(moeder));
  regie.intend('gedeeld', card('vanregie', 'pregie', 'woorden van regie'));
  await until('seen', () => words(moeder, 'vanregie') === 'woorden van regie');
  const release = bench.hold();
  moeder.intend('gedeeld', card('eerst', 'pmoeder', 'ervoor'));
  moeder.intend('gedeeld', { kind: 'editText', id: 'vanregie', field: 'tekst', at: 0, remove: '', insert: 'NIET ' });
  moeder.intend('gedeeld', card('daarna', 'pmoeder', 'erna'));
  moeder.intend('gedeeld', { kind: 'editText', id: 'daarna', field: 'tekst', at: 4, remove: '', insert: ' en meer' });
  expect(moeder.saved()).toMatchObject({ kind: 'bezig', n: 4 });
  release();
  await until('the rest is kept', () => moeder.saved().kind === 'niet-geplaatst');
  await until('others see it', () => words(regie, 'daarna') === 'erna en meer');
  expect(words(regie, 'eerst')).toBe('ervoor');
  expect(words(regie, 'vanregie')).toBe('woorden van regie');
  expect(words(moeder, 'vanregie')).toBe('woorden van regie');
  expect(moeder.lost()).toMatchObject([{ reden: 'recht', tekst: 'NIET woorden van regie' }]);
});

test('D20 one refused thing in a whole load of offline work is found, and the others are placed', async () => {
  const regie = await bench.sit('regie');
  const moeder = await bench.sit('moeder');
  await until('both in', () => isSaved(regie) && isSaved(moeder));
  regie.intend('gedeeld', card('vanregie', 'pregie', 'af'));
  await until('seen', () => words(moeder, 'vanregie') === 'af');
  const back = bench.cut();
  await until('moeder knows', () => moeder.saved().kind === 'offline');
  for (let n = 0; n < 5; n++) moeder.intend('gedeeld', card(`kaart${n}`, 'pmoeder', `tekst ${n}`));
  moeder.intend('gedeeld', { kind: 'remove', id: 'vanregie' });
  for (let n = 5; n < 9; n++) moeder.intend('gedeeld', card(`kaart${n}`, 'pmoeder', `tekst ${n}`));
  expect(moeder.saved()).toEqual({ kind: 'offline', n: 10 });
  back();
  await until('all but one', () => moeder.saved().kind === 'niet-geplaatst');
  for (let n = 0; n < 9; n++) await until(`kaart${n}`, () => words(regie, `kaart${n}`) === `tekst ${n}`);
  expect(words(regie, 'vanregie')).toBe('af');
  expect(moeder.lost()).toMatchObject([{ soort: 'remove', reden: 'recht', type: 'notitie' }]);
});

test('D21 nothing is applied twice when the line breaks before the acknowledgement, nor when a refusal follows it', async () => {
  const moeder = await bench.sit('moeder');
  const regie = await bench.sit('regie');
  await until('both in', () => isSaved(regie) && isSaved(moeder));
  moeder.intend('gedeeld', card('kaart', 'pmoeder', 'a'));
  regie.intend('gedeeld', card('vanregie', 'pregie', 'x'));
  await until('kept', () => isSaved(moeder) && words(moeder, 'vanregie') === 'x');
  moeder.intend('gedeeld', { kind: 'editText', id: 'kaart', field: 'tekst', at: 1, remove: '', insert: 'b' });
  // The edit arrives and is kept, but the line is cut while its acknowledgement is on the way.
  const back = bench.cut();
  await until('moeder knows', () => moeder.saved().kind === 'offline');
  moeder.intend('gedeeld', { kind: 'editText', id: 'kaart', field: 'tekst', at: 2, remove: '', insert: 'c' });
  moeder.intend('gedeeld', { kind: 'editText', id: 'vanregie', field: 'tekst', at: 0, remove: '', insert: 'z' });
  back();
  await until('placed', () => moeder.saved().kind === 'niet-geplaatst');
  await until('seen once', () => words(regie, 'kaart') === 'abc');
  expect(words(moeder, 'kaart')).toBe('abc');
  expect(moeder.lost()).toHaveLength(1);
});

test('D22 a new epoch is followed with the unsaved work', async () => {
  const moeder = await bench.sit('moeder');
  const regie = await bench.sit('regie');
  await until('both in', () => isSaved(regie) && isSaved(moeder));
  moeder.intend('gedeeld', card('kaart', 'pmoeder', 'oud'));
  await until('kept', () => isSaved(moeder));
  const back = bench.cut();
  await until('moeder knows', () => moeder.saved().kind === 'offline');
  moeder.intend('gedeeld', { kind: 'editText', id: 'kaart', field: 'tekst', at: 3, remove: '', insert: ' en nieuw' });
  moeder.intend('gedeeld', card('tweede', 'pmoeder', 'er ook bij'));
  await bench.newEpoch();
  back();
  await until('placed', () => isSaved(moeder));
  await until('seen', () => words(regie, 'kaart') === 'oud en nieuw' && words(regie, 'tweede') === 'er ook bij');
  expect(moeder.zone('gedeeld')?.epoch).toBe(2);
  expect(moeder.lost()).toEqual([]);
});

test('D23 who is no longer welcome keeps nothing on the screen', async () => {
  const sanne = await bench.sit('sanne');
  await until('in', () => isSaved(sanne));
  sanne.intend('gedeeld', card('kaart', 'psanne', 'hoi'));
  await until('kept', () => isSaved(sanne));
  bench.revoked.add('psanne');
  bench.rooms().closeParticipant('bord', 'psanne', 4408);
  await until('told', () => sanne.state === 'ingetrokken');
  expect(sanne.intend('gedeeld', card('nog', 'psanne', 'x'))).toBe(false);
  expect(sanne.keep()).toEqual({});
});
