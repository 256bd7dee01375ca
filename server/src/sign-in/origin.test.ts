import { expect, test } from 'vitest';
import { arrivalOf, networkOf } from './origin.ts';

const asked = (headers: Readonly<Record<string, string>>) => ({
  header: (name: string) => headers[name],
  remote: '192.0.2.7',
  encrypted: false,
});
const forwarded = {
  host: 'intern:8787',
  'x-forwarded-proto': 'http, https',
  'x-forwarded-host': 'kwaad.example, Bord.Gemeente.Example',
  'x-forwarded-for': '203.0.113.9, 198.51.100.4',
};

test('J4 guesses are counted per network: one IPv4 address, or the half of an IPv6 address that somebody owns', () => {
  expect(networkOf('::ffff:192.0.2.7')).toBe('192.0.2.7');
  expect(networkOf('192.0.2.7')).toBe('192.0.2.7');
  expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2');
  expect(networkOf('2001:0DB8:0001:2::6')).toBe('2001:db8:1:2');
  expect(networkOf('2001:db8::1')).toBe('2001:db8:0:0');
  expect(networkOf('::1')).toBe('0:0:0:0');
  expect(networkOf('')).toBe('');
});

test('J4 where a request comes from is believed of our own proxy only, and of it only the last word', () => {
  expect(arrivalOf(asked(forwarded), { trustProxy: false, origins: [] })).toEqual({
    origin: 'http://intern:8787',
    secure: false,
    network: '192.0.2.7',
  });
  expect(arrivalOf(asked(forwarded), { trustProxy: true, origins: [] })).toEqual({
    origin: 'https://bord.gemeente.example',
    secure: true,
    network: '198.51.100.4',
  });
});

test('J40 with origins in the settings nothing that a request says about its host counts', () => {
  const origins = ['https://bord.gemeente.example', 'https://bord.intern:8080'];
  const trust = { trustProxy: true, origins };
  const arrival = (origin: string) => arrivalOf(asked({ ...forwarded, origin }), trust);
  expect(arrival('https://bord.gemeente.example')).toMatchObject({ origin: origins[0], secure: true });
  expect(arrival('https://bord.intern:8080')).toMatchObject({ origin: origins[1], secure: true });
  for (const wrong of [
    'https://kwaad.example',
    'null',
    'https://bord.gemeente.example.kwaad.example',
    'http://intern:8787',
  ])
    expect(arrival(wrong).origin).toBe(origins[0]);
  expect(arrivalOf(asked(forwarded), trust).origin).toBe(origins[0]);
});
