import { expect, test } from 'vitest';
import { ofType } from '@samenbord/shared/board/board.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { definitionOf, textFields } from '@samenbord/shared/board/things.ts';
import type { NewThing } from '@samenbord/shared/document/form.ts';
import { softPlaces } from '@samenbord/shared/genogram/tidy.ts';
import { boardOf } from '../kernels/families.ts';
import { grownFamily } from '../kernels/grown-family.ts';
import { canvasTable } from '../support/canvas-harness/seats.ts';
import { sitters } from '../support/canvas-harness/server.ts';

const { table, sit } = canvasTable();

/** A thing as it is handed in to be made. */
function newThing(thing: Thing): NewThing {
  const fields: Record<string, unknown> = { ...thing };
  const texts = Object.fromEntries(
    textFields(thing.type).map((name) => [name, typeof fields[name] === 'string' ? fields[name] : '']),
  );
  const values = Object.fromEntries(
    Object.keys(definitionOf(thing.type).fields).flatMap((name) => (name in texts ? [] : [[name, fields[name]]])),
  );
  return { id: thing.id, type: thing.type, by: 'pkarim', values, texts };
}

test('C67 in a family of a hundred and twenty the lines follow whoever is dragged, and nobody else moves', async () => {
  const family = grownFamily(3, 120);
  const soft = softPlaces(boardOf(family));
  await table().fresh(family.map(newThing), Object.fromEntries(soft));
  const karim = await sit(sitters.karim, 'genogram', { look: false });
  const board = await table().board();
  // Somebody in the middle: a child, a partner and a parent.
  const id = ofType(board, 'ouder-kind').find(({ kind }) =>
    ofType(board, 'ouder-kind').some(({ ouders }) => ouders?.includes(kind ?? '') === true),
  )?.kind;
  if (id === undefined) throw new Error('nobody in the middle');
  const own = ofType(board, 'ouder-kind').find(({ kind }) => kind === id)?.id ?? '';
  await karim.choose(id);
  const { x, y, width, height } = await karim.boxOf(id);
  const [fromX, fromY] = [x + width / 2, y + height / 3];
  await karim.page.evaluate(
    ([person, line]) => {
      const frames: { ms: number; node: string; line: string }[] = [];
      Object.assign(window, { frames, frameOf: true });
      let last = performance.now();
      const look = (now: number): void => {
        frames.push({
          ms: now - last,
          node: document.querySelector(`[data-thing="${person}"]`)?.getBoundingClientRect().x.toFixed(1) ?? '',
          line: [...document.querySelectorAll(`[data-thing="${line}"] path`)]
            .map((one) => one.getAttribute('d'))
            .join(),
        });
        last = now;
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    },
    [id, own] as const,
  );
  await karim.page.mouse.move(fromX, fromY);
  await karim.page.mouse.down();
  for (let step = 1; step <= 90; step++) await karim.page.mouse.move(fromX + step, fromY + step / 3);
  const frames = await karim.page.evaluate(() => {
    const all = (window as unknown as { frames: { ms: number; node: string; line: string }[] }).frames;
    return all.slice();
  });
  await karim.page.mouse.up();
  const moving = frames.filter((frame, at) => at > 0 && frame.node !== frames[at - 1]?.node);
  const followed = moving.filter(({ line }, at) => at === 0 || line !== moving[at - 1]?.line).length;
  const times = moving.map(({ ms }) => ms).toSorted((a, b) => a - b);
  const at = (part: number): string => (times[Math.floor(part * (times.length - 1))] ?? 0).toFixed(1);
  process.stdout.write(
    `a drag among ${ofType(board, 'persoon').length} people: ${moving.length} frames, half within ${at(0.5)} ms, ` +
      `nine in ten within ${at(0.9)} ms, the longest ${at(1)} ms; the line was drawn again in ${followed} of them\n`,
  );
  expect(moving.length).toBeGreaterThan(5);
  expect(followed).toBeGreaterThan(moving.length / 2);
  await table().until((now) => now.places.get(`genogram:${id}`)?.los === undefined);
});
