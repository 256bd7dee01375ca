import { circle, polyline } from '../picture/paths.ts';
import type { Point } from '../picture/paths.ts';
import type { LegendEntry, Mark } from '../picture/picture.ts';
import { legendWords } from '../words/legend.ts';
import { optionLabel } from '../words/things.ts';
import type { ThingOfType } from '../board/things.ts';
import { organisationMarks, pawMarks } from './actors.ts';
import type { Actor } from './actors.ts';
import { childSign, childStyles } from './child-lines.ts';
import type { Kin, Person } from './family.ts';
import { kindredUnions } from './kinship.ts';
import { isDirected, patternMarks } from './patterns.ts';
import { crossPath, outlinePath } from './shapes.ts';
import { shapeOf } from './symbols.ts';
import { unbornMarks } from './unborn.ts';
import { endMarks, signMarks, unionStyles } from './union-marks.ts';

const middle: Point = { x: 32, y: 18 };
const [left, right] = [
  { x: 4, y: 18 },
  { x: 60, y: 18 },
];
const along: readonly Point[] = Array.from({ length: 23 }, (_, index) => ({ x: 4 + index * 2.5, y: 18 }));

const straight = (dash?: readonly number[], width = 2, dy = 0): Mark => ({
  kind: 'path',
  d: polyline([
    { x: left.x, y: left.y + dy },
    { x: right.x, y: right.y + dy },
  ]),
  stroke: 'ink',
  width,
  ...(dash && { dash }),
});

const outlined = (geslacht: Person['geslacht'], stroke: 'ink' | 'action' = 'ink', r = 13): Mark => ({
  kind: 'path',
  d: outlinePath({ shape: shapeOf(geslacht), r }, middle),
  fill: 'surface',
  stroke,
  width: 2,
});

/** The different values of a list in the order of the choices of a form. */
const inOrder = <T extends string>(values: Iterable<T | undefined>, order: readonly T[]): T[] => {
  const found = new Set(values);
  return order.filter((value) => found.has(value));
};

type Shown = {
  readonly kin: Kin;
  readonly actors: readonly Actor[];
  readonly households: readonly ThingOfType<'huishouden'>[];
  readonly relations: readonly ThingOfType<'relatielijn'>[];
};

/** The meaning of every sign in a genogram and of no other, in a fixed order: people, children who are not born, couples, children, ties. */
export const legendOf = ({ kin, actors, households, relations }: Shown): LegendEntry[] => [
  ...peopleSigns([...kin.people.values()]),
  ...unbornSigns(kin),
  ...actorSigns(kin, actors),
  ...unionSigns(kin),
  ...childSigns(kin),
  ...tieSigns(kin, actors, relations),
  ...(households.some(({ leden = [] }) => leden.some((id) => kin.people.has(id)))
    ? [
        {
          key: 'huishouden',
          marks: [{ kind: 'path', d: circle(middle, 14), fill: 'household', stroke: 'household', width: 8 } as const],
          text: legendWords.huishouden,
        },
      ]
    : []),
];

function peopleSigns(people: readonly Person[]): LegendEntry[] {
  const genders = inOrder(
    people.map(({ geslacht }) => geslacht ?? 'onbekend'),
    ['vrouw', 'man', 'non-binair', 'intersekse', 'onbekend'],
  );
  return [
    ...genders.map((geslacht) => ({
      key: geslacht,
      marks: [
        outlined(geslacht),
        ...(geslacht === 'intersekse'
          ? [{ kind: 'path', d: circle(middle, 12), stroke: 'ink', width: 1.5 } as const]
          : []),
      ],
      text: geslacht === 'onbekend' ? legendWords.onbekend : optionLabel('persoon', 'geslacht', geslacht),
    })),
    ...(people.some(({ indexkind }) => indexkind === true)
      ? [
          {
            key: 'indexkind',
            marks: [outlined('onbekend', 'action', 14), outlined('onbekend', 'action', 10)],
            text: legendWords.indexkind,
          },
        ]
      : []),
    ...(people.some(({ overleden }) => overleden !== undefined)
      ? [
          {
            key: 'overleden',
            marks: [
              outlined('man'),
              { kind: 'path', d: crossPath({ shape: 'square', r: 13 }, middle), stroke: 'ink', width: 1.5 } as const,
            ],
            text: legendWords.overleden,
          },
        ]
      : []),
  ];
}

