import * as fc from 'fast-check';
import type { Thing, ThingOfType } from '@samenbord/shared/board/things.ts';
import { child, person, thing } from './families.ts';

type Band = ThingOfType<'band'>;
const nears = ['heel-dichtbij', 'dichtbij', 'verder-weg', 'ver-weg', undefined] as const;
const kinds = [
  'vertrouwen',
  'zorg-en-opvoeding',
  'praktische-hulp',
  'gezellig-samen',
  'begeleiding',
  'spanning',
  undefined,
] as const;
const strengths = ['sterk', 'gewoon', 'zwak', 'verbroken', undefined] as const;
const kringen = ['gezin', 'familie', 'netwerk', 'professional', undefined] as const;
const words = fc.oneof(fc.constant(''), fc.lorem({ maxCount: 14 }), fc.string({ maxLength: 60 }));
const name = fc.oneof(
  fc.constantFrom('Sem', 'Zoë', 'Maria Theresia van den Boogaard', ''),
  fc.string({ maxLength: 30 }),
);

/** Only the fields that were chosen: what was left open is not there. */
const given = <T extends object>(fields: T): Partial<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;

const tie = fc.record({
  from: fc.nat({ max: 1 }),
  to: fc.nat({ max: 20 }),
  speaker: fc.option(fc.nat({ max: 15 })),
  nabijheid: fc.constantFrom(...nears),
  soort: fc.constantFrom(...kinds),
  sterkte: fc.constantFrom(...strengths),
  kan: words,
  kanNiet: words,
  wilDatHetGoedGaat: fc.option(fc.boolean(), { nil: undefined }),
  wilMeedoen: fc.option(fc.boolean(), { nil: undefined }),
});

/** Children with people, animals and organisations around them, and ties in the words of whoever; some point at nobody or at the child itself. */
export const circles: fc.Arbitrary<Thing[]> = fc
  .record({
    people: fc.array(
      fc.record({
        naam: name,
        kring: fc.constantFrom(...kringen),
        geboren: fc.option(fc.integer({ min: 1930, max: 2020 })),
      }),
      { maxLength: 14 },
    ),
    second: fc.boolean(),
    animals: fc.nat({ max: 2 }),
    organisations: fc.nat({ max: 3 }),
    ties: fc.array(tie, { maxLength: 24 }),
  })
  .map(({ people, second, animals, organisations, ties }) => {
    const ids = [
      'sanne',
      'milan',
      ...people.map((_, at) => `mens-${at}`),
      ...Array.from({ length: animals }, (_, at) => `dier-${at}`),
      ...Array.from({ length: organisations }, (_, at) => `org-${at}`),
    ];
    return [
      person('sanne', '2012-05-14', { indexkind: true }),
      person('milan', '2016-09-03', second ? { indexkind: true } : {}),
      ...people.map(({ naam, kring, geboren }, at) =>
        thing('persoon', `mens-${at}`, {
          naam,
          ...given({ kring, geboren: geboren === null ? undefined : String(geboren) }),
        }),
      ),
      ...(people.length > 0 ? [child('sanne', ['mens-0'])] : []),
      ...Array.from({ length: animals }, (_, at) =>
        thing('huisdier', `dier-${at}`, { naam: `Pluis ${at}`, soort: 'hond', bij: ['sanne'] }),
      ),
      ...Array.from({ length: organisations }, (_, at) => thing('organisatie', `org-${at}`, { naam: `Club ${at}` })),
      ...ties.map(({ from, to, speaker, ...fields }, at) =>
        thing('band', `band-${at}`, {
          kind: ['sanne', 'milan'][from],
          met: ids[to] ?? 'niemand',
          ...(speaker === null ? {} : { vanWie: ids[speaker] ?? 'sanne' }),
          ...given(fields),
        } as Partial<Band>),
      ),
    ];
  });

/** Those ties that have two different ends on the table. */
export const realTies = (things: readonly Thing[]): Band[] => {
  const there = new Set(things.map(({ id }) => id));
  return things.flatMap((each) =>
    each.type === 'band' && there.has(each.met ?? '') && there.has(each.kind ?? '') && each.kind !== each.met
      ? [each]
      : [],
  );
};
