import { expect, test } from 'vitest';
import type { Role } from '@samenbord/shared/access/roles.ts';
import { closeCode } from '@samenbord/shared/wire/socket.ts';
import { readZone } from '@samenbord/shared/access/zones.ts';
import { endReading } from './closing.ts';
import { Connection } from './connection.ts';
import { savedFrame, updateFrame } from './frames.ts';
import type { Clock, Wire } from './ports.ts';

test('T12 whoever may not read a table that shuts gets not a byte more, is still told what was kept, and is gone within two seconds', () => {
  const timers: { run: () => void; at: number }[] = [];
  const clock: Clock = {
    now: () => 0,
    setTimeout: (run, ms) => {
      timers.push({ run, at: ms });
      return () => undefined;
    },
  };
  const sit = (rol: Role, zone: string, board = 'bord', thuis = false) => {
    const sent: Uint8Array[] = [];
    const closes: number[] = [];
    const wire: Wire = {
      send: (bytes) => sent.push(bytes),
      close: (code) => closes.push(code),
      terminate: () => undefined,
      ping: () => undefined,
      bufferedAmount: () => 0,
      listen: () => undefined,
    };
    const actor = { id: 'pwie', rol, opens: ['gedeeld', 'eigen'] as const, thuis };
    const request = { actor, naam: 'Wie', board, zone, epoch: 1, protocol: 1 };
    const connection = new Connection(wire, request, readZone(zone) ?? { kind: 'team' }, clock);
    return { connection, sent, closes };
  };
  const leaving = [sit('jeugdige', 'gedeeld'), sit('groot-scherm', 'tafel'), sit('waarnemer', 'gedeeld')];
  const staying = [
    sit('jeugdige', 'eigen:pwie'),
    sit('jeugdige', 'tafel:pwie'),
    sit('medewerker-gi', 'gedeeld'),
    sit('netwerk', 'gedeeld', 'bord', true),
    sit('jeugdige', 'gedeeld', 'ander-bord'),
  ];
  const all = [...leaving, ...staying];
  endReading(
    all.map(({ connection }) => connection),
    'bord',
    { open: false },
    clock,
  );
  for (const { connection } of all) {
    connection.send(updateFrame(new Uint8Array([1])));
    connection.send(savedFrame(1));
  }
  expect(leaving.map(({ sent }) => sent)).toEqual(leaving.map(() => [savedFrame(1)]));
  expect(staying.map(({ sent }) => sent.length)).toEqual(staying.map(() => 2));
  expect(timers.map(({ at }) => at <= 2000)).toEqual([true]);
  for (const { run } of timers) run();
  expect(leaving.map(({ closes }) => closes)).toEqual(leaving.map(() => [closeCode.tableShut]));
  expect(staying.flatMap(({ closes }) => closes)).toEqual([]);
});
