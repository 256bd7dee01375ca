import * as Y from 'yjs';
import { applyJudged, judge } from '@samenbord/server/rooms/gate/judge.ts';
import type { Scene, Writer } from '@samenbord/server/rooms/gate/verdict.ts';
import { act, idOf, median } from '../board.ts';
import { sized } from './scale.ts';
import type { Figures, Scale } from './scale.ts';

const writer: Writer = { actor: { id: 'pmoeder', rol: 'ouder-met-gezag', opens: ['gedeeld'] }, clientId: undefined };

/** What people do most: letters in the middle of a text that is already long, one taken back, and now and then a card moved. */
function work(doc: Y.Doc, at: number): void {
  if (at % 10 === 9) act(doc, { kind: 'editText', id: idOf(0), field: 'tekst', at: 3, remove: 'x', insert: '' });
  else if (at % 10 === 8) act(doc, { kind: 'place', view: 'tijdlijn', id: idOf(0), at: { x: at, y: 0 } });
  else act(doc, { kind: 'editText', id: idOf(0), field: 'tekst', at: 4 + (at % 300), remove: '', insert: 'x' });
}

/** What judging costs beside what applying costs, per change, in microseconds (median of each). */
export function gateCost(scale: Scale): Promise<Figures> {
  const judged: number[] = [];
  const applied: number[] = [];
  const rounds = sized(scale, 8, 1);
  let refused = 0;
  for (let round = 0; round < rounds; round++) {
    const room = new Y.Doc();
    const scene: Scene = { doc: room, zone: { kind: 'gedeeld' }, table: { open: true }, lookup: () => undefined };
    const client = new Y.Doc();
    const take = (bytes: Uint8Array): void => {
      const began = performance.now();
      const verdict = judge(scene, writer, bytes);
      const middle = performance.now();
      if (verdict.ok && verdict.update !== undefined) applyJudged(room, verdict.update);
      if (!verdict.ok) refused += 1;
      // The first rounds are for the compiler.
      if (round < rounds >> 2) return;
      judged.push(middle - began);
      applied.push(performance.now() - middle);
    };
    for (const name of ['meta', 'things', 'places', 'ink']) room.getMap(name);
    client.on('update', take);
    for (let index = 0; index < 20; index++) {
      const thing = {
        id: idOf(index),
        type: 'notitie' as const,
        by: 'pmoeder',
        texts: { tekst: 'woorden '.repeat(50) },
      };
      act(client, { kind: 'create', thing });
    }
    for (let at = 0; at < sized(scale, 700, 50); at++) work(client, at);
  }
  return Promise.resolve({ refused, judgedUs: 1000 * median(judged), appliedUs: 1000 * median(applied) });
}
