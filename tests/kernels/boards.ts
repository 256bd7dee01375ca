import * as fc from 'fast-check';
import { cafDimensions } from '@samenbord/shared/board/things/factor.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { child, couple, person, thing } from './families.ts';

const people = ['nadia', 'ruben', 'sanne', 'milan'] as const;
export const household: Thing[] = [
  person('nadia', '1986'),
  person('ruben', '1983'),
  person('sanne', '2012-05-14', { indexkind: true }),
  person('milan', '2016-09-03', { indexkind: true }),
  couple('nadia', 'ruben', { begonnen: '2010', geeindigd: '2019', einde: 'gescheiden' }),
  child('sanne', ['nadia', 'ruben']),
  child('milan', ['nadia', 'ruben']),
];

const words = fc.oneof(
  fc.string({ maxLength: 80 }),
  fc.lorem({ maxCount: 12 }),
  fc.constant('<b>&"\'</b>'),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);
const year = fc.integer({ min: 1990, max: 2030 });
const moment = fc
  .tuple(year, fc.option(fc.integer({ min: 1, max: 12 })), fc.boolean())
  .map(([y, m, around]) => `${y}${m === null ? '' : `-${String(m).padStart(2, '0')}`}${around ? '~' : ''}`);
export const vagueDate = fc.oneof(
  moment,
  moment.map((from) => `${from}/..`),
  fc.tuple(moment, fc.nat({ max: 9 })).map(([from, years]) => `${from}/${Number(from.slice(0, 4)) + years + 1}`),
);
const about = fc.uniqueArray(fc.constantFrom(...people), { maxLength: 4 });

const event = fc.record({ titel: words, wanneer: vagueDate, over: about });
const help = fc.record({
  wat: words,
  wie: words,
  resultaat: words,
  wanneer: vagueDate,
  over: about,
  uitkomst: fc.constantFrom('geholpen', 'deels', 'niet-geholpen', 'loopt', undefined),
});
const dimensions = [...cafDimensions.kind, ...cafDimensions.opvoeding, ...cafDimensions.omgeving, undefined] as const;
const factor = fc.record({
  tekst: words,
  kant: fc.constantFrom('kind', 'opvoeding', 'omgeving'),
  dimensie: fc.constantFrom(...dimensions),
  waarde: fc.constantFrom('kracht', 'zorg', 'onbekend'),
});
const vakken = [
  'ontwikkeling-ouder',
  'gedrag-ouder',
  'ontwikkeling-kind',
  'gedrag-kind',
  'problemen-in-het-gezin',
  'hulp',
] as const;
const block = fc.record({
  tekst: words,
  vak: fc.constantFrom(...vakken),
  persoon: fc.constantFrom(...people, undefined),
});

/** Boards with everything the four views show; links between factors and between lines of the pattern, some with a missing end. */
export const boards: fc.Arbitrary<Thing[]> = fc
  .record({
    events: fc.array(event, { maxLength: 14 }),
    help: fc.array(help, { maxLength: 7 }),
    factors: fc.array(factor, { maxLength: 18 }),
    blocks: fc.array(block, { maxLength: 16 }),
    links: fc.array(fc.tuple(fc.boolean(), fc.nat({ max: 19 }), fc.nat({ max: 19 }), words), { maxLength: 12 }),
    asked: fc.array(words, { maxLength: 3 }),
  })
  .map(({ events, help: helps, factors, blocks, links, asked }) => [
    ...household,
    ...events.map((each, at) =>
      at % 3 === 0
        ? thing('besluit', `ding-${at}`, each)
        : thing('gebeurtenis', `ding-${at}`, { ...each, soort: 'feit' }),
    ),
    ...helps.map(({ uitkomst, ...each }, at) =>
      thing('hulp', `hulp-${at}`, { ...each, ...(uitkomst === undefined ? {} : { uitkomst }) }),
    ),
    ...factors.map(({ dimensie, ...each }, at) =>
      thing('factor', `factor-${at}`, { ...each, ...(dimensie === undefined ? {} : { dimensie }) }),
    ),
    ...blocks.map(({ persoon, ...each }, at) =>
      thing('patroonblok', `blok-${at}`, { ...each, ...(persoon === undefined ? {} : { persoon }) }),
    ),
    ...links.map(([isFactor, van, naar, omdat], at) => {
      const kind = isFactor ? 'factor' : 'blok';
      return thing('verband', `verband-${at}`, { van: `${kind}-${van}`, naar: `${kind}-${naar}`, omdat });
    }),
    ...asked.map((tekst, at) => thing('hulpvraag', `vraag-${at}`, { tekst })),
    thing('patroonzin', 'zin-1', { tekst: 'Iedereen houdt zich groot.' }),
  ]);
