import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { relativeOf, relativeRoles } from '@samenbord/shared/genogram/relatives.ts';
import type { Relative, RelativeChoice, RelativeRole } from '@samenbord/shared/genogram/relatives.ts';
import { isValue } from '@samenbord/shared/board/things.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { boardOf, child, couple, families, person } from './families.ts';

type Made = Extract<Relative, { kind: 'made' }>;

function add(things: readonly Thing[], of: string, role: RelativeRole, choice?: RelativeChoice): Made {
  const relative = relativeOf(boardOf(things), of, role, 'nieuw', choice);
  if (relative?.kind !== 'made') throw new Error('nothing was made');
  return relative;
}

const two = [person('nadia'), person('ruben'), person('sanne'), child('sanne', ['nadia', 'ruben'])];

test('K85 a child gets the only partner as its other parent, and nobody when there are more or it is a secret', () => {
  const parentsOf = (things: Thing[], choice?: RelativeChoice): unknown =>
    add(things, 'nadia', 'kind', choice).ties[0]?.values;
  const people = [person('nadia'), person('ruben'), person('joris')];
  const first = couple('nadia', 'ruben', { einde: 'gescheiden' });
  const second = couple('joris', 'nadia');
  expect(parentsOf(people)).toEqual({ ouders: ['nadia'], kind: 'nieuw', soort: 'biologisch' });
  expect(parentsOf([...people, first])).toEqual({ ouders: ['nadia', 'ruben'], kind: 'nieuw', soort: 'biologisch' });
  expect(parentsOf([...people, first, second])).toEqual({ ouders: ['nadia'], kind: 'nieuw', soort: 'biologisch' });
  expect(parentsOf([...people, couple('nadia', 'ruben', { vorm: 'geheim' })])).toMatchObject({ ouders: ['nadia'] });
  expect(parentsOf([...people, first, second], { other: 'ruben', soort: 'adoptie' })).toEqual({
    ouders: ['nadia', 'ruben'],
    kind: 'nieuw',
    soort: 'adoptie',
  });
  expect(parentsOf([...people, first], { other: null })).toMatchObject({ ouders: ['nadia'] });
  const asked = add([...people, first, second], 'nadia', 'kind');
  expect(asked.others).toEqual(['joris', 'ruben']);
  expect(asked.asks).toContain('andere-ouder');
});

test('K85 a second parent joins the birth parent who stands alone; a third one gets a tie of its own, of a kind that is asked', () => {
  const alone = [person('nadia'), person('sanne'), child('sanne', ['nadia'])];
  expect(add(alone, 'sanne', 'ouder')).toMatchObject({
    ties: [],
    joins: [{ id: 'kind-sanne-nadia', field: 'ouders', value: ['nadia', 'nieuw'] }],
  });
  expect(add(alone, 'sanne', 'ouder', { soort: 'pleeg' }).joins).toEqual([]);
  expect(add([person('sanne')], 'sanne', 'ouder').ties[0]?.values).toEqual({
    ouders: ['nieuw'],
    kind: 'sanne',
    soort: 'biologisch',
  });
  const third = add(two, 'sanne', 'ouder');
  expect(third.ties[0]?.values).toEqual({ ouders: ['nieuw'], kind: 'sanne' });
  expect(third.asks).toEqual(['soort']);
  const fostered = [person('fatma'), person('sanne'), child('sanne', ['fatma'], 'pleeg')];
  expect(add(fostered, 'sanne', 'ouder').ties[0]?.values).toEqual({
    ouders: ['nieuw'],
    kind: 'sanne',
    soort: 'biologisch',
  });
});

test('K85 a brother or sister has the same parents at home; without a parent it says that one is needed first', () => {
  expect(add(two, 'sanne', 'broer-of-zus').ties[0]?.values).toEqual({
    ouders: ['nadia', 'ruben'],
    kind: 'nieuw',
    soort: 'biologisch',
  });
  expect(relativeOf(boardOf([person('sanne')]), 'sanne', 'broer-of-zus', 'nieuw')).toEqual({ kind: 'needs-parent' });
  expect(relativeOf(boardOf(two), 'niemand', 'kind', 'nieuw')).toBeUndefined();
});

test('K85 whatever family there is, what is made names the new person and somebody on the table, and fits its form once it was asked', () => {
  fc.assert(
    fc.property(families({ ordered: false }), fc.constantFrom(...relativeRoles), fc.nat(), (things, role, pick) => {
      const people = things.filter(({ type }) => type === 'persoon');
      const of = people[pick % people.length]?.id ?? '';
      const relative = relativeOf(boardOf(things), of, role, 'nieuw', { soort: 'stief', vorm: 'relatie' });
      if (relative?.kind !== 'made') return role === 'broer-of-zus';
      const known = new Set([...people.map(({ id }) => id), 'nieuw']);
      for (const { type, values } of relative.ties) {
        const named = Object.values(values).flat();
        expect(named).toContain('nieuw');
        for (const [field, value] of Object.entries(values)) expect(isValue(type, field, value)).toBe(true);
        for (const id of 'partners' in values ? values.partners : [...values.ouders, values.kind])
          expect(known).toContain(id);
      }
      for (const { value } of relative.joins) expect(value).toHaveLength(2);
      return relative.ties.length + relative.joins.length === 1;
    }),
    { numRuns: 300 },
  );
});
