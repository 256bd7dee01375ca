import * as Y from 'yjs';
import { thingsOf } from '@samenbord/shared/document/form.ts';
import { carryOut } from '@samenbord/shared/document/intent.ts';
import type { Intent } from '@samenbord/shared/document/intent.ts';
import type { Dice } from './gate-dice.ts';
import { emptyDoc, origins } from './gate-room.ts';
import type { Table } from './gate-table.ts';
import { rawUpdate, takeApart } from './updates.ts';
import type { RawContent, RawDelete, RawId, RawSection, RawStruct } from './updates.ts';

const attackerId = 10;
const by = (name: string): object => ({ by: name, view: 'genogram', kleur: 'ink', vorm: 'lijn', punten: [0, 0, 1, 1] });
const values = [
  true,
  false,
  1,
  0,
  'x',
  '2011',
  'kracht',
  'notitie',
  'pmoeder',
  'psanne',
  null,
  undefined,
  ['sanne'],
  ['nergens'],
  { x: 1, y: 2 },
  { x: 'a', y: 2 },
  by('pmoeder'),
  by('psanne'),
  'zelf',
  [],
];
const keys = [
  'tekst',
  'over',
  'weg',
  'type',
  'by',
  'versie',
  'vanWie',
  'bevestigd',
  'naam',
  'geboren',
  'waarde',
  'tijdlijn:kaart-h',
  'genogram:sanne',
  'genogram:nergens',
  'kaart-v',
  'kaart-h',
  'inkt-v',
  'inkt-h',
  'nieuw',
  'vreemd',
];

/** Takes a table, gives an update that its attacker might try: a real one with a flaw in it, or one made up from what is in the document. */
export function hostileUpdate(table: Table, dice: Dice): Uint8Array {
  const kind = dice.below(10);
  if (kind === 0) return brokenBytes(honestUpdate(table, dice), dice);
  if (kind < 5) return flawed(honestUpdate(table, dice), table, dice);
  if (kind === 5) return dice.chance(50) ? underAnotherId(table, dice) : almostAThing(table, dice);
  return madeUp(table, dice);
}

function honestUpdate(table: Table, dice: Dice): Uint8Array {
  const doc = emptyDoc(true);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(table.room.doc), 'room');
  doc.clientID = attackerId;
  const before = Y.encodeStateVector(doc);
  const intents: readonly Intent[] = [
    {
      kind: 'editText',
      id: 'kaart-h',
      field: 'tekst',
      at: dice.below(12),
      remove: '',
      insert: dice.pick(['a', '😀', 'bc']),
    },
    {
      kind: 'editText',
      id: 'zin',
      field: 'tekst',
      at: dice.below(12),
      remove: dice.pick(['', 'e', '😀']),
      insert: 'z',
    },
    { kind: 'editText', id: 'kaart-v', field: 'tekst', at: dice.below(9), remove: dice.pick(['', 'a']), insert: 'z' },
    { kind: 'set', id: 'kaart-h', field: 'over', value: dice.pick([['sanne'], undefined, ['nergens'], ['zin']]) },
    { kind: 'set', id: 'sanne', field: 'geboren', value: '2012' },
    {
      kind: 'place',
      view: 'tijdlijn',
      id: dice.pick(['kaart-h', 'kaart-v']),
      at: dice.pick([{ x: dice.below(9), y: 0 }, undefined]),
    },
    {
      kind: 'create',
      thing: {
        id: `nieuw-${dice.below(30)}`,
        type: 'notitie',
        by: dice.pick(['pmoeder', 'psanne']),
        texts: { tekst: 'k' },
      },
    },
    { kind: dice.pick(['remove', 'restore']), id: dice.pick(['kaart-h', 'kaart-v', 'zin']) },
    {
      kind: 'ink',
      id: dice.pick(['inkt-h', 'inkt-v']),
      ink: {
        by: dice.pick(['pmoeder', 'psanne']),
        view: 'genogram',
        kleur: 'ink',
        vorm: 'lijn',
        punten: [0, 0, 1, dice.below(9)],
      },
    },
  ];
  const row = dice.chance(50) ? intents.slice(0, 2) : intents;
  for (let left = 1 + dice.below(3); left > 0; left--) carryOut(doc, dice.pick(row), origins);
  return Y.encodeStateAsUpdate(doc, dice.chance(80) ? before : undefined);
}

