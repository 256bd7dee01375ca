import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { WebSocketServer } from 'ws';
import type { AddressInfo } from 'node:net';
import { BoardSession } from '@samenbord/client/document/session.ts';
import type { Intent } from '@samenbord/shared/document/intent.ts';
import { closeCode, limits } from '@samenbord/shared/wire/socket.ts';
import { Dice } from '../support/gate-dice.ts';
import { openFaultProxy } from '../support/fault-proxy.ts';
import { card, isSaved, openClientBench, people, socketFrom, until, words } from './client-bench.ts';
import type { ClientBench } from './client-bench.ts';

let bench: ClientBench;
beforeEach(async () => {
  bench = await openClientBench();
});
afterEach(() => bench.close());

const edit = (id: string, at: number, insert: string): Intent => ({
  kind: 'editText',
  id,
  field: 'tekst',
  at,
  remove: '',
  insert,
});
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

test.each([0, 1, 2, 4, 8])(
  'D54 work carried over a reload stands there once, whether it had arrived or not (line cut after %i ms)',
  async (ms) => {
    const regie = await bench.sit('regie');
    let moeder = await bench.sit('moeder');
    await until('both in', () => isSaved(moeder) && isSaved(regie));
    moeder.intend('gedeeld', card('kaart', 'pmoeder', 'ik'));
    await until('kept', () => isSaved(moeder));
    for (const [n, letter] of [' ', 'b', 'e', 'n'].entries()) moeder.intend('gedeeld', edit('kaart', 2 + n, letter));
    moeder.intend('gedeeld', card('tweede', 'pmoeder', 'ook'));
    await pause(ms);
    const back = bench.cut();
    for (const [n, letter] of [' ', 'e', 'r'].entries()) moeder.intend('gedeeld', edit('kaart', 6 + n, letter));
    // As a browser keeps it while the page is loaded again.
    const kept = JSON.parse(JSON.stringify(moeder.pack())) as ReturnType<typeof moeder.pack>;
    moeder.close();
    back();
    moeder = await bench.sit('moeder', kept);
    await until('placed', () => isSaved(moeder));
    await until('seen', () => words(regie, 'kaart') === 'ik ben er' && words(regie, 'tweede') === 'ook');
    expect([words(moeder, 'kaart'), moeder.lost()]).toEqual(['ik ben er', []]);
  },
);

test('D55 hours apart on the same fifty cards: fields and words of both stay, taking off wins, and whoever wrote there is told', async () => {
  const regie = await bench.sit('regie');
  const moeder = await bench.sit('moeder');
  await until('both in', () => isSaved(moeder) && isSaved(regie));
  const ids = Array.from({ length: 50 }, (_, n) => `zin${n}`);
  for (const id of ids)
    regie.intend('gedeeld', {
      kind: 'create',
      thing: { id, type: 'patroonzin', by: 'pregie', texts: { tekst: 'vaak' } },
    });
  await until('all there', () => isSaved(regie) && moeder.zone('gedeeld')?.board().things.size === 50);
  const back = bench.cut();
  await until('apart', () => [moeder, regie].every((who) => who.saved().kind === 'offline'));
  for (const [n, id] of ids.entries()) {
    moeder.intend('gedeeld', edit(id, 4, ' thuis'));
    moeder.intend('gedeeld', { kind: 'place', view: 'gezinspatroon', id, at: { x: n, y: 1 } });
    if (n % 5 === 0) regie.intend('gedeeld', { kind: 'remove', id });
    else if (n % 2 === 0) regie.intend('gedeeld', edit(id, 0, 'Heel '));
    else regie.intend('gedeeld', { kind: 'place', view: 'tijdlijn', id, at: { x: 1, y: n } });
  }
  expect(moeder.saved()).toEqual({ kind: 'offline', n: 100 });
  back();
  await until(
    'together',
    () => moeder.saved().kind !== 'offline' && isSaved(regie) && Object.keys(moeder.keep()).length === 0,
  );
  const seen = (who: BoardSession): string => {
    const things = who.zone('gedeeld')?.board().things;
    return JSON.stringify(ids.map((id) => things?.get(id)));
  };
  await until('equal', () => seen(moeder) === seen(regie));
  for (const [n, id] of ids.entries()) {
    const thing = moeder.zone('gedeeld')?.board().things.get(id);
    const tekst = n % 5 !== 0 && n % 2 === 0 ? 'Heel vaak thuis' : 'vaak thuis';
    expect(thing).toMatchObject({ tekst, weg: n % 5 === 0 });
    expect(moeder.zone('gedeeld')?.board().places.get(`gezinspatroon:${id}`)).toEqual({ x: n, y: 1 });
  }
  // Whose edit came first hears nothing: then the card was taken off afterwards, in sight. Both orders are right.
  const told = moeder.offered().map(({ reden, tekst }) => [reden, tekst]);
  expect([0, 10]).toContain(told.length);
  expect(told).toEqual(told.map(() => ['van-tafel', 'vaak thuis']));
});

