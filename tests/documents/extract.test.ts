import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { definitionOf, fieldOf, textFields } from '@samenbord/shared/board/things.ts';
import type { Thing, ThingType } from '@samenbord/shared/board/things.ts';
import { canonicalJson } from '@samenbord/shared/verklarende-analyse/canonical.ts';
import { extract } from '@samenbord/shared/verklarende-analyse/extract.ts';
import type { Version } from '@samenbord/shared/verklarende-analyse/version.ts';
import { board, boardWith, freezeBoard, readerOf, statementsOf, statementsOfPart } from './frozen.ts';

const { value } = freezeBoard();
const karim = readerOf('pkarim');

/** Where each kind of thing belongs, written apart from the code (domain 2.1). */
const home: Readonly<Record<ThingType, string>> = {
  persoon: 'C',
  partnerrelatie: 'C',
  'ouder-kind': 'C',
  relatielijn: 'C',
  zwangerschap: 'C',
  meerling: 'C',
  band: 'C',
  huisdier: 'C',
  huishouden: 'C',
  organisatie: 'C',
  gebeurtenis: 'D',
  besluit: 'DR',
  hulp: 'D',
  aanleiding: 'B',
  hulpvraag: 'B',
  wens: 'B',
  factor: 'FG',
  uitspraak: 'E',
  notitie: 'E',
  veiligheidsstatus: 'H',
  veiligheidsafspraak: 'H',
  'danger-statement': 'H',
  patroonblok: 'J',
  verband: '',
  patroonzin: 'K',
  'nobele-intentie': 'K',
  eindsituatie: 'O',
  doel: 'Q',
  afspraak: 'Q',
  bijeenkomst: 'T',
  'open-vraag': 'N',
  reactie: 'S',
};

function homeOf(thing: Thing, version: Version): string[] {
  if (thing.type !== 'verband') return [...home[thing.type]];
  const between = [thing.van, thing.naar].every((id) => version.board.things.get(id ?? '')?.type === 'factor');
  return [between ? 'F' : 'J'];
}

function expectNothingLost(version: Version): void {
  const analysis = extract(version, [], karim);
  for (const thing of version.board.things.values()) {
    for (const letter of homeOf(thing, version)) {
      const part = analysis.delen.find((one) => one.letter === letter);
      const found = part === undefined ? [] : statementsOfPart(part).filter((one) => one.id === thing.id);
      expect([thing.id, letter, found.length > 0]).toEqual([thing.id, letter, true]);
      const held = thing as unknown as Readonly<Record<string, unknown>>;
      const typed = textFields(thing.type)
        .map((name) => held[name])
        .filter((text) => text !== '');
      const said = found.flatMap((one) => [one.tekst, one.bron, ...one.details.map((detail) => detail.waarde)]);
      expect(said).toEqual(expect.arrayContaining(typed));
    }
  }
}

/** Every id in a value: the fields that hold ids. */
function idsIn(held: unknown, key = ''): string[] {
  if (typeof held === 'string') return key === 'id' || key === 'ids' || key === 'ends' ? [held] : [];
  if (Array.isArray(held)) return held.flatMap((item) => idsIn(item, key));
  if (typeof held !== 'object' || held === null) return [];
  return Object.entries(held).flatMap(([name, item]) => idsIn(item, name));
}

function expectIdsOnVersion(version: Version): void {
  const known = new Set([...version.board.things.keys(), ...version.deelnemers.map((one) => one.id)]);
  expect(idsIn(extract(version, [], karim)).filter((id) => !known.has(id))).toEqual([]);
}

test('V4 the same version, positions and reader give the same bytes', () => {
  const bytes = canonicalJson(extract(value, [], karim));
  expect(canonicalJson(extract(freezeBoard().value, [], karim))).toBe(bytes);
  const turned = freezeBoard({ ...board, things: new Map([...board.things].reverse()) });
  expect(canonicalJson(extract(turned.value, [], karim))).toBe(bytes);
});

