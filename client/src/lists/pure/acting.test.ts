import fc from 'fast-check';
import { expect, test } from 'vitest';
import { may } from '@samenbord/shared/access/may.ts';
import type { Actor } from '@samenbord/shared/access/zones.ts';
import { definitionOf, fieldOf, isText, isValue } from '@samenbord/shared/board/things.ts';
import { announceEvery, heard, quiet, sayNow } from './announce.ts';
import { boardOf, family, thing } from './board-for-tests.ts';
import { answered, cardKinds, emptyDraft, mostLetters, stepsOf, thingOf } from './draft.ts';
import type { Draft } from './draft.ts';
import { newsBetween, withNews } from './news.ts';
import { cameBack, mineOf, waitsFor } from './waits.ts';
import { readersOf } from './who-sees.ts';

const mother: Actor = { id: 'pmoe', rol: 'ouder-met-gezag', persoon: 'nadia', opens: ['gedeeld', 'eigen'] };
const lead: Actor = { id: 'pkar', rol: 'casusregisseur', opens: ['gedeeld', 'eigen'] };
const isWords = (each: { type: Parameters<typeof definitionOf>[0] }): boolean =>
  fieldOf(each.type, definitionOf(each.type).main)?.class === 'woorden';

test('L5 words typed for me wait for me, and for nobody else; the scribe sees what is still to be read out', () => {
  const board = boardOf(
    thing('voor-haar', 'wens', { by: 'pkar', vanWie: 'nadia' }),
    thing('zelf', 'wens', { by: 'pmoe', vanWie: 'nadia' }),
    thing('al-goed', 'wens', { by: 'pkar', vanWie: 'nadia', bevestigd: 'voorgelezen' }),
    thing('weg', 'wens', { by: 'pkar', vanWie: 'nadia', weg: true }),
    thing('ander', 'wens', { by: 'pkar', vanWie: 'mark' }),
  );
  const names = (actor: Actor) => {
    const { toConfirm, toReadOut } = waitsFor(board, actor);
    return [toConfirm.map(({ id }) => id), toReadOut.map(({ id }) => id)];
  };
  expect(names(mother)).toEqual([['voor-haar'], []]);
  expect(names(lead)).toEqual([[], ['ander', 'voor-haar']]);
  expect(names({ ...mother, id: 'pjon', persoon: 'sanne' })).toEqual([[], []]);
});

test('L5 what is mine on the table, and what came back to me, are my words only', () => {
  const board = boardOf(
    thing('aaa', 'notitie', { by: 'pmoe' }),
    thing('bbb', 'wens', { by: 'pkar', vanWie: 'nadia' }),
    thing('ccc', 'wens', { by: 'pmoe', vanWie: 'nadia', weg: true, tekst: 'thuis wonen' }),
    // Went to her own box by a move: it is there, and empty here.
    thing('fff', 'wens', { by: 'pmoe', vanWie: 'nadia', weg: true }),
    thing('ddd', 'doel', { by: 'pmoe' }),
    thing('eee', 'notitie', { by: 'pkar' }),
  );
  expect(mineOf(board, mother, isWords).map(({ id }) => id)).toEqual(['aaa', 'bbb']);
  expect(cameBack(board, mother, isWords).map(({ id }) => id)).toEqual(['ccc']);
});

test('L7 an own box is read by its owner only; the table by who sits there now, the screen named apart', () => {
  const me = { id: 'pmoe', naam: 'Nadia', rol: 'ouder-met-gezag' as const };
  const table = [
    { ...me, leest: true },
    { id: 'pkar', naam: 'Karim', rol: 'casusregisseur' as const, leest: true },
    { id: 'pweg', naam: 'Weg', rol: 'hulpverlener' as const, leest: false },
    { id: 'pscherm', naam: 'Scherm', rol: 'groot-scherm' as const, leest: true },
  ];
  const self = { naam: 'Nadia (jij)', rol: 'ouder met gezag' };
  expect(readersOf('eigen:pmoe', me, table)).toEqual({ people: [self], screen: false });
  const atTable = { people: [self, { naam: 'Karim', rol: 'casusregisseur (leidt het overleg)' }], screen: true };
  expect(readersOf('gedeeld', me, table)).toEqual(atTable);
  const gone = table.map((one) => (one.rol === 'groot-scherm' ? { ...one, leest: false } : one));
  expect(readersOf('gedeeld', me, gone)).toEqual({ ...atTable, screen: false });
});

