import { expect, test } from 'vitest';
import { boardAddress, routeOf } from './routes.ts';

const read = (address: string) => {
  const url = new URL(address, 'http://localhost');
  return routeOf(url.pathname, url.search);
};

test('P4 the address of a board says which participation this tab uses, and nothing about anybody', () => {
  for (const place of ['bord', 'tafel', 'analyse', 'groot-scherm'] as const) {
    expect(read(boardAddress('abc', 'p123', place, 'tijdlijn'))).toEqual({
      kind: 'bord',
      id: 'abc',
      place,
      als: 'p123',
      beeld: 'tijdlijn',
    });
  }
  expect(read('/bord/abc')).toMatchObject({ kind: 'bord', als: undefined });
});

test('P4 an address that is none gives the page that says so', () => {
  for (const address of ['/bord', '/bord/abc/onzin', '/bord/abc/tafel/meer', '/admin', '/constructor'])
    expect(read(address)).toEqual({ kind: 'onbekend' });
  expect(['/', '/mijn', '/kom-binnen', '/wachtkamer', '/nieuw'].map((address) => read(address).kind)).toEqual([
    'start',
    'mijn',
    'kom-binnen',
    'wachtkamer',
    'nieuw',
  ]);
});
