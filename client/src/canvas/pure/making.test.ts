import { expect, test } from 'vitest';
import type { Actor } from '@samenbord/shared/access/zones.ts';
import { may } from '@samenbord/shared/access/may.ts';
import { emptyBoard } from '@samenbord/shared/board/board.ts';
import type { Board } from '@samenbord/shared/board/board.ts';
import { viewNames } from '@samenbord/shared/board/define.ts';
import { definitionOf, fieldOf } from '@samenbord/shared/board/things.ts';
import type { Thing, ThingType } from '@samenbord/shared/board/things.ts';
import { tools, toolsFor } from '../tools/tool-list.ts';
import type { ConnectTool, MakeTool } from '../tools/tool-list.ts';
import { filledIn } from './filled-in.ts';
import { asksFor, connection, creation, firstAnswers, pastedCard, peopleOf } from './making.ts';
import { typedDate } from './typed-date.ts';

const karim: Actor = { id: 'pkarim', rol: 'casusregisseur', opens: ['gedeeld'] };
const nadia: Actor = { id: 'pnadia', rol: 'ouder-met-gezag', persoon: 'nadia', opens: ['gedeeld'] };
const scherm: Actor = { id: 'pscherm', rol: 'groot-scherm', opens: ['gedeeld'] };
const thing = (fields: object): Thing => ({ versie: 1, weg: false, by: 'pkarim', ...fields }) as unknown as Thing;
const family: Board = {
  ...emptyBoard,
  things: new Map(
    [
      thing({ id: 'nadia', type: 'persoon', naam: 'Nadia' }),
      thing({ id: 'ruben', type: 'persoon', naam: 'Ruben' }),
      thing({ id: 'sanne', type: 'persoon', naam: 'Sanne' }),
      thing({ id: 'paar', type: 'partnerrelatie', partners: ['nadia', 'ruben'], toelichting: '' }),
    ].map((one) => [one.id, one]),
  ),
};
const toolOf = (view: keyof typeof tools, name: string): MakeTool | ConnectTool => {
  const tool = tools[view].find((one) => one.name === name);
  if (tool === undefined || (tool.kind !== 'make' && tool.kind !== 'connect')) throw new Error(`no tool ${name}`);
  return tool;
};

test('C8 dates are read as people type them', () => {
  const said = {
    '2014': '2014',
    ' maart 2014 ': '2014-03',
    '2 mrt 2014': undefined,
    '2 maart 2014': '2014-03-02',
    '2-3-2014': '2014-03-02',
    '3-2014': '2014-03',
    'rond 2014': '2014~',
    'ongeveer mei 2014': '2014-05~',
    '2014 tot 2016': '2014/2016',
    '2014 - 2016': '2014/2016',
    'maart 2014 t/m mei 2015': '2014-03/2015-05',
    '2016 tot nu': '2016/..',
    'sinds 2016': '2016/..',
    '2014-03': '2014-03',
    '31-2-2014': undefined,
    '2016 tot 2014': undefined,
    'vorige week': undefined,
    '': undefined,
  };
  for (const [typed, kept] of Object.entries(said)) expect([typed, typedDate(typed)]).toEqual([typed, kept]);
});

test('C9 every question of every tool belongs to a field of what it makes, and a tool fills in or asks all that is required', () => {
  for (const view of viewNames) {
    for (const tool of tools[view]) {
      if (tool.kind !== 'make' && tool.kind !== 'connect') continue;
      const extra = new Set(['vanWie', 'andere']);
      const fields = tool.asks.map(({ field }) => field).filter((field) => !extra.has(field));
      expect(fields.filter((field) => fieldOf(tool.type, field) === undefined)).toEqual([]);
      const given = tool.kind === 'make' ? tool.values : (connection(tool.name, ['a-1', 'b-2']) ?? {});
      const asked = tool.asks.filter(({ required }) => required === true).map(({ field }) => field);
      const there = new Set([...asked, ...Object.keys(given)]);
      expect(definitionOf(tool.type).required.filter((field) => !there.has(field))).toEqual([]);
    }
  }
});

