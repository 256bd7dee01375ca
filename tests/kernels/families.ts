import * as fc from 'fast-check';
import type { Board, Place } from '@samenbord/shared/board/board.ts';
import { placeKey } from '@samenbord/shared/board/board.ts';
import type { ViewName } from '@samenbord/shared/board/define.ts';
import { definitions, isThingType, textFields } from '@samenbord/shared/board/things.ts';
import type { Thing, ThingOfType, ThingType } from '@samenbord/shared/board/things.ts';
import { dayNumber } from '@samenbord/shared/board/vague-date.ts';
import type { Box, ViewPicture } from '@samenbord/shared/picture/picture.ts';

export const today = dayNumber('2026-11-22');

/** A thing with its texts empty and only the fields that are given. */
export function thing<T extends ThingType>(type: T, id: string, fields: Partial<ThingOfType<T>>): Thing {
  const texts = Object.fromEntries(textFields(type).map((name) => [name, '']));
  const values = { ...texts, id, type, versie: definitions[type].version, weg: false, by: 'pkarim', ...fields };
  if (!isThingType(values.type)) throw new Error('no such type');
  return values as unknown as Thing;
}

export type PlacedAt = readonly [view: ViewName, id: string, place: Place];

export const boardOf = (things: readonly Thing[], places: readonly PlacedAt[] = []): Board => ({
  things: new Map(things.map((each) => [each.id, each])),
  places: new Map(places.map(([view, id, place]) => [placeKey(view, id), place])),
  ink: new Map(),
  unknown: [],
});

export const person = (id: string, geboren?: string, more: Partial<ThingOfType<'persoon'>> = {}): Thing =>
  thing('persoon', id, {
    naam: id[0]?.toUpperCase() + id.slice(1),
    ...(geboren === undefined ? {} : { geboren }),
    ...more,
  });
export const couple = (a: string, b: string, more: Partial<ThingOfType<'partnerrelatie'>> = {}): Thing =>
  thing('partnerrelatie', `met-${a}-${b}`, { partners: [a, b], vorm: 'getrouwd', ...more });
export const child = (
  kind: string,
  ouders: string[],
  soort: ThingOfType<'ouder-kind'>['soort'] = 'biologisch',
): Thing => thing('ouder-kind', `kind-${kind}-${ouders.join('-')}`, { kind, ouders, soort });

const soorten = ['biologisch', 'biologisch', 'biologisch', 'adoptie', 'pleeg', 'stief', 'donor'] as const;
const genders = ['man', 'vrouw', 'non-binair', 'intersekse', 'onbekend', undefined] as const;
const name = fc.oneof(
  fc.constantFrom('Sem', 'Nadia', 'Zoë', 'İbrahim', 'Łucja', 'Maria Theresia van den Boogaard'),
  fc.string({ maxLength: 30 }),
);

/**
 * Invented families. With `ordered` nobody is an ancestor of themselves (parents have a lower number than their children); without
 * it anything goes: rings of parents, people married to a parent, links to nobody.
 */