test('D55 who wrote on a card that was taken off meanwhile is told, keeps the words, and can put it back', async () => {
  const regie = await bench.sit('regie');
  const moeder = await bench.sit('moeder');
  await until('both in', () => isSaved(moeder) && isSaved(regie));
  moeder.intend('gedeeld', card('kaart', 'pmoeder', 'ik ben'));
  await until('seen', () => words(regie, 'kaart') === 'ik ben' && isSaved(moeder));
  const proxy = await openFaultProxy(bench.port, new Dice(1));
  onTestFinished(() => proxy.close());
  const away = await bench.sit('moeder', {}, proxy.origin);
  await until('in', () => isSaved(away));
  proxy.hang();
  away.intend('gedeeld', edit('kaart', 6, ' er nog'));
  regie.intend('gedeeld', { kind: 'remove', id: 'kaart' });
  await until('off the table', () => isSaved(regie));
  away.look(Date.now(), 'network');
  await until('told', () => away.offered().length === 1);
  expect(away.offered()).toMatchObject([{ reden: 'van-tafel', tekst: 'ik ben er nog', type: 'notitie' }]);
  expect([away.lost(), away.saved()]).toEqual([[], { kind: 'niet-geplaatst', n: 1 }]);
  expect(regie.zone('gedeeld')?.board().things.get('kaart')).toMatchObject({ weg: true });
});

test('D56 hours of drawing that no frame can carry go in parts', async () => {
  const moeder = await bench.sit('moeder');
  const regie = await bench.sit('regie');
  await until('both in', () => isSaved(moeder) && isSaved(regie));
  const back = bench.cut();
  await until('apart', () => moeder.saved().kind === 'offline');
  const punten = Array.from({ length: 4000 }, (_, n) => n + 0.123456);
  const strokes = 18;
  for (let n = 0; n < strokes; n++) {
    const ink = { by: 'pmoeder', view: 'genogram', kleur: 'ink', vorm: 'pen', punten } as const;
    moeder.intend('gedeeld', { kind: 'ink', id: `streek${n}`, ink });
  }
  expect(strokes * punten.length * 8).toBeGreaterThan(limits.frameBytes);
  back();
  await until('all placed', () => isSaved(moeder));
  await until('seen', () => regie.zone('gedeeld')?.board().ink.size === strokes);
  expect(moeder.lost()).toEqual([]);
  expect(bench.largest()).toBeGreaterThan(20_000);
  expect(bench.largest()).toBeLessThanOrEqual(limits.frameBytes);
});

test.each([closeCode.badFrame, closeCode.tooLarge])(
  'D56 a server that goes on refusing (%i) is tried three times, and then it is said, with the words kept',
  async (code) => {
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    await new Promise((resolve) => server.once('listening', resolve));
    let tries = 0;
    server.on('connection', (socket) => {
      tries += 1;
      socket.on('message', () => socket.close(code));
    });
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const session = new BoardSession(
      {
        board: 'bord',
        als: 'pmoeder',
        origin,
        socket: socketFrom(origin),
        fetch: () => Promise.resolve(Response.error()),
      },
      {
        id: 'bord',
        titel: 'Bord',
        ik: { id: 'pmoeder', naam: 'moeder', rol: people.moeder.rol },
        zones: [{ zone: 'gedeeld', epoch: 1, schrijven: true }],
        feiten: { regie: [], kaders: [] },
      },
    );
    onTestFinished(async () => {
      session.close();
      for (const socket of server.clients) socket.terminate();
      await new Promise((resolve) => server.close(resolve));
    });
    session.intend('gedeeld', card('kaart', 'pmoeder', 'mijn woorden'));
    await until('stopped', () => session.saved().kind === 'lukt-niet');
    await pause(2500);
    expect(tries).toBe(3);
    expect(session.saved()).toEqual({ kind: 'lukt-niet', waarom: 'gestopt', n: 1 });
    expect(session.keep()).toMatchObject({ gedeeld: [{ kind: 'create' }] });
    session.tryAgain();
    await until('tried again', () => tries > 3);
  },
);

