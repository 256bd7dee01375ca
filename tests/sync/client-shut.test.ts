import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Intent } from '@samenbord/shared/document/intent.ts';
import { saySaved } from '@samenbord/client/parts/SavedMark.tsx';
import { card, isSaved, openClientBench, until, words } from './client-bench.ts';
import type { ClientBench } from './client-bench.ts';

let bench: ClientBench;
beforeEach(async () => {
  bench = await openClientBench();
});
afterEach(() => bench.close());

const more = (at: number, insert: string): Intent => ({
  kind: 'editText',
  id: 'kaart',
  field: 'tekst',
  at,
  remove: '',
  insert,
});

test('D63 what family had not sent when the table shut waits in the tab, is counted in words, and is placed when it opens', async () => {
  const regie = await bench.sit('regie');
  let moeder = await bench.sit('moeder');
  await until('both in', () => isSaved(moeder) && isSaved(regie));
  moeder.intend('gedeeld', card('kaart', 'pmoeder', 'ik'));
  await until('kept', () => isSaved(moeder) && words(regie, 'kaart') === 'ik');
  const back = bench.cut();
  await until('apart', () => moeder.saved().kind === 'offline');
  moeder.intend('gedeeld', more(2, ' ben'));
  moeder.intend('gedeeld', card('tweede', 'pmoeder', 'ook'));
  await bench.setOpen(false);
  back();
  await until('shut', () => moeder.zone('gedeeld') === undefined && moeder.saved().kind === 'tafel-dicht');
  expect(moeder.saved()).toEqual({ kind: 'tafel-dicht', n: 2 });
  expect([moeder.lost(), moeder.intend('gedeeld', more(0, 'x'))]).toEqual([[], false]);
  // One's own box is open meanwhile.
  expect(moeder.intend(moeder.ownZone, card('eigen', 'pmoeder', 'voor mij'))).toBe(true);
  await until('the own box is kept', () => moeder.saved().kind === 'tafel-dicht');
  // The page is loaded again while the table is shut.
  const kept = JSON.parse(JSON.stringify(moeder.pack())) as ReturnType<typeof moeder.pack>;
  expect(moeder.keep()['gedeeld']).toHaveLength(2);
  moeder.close();
  moeder = await bench.sit('moeder', kept);
  await until('waits still', () => moeder.saved().kind === 'tafel-dicht');
  expect([moeder.lost(), saySaved(moeder.saved())]).toEqual([[], '2 wijzigingen wachten tot de tafel opengaat']);
  // A new epoch may begin while nobody is there.
  await bench.newEpoch();
  await bench.setOpen(true);
  await until('placed', () => isSaved(moeder) && moeder.zone('gedeeld') !== undefined);
  await until('seen', () => words(regie, 'kaart') === 'ik ben' && words(regie, 'tweede') === 'ook');
  expect([moeder.lost(), moeder.keep()]).toEqual([[], {}]);
});

test('D63 who leaves or is sent away takes nothing along of what waited for the table', async () => {
  const moeder = await bench.sit('moeder');
  await until('in', () => isSaved(moeder));
  const back = bench.cut();
  await until('apart', () => moeder.saved().kind === 'offline');
  moeder.intend('gedeeld', card('kaart', 'pmoeder', 'ik'));
  await bench.setOpen(false);
  back();
  await until('shut', () => moeder.saved().kind === 'tafel-dicht');
  moeder.close();
  expect([moeder.keep(), moeder.pack()]).toEqual([{}, {}]);
});

test('D63 what was under way when the table shut stands there once, when the answer came too late', async () => {
  const moeder = await bench.sit('moeder');
  await until('in', () => isSaved(moeder));
  const release = bench.hold();
  moeder.intend('gedeeld', card('kaart', 'pmoeder', 'ik'));
  const shut = bench.setOpen(false);
  await until('shut', () => moeder.saved().kind === 'tafel-dicht');
  release();
  await shut;
  await bench.setOpen(true);
  await until('open', () => isSaved(moeder) && moeder.zone('gedeeld') !== undefined);
  const regie = await bench.sit('regie');
  await until('seen', () => words(regie, 'kaart') === 'ik');
  expect([regie.zone('gedeeld')?.board().things.size, moeder.lost()]).toEqual([1, []]);
});
