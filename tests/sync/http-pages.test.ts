import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readBoardFile } from './http-files.ts';
import { makeBoard, openBench, seatAt } from './http-server.ts';

test('J24 who joined is still in after the server has been away', async () => {
  const data = mkdtempSync(join(tmpdir(), 'samenbord-again-'));
  const first = await openBench({ DATA_DIR: data });
  const leader = await makeBoard(first);
  const seat = await seatAt(first, leader);
  await first.close();
  const second = await openBench({ DATA_DIR: data });
  try {
    const browser = second.browser();
    browser.cookie = seat.browser.cookie;
    expect((await browser.get(`/boards/${seat.board}`)).json).toMatchObject({ ik: { id: seat.als } });
  } finally {
    await second.close();
    rmSync(data, { recursive: true, force: true });
  }
});

test('J15 pages load from our own origin only; the canvas page alone may draw with its own styles and pictures', async () => {
  const client = mkdtempSync(join(tmpdir(), 'samenbord-client-'));
  mkdirSync(join(client, 'assets'));
  writeFileSync(join(client, 'index.html'), '<!doctype html><title>Samenbord</title>');
  writeFileSync(join(client, 'assets', 'main-abc.js'), 'console.log("a")'.repeat(500));
  writeFileSync(join(client, 'weg.html'), '<!doctype html>');
  writeFileSync(`${client}.geheim`, 'GEHEIM');
  const own = await openBench({ CLIENT_DIR: client });
  try {
    const get = (path: string, headers = {}) => own.browser().get(path, headers);
    const rules = async (path: string) => (await get(path)).headers.get('content-security-policy') ?? '';
    for (const path of ['/', '/kom-binnen', '/wachtkamer', '/nieuw', '/mijn', '/weg.html']) {
      expect((await get(path)).headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(await rules(path)).toContain("script-src 'self'; style-src 'self'; img-src 'self';");
      expect(await rules(path)).not.toMatch(/unsafe|data:|blob:|http|\*/);
    }
    for (const path of ['/bord/abc', '/bord/abc/groot-scherm']) {
      expect(await rules(path)).toContain(
        "script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:;",
      );
      expect((await rules(path)).replace('style-src', '')).not.toMatch(/script-src[^;]*unsafe|http|\*/);
    }
    expect((await get('/')).headers.get('cache-control')).toBe('no-store');
    const asset = await get('/assets/main-abc.js', { 'accept-encoding': 'br' });
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(asset.headers.get('content-encoding')).toBe('br');
    expect(asset.text).toContain('console.log("a")console');
    for (const path of [
      '/bestaat-niet',
      '/bord',
      '/bord/',
      '/assets/',
      '/..%2f..geheim',
      `/%2e%2e/${client.split('/').at(-1)}.geheim`,
      '/kom-binnen/x',
    ]) {
      expect(await get(path)).toMatchObject({ status: 404, json: { code: 'niet-gevonden' } });
    }
    // A person who mistypes an address gets a page, with the same status; a program and the doors under /api get the problem.
    const lost = await get('/bestaat-niet', { accept: 'text/html' });
    expect([lost.status, lost.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    expect(lost.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect((await get('/api/v1/bestaat-niet', { accept: 'text/html' })).json).toMatchObject({ code: 'niet-gevonden' });
  } finally {
    await own.close();
    rmSync(client, { recursive: true, force: true });
    rmSync(`${client}.geheim`);
  }
});

test('J30 when the disk is full every change says so and is not half done, and reading goes on', async () => {
  const small = await openBench({ MAX_DATA_BYTES: '600000' });
  try {
    const leader = await makeBoard(small);
    const board = `/boards/${leader.board}`;
    const bring = (count: number) => {
      const things = Array.from({ length: 20 }, (_, place) => ({
        id: `kaart-${count}-${place}`,
        type: 'notitie',
        values: {},
        texts: { tekst: `${count} `.repeat(200) },
      }));
      return leader.browser.send('POST', `${board}/import`, { ...readBoardFile(), things, places: [], ink: [] });
    };
    let taken = 0;
    let last = await bring(taken);
    while (last.status === 200 && taken < 60) last = await bring(++taken);
    expect(last).toMatchObject({ status: 507, json: { code: 'schijf-vol' } });
    const version = await leader.browser.send('POST', `${board}/versions`, { titel: 'Eerste' });
    expect(version).toMatchObject({ status: 507, json: { code: 'schijf-vol' } });
    expect((await leader.browser.get(`${board}/versions`)).json).toEqual({ versies: [] });
    expect((await small.running.deps.rooms.read(leader.board, 'gedeeld')).things.size).toBe(20 * taken);
    expect((await small.browser().get('/healthz')).status).toBe(200);
    expect((await leader.browser.get(board)).status).toBe(200);
  } finally {
    await small.close();
  }
});
