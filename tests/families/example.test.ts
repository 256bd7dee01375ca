import { expect, test } from 'vitest';
import { may } from '@samenbord/shared/access/may.ts';
import type { Deed } from '@samenbord/shared/access/may.ts';
import { ofType } from '@samenbord/shared/board/board.ts';
import { commonSchema } from '@samenbord/shared/board/define.ts';
import { definitionOf, isText, isValue, references, textFields, thingTypes } from '@samenbord/shared/board/things.ts';
import type { ThingType } from '@samenbord/shared/board/things.ts';
import { ageOn, boundsOf, dayNumber } from '@samenbord/shared/board/vague-date.ts';
import { boardFacts } from '@samenbord/shared/wire/http.ts';
import { exampleFamily } from '@samenbord/server/demo/family.ts';
import { boardOf } from './board-of.ts';

const family = exampleFamily();
const board = boardOf(family);
const today = dayNumber('2026-11-22');
const open = { open: true };
const confirmed = family.bevestigd ?? [];

test('F1 every thing of the example family fits its form and lies on the board as it was written', () => {
  for (const { id, type, values = {}, texts = {} } of family.things) {
    for (const [name, value] of Object.entries(values))
      expect([id, name, isValue(type, name, value)]).toEqual([id, name, true]);
    for (const [name, text] of Object.entries(texts))
      expect([id, name, isText(type, name, text)]).toEqual([id, name, true]);
    for (const name of definitionOf(type).required)
      expect([id, name, values[name] !== undefined]).toEqual([id, name, true]);
    expect([id, Object.keys(values).filter((name) => Object.hasOwn(commonSchema, name))]).toEqual([id, []]);
    expect([id, board.things.get(id)?.type]).toEqual([id, type]);
    for (const name of textFields(type)) expect(board.things.get(id)).toHaveProperty(name, texts[name] ?? '');
  }
  expect(board.things.size).toBe(family.things.length);
  expect(board.unknown).toEqual([]);
  expect(boardFacts.safeParse(family.feiten).success).toBe(true);
});

test('F2 a thing of the example family points only at things made before it, of the type its field asks for', () => {
  const made = new Map<string, ThingType>();
  for (const { id, type, values = {}, vanWie } of family.things) {
    for (const [name, value] of [...Object.entries(values), ['vanWie', vanWie] as const]) {
      for (const { id: to, types } of references(type, name, value)) {
        const found = made.get(to);
        expect([id, name, to, found !== undefined && (types.includes('*') || types.includes(found))]).toEqual([
          id,
          name,
          to,
          true,
        ]);
      }
    }
    expect(made.has(id)).toBe(false);
    made.set(id, type);
  }
  for (const { persoon } of family.deelnemers)
    expect(persoon === undefined || made.get(persoon) === 'persoon').toBe(true);
  for (const { kind } of family.feiten.kaders) expect(made.get(kind)).toBe('persoon');
});

test('F3 everything in the example family was allowed to whoever made or confirmed it', () => {
  const actors = new Map(family.deelnemers.map((one) => [one.id, { ...one, opens: one.opent }]));
  const refused = (who: string, deed: Deed): string | undefined => {
    const actor = actors.get(who);
    return actor === undefined ? 'niemand' : may(actor, { kind: 'gedeeld' }, deed, open);
  };
  const made = family.things.map((thing) => [thing.id, refused(thing.by, { kind: 'create', thing })]);
  expect(made.filter(([, denial]) => denial !== undefined)).toEqual([]);
  const things = new Map(family.things.map((one) => [one.id, one]));
  const said = confirmed.map(({ id, als, hoe }) => {
    const thing = things.get(id);
    return [
      id,
      thing?.vanWie === undefined
        ? 'geen eigen woorden'
        : refused(als, { kind: 'change', thing, field: 'bevestigd', value: hoe }),
    ];
  });
  expect(said.filter(([, denial]) => denial !== undefined)).toEqual([]);
});

