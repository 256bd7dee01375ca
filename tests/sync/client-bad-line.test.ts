import { expect, onTestFinished, test } from 'vitest';
import type { BoardSession } from '@samenbord/client/document/session.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { noFaults, openFaultProxy } from '../support/fault-proxy.ts';
import { Dice } from '../support/gate-dice.ts';
import { card, isSaved, openClientBench, until } from './client-bench.ts';
import type { Person } from './client-bench.ts';

/** `LINE_SEEDS=500 npx vitest run --project tests tests/sync/client-bad-line.test.ts` is the long run; `LINE_FROM` begins elsewhere. */
const seeds = Number(process.env['LINE_SEEDS'] ?? 3);
const first = Number(process.env['LINE_FROM'] ?? 1);
const slowMs = Number(process.env['LINE_SLOW'] ?? 800);
const rounds = 25;

const sentences = (session: BoardSession): Thing[] =>
  [...(session.zone('gedeeld')?.board().things.values() ?? [])].toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** Everything that is written, with each word in it counted. */
function wordCount(session: BoardSession): Map<string, number> {
  const count = new Map<string, number>();
  for (const [word] of JSON.stringify(sentences(session)).matchAll(/w\d+[a-z]+z/g))
    count.set(word, (count.get(word) ?? 0) + 1);
  return count;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const numbers = Array.from({ length: seeds }, (_, n) => first + n);

test.each(numbers)(
  'Q12 a meeting over lines that are slow, break in the middle of a frame and go dead ends equal, no card and no word twice or lost (seed %i)',
  { timeout: 120_000 },
  async (seed) => {
    const dice = new Dice(seed);
    const bench = await openClientBench();
    const proxy = await openFaultProxy(bench.port, dice);
    onTestFinished(async () => {
      await bench.close();
      await proxy.close();
    });
    const who: readonly Person[] = ['regie', 'moeder', 'sanne', 'moeder'];
    const sessions = await Promise.all(who.map((person) => bench.sit(person, {}, proxy.origin)));
    await until('all in', () => sessions.every(isSaved));
    const beat = setInterval(() => {
      for (const session of sessions) session.look(Date.now(), 'tick');
    }, 500);
    onTestFinished(() => clearInterval(beat));
    proxy.faults = { slow: 20, slowMs, cut: 5, hang: 1 };
    const written: string[] = [];
    for (let round = 0; round < rounds; round++) {
      for (const [tab, session] of sessions.entries()) {
        const open = sentences(session).filter(({ type }) => type === 'patroonzin');
        const word = `w${written.length}${String.fromCharCode(97 + tab)}z`;
        const target = dice.chance(70) && open.length > 0 ? dice.pick(open) : undefined;
        const { id: by } = session.actor;
        const done =
          target?.type === 'patroonzin'
            ? session.intend('gedeeld', {
                kind: 'editText',
                id: target.id,
                field: 'tekst',
                at: dice.pick([0, target.tekst.length]),
                remove: '',
                insert: ` ${word} `,
              })
            : session.intend('gedeeld', {
                kind: 'create',
                thing: { id: `k${written.length}${by}`, type: 'patroonzin', by, texts: { tekst: word } },
              });
        if (done) written.push(word);
      }
      if (round === 10) proxy.hang();
      await pause(dice.below(60));
    }
    proxy.faults = noFaults;
    // As the ticks of a browser do after twelve seconds of silence.
    for (const session of sessions) session.look(Date.now(), 'network');
    sessions[0]?.intend('gedeeld', card('slot', 'pregie', 'klaar'));
    await until('calm', () =>
      sessions.every((session) => isSaved(session) && sentences(session).some(({ id }) => id === 'slot')),
    );
    const fresh = await bench.sit('regie');
    await until('fresh', () => isSaved(fresh));
    for (const session of sessions) {
      await until('equal', () => JSON.stringify(sentences(session)) === JSON.stringify(sentences(fresh)));
      expect(session.lost()).toEqual([]);
    }
    expect(written.length).toBe(rounds * sessions.length);
    expect(Object.fromEntries(wordCount(fresh))).toEqual(Object.fromEntries(written.map((word) => [word, 1])));
  },
);