test('C9 what is missing or wrong is said per field, and nothing is made', () => {
  const event = toolOf('tijdlijn', 'gebeurtenis');
  expect(filledIn(event.type, event.asks, {})).toEqual({ ok: false, mistakes: { titel: 'needed', wanneer: 'needed' } });
  expect(filledIn(event.type, event.asks, { titel: 'Verhuisd', wanneer: 'ooit' })).toEqual({
    ok: false,
    mistakes: { wanneer: 'notADate' },
  });
  expect(filledIn(event.type, event.asks, { titel: 'x'.repeat(161), wanneer: '2014' })).toEqual({
    ok: false,
    mistakes: { titel: 'tooLong' },
  });
  const filled = filledIn(event.type, event.asks, { titel: ' Verhuisd ', wanneer: 'maart 2014', over: ['sanne'] });
  expect(filled).toEqual({
    ok: true,
    values: { wanneer: '2014-03', over: ['sanne'] },
    texts: { titel: 'Verhuisd' },
    vanWie: undefined,
  });
});

test('C9 family write in their own name, a professional can be the scribe of anybody, and is asked', () => {
  const note = toolOf('genogram', 'notitie');
  const filled = { ok: true as const, values: {}, texts: { tekst: 'Ik wil rust' }, vanWie: undefined };
  const at = { x: 10.4, y: 20.6 };
  const own = creation({ tool: note, filled, ends: [], at }, 'kaart-1', nadia, 'genogram', family);
  expect(own).toMatchObject({
    kind: 'create',
    thing: { by: 'pnadia', vanWie: 'nadia' },
    place: { view: 'genogram', at: { x: 10, y: 21 } },
  });
  const scribe = creation(
    { tool: note, filled: { ...filled, vanWie: 'sanne' }, ends: [], at },
    'kaart-2',
    karim,
    'genogram',
    family,
  );
  expect(scribe).toMatchObject({ thing: { by: 'pkarim', vanWie: 'sanne' } });
  const people = peopleOf(family);
  expect(people.map(({ naam }) => naam)).toEqual(['Nadia', 'Ruben', 'Sanne']);
  expect(asksFor(note.asks, karim, people).map(({ as }) => as)).toContain('words-of');
  expect(asksFor(note.asks, nadia, people).map(({ as }) => as)).not.toContain('words-of');
});

test('C9 a connection names both ends in the order they were tapped, never one with itself', () => {
  expect(connection('partners', ['nadia', 'ruben'])).toEqual({ partners: ['nadia', 'ruben'] });
  expect(connection('kind-van', ['sanne', 'nadia'], 'ruben')).toEqual({ kind: 'sanne', ouders: ['nadia', 'ruben'] });
  expect(connection('kind-van', ['sanne', 'nadia'], 'sanne')).toEqual({ kind: 'sanne', ouders: ['nadia'] });
  expect(connection('verband', ['a', 'b'])).toEqual({ van: 'a', naar: 'b' });
  expect(connection('huishouden', ['a', 'b', 'a'])).toEqual({ leden: ['a', 'b'] });
  expect(connection('verband', ['a', 'a'])).toBeUndefined();
  expect(connection('partners', ['a'])).toBeUndefined();
  expect(firstAnswers(toolOf('genogram', 'kind-van'), ['sanne', 'nadia'], family)).toEqual({
    andere: 'ruben',
    soort: 'biologisch',
  });
  const again = thing({ id: 'paar-2', type: 'partnerrelatie', partners: ['erik', 'nadia'], toelichting: '' });
  const stepfamily = { ...family, things: new Map([...family.things, [again.id, again]]) };
  expect(firstAnswers(toolOf('genogram', 'kind-van'), ['sanne', 'nadia'], stepfamily)).toEqual({ soort: 'biologisch' });
});

