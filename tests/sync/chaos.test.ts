import { execFileSync } from 'node:child_process';
import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { drill } from '@samenbord/server/start/drill-run.ts';
import { createLocalBus, systemClock } from '@samenbord/server/rooms/ports.ts';
import { epochAt, examine, mend } from '@samenbord/server/rooms/mend.ts';
import { createRooms } from '@samenbord/server/rooms/rooms.ts';
import { openStorage } from '@samenbord/server/storage/open.ts';
import type { OpenedStorage, StorageTrouble } from '@samenbord/server/storage/open.ts';
import { carryOut } from '@samenbord/shared/document/intent.ts';
import { closeCode, message } from '@samenbord/shared/wire/socket.ts';
import { code, row } from '../contracts/storage-rows.ts';
import { heldStorage } from '../support/held-storage.ts';
import { rawSocket, syncFrame } from '../support/raw-socket.ts';
import type { RawSocket } from '../support/raw-socket.ts';
import { card, freshFolder, makeBoard, pause, people, started, takeSeat, until } from '../support/room-server.ts';

const { regie, jeugdige } = people;

function folder(): string {
  const dataDir = freshFolder();
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  return dataDir;
}

const origins = { tracked: 'me', untracked: 'me-untracked' };

/** Five cards, all of them in the log, in data that are closed again. */
async function written(dataDir: string): Promise<void> {
  const storage = await openStorage({ dataDir });
  await makeBoard(storage, 'bord');
  const log = { warn: skip, error: skip };
  const rooms = createRooms({ storage, clock: systemClock, bus: createLocalBus(), log });
  for (let index = 1; index <= 5; index++) {
    const one = card(`kaart-${index}`, regie.id, `woorden ${index}`);
    await rooms.write('bord', 'gedeeld', regie, (doc) => void carryOut(doc, one, origins));
  }
  await rooms.stop();
  await storage.close();
}

const skip = (): void => undefined;

/** One bit of the row of the fourth card; the schema is the first row. */
function damage(dataDir: string): void {
  const database = new DatabaseSync(join(dataDir, 'samenbord.db'));
  const where = "board = 'bord' and zone = 'gedeeld' and seq = 5";
  const sealed = database.prepare(`select sealed from documents where ${where}`).get()?.['sealed'] as Uint8Array;
  sealed[30] = (sealed[30] ?? 0) ^ 4;
  database.prepare(`update documents set sealed = ? where ${where}`).run(sealed);
  database.close();
}

const sealedRows = (dataDir: string): string => {
  const database = new DatabaseSync(join(dataDir, 'samenbord.db'));
  const rows = database.prepare("select seq, hex(sealed) as sealed from documents where board = 'bord'").all();
  database.close();
  return JSON.stringify(rows);
};

test('R80 of a damaged document the last good state is read on, no edit is taken and told why, nothing is written over, and an alarm is raised', async () => {
  const dataDir = folder();
  await written(dataDir);
  damage(dataDir);
  const before = sealedRows(dataDir);
  const server = await started({ open: () => openStorage({ dataDir }) });
  const seat = takeSeat(server.port, jeugdige.id);
  await until('the good part', () => seat.text('kaart-3', 'tekst') === 'woorden 3');
  expect([seat.text('kaart-4', 'tekst'), seat.text('kaart-5', 'tekst')]).toEqual([undefined, undefined]);
  seat.act(card('kaart-9', jeugdige.id, 'erbij'));
  await until('refused', () => seat.closes.includes(closeCode.refused));
  expect(seat.refused).toContainEqual(expect.objectContaining({ code: 'alleen-lezen' }));
  const write = server.rooms.write(
    'bord',
    'gedeeld',
    regie,
    (doc) => void carryOut(doc, card('x1', regie.id, 'x'), origins),
  );
  await expect(write).rejects.toMatchObject({ code: 'alleen-lezen' });
  expect((await server.rooms.read('bord', 'gedeeld')).things.size).toBe(3);
  expect(server.logged.filter((line) => line.startsWith('ALARM'))).toHaveLength(1);
  expect(server.logged.join()).not.toContain('woorden');
  await server.rooms.stop();
  await server.storage.close();
  expect(sealedRows(dataDir)).toBe(before);
});

