import { expect } from 'vitest';
import type * as Y from 'yjs';
import { takeSeat } from '../support/room-server.ts';
import type { Seat } from '../support/room-server.ts';
import type { RunningServer } from '../support/running-server.ts';

/** Somebody of the example board behind a browser. */
export type Joined = { readonly als: string; readonly cookie: string };

/** Exchanges a personal link for the cookie of a browser and the participant it is. */
export async function joined(server: RunningServer, role: string): Promise<Joined> {
  const link = [...server.links].find(([name]) => name.startsWith(role))?.[1] ?? '';
  const origin = `http://127.0.0.1:${server.port}`;
  const answer = await fetch(`${origin}/api/v1/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ geheim: new URL(link).hash.slice(1) }),
  });
  expect(answer.status).toBe(200);
  const { als } = (await answer.json()) as { als: string };
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .join('; ');
  return { als, cookie };
}

/** Somebody of the example board at its table. */
export async function seatOf(server: RunningServer, role: string): Promise<Seat & { als: string }> {
  const { als, cookie } = await joined(server, role);
  return Object.assign(takeSeat(server.port, als, { board: 'voorbeeld', cookie }), { als });
}

/** Cards that are on this document whole. */
export function cardsOn(doc: Y.Doc): Set<string> {
  const ids = new Set<string>();
  for (const [id, thing] of doc.getMap<Y.Map<unknown>>('things')) {
    if (thing.get('weg') === false && String(thing.get('tekst')) === `tekst van ${id}`) ids.add(id);
  }
  return ids;
}
