import { expect, test } from 'vitest';
import { definitionOf, fieldOf, thingTypes } from '@samenbord/shared/board/things.ts';
import { fieldLabel, optionLabel, thingWords } from '@samenbord/shared/words/things.ts';
import { fittingOptions, formOrder, mostOf, optionsOf, shapeOf } from './form-order.ts';

test('P1 every kind of thing, field and choice has a word of its own that people know', () => {
  for (const type of thingTypes) {
    expect(thingWords[type].hint.length).toBeGreaterThan(10);
    for (const [name, field] of Object.entries(definitionOf(type).fields)) {
      expect(fieldLabel(type, name), `${type}.${name}`).not.toBe(name);
      const words = thingWords[type].options?.[name];
      const options = optionsOf(field) ?? [];
      expect(Object.keys(words ?? {}).sort(), `${type}.${name}`).toEqual([...options].sort());
      for (const option of options) expect(optionLabel(type, name, option)).not.toBe('');
    }
  }
});

test('P3 a form asks every field once, what is needed before "meer"', () => {
  for (const type of thingTypes) {
    const { fields, required, main } = definitionOf(type);
    const { first, more } = formOrder(type);
    expect([...first, ...more].sort()).toEqual(Object.keys(fields).sort());
    for (const name of [...required, main]) expect(first).toContain(name);
  }
});

test('P3 every field is asked in a way that fits its schema', () => {
  const shape = (type: (typeof thingTypes)[number], name: string) => {
    const field = fieldOf(type, name);
    return field && shapeOf(field);
  };
  expect(shape('persoon', 'naam')).toBe('text');
  expect(shape('persoon', 'indexkind')).toBe('yes-no');
  expect(shape('persoon', 'geboren')).toBe('date');
  expect(shape('bijeenkomst', 'datum')).toBe('day');
  expect(shape('veiligheidsstatus', 'cijfer')).toBe('number');
  expect(shape('doel', 'prioriteit')).toBe('number');
  expect(shape('factor', 'waarde')).toBe('choice');
  expect(shape('ouder-kind', 'kind')).toBe('one');
  expect(shape('ouder-kind', 'ouders')).toBe('many');
  const most = (type: (typeof thingTypes)[number], name: string) => {
    const field = fieldOf(type, name);
    return field && mostOf(field);
  };
  expect([
    most('ouder-kind', 'ouders'),
    most('huishouden', 'leden'),
    most('uitspraak', 'onderbouwing'),
    most('partnerrelatie', 'partners'),
  ]).toEqual([2, 30, 20, 2]);
  const dimensions =
    optionsOf(definitionOf('factor').fields['dimensie'] ?? { kind: 'text', class: 'feit', max: 1, lines: 1 }) ?? [];
  expect(fittingOptions('factor', 'dimensie', dimensions, { kant: 'kind' })).toHaveLength(6);
});