test('C9 a card whose view has a place for it gets no place by hand', () => {
  const filled = { ok: true as const, values: { kant: 'kind' }, texts: { tekst: 'Slaapt goed' }, vanWie: undefined };
  const made = creation(
    { tool: toolOf('caf-driehoek', 'kracht'), filled, ends: [], at: { x: 1, y: 1 } },
    'factor-1',
    karim,
    'caf-driehoek',
    family,
  );
  expect(made).toEqual({
    kind: 'create',
    thing: {
      id: 'factor-1',
      type: 'factor',
      by: 'pkarim',
      values: { kant: 'kind', waarde: 'kracht' },
      texts: { tekst: 'Slaapt goed' },
    },
  });
});

test('C10 pasted lines become one card that the board takes, or nothing', () => {
  expect(pastedCard('een\r\ntwee\tdrie\n', 1000)).toBe('een\ntwee drie');
  expect(pastedCard(' \n\t ', 1000)).toBeUndefined();
  expect(pastedCard(`a\u0000b\u0007c\u007F`, 1000)).toBe('abc');
  expect(pastedCard('👨‍👩‍👧'.repeat(500), 100)?.isWellFormed()).toBe(true);
  expect(pastedCard('x'.repeat(5000), 1000)).toHaveLength(1000);
});

test('C11 a toolbar holds only what this participant may use', () => {
  const names = (actor: Actor, view: keyof typeof tools): string[] => {
    const zone = { kind: 'gedeeld' } as const;
    const mayMake = (type: ThingType) =>
      may(actor, zone, { kind: 'create', thing: { type, by: actor.id } }, { open: true }) === undefined;
    const mayDraw = may(actor, zone, { kind: 'ink', by: actor.id }, { open: true }) === undefined;
    return toolsFor(view, mayMake, mayDraw).map(({ name }) => name);
  };
  expect(names(karim, 'genogram')).toEqual(tools.genogram.map(({ name }) => name));
  expect(names(nadia, 'genogram')).toEqual(['kies', 'relatielijn', 'notitie', 'pen', 'marker', 'gum']);
  expect(names(nadia, 'tijdlijn')).toEqual(['kies', 'notitie', 'pen', 'gum']);
  expect(names(scherm, 'gezinspatroon')).toEqual(['kies']);
});

test('C85 a band goes from a child to whoever or whatever was tapped, with what that can and cannot do, in whose words', () => {
  const tool = toolOf('sociogram', 'band');
  expect(tool.kind === 'connect' && [tool.from, tool.between]).toEqual([
    ['persoon'],
    ['persoon', 'organisatie', 'huisdier'],
  ]);
  const answers = { nabijheid: 'dichtbij', kan: 'koken', kanNiet: 'bellen', wilMeedoen: 'ja', vanWie: 'sanne' };
  const filled = filledIn('band', tool.asks, answers);
  if (!filled.ok) throw new Error('not filled in');
  const making = { tool, filled, ends: ['sanne', 'nadia'], at: undefined };
  const made = creation(making, 'band-1', karim, 'sociogram', family);
  expect(made).toEqual({
    kind: 'create',
    thing: {
      id: 'band-1',
      type: 'band',
      by: 'pkarim',
      vanWie: 'sanne',
      values: { kind: 'sanne', met: 'nadia', nabijheid: 'dichtbij', wilMeedoen: true },
      texts: { kan: 'koken', kanNiet: 'bellen' },
    },
  });
  // Family write in their own name, and nobody is put in a ring by where the finger was.
  const own = creation({ ...making, filled: { ...filled, vanWie: undefined } }, 'band-2', nadia, 'sociogram', family);
  expect(own?.kind === 'create' && [own.thing.vanWie, 'place' in own]).toEqual(['nadia', false]);
  expect(asksFor(tool.asks, nadia, [{ id: 'sanne', naam: 'Sanne' }]).map(({ field }) => field)).not.toContain('vanWie');
  const person = toolOf('sociogram', 'persoon');
  expect(person.kind === 'make' && person.lies).toBe(false);
});