test('T87 whoever opens a damaged board hears at once that it can only be read, and who opens a whole one does not', async () => {
  const dataDir = folder();
  await written(dataDir);
  damage(dataDir);
  const server = await started({ open: () => openStorage({ dataDir }) });
  const saysReadOnly = ({ frames }: RawSocket): boolean => frames.some((one) => one[0] === message.readOnly);
  const [damaged, whole] = ['gedeeld', `eigen:${jeugdige.id}`].map((zone) =>
    rawSocket(server.port, jeugdige.id, { zone }),
  );
  await until('said', () => damaged !== undefined && saysReadOnly(damaged));
  await whole?.opened;
  whole?.send(syncFrame(0, new Uint8Array([0])));
  await until('answered', () => (whole?.frames ?? []).some((one) => one[0] === message.sync));
  expect(whole !== undefined && saysReadOnly(whole)).toBe(false);
  damaged?.close();
  whole?.close();
  await server.rooms.stop();
  await server.storage.close();
});

test('R81 a damaged document is mended on purpose: what still applies is put back, in an epoch nobody has seen, and work goes on', async () => {
  const dataDir = folder();
  await written(dataDir);
  damage(dataDir);
  const storage = await openStorage({ dataDir });
  onTestFinished(() => storage.close());
  const seen = await examine(storage, 'bord', 'gedeeld');
  // The server writes each card as another Yjs client, so the fifth needs nothing of the fourth.
  expect(seen).toMatchObject({ state: 'damaged', good: 4, last: 6, applied: 1, leaning: 0, lost: 1, things: 4 });
  expect(await examine(storage, 'bord', 'gedeeld')).toEqual(seen);
  await mend(storage, 'bord', 'gedeeld', epochAt(Date.now()));
  const { epoch, lastSeq, readOnly } = await storage.loadDocument('bord', 'gedeeld');
  expect([epoch > 1_000_000, lastSeq, readOnly]).toEqual([true, 1, undefined]);
  expect(await examine(storage, 'bord', 'gedeeld')).toMatchObject({ state: 'whole', things: 4 });
  await storage.append([row(2, { epoch })]);
});

/** A file system of this size, really; false where that is not allowed. */
function mounted(path: string, size: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', path], { stdio: 'ignore' });
  } catch {
    return false;
  }
  onTestFinished(() => void execFileSync('umount', ['-l', path], { stdio: 'ignore' }));
  return true;
}

/** Fills a file system to the last block. */
function fill(file: string): void {
  for (const chunk of [65_536, 4096]) {
    try {
      for (;;) appendFileSync(file, Buffer.alloc(chunk, 1));
    } catch {
      // Full: that is what was asked for.
    }
  }
}

test('R82 a full disk: who writes is told, reading goes on, nothing is shown as saved, and with room everything arrives by itself', async ({
  annotate,
}) => {
  const dataDir = folder();
  const real = mounted(dataDir, '3m');
  await annotate(real ? 'a real file system of 3 MB' : 'no right to mount here: SQLite with a limit on its pages');
  const server = await started({ open: () => openStorage({ dataDir, ...(real ? {} : { maxBytes: 400_000 }) }) });
  const writer = takeSeat(server.port, regie.id);
  const reader = takeSeat(server.port, jeugdige.id);
  writer.act(card('kaart-1', regie.id, 'past nog'));
  await until('both have it', () => reader.text('kaart-1', 'tekst') === 'past nog');
  const ballast = join(dataDir, 'ballast');
  if (real) fill(ballast);
  else await server.storage.append([row(1, { board: 'ander', update: new Uint8Array(120_000), history: [] })]);
  let count = 1;
  while (!writer.closes.includes(closeCode.unavailable) && count < 400) {
    count += 1;
    writer.act(card(`kaart-${count}`, regie.id, `woorden ${count} ${'x'.repeat(300)}`));
    await pause(10);
  }
  await until('told', () => writer.closes.includes(closeCode.unavailable));
  await expect(
    server.rooms.write('bord', 'gedeeld', regie, (doc) => void carryOut(doc, card('x1', regie.id, 'x'), origins)),
  ).rejects.toMatchObject({ code: 'vol' });
  const newcomer = takeSeat(server.port, people.moeder.id);
  await until('reading goes on', () => newcomer.text('kaart-1', 'tekst') === 'past nog');
  expect(newcomer.text(`kaart-${count}`, 'tekst')).toBeUndefined();
  if (!real) return;
  rmSync(ballast);
  await until(
    'all is delivered',
    () => reader.text(`kaart-${count}`, 'tekst')?.startsWith(`woorden ${count}`) === true,
    40_000,
  );
  expect((await server.rooms.read('bord', 'gedeeld')).things.size).toBe(count);
});