function brokenBytes(bytes: Uint8Array, dice: Dice): Uint8Array {
  const copy = Uint8Array.from(bytes);
  for (let left = 1 + dice.below(3); left > 0; left--) copy[dice.below(copy.length)] = dice.below(256);
  return dice.chance(20) ? copy.subarray(0, dice.below(copy.length)) : copy;
}

/** Changes one or two parts of a real update. */
function flawed(bytes: Uint8Array, table: Table, dice: Dice): Uint8Array {
  const { sections, deletes } = takeApart(bytes);
  const changed = sections.map((section): RawSection => {
    const structs = section.structs.map((struct) => (dice.chance(25) ? flawedStruct(struct, table, dice) : struct));
    if (dice.chance(10)) structs.splice(dice.below(structs.length + 1), dice.below(2));
    const clock = dice.chance(8) ? Math.max(0, section.clock + dice.below(5) - 2) : section.clock;
    return { client: dice.chance(4) ? dice.pick([30, 50, 11]) : section.client, clock, structs };
  });
  if (dice.chance(4)) changed.push(...changed);
  return rawUpdate(changed, [...deletes, ...(dice.chance(25) ? [someDelete(table, dice)] : [])]);
}

function flawedStruct(struct: RawStruct, table: Table, dice: Dice): RawStruct {
  switch (dice.below(6)) {
    case 0:
      return { ...struct, origin: dice.chance(30) ? undefined : someId(table, dice) };
    case 1:
      return { ...struct, right: dice.chance(30) ? undefined : someId(table, dice) };
    case 2:
      return { ...struct, parent: someParent(table, dice) };
    case 3:
      return { ...struct, key: dice.chance(30) ? undefined : dice.pick(keys) };
    default:
      return { ...struct, content: someContent(dice) };
  }
}

/** Allowed in itself, but written as somebody who may be typing at this moment. */
function underAnotherId(table: Table, dice: Dice): Uint8Array {
  const clock = Y.getState(table.room.doc.store, table.victim.writer.clientId ?? 0);
  return rawUpdate([{ client: 30, clock, structs: [likely(table, dice, clock)] }]);
}

/** A new thing by hand, from which something may be missing. */
function almostAThing(table: Table, dice: Dice): Uint8Array {
  const clock = table.next();
  const fields: readonly [string, RawContent][] = [
    ['type', { any: ['notitie'] }],
    ['versie', { any: [1] }],
    ['by', { any: ['pmoeder'] }],
    ['weg', { any: [dice.chance(50)] }],
    ['tekst', { type: 2 }],
  ];
  const kept = fields
    .filter(() => dice.chance(90))
    .map(([key, content]): RawStruct => ({ parent: [attackerId, clock], key, content }));
  return rawUpdate([
    {
      client: attackerId,
      clock,
      structs: [{ parent: 'things', key: `half-${dice.below(99)}`, content: { type: 1 } }, ...kept],
    },
  ]);
}

function madeUp(table: Table, dice: Dice): Uint8Array {
  const clock = table.next();
  const structs: RawStruct[] = [];
  for (let left = dice.below(4); left > 0; left--)
    structs.push(dice.chance(70) ? likely(table, dice, clock) : wild(table, dice));
  const deletes: RawDelete[] = [];
  for (let left = structs.length === 0 ? 1 : dice.below(2); left > 0; left--) deletes.push(someDelete(table, dice));
  if (structs.length === 0) return rawUpdate([], deletes);
  return rawUpdate([{ client: attackerId, clock: dice.chance(95) ? clock : Math.max(0, clock - 1), structs }], deletes);
}