test('V5 no statement of the example family is lost: each stands in the part where it belongs, as it was typed', () => {
  expectNothingLost(value);
  expectIdsOnVersion(value);
});

test('V5 no statement is lost from any part of a table, with any texts', () => {
  const words = fc.string({ unit: 'grapheme', maxLength: 40 });
  const ids = [...board.things.keys()];
  fc.assert(
    fc.property(
      fc.subarray(ids),
      fc.array(fc.tuple(fc.constantFrom(...ids), words), { maxLength: 8 }),
      (kept, retyped) => {
        const stays = new Set(kept);
        const table = boardWith((things) => {
          for (const id of ids) if (!stays.has(id)) things.delete(id);
          for (const [id, text] of retyped) {
            const thing = things.get(id);
            if (thing !== undefined) things.set(id, { ...thing, [definitionOf(thing.type).main]: text } as Thing);
          }
        });
        const version = freezeBoard(table).value;
        expectNothingLost(version);
        expectIdsOnVersion(version);
      },
    ),
    { numRuns: 25 },
  );
});

test('V6 words that are not on the shared table are nowhere in the analysis', () => {
  const marker = 'MERKTEKEN';
  const gone = boardWith((things) => {
    for (const thing of board.things.values()) {
      if (fieldOf(thing.type, definitionOf(thing.type).main)?.kind !== 'text') continue;
      const id = `weg-${thing.id}`.slice(0, 40);
      things.set(id, { ...thing, id, weg: true, [definitionOf(thing.type).main]: `${marker} ${thing.id}` } as Thing);
    }
  });
  const bytes = canonicalJson(extract(freezeBoard(gone).value, [], karim));
  expect(bytes).not.toContain(marker);
  expect(bytes).toBe(canonicalJson(extract(value, [], karim)));
});

test('V11 a statement says whose words it is, who typed it, how it was confirmed, about whom, what kind, its source and what it leans on', () => {
  const said = new Map(statementsOf(extract(value, [], karim)).map((one) => [one.id, one]));
  expect(said.get('q-nadia')).toMatchObject({
    vanWie: { naam: 'Nadia' },
    getyptDoor: { naam: 'Karim' },
    bevestigd: 'zelf',
    leeftijd: 40,
  });
  expect(said.get('q-nadia-onder')).toMatchObject({ bevestigd: 'nog-niet' });
  expect(said.get('w-milan')).toMatchObject({
    vanWie: { naam: 'Milan' },
    getyptDoor: { naam: 'Marloes' },
    bevestigd: 'voorgelezen',
  });
  expect(said.get('q-sanne')).toMatchObject({
    vanWie: { naam: 'Sanne' },
    bevestigd: 'zelf-geschreven',
    leeftijd: 14,
    soort: 'visie',
  });
  expect(said.get('f-school')).toMatchObject({
    soort: 'feit',
    bron: 'lijst van school, oktober 2026',
    toon: 'zorg',
    woord: 'is moeilijk',
    over: [{ naam: 'Sanne' }],
  });
  expect(said.get('f-school')?.onderbouwing.map((one) => one.id)).toEqual(['g-weer-thuis']);
  expect(said.get('g-uit-huis')).toMatchObject({ soort: 'feit' });
  expect(said.get('g-uit-huis')?.vanWie).toBeUndefined();
  const [differs] = said.get('f-zelf')?.reacties ?? [];
  expect(differs).toMatchObject({ vanWie: { naam: 'Nadia' }, reacties: [{ vanWie: { naam: 'Sanne' } }] });
});

test('V11 reactions that answer each other in a ring do not stop the analysis', () => {
  const ring = boardWith((things) => {
    const one = things.get('r-nadia');
    if (one?.type === 'reactie') things.set('r-nadia', { ...one, op: 'r-sanne' });
  });
  expect(
    statementsOf(extract(freezeBoard(ring).value, [], karim)).filter((one) => one.type === 'reactie'),
  ).toHaveLength(5);
});