export function families({ ordered, most = 14 }: { ordered: boolean; most?: number }): fc.Arbitrary<Thing[]> {
  return fc.integer({ min: 1, max: most }).chain((count) => {
    const index = fc.nat({ max: count - 1 });
    const people = fc.array(
      fc.record({
        naam: name,
        geboren: fc.option(fc.integer({ min: 1930, max: 2026 })),
        geslacht: fc.constantFrom(...genders),
        dood: fc.boolean(),
        indexkind: fc.boolean(),
      }),
      { minLength: count, maxLength: count },
    );
    const couples = fc.array(
      fc.tuple(index, index, fc.constantFrom('getrouwd', 'samenwonend', 'affaire'), fc.boolean()),
      { maxLength: count },
    );
    const links = fc.array(fc.tuple(index, index, index, fc.constantFrom(...soorten), fc.boolean()), {
      maxLength: 2 * count,
    });
    return fc.tuple(people, couples, links).map(([persons, pairs, parents]) => [
      ...persons.map((each, at) =>
        thing('persoon', `mens-${at}`, {
          naam: each.naam,
          ...(each.geboren === null ? {} : { geboren: String(each.geboren) }),
          ...(each.geslacht === undefined ? {} : { geslacht: each.geslacht }),
          ...(each.dood ? { overleden: '2020~' } : {}),
          ...(each.indexkind && at % 5 === 0 ? { indexkind: true } : {}),
        }),
      ),
      ...pairs.map(([a, b, vorm, uit], at) =>
        thing('partnerrelatie', `paar-${at}`, {
          partners: [`mens-${a}`, `mens-${b}`],
          vorm,
          ...(uit ? { einde: 'gescheiden', geeindigd: '2016' } : {}),
        }),
      ),
      ...parents.flatMap(([a, b, kind, soort, single], at) => {
        const ouders = single ? [a] : [a, b];
        if (ordered && ouders.some((ouder) => ouder >= kind)) return [];
        return [
          thing('ouder-kind', `ouder-${at}`, {
            ouders: ouders.map((ouder) => `mens-${ouder}`),
            kind: `mens-${kind}`,
            soort,
          }),
        ];
      }),
    ]);
  });
}

export const boxOf = (picture: ViewPicture, id: string): Box => {
  const node = picture.nodes.find((each) => each.id === id);
  if (node === undefined) throw new Error(`nobody ${id}`);
  return node.box;
};
export const middleOf = (picture: ViewPicture, id: string): Place => {
  const box = boxOf(picture, id);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};
/** The middle of a person's symbol: names under it differ in height. */
export const symbolOf = (picture: ViewPicture, id: string): Place => ({
  x: middleOf(picture, id).x,
  y: boxOf(picture, id).y + 36,
});

/** Pairs of nodes that lie over one another. */
export function overlapping(picture: ViewPicture): string[] {
  return picture.nodes.flatMap((a, index) =>
    picture.nodes.slice(index + 1).flatMap((b) => {
      const apart =
        a.box.x + a.box.width <= b.box.x + 0.01 ||
        b.box.x + b.box.width <= a.box.x + 0.01 ||
        a.box.y + a.box.height <= b.box.y + 0.01 ||
        b.box.y + b.box.height <= a.box.y + 0.01;
      return apart ? [] : [`${a.id} ${b.id}`];
    }),
  );
}

/** Divorced parents, both with a new partner and a child of that couple, and grandparents on one side. */
export const stepfamily: Thing[] = [
  ...['opa', 'oma', 'mark', 'nadia', 'tim', 'eva'].map((id, at) => person(id, String(1950 + at * 6))),
  person('bas', '2008'),
  person('sem', '2011', { indexkind: true }),
  person('liv', '2018'),
  person('guus', '2019'),
  couple('opa', 'oma'),
  couple('mark', 'nadia', { begonnen: '2009', geeindigd: '2016', einde: 'gescheiden' }),
  couple('nadia', 'tim', { vorm: 'samenwonend', begonnen: '2017' }),
  couple('mark', 'eva', { vorm: 'relatie' }),
  child('nadia', ['opa', 'oma']),
  child('bas', ['mark', 'nadia']),
  child('sem', ['mark', 'nadia']),
  child('liv', ['nadia', 'tim']),
  child('guus', ['mark', 'eva']),
  child('sem', ['tim'], 'stief'),
];

/** A family of so many people over a good hundred years: couples, and children of them further down. */
export function largeFamily(count: number): Thing[] {
  const things: Thing[] = [];
  for (let at = 0; at < count; at++) {
    things.push(person(`mens-${at}`, String(1930 + Math.floor(at / 2))));
    if (at % 2 === 1) things.push(couple(`mens-${at - 1}`, `mens-${at}`));
    const parent = 2 * Math.floor((at - 2) / 6);
    if (at >= 2 && (at % 2 === 0 || at % 7 === 0))
      things.push(child(`mens-${at}`, [`mens-${parent}`, `mens-${parent + 1}`]));
  }
  return things;
}