/** A change of one list that might well be allowed, between neighbours that may not be next to each other. */
function likely(table: Table, dice: Dice, next: number): RawStruct {
  if (dice.chance(40)) {
    const text = thingsOf(table.room.doc)
      .get(dice.pick(['kaart-h', 'zin', 'kaart-v']))
      ?.get('tekst');
    const ids = text instanceof Y.Text ? idsOf(text._start) : [];
    if (ids.length === 0) return wild(table, dice);
    const at = dice.below(ids.length);
    const left = dice.chance(10) ? ([attackerId, next] as const) : ids[at];
    return {
      origin: dice.chance(90) ? left : undefined,
      right: dice.chance(70)
        ? ids[Math.max(0, Math.min(ids.length - 1, at + dice.pick([1, 1, 1, 2, 0, -2])))]
        : undefined,
      content: dice.chance(85) ? { text: dice.pick(['h', 'ij', '😀', 'x\u0001', '']) } : someContent(dice),
    };
  }
  const root = dice.pick(['places', 'ink', 'things'] as const);
  const map =
    root === 'things'
      ? thingsOf(table.room.doc).get(dice.pick(['kaart-h', 'kaart-v', 'zin', 'sanne']))
      : table.room.doc.getMap(root);
  const [key, item] = dice.pick([...(map?._map ?? [])]);
  const plain: RawContent = dice.chance(6) ? { any: [] } : { any: [dice.pick(values)] };
  const content = dice.chance(75) ? plain : someContent(dice);
  if (dice.chance(20)) return { parent: root === 'things' ? [item.id.client, item.id.clock] : root, key, content };
  return { origin: [item.id.client, item.id.clock + item.length - 1], content };
}

function idsOf(start: Y.Item | null): RawId[] {
  const ids: RawId[] = [];
  for (let item = start; item !== null; item = item.right) {
    for (let offset = 0; offset < item.length; offset++) ids.push([item.id.client, item.id.clock + offset]);
  }
  return ids;
}

function wild(table: Table, dice: Dice): RawStruct {
  const neighbours = dice.chance(60)
    ? {
        origin: dice.chance(70) ? someId(table, dice) : undefined,
        right: dice.chance(40) ? someId(table, dice) : undefined,
      }
    : {};
  return {
    ...neighbours,
    parent: someParent(table, dice),
    key: dice.chance(70) ? dice.pick(keys) : undefined,
    content: someContent(dice),
  };
}

function someId(table: Table, dice: Dice): RawId {
  const [client, structs] = dice.pick([...table.room.doc.store.clients]);
  const struct = dice.pick(structs);
  return [client, struct.id.clock + dice.below(struct.length + (dice.chance(5) ? 3 : 0))];
}

const someParent = (table: Table, dice: Dice): string | RawId =>
  dice.chance(40) ? dice.pick(['things', 'places', 'ink', 'meta', 'verborgen']) : someId(table, dice);

function someDelete(table: Table, dice: Dice): RawDelete {
  const [client, clock] = someId(table, dice);
  return [client, clock, dice.pick([0, 1, 1, 1, 2, 3, 7])];
}

function someContent(dice: Dice): RawContent {
  switch (dice.below(11)) {
    case 0:
      return { deleted: dice.below(4) };
    case 1:
      return { type: dice.pick([1, 2, 2, 0, 6]) };
    case 2:
      return { any: [dice.pick(values), dice.pick(values)] };
    case 3:
      return dice.pick<RawContent>([
        { collected: 1 },
        { skip: 1 },
        { any: [] },
        { text: '' },
        { embed: '"x"' },
        { format: ['vet', 'true'] },
        { json: ['"x"'] },
      ]);
    case 4:
    case 5:
    case 6:
      return { text: dice.pick(['verborgen', '😀', 'a', 'b😀']) };
    default:
      return { any: [dice.pick(values)] };
  }
}
