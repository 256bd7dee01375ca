import { crowd } from './work/crowd.ts';
import { death } from './work/death.ts';
import { fanOut, keystroke, largeBoard, manyBoards } from './work/live.ts';
import { gateCost } from './work/gate.ts';
import { hostile } from './work/hostile.ts';
import { coldJoin } from './work/join.ts';
import { layoutCost } from './work/layout.ts';
import { storm } from './work/storm.ts';
import type { Figures, Scale } from './work/scale.ts';
import { serverNames } from './server.ts';
import type { ServerName } from './server.ts';

/** Every piece of work that is measured, by its name in the table. */
export const works = {
  S1: fanOut,
  S2: manyBoards,
  S3: coldJoin,
  S4: storm,
  S5: death,
  S6: hostile,
  S7: largeBoard,
  S8: (_name: ServerName, scale: Scale) => crowd(scale),
  keystroke,
  gate: (_name: ServerName, scale: Scale) => gateCost(scale),
  layout: (_name: ServerName, scale: Scale) => layoutCost(scale),
} satisfies Record<string, (name: ServerName, scale: Scale) => Promise<Figures>>;
export type WorkName = keyof typeof works;

/** One run in a process of its own: no run finds what another one left behind. The last line of its output is the result. */
if (import.meta.main) {
  process.once('SIGTERM', () => process.exit(1));
  const [work, server, scale] = process.argv.slice(2);
  const name = serverNames.find((one) => one === server);
  if (work === undefined || !Object.hasOwn(works, work) || name === undefined) throw new Error('what work?');
  const figures = await works[work as WorkName](name, scale === 'quick' ? 'quick' : 'full');
  console.log(`figures ${JSON.stringify(figures)}`);
  process.exit(0);
}