test('L8 news is what others did, once each, newest first', () => {
  const [one, two, three] = [
    thing('aaa', 'notitie', { by: 'pkar' }),
    thing('bbb', 'notitie', { by: 'pmoe' }),
    thing('ccc', 'notitie', { by: 'pkar', weg: true }),
  ];
  const before = boardOf(thing('ddd', 'wens', { by: 'pkar' }), thing('eee', 'wens', { by: 'pkar' }));
  const after = boardOf(
    one,
    two,
    three,
    thing('ddd', 'wens', { by: 'pkar', tekst: 'x' }),
    thing('eee', 'wens', { by: 'pkar', weg: true }),
  );
  const news = newsBetween(before, after, 'pmoe', new Set());
  expect(news).toEqual([
    { id: 'aaa', what: 'nieuw' },
    { id: 'ddd', what: 'veranderd' },
    { id: 'eee', what: 'van-tafel' },
  ]);
  expect(newsBetween(before, after, 'pmoe', new Set(['ddd']))).not.toContainEqual({ id: 'ddd', what: 'veranderd' });
  const known = withNews([], news);
  expect(known.map(({ id }) => id)).toEqual(['eee', 'ddd', 'aaa']);
  expect(withNews(known, [{ id: 'aaa', what: 'veranderd' }])[0]).toEqual({ id: 'aaa', what: 'nieuw' });
  expect(
    withNews(
      known,
      Array.from({ length: 30 }, (_, n) => ({ id: `n${n}`, what: 'nieuw' as const })),
    ),
  ).toHaveLength(8);
});

test('L9 announcements keep their distance and none is lost', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(9000), fc.constantFrom('a', 'b', 'c', 'd')), { maxLength: 30 }), (events) => {
      let state = quiet;
      let now = 0;
      let covered = 0;
      const said: number[] = [];
      const ask = (): void => {
        const held = state.waiting.length;
        const result = sayNow(state, now, (n) => `${n} dingen`);
        state = result.state;
        if (result.say === undefined) return;
        covered += held;
        expect(result.say).toBe(held === 1 ? result.say : `${held} dingen`);
        said.push(now);
      };
      let put = 0;
      for (const [pause, sentence] of events) {
        now += pause;
        put += state.waiting.includes(sentence) ? 0 : 1;
        state = heard(state, [sentence]);
        ask();
      }
      now += announceEvery;
      ask();
      expect(covered).toBe(put);
      for (let at = 1; at < said.length; at++)
        expect((said[at] ?? 0) - (said[at - 1] ?? 0)).toBeGreaterThanOrEqual(announceEvery);
    }),
  );
});

const draft: fc.Arbitrary<Draft> = fc.record({
  soort: fc.constantFrom(...cardKinds),
  tekst: fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme-ascii' }),
  over: fc.subarray(['sanne', 'nadia', 'mark']),
  plek: fc.constantFrom(
    undefined,
    { kant: 'opvoeding' as const },
    { vak: 'gedrag-kind' as const },
    { vak: 'hulp' as const },
  ),
  op: fc.constant('rl-een'),
});

test('L10 whatever somebody composes is a whole thing that their role may make', () => {
  fc.assert(
    fc.property(draft, fc.constantFrom(mother, lead), fc.constantFrom(undefined, 'mark'), (made, actor, vanWie) => {
      const words = actor === lead ? { ...made, vanWie } : made;
      const card = thingOf(words, 'nieuwe-kaart', actor, family);
      expect(may(actor, { kind: 'gedeeld' }, { kind: 'create', thing: card }, { open: true })).toBeUndefined();
      for (const name of definitionOf(card.type).required) expect(card.values).toHaveProperty(name);
      for (const [name, value] of Object.entries(card.values ?? {})) expect(isValue(card.type, name, value)).toBe(true);
      expect(isText(card.type, 'tekst', card.texts?.['tekst'] ?? '')).toBe(true);
      expect(mostLetters(words)).toBeLessThanOrEqual(fieldMax(card.type));
    }),
  );
});

const fieldMax = (type: Parameters<typeof definitionOf>[0]): number => {
  const field = fieldOf(type, 'tekst');
  return field?.kind === 'text' ? field.max : 0;
};

test('L10 questions come one at a time and only those that are of use; a card about one index child stands with the child', () => {
  expect(stepsOf({ ...emptyDraft, soort: 'wens' }, mother)).toEqual(['soort', 'tekst', 'over', 'voorbeeld']);
  expect(stepsOf({ ...emptyDraft, soort: 'reactie' }, mother)).toEqual(['soort', 'op', 'tekst', 'voorbeeld']);
  expect(stepsOf({ ...emptyDraft, soort: 'zorg' }, lead)).toEqual([
    'soort',
    'tekst',
    'van-wie',
    'over',
    'plek',
    'voorbeeld',
  ]);
  expect([
    answered(emptyDraft, 'soort'),
    answered({ ...emptyDraft, tekst: '  ' }, 'tekst'),
    answered(emptyDraft, 'over'),
  ]).toEqual([false, false, true]);
  const about = (over: string[]) => thingOf({ soort: 'kracht', tekst: 'x', over }, 'aaa', mother, family).values;
  expect([about(['sanne']), about(['nadia']), about([])]).toMatchObject([
    { kant: 'kind' },
    { kant: 'omgeving' },
    { kant: 'omgeving' },
  ]);
});