test('R83 a storage thread that falls is started again, and people come back by themselves with what was not saved', async () => {
  const troubles: StorageTrouble[] = [];
  const onTrouble = (trouble: StorageTrouble): void => void troubles.push(trouble);
  let cutOff = (): Promise<void> => Promise.resolve();
  const open = async (dataDir: string): Promise<OpenedStorage> => {
    const storage = await openStorage({ dataDir, onTrouble });
    cutOff = () => storage.cutOff();
    return storage;
  };
  const server = await started({ open });
  const writer = takeSeat(server.port, regie.id);
  const reader = takeSeat(server.port, jeugdige.id);
  writer.act(card('kaart-1', regie.id, 'ervoor'));
  await until('it stands', () => reader.text('kaart-1', 'tekst') === 'ervoor');
  const rows = Array.from({ length: 400 }, (_, index) => row(index + 1, { board: 'ander' }));
  const under = code(server.storage.append(rows));
  writer.act(card('kaart-2', regie.id, 'erna'));
  await cutOff();
  expect(['done', 'onbereikbaar']).toContain(await under);
  await until('it is back', () => troubles.includes('terug'));
  expect(troubles.slice(0, 2)).toEqual(['gevallen', 'terug']);
  await until('everybody has everything', () => reader.text('kaart-2', 'tekst') === 'erna');
  await server.storage.ping();
  expect([0, 400]).toContain((await server.storage.loadDocument('ander', 'gedeeld')).lastSeq);
});

test('R84 on a disk that takes long for everything all is delivered in the end, and what waits stays small', async () => {
  const held = heldStorage();
  let most = 0;
  const server = await started({
    between: (storage) => {
      const slow = held.between(storage);
      return {
        ...slow,
        append: async (rows) => {
          most = Math.max(
            most,
            rows.reduce((sum, { update }) => sum + update.length, 0),
          );
          await pause(400);
          await slow.append(rows);
        },
      };
    },
  });
  const seats = [regie, jeugdige, people.moeder].map((actor) => takeSeat(server.port, actor.id));
  await until('in', () => seats.every(({ provider }) => provider.synced));
  for (let index = 0; index < 20; index++) {
    for (const [place, actor] of [regie, jeugdige, people.moeder].entries()) {
      seats[place]?.act(card(`k-${place}-${index}`, actor.id, `woorden ${index}`));
    }
    await pause(20);
  }
  const has = (seat: (typeof seats)[number]): boolean =>
    [0, 1, 2].every((place) => seat.text(`k-${place}-19`, 'tekst') === 'woorden 19');
  await until('all is everywhere', () => seats.every(has));
  expect(most).toBeLessThan(64 * 1024);
  expect(held.appends()).toBeLessThan(30);
});

test('R85 the drill: a copy made under writes and put back elsewhere after a kill holds all that was saved before it, and says the same', async () => {
  const { inCopy, sameMeaning, written: count } = await drill(folder(), 600);
  expect(inCopy).toBeGreaterThan(0);
  expect(count).toBeGreaterThan(inCopy);
  expect(sameMeaning).toBe(true);
});