test('F4 the example family holds nothing by which anybody could be found: no address, number, mail, school name', () => {
  const patterns = [
    /\b\d{4}\s?[A-Z]{2}\b/,
    /\b0\d[\d\s-]{7,}\b/,
    /\+31/,
    /\S+@\S+\.\S+/,
    /\b(straat|laan|plein|weg|gracht|kade|singel|dreef)\s+\d/i,
    /https?:|www\./,
    /\b\d{9}\b/,
    /\b(basisschool|college|lyceum)\s+(de|het)?\s*[A-Z]/,
  ];
  const texts = [
    ...family.things.flatMap((thing) => Object.values(thing.texts ?? {})),
    family.titel,
    JSON.stringify(family.feiten),
  ];
  for (const text of texts) for (const pattern of patterns) expect(text).not.toMatch(pattern);
});

test('F5 the example family is as rich as a real one: three generations, two parent sets, a measure beside none, twenty years, repeated help, a pattern with its help', () => {
  const inTeam = new Set(family.team.map(({ type }) => type));
  expect(thingTypes.filter((type) => ofType(board, type).length === 0 && !inTeam.has(type))).toEqual([]);
  const links = ofType(board, 'ouder-kind');
  const milan = links.filter((one) => one.kind === 'milan').map((one) => one.soort);
  expect(milan).toEqual(expect.arrayContaining(['biologisch', 'pleeg', 'stief']));
  const parentsOf = (ids: readonly string[]): string[] =>
    links.filter((one) => ids.includes(one.kind ?? '')).flatMap((one) => one.ouders ?? []);
  expect(parentsOf(parentsOf(['milan']))).toEqual(expect.arrayContaining(['fatma', 'wim']));
  expect(family.feiten.kaders.map((one) => one.kader)).toEqual(['product-2a', 'ots']);
  const dated = [...ofType(board, 'gebeurtenis'), ...ofType(board, 'besluit'), ...ofType(board, 'hulp')];
  expect(dated.length).toBeGreaterThanOrEqual(25);
  const first = Math.min(...dated.map((one) => boundsOf(one.wanneer ?? '').earliest));
  expect((today - first) / 365.25).toBeGreaterThanOrEqual(20);
  const again = ofType(board, 'hulp').filter((one) => one.wat === 'Opvoedhulp aan huis');
  expect(again.map((one) => one.uitkomst)).toEqual(['niet-geholpen', 'niet-geholpen', 'deels']);
  expect(new Set(ofType(board, 'patroonblok').map((one) => one.vak)).size).toBe(6);
  expect(new Set(ofType(board, 'eindsituatie').map((one) => one.vraag)).size).toBe(14);
  const scribed = family.things.filter((one) => one.vanWie === 'nadia' && one.by === 'pkarim').map((one) => one.id);
  const settled = new Set(confirmed.map((one) => one.id));
  expect([scribed.some((id) => settled.has(id)), scribed.some((id) => !settled.has(id))]).toEqual([true, true]);
  const roles = family.deelnemers.map((one) => one.rol);
  expect(roles).toEqual(
    expect.arrayContaining([
      'casusregisseur',
      'medewerker-gi',
      'ouder-met-gezag',
      'ouder-zonder-gezag',
      'jeugdige',
      'groot-scherm',
    ]),
  );
});

test('F6 the ages in the example family fit the day of the story', () => {
  const ages = Object.fromEntries(
    ofType(board, 'persoon').flatMap((one) => (one.geboren === undefined ? [] : [[one.id, ageOn(one.geboren, today)]])),
  );
  expect(ages).toMatchObject({ sanne: 14, milan: 10, noor: 4, daan: 13, nadia: 40 });
  for (const link of ofType(board, 'ouder-kind')) {
    for (const parent of link.ouders ?? [])
      expect((ages[parent] ?? 0) - (ages[link.kind ?? ''] ?? 0)).toBeGreaterThan(15);
  }
  const future = family.things.filter((thing) => {
    const date = thing.values?.['wanneer'] ?? thing.values?.['datum'];
    const plan = ['doel', 'afspraak', 'open-vraag', 'zwangerschap'].includes(thing.type);
    return typeof date === 'string' && !plan && boundsOf(date).earliest > today;
  });
  expect(future).toEqual([]);
});
