import { expect, test } from 'vitest';
import { emptyBoard } from '@samenbord/shared/board/board.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { groundWords } from '@samenbord/shared/words/analysis.ts';
import { canonicalJson } from '@samenbord/shared/verklarende-analyse/canonical.ts';
import { extract } from '@samenbord/shared/verklarende-analyse/extract.ts';
import type { Part, Stance } from '@samenbord/shared/verklarende-analyse/analysis.ts';
import { makeVersion } from '@samenbord/shared/verklarende-analyse/version.ts';
import { boardWith, family, freezeAsBefore, freezeBoard, participants, readerOf, shown } from './frozen.ts';

const { value } = freezeBoard();
const secret = 'dit houd ik voor mezelf';
const positions = [
  shown('pnadia', 'Nadia', {}),
  shown('pruben', 'Ruben', { positie: 'anders', tekst: 'Ik belde wel, er nam niemand op.' }),
  shown('psanne', 'Sanne', { positie: 'anders', tekst: secret, zichtbaar: 'alleen-ik' }),
];
const partOf = (id: string, letter: string, version = value): Part | undefined =>
  extract(version, positions, readerOf(id)).delen.find((part) => part.letter === letter);
const stanceFor = (id: string): Stance | undefined => partOf(id, 'J')?.posities;

test('V7 a position kept to oneself reaches its giver only, and that it was given too', () => {
  expect(canonicalJson(extract(value, positions, readerOf('psanne')))).toContain(secret);
  for (const id of ['pkarim', 'pnadia', 'pruben', 'pilse'])
    expect(canonicalJson(extract(value, positions, readerOf(id)))).not.toContain(secret);
  const without = positions.slice(0, 2);
  expect(stanceFor('pkarim')).toEqual(
    extract(value, without, readerOf('pkarim')).delen.find((part) => part.letter === 'J')?.posities,
  );
});

test('V7 where people stand is counted and said; who differs is heard in their own words', () => {
  expect(stanceFor('pkarim')?.aantallen).toEqual({ klopt: 1, anders: 1, 'weet-niet': 0, 'liever-niet': 0 });
  expect(stanceFor('pkarim')?.zin).toBe(
    'Voor Nadia klopt dit. Ruben ziet het anders. Van 8 mensen is hier nog geen reactie te zien.',
  );
  expect(stanceFor('pnadia')?.getoond.find((one) => one.positie === 'anders')?.tekst).toBe(
    'Ik belde wel, er nam niemand op.',
  );
  expect(stanceFor('pkarim')?.zonderReactieNamen.map((one) => one.naam)).toContain('Sanne');
  expect(stanceFor('pnadia')?.zonderReactieNamen).toEqual([]);
});

test('V8 on which ground somebody takes part, and that somebody was invited who never came, is for professionals', () => {
  const [someone] = participants.filter((one) => one.persoon === undefined);
  const silent =
    someone === undefined ? [] : [{ ...someone, id: 'pstil', naam: 'Stille Willem', rol: 'netwerk' as const }];
  const { value: version } = makeVersion({
    ...input,
    deelnemers: [...participants, ...silent],
  });
  const bytes = (id: string): string => canonicalJson(extract(version, [], readerOf(id)));
  expect(bytes('pkarim')).toContain('Stille Willem');
  expect(bytes('pkarim')).toContain(groundWords['betrokkene-zelf']);
  for (const id of ['pnadia', 'pruben', 'psanne', 'pfatma']) {
    expect(bytes(id)).not.toContain('Stille Willem');
    expect(bytes(id)).not.toContain('pstil');
    expect(bytes(id)).not.toContain(groundWords['betrokkene-zelf']);
    expect(bytes(id)).not.toContain(groundWords['directe-betrokkenheid']);
  }
});

const input = {
  board: freezeBoard().value.board,
  facts: family.feiten,
  deelnemers: participants,
  titel: family.titel,
  gemaakt: '2026-11-22T10:00:00.000Z',
  door: { id: 'pkarim', naam: 'Karim' },
  nummer: 1,
};

test('V9 an empty table gives every part, and each obligatory part of this board says what is missing', () => {
  const { value: empty } = makeVersion({ ...input, board: emptyBoard, facts: { regie: [], kaders: [] } });
  const analysis = extract(empty, [], readerOf('pkarim'));
  expect(analysis.delen.map((part) => part.letter).join('')).toBe('ABCDEFGHIJKLMNOPQRST');
  const silent = analysis.delen.filter((part) => part.ontbreekt.length === 0).map((part) => part.letter);
  expect(silent).toEqual(['E', 'I', 'L', 'M']);
  for (const part of analysis.delen) for (const sentence of part.ontbreekt) expect(sentence).toMatch(/^[A-Z].*[.?”]$/);
});