const unbornSigns = (kin: Kin): LegendEntry[] =>
  inOrder(
    [...kin.unborn.values()].map(({ soort }) => soort ?? 'zwanger'),
    ['zwanger', 'miskraam', 'afgebroken', 'doodgeboren'],
  ).map((soort) => ({
    key: soort,
    marks: unbornMarks(soort, undefined, { x: 32, y: soort === 'afgebroken' ? 15 : 18 }, 13),
    text: optionLabel('zwangerschap', 'soort', soort),
  }));

const actorSigns = (kin: Kin, actors: readonly Actor[]): LegendEntry[] => [
  ...(kin.animals.size > 0 ? [{ key: 'huisdier', marks: pawMarks(middle), text: legendWords.huisdier }] : []),
  ...(actors.some(({ id }) => kin.organisations.has(id))
    ? [
        {
          key: 'organisatie',
          marks: organisationMarks({ x: 6, y: 6, width: 52, height: 24 }),
          text: legendWords.organisatie,
        },
      ]
    : []),
];

function unionSigns(kin: Kin): LegendEntry[] {
  const unions = kin.families.flatMap((family) => family.unions);
  const forms = inOrder(
    unions.map(({ vorm }) => vorm),
    [
      'getrouwd',
      'geregistreerd-partnerschap',
      'samenwonend',
      'relatie',
      'lat-relatie',
      'verloofd',
      'affaire',
      'geheim',
    ],
  );
  const ends = inOrder(
    unions.map(({ einde }) => einde),
    ['uit-elkaar', 'gescheiden', 'overleden', 'nietig'],
  );
  return [
    ...forms.map((vorm) => {
      const { dash, sign } = unionStyles[vorm];
      return {
        key: vorm,
        marks: [straight(dash), ...(sign === undefined ? [] : signMarks(sign, middle))],
        text: optionLabel('partnerrelatie', 'vorm', vorm),
      };
    }),
    ...ends.map((einde) => ({
      key: einde,
      marks: [straight(), ...endMarks(einde, middle)],
      text: optionLabel('partnerrelatie', 'einde', einde),
    })),
    ...(kindredUnions(kin).size > 0
      ? [
          {
            key: 'bloedverwant',
            marks: [straight(undefined, 2, -2.5), straight(undefined, 2, 2.5)],
            text: legendWords.bloedverwant,
          },
        ]
      : []),
  ];
}

function childSigns(kin: Kin): LegendEntry[] {
  const kinds = inOrder(
    kin.families.flatMap((family) => family.links.map(({ link }) => link.soort ?? 'biologisch')),
    ['biologisch', 'adoptie', 'pleeg', 'stief', 'donor', 'draagmoeder', 'voogd'],
  );
  const twins = inOrder(
    [...kin.twins.values()].map(({ soort }) => (soort === 'eeneiig' ? 'eeneiig' : 'twee-eiig')),
    ['eeneiig', 'twee-eiig'],
  );
  const slants = polyline([
    { x: 12, y: 32 },
    { x: 32, y: 4 },
    { x: 52, y: 32 },
  ]);
  return [
    ...kinds.map((soort) => {
      const { dash, width, sign } = childStyles[soort];
      return {
        key: `kind-${soort}`,
        marks: [straight(dash, width), ...(sign === undefined ? [] : [childSign(sign, middle)])],
        text: legendWords.kind(optionLabel('ouder-kind', 'soort', soort)),
      };
    }),
    ...twins.map((soort) => ({
      key: soort,
      marks: [
        { kind: 'path', d: slants, stroke: 'ink', width: 2 } as const,
        ...(soort === 'eeneiig' ? [{ kind: 'path', d: 'M20 20L44 20', stroke: 'ink', width: 2 } as const] : []),
      ],
      text: legendWords[soort],
    })),
  ];
}

function tieSigns(kin: Kin, actors: readonly Actor[], relations: Shown['relations']): LegendEntry[] {
  const drawn = new Set([...kin.people.keys(), ...actors.map(({ id }) => id)]);
  const kinds = new Set(
    relations.flatMap(({ van = '', naar = '', soort = 'gericht-op' }) =>
      van !== naar && drawn.has(van) && drawn.has(naar) ? [soort] : [],
    ),
  );
  const signs = [...kinds].sort().map((soort) => ({
    key: `band-${soort}`,
    marks: patternMarks(soort, along),
    text: optionLabel('relatielijn', 'soort', soort),
  }));
  const arrow = [...kinds].some(isDirected);
  return arrow ? [...signs, { key: 'pijl', marks: patternMarks('gericht-op', along), text: legendWords.pijl }] : signs;
}
