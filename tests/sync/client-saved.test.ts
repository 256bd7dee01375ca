import { afterEach, beforeEach, expect, test } from 'vitest';
import { card, isSaved, openClientBench, until, words } from './client-bench.ts';
import type { ClientBench } from './client-bench.ts';

let bench: ClientBench;
beforeEach(async () => {
  bench = await openClientBench();
});
afterEach(() => bench.close());

test('D24 the saved mark says "opgeslagen" only after the commit, and counts what waits', async () => {
  const moeder = await bench.sit('moeder');
  expect(moeder.saved().kind).toBe('laden');
  await until('in', () => isSaved(moeder));
  const release = bench.hold();
  moeder.intend('gedeeld', card('kaart', 'pmoeder', 'a'));
  expect(moeder.saved()).toEqual({ kind: 'bezig', n: 1 });
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(moeder.saved()).toEqual({ kind: 'bezig', n: 1 });
  release();
  await until('kept', () => isSaved(moeder));
  const back = bench.cut();
  await until('offline', () => moeder.saved().kind === 'offline');
  moeder.intend('gedeeld', card('tweede', 'pmoeder', 'b'));
  moeder.intend('eigen:pmoeder', card('derde', 'pmoeder', 'c'));
  expect(moeder.saved()).toEqual({ kind: 'offline', n: 2 });
  back();
  await until('kept again', () => isSaved(moeder));
});

test('D24 an intent that changes nothing does not wait for ever', async () => {
  const moeder = await bench.sit('moeder');
  await until('in', () => isSaved(moeder));
  moeder.intend('gedeeld', card('kaart', 'pmoeder', 'a'));
  await until('kept', () => isSaved(moeder));
  expect(moeder.intend('gedeeld', { kind: 'restore', id: 'kaart' })).toBe(false);
  expect(moeder.intend('gedeeld', { kind: 'remove', id: 'bestaat-niet' })).toBe(false);
  expect(isSaved(moeder)).toBe(true);
});

test('D25 undo takes back own edits only, and never what a colleague did meanwhile', async () => {
  const regie = await bench.sit('regie');
  const moeder = await bench.sit('moeder');
  await until('both in', () => isSaved(regie) && isSaved(moeder));
  regie.intend('gedeeld', {
    kind: 'create',
    thing: { id: 'zin', type: 'patroonzin', by: 'pregie', texts: { tekst: 'vaak ruzie' } },
  });
  await until('seen', () => moeder.zone('gedeeld')?.board().things.has('zin') === true);
  regie.stopCapturing('gedeeld');
  regie.intend('gedeeld', { kind: 'editText', id: 'zin', field: 'tekst', at: 10, remove: '', insert: ' thuis' });
  await until('kept', () => isSaved(regie));
  moeder.intend('gedeeld', { kind: 'editText', id: 'zin', field: 'tekst', at: 0, remove: '', insert: 'Bij ons ' });
  const sentence = (who: typeof regie) =>
    (who.zone('gedeeld')?.board().things.get('zin') as { tekst?: string } | undefined)?.tekst;
  await until('both', () => sentence(regie) === 'Bij ons vaak ruzie thuis');
  expect(regie.undo('gedeeld')).toBe(true);
  await until('undone for all', () => sentence(moeder) === 'Bij ons vaak ruzie');
  expect(regie.redo('gedeeld')).toBe(true);
  await until('again for all', () => sentence(moeder) === 'Bij ons vaak ruzie thuis');
  expect(moeder.undo('gedeeld')).toBe(true);
  await until('own word back', () => sentence(regie) === 'vaak ruzie thuis');
  expect(moeder.undo('gedeeld')).toBe(false);
  await until('kept', () => isSaved(regie) && isSaved(moeder));
});

test('D25 an undo done offline survives a fresh document', async () => {
  const regie = await bench.sit('regie');
  await until('in', () => isSaved(regie));
  regie.intend('gedeeld', card('kaart', 'pregie', 'weg ermee'));
  await until('kept', () => isSaved(regie));
  const back = bench.cut();
  await until('offline', () => regie.saved().kind === 'offline');
  expect(regie.undo('gedeeld')).toBe(true);
  await bench.newEpoch();
  back();
  await until('kept again', () => isSaved(regie));
  expect(words(regie, 'kaart')).toBeUndefined();
  expect(regie.zone('gedeeld')?.board().things.get('kaart')).toMatchObject({ weg: true });
});

test('D26 presence shows who does what by the name the server gives, and goes when they go', async () => {
  const regie = await bench.sit('regie');
  const moeder = await bench.sit('moeder');
  await until('both in', () => isSaved(regie) && isSaved(moeder));
  moeder.setPresence({ cursor: { view: 'tijdlijn', x: 4, y: 5 }, view: 'tijdlijn' });
  moeder.setPresence({ cursor: { view: 'tijdlijn', x: 9, y: 5 } });
  await until('seen', () => regie.others().some(({ wie, cursor }) => wie.id === 'pmoeder' && cursor?.x === 9));
  moeder.setPresence({ cursor: undefined });
  await until('gone', () =>
    regie.others().some(({ wie, cursor, view }) => wie.id === 'pmoeder' && cursor === undefined && view === 'tijdlijn'),
  );
  moeder.close();
  await until('away', () => regie.others().length === 0);
  expect(regie.others()).toEqual([]);
});

test('D27 work that was brought along from an old page is placed', async () => {
  const moeder = await bench.sit('moeder', { gedeeld: [{ intent: card('kaart', 'pmoeder', 'meegenomen') }] });
  await until('placed', () => isSaved(moeder));
  expect(words(moeder, 'kaart')).toBe('meegenomen');
});
