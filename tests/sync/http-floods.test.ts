import { expect, test, vi } from 'vitest';
import { Browser, makeBoard, openBench } from './http-server.ts';

test('J33 one hand cannot keep the waiting room full, and who finds no place leaves nothing behind', async () => {
  const bench = await openBench();
  try {
    const leader = await makeBoard(bench);
    const at = `/boards/${leader.board}`;
    const opened = await leader.browser.send('POST', `${at}/waiting-room`);
    const geheim = String(opened.json['pad']).split('#')[1];
    const wait = (address: string) =>
      new Browser(bench.origin, address).send('POST', '/api/v1/waiting', { geheim, naam: 'Wie' });
    const flood = await Promise.all(Array.from({ length: 60 }, () => wait('10.9.9.9')));
    expect(flood.filter(({ status }) => status === 201)).toHaveLength(30);
    const kept = vi.spyOn(bench.running.deps.storage, 'addSession');
    await Promise.all(Array.from({ length: 20 }, () => wait('10.9.9.8')));
    expect(kept).not.toHaveBeenCalled();
    const { wachtenden } = (await leader.browser.get(`${at}/waiting`)).json as { wachtenden: { id: string }[] };
    for (const { id } of wachtenden.slice(0, 5))
      expect((await leader.browser.send('POST', `${at}/waiting/${id}`, { weiger: true })).status).toBe(200);
    expect(await wait('10.9.9.9')).toMatchObject({ status: 429, json: { code: 'te-vaak' } });
    expect((await wait('10.9.9.7')).status).toBe(201);
    expect(kept).toHaveBeenCalledOnce();
  } finally {
    await bench.close();
  }
});

test('J34 who asks the same of a board on and on is told to wait, and the others are not', async () => {
  const bench = await openBench();
  try {
    const [one, other] = [await makeBoard(bench), await makeBoard(bench, 'Gezin Dal')];
    const ask = (seat: typeof one) => seat.browser.get(`/boards/${seat.board}/participants`);
    const replies = await Promise.all(Array.from({ length: 300 }, () => ask(one)));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(240);
    expect(replies.at(-1)).toMatchObject({ status: 429, json: { code: 'te-vaak' } });
    expect((await ask(other)).status).toBe(200);
    bench.pass(61_000);
    expect((await ask(one)).status).toBe(200);
  } finally {
    await bench.close();
  }
});