test('D56 a server whose disk is full is said to be so, is asked less often, and keeps all that waited when there is room', async () => {
  const regie = await bench.sit('regie');
  const moeder = await bench.sit('moeder');
  await until('both in', () => isSaved(moeder) && isSaved(regie));
  const empty = bench.fill();
  moeder.intend('gedeeld', card('kaart', 'pmoeder', 'wacht'));
  await until('said', () => moeder.saved().kind === 'lukt-niet');
  expect(moeder.saved()).toEqual({ kind: 'lukt-niet', waarom: 'server', n: 1 });
  expect(words(moeder, 'kaart')).toBe('wacht');
  moeder.intend('gedeeld', card('tweede', 'pmoeder', 'ook'));
  const before = bench.opened();
  await pause(2000);
  expect(bench.opened() - before).toBeLessThanOrEqual(4);
  expect(moeder.saved()).toMatchObject({ kind: 'lukt-niet', n: 2 });
  empty();
  await until('kept', () => isSaved(moeder));
  await until('seen', () => words(regie, 'kaart') === 'wacht' && words(regie, 'tweede') === 'ook');
  expect(moeder.lost()).toEqual([]);
});

test('D57 who may only look from now on has unsent work handed back, word for word, and sends nothing', async () => {
  const regie = await bench.sit('regie');
  const moeder = await bench.sit('moeder');
  await until('both in', () => isSaved(moeder) && isSaved(regie));
  const back = bench.cut();
  await until('apart', () => moeder.saved().kind === 'offline');
  moeder.intend('gedeeld', card('kaart', 'pmoeder', 'nog net'));
  moeder.intend('eigen:pmoeder', card('eigen', 'pmoeder', 'van mij'));
  bench.onlyLook.add('pmoeder');
  back();
  moeder.zone('gedeeld')?.setWritable(false);
  expect(moeder.lost()).toMatchObject([{ zone: 'gedeeld', reden: 'recht', tekst: 'nog net' }]);
  expect(moeder.intend('gedeeld', card('nog', 'pmoeder', 'x'))).toBe(false);
  await until('in again', () => moeder.zone('gedeeld')?.whole === true && moeder.zone('eigen:pmoeder')?.waiting === 0);
  await until('regie too', () => isSaved(regie));
  expect(words(regie, 'kaart')).toBeUndefined();
  expect(words(moeder, 'kaart')).toBeUndefined();
});

test('D58 a line that went dead without a word is left at once on waking, within fifteen seconds otherwise, and typed text comes along', async () => {
  const regie = await bench.sit('regie');
  const proxy = await openFaultProxy(bench.port, new Dice(2));
  onTestFinished(() => proxy.close());
  const moeder = await bench.sit('moeder', {}, proxy.origin);
  await until('both in', () => isSaved(moeder) && isSaved(regie));
  const silentFor = (ms: number): number => (moeder.zone('gedeeld')?.room().provider.wsLastMessageReceived ?? 0) + ms;
  proxy.hang();
  moeder.intend('gedeeld', card('kaart', 'pmoeder', 'slaapt'));
  moeder.look(silentFor(9000), 'woke');
  expect(moeder.saved()).toEqual({ kind: 'bezig', n: 1 });
  moeder.look(silentFor(13_000), 'tick');
  await until('awake', () => isSaved(moeder));
  await until('seen', () => words(regie, 'kaart') === 'slaapt');
  proxy.hang();
  moeder.intend('gedeeld', edit('kaart', 6, ' niet meer'));
  const before = Date.now();
  moeder.look(before + 3_600_000, 'woke');
  await until('awake', () => isSaved(moeder));
  await until('seen', () => words(regie, 'kaart') === 'slaapt niet meer');
});

test('D58 two tabs of one person do not overwrite each other, and closing one leaves the other', async () => {
  const one = await bench.sit('moeder');
  const two = await bench.sit('moeder');
  await until('both in', () => isSaved(one) && isSaved(two));
  one.intend('gedeeld', card('kaart', 'pmoeder', 'een'));
  await until('seen', () => words(two, 'kaart') === 'een');
  one.intend('gedeeld', edit('kaart', 3, ' twee'));
  two.intend('gedeeld', edit('kaart', 0, 'nul '));
  await until('merged', () => [one, two].every((tab) => words(tab, 'kaart') === 'nul een twee' && isSaved(tab)));
  one.close();
  two.intend('gedeeld', edit('kaart', 12, ' drie'));
  await until('kept', () => isSaved(two));
  expect(words(two, 'kaart')).toBe('nul een twee drie');
});