test('V9 what is missing is said by name, and little is missing for the example family', () => {
  expect(partOf('pkarim', 'B')?.ontbreekt).toEqual(['Van Paul staat nog geen eigen vraag of wens op tafel.']);
  const without = boardWith((things) => {
    for (const [id, thing] of things) if (thing.vanWie === 'sanne') things.delete(id);
  });
  const version = freezeBoard(without).value;
  expect(partOf('pnadia', 'S', version)?.ontbreekt).toContain('Van Sanne staan nog geen eigen woorden op tafel.');
  expect(partOf('pnadia', 'B', version)?.ontbreekt).toContain('Van Sanne staat nog geen eigen vraag of wens op tafel.');
  const missing = extract(value, [], readerOf('pnadia')).delen.flatMap((part) => part.ontbreekt);
  expect(missing).toEqual([
    'Van Paul staat nog geen eigen vraag of wens op tafel.',
    'Nog niemand heeft laten zien wat hij of zij van deze versie vindt.',
  ]);
});

const codes = (change: (things: Map<string, Thing>) => void): string[] => [
  ...new Set(extract(freezeBoard(boardWith(change)).value, [], readerOf('pkarim')).opmerkingen.map((one) => one.code)),
];
const edit = (id: string, values: Record<string, unknown>) => (things: Map<string, Thing>) => {
  const thing = things.get(id);
  if (thing !== undefined) things.set(id, { ...thing, ...values } as Thing);
};

test('V10 the example family gives only the remarks that are true of it: the help that was repeated, the part that this board does not have yet', () => {
  expect(codes(() => undefined)).toEqual(['leeg-deel', 'hulp-herhaald']);
  const remarks = extract(value, [], readerOf('pkarim')).opmerkingen;
  expect(remarks.map((one) => one.deel)).toEqual(['I', 'R']);
  expect(remarks[1]?.ids).toEqual(['h-opvoed-1', 'h-opvoed-2', 'h-opvoed-3']);
});

test('V10 each remark comes when there is reason for it', () => {
  const only = (change: (things: Map<string, Thing>) => void): string[] =>
    codes(change).filter((code) => code !== 'leeg-deel' && code !== 'hulp-herhaald');
  expect(only(edit('f-school', { onderbouwing: [] }))).toEqual(['zonder-onderbouwing']);
  expect(only(edit('f-school', { bron: '' }))).toEqual(['feit-zonder-bron']);
  expect(only(edit('d-stop', { doorbreekt: undefined }))).toEqual(['doel-zonder-verband']);
  expect(only(edit('p-sanne-doet-2', { tekst: 'Ze is Lui!' }))).toEqual(['etiket']);
  expect(only(edit('p-sanne-doet-2', { tekst: 'Ze luistert naar fluitmuziek' }))).toEqual([]);
  const reported = boardWith(edit('a-melding', { wanneer: '2026-11-20' }));
  const before = extract(freezeAsBefore(reported), [], readerOf('pkarim')).opmerkingen.map((one) => one.code);
  expect(before).toContain('veiligheid-ouder-dan-signaal');
  const voiceless = only((things) => {
    for (const [id, thing] of things) if (thing.vanWie === 'milan') things.delete(id);
  });
  expect(voiceless).toEqual(['geen-eigen-stem']);
  const worries = only((things) => {
    for (const [id, thing] of things) if (thing.type === 'factor' && thing.waarde === 'kracht') things.delete(id);
  });
  expect(worries).toEqual(['alleen-zorgen']);
  const helped = codes((things) => {
    for (const [id, thing] of things) if (thing.type === 'hulp') things.set(id, { ...thing, uitkomst: 'geholpen' });
  });
  expect(helped).toEqual(['leeg-deel']);
});

test('T36 a version freezes nothing that stands among professionals only, and one of before says it to them alone', () => {
  const texts = family.team.flatMap((thing) => Object.values(thing.texts ?? {})).filter((text) => text.length > 30);
  expect(texts.length).toBeGreaterThan(2);
  const onTable = boardWith((things) => {
    for (const [id, thing] of freezeAsBefore().board.things) things.set(id, thing);
  });
  const bytes = freezeBoard(onTable).json;
  for (const text of texts) expect(bytes).not.toContain(text);
  for (const { id } of participants) {
    const reader = readerOf(id);
    const read = canonicalJson(extract(freezeAsBefore(), [], reader));
    for (const text of texts) expect([id, read.includes(text)]).toEqual([id, reader.professional]);
    // What was agreed is for everybody.
    expect(read).toContain('Wie “stop” zegt, krijgt gelijk.');
  }
});

test('V10 remarks are for professionals', () => {
  for (const id of ['pnadia', 'psanne', 'pfatma', 'pwilma'])
    expect(extract(value, [], readerOf(id)).opmerkingen).toEqual([]);
});
