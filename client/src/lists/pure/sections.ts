import { find, ofType } from '@samenbord/shared/board/board.ts';
import type { Board } from '@samenbord/shared/board/board.ts';
import { dayNumber } from '@samenbord/shared/board/vague-date.ts';
import type { Thing, ThingOfType, ThingType } from '@samenbord/shared/board/things.ts';
import { cafDimensions } from '@samenbord/shared/board/things/factor.ts';
import { patternOf } from '@samenbord/shared/gezinspatroon/boxes.ts';
import type { PatternBox } from '@samenbord/shared/gezinspatroon/boxes.ts';
import { nameOf } from '@samenbord/shared/picture/face.ts';
import { repeatedHelp } from '@samenbord/shared/tijdlijn/order.ts';
import { sayDate } from '@samenbord/shared/words/dates.ts';
import { listWords } from '@samenbord/shared/words/lists.ts';
import { dimensionWords, patroonWords, sideWords, tijdlijnWords } from '@samenbord/shared/words/pictures.ts';
import { optionLabel, thingWords } from '@samenbord/shared/words/things.ts';
import { aroundChildren } from './around-child.ts';
import { chronology } from './chronology.ts';
import type { Moment } from './chronology.ts';
import { generationsOf } from './generations.ts';
import { startsInTriangle } from './instruments.ts';
import type { Instrument } from './instruments.ts';
import { capital } from './say.ts';

/** One line of a list: the thing it opens, and a word before it where its place in the list says something of its own. */
export type Row = {
  readonly thing: Thing;
  readonly lead?: string;
  /** Said in other words here than elsewhere. */
  readonly said?: { readonly text: string; readonly under: string };
};
/** A heading with what stands below it, and what one can add right there. `empty`: one sentence for when nothing does. */
export type Section = {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly empty?: string;
  readonly add?: { readonly type: ThingType; readonly values?: Readonly<Record<string, unknown>> };
};

/**
 * Takes a board and the name of a list, gives what stands in it, section by section. Everything on the table stands in one list. `then` is
 * the family as it was on a date: of the genogram only that is told, in the generations of now.
 */
export function sectionsOf(instrument: Instrument, board: Board, then: Board = board): Section[] {
  switch (instrument) {
    case 'genogram':
      return genogram(board, then);
    case 'sociogram':
      return [...aroundChildren(board), plain(board, 'organisatie')];
    case 'tijdlijn':
      return tijdlijn(board);
    case 'caf-driehoek':
      return driehoek(board);
    case 'gezinspatroon':
      return patroon(board);
    case 'veiligheid':
      return veiligheid(board);
    case 'doelen':
      return doelen(board);
    case 'vragen':
      return (['aanleiding', 'hulpvraag', 'wens', 'open-vraag'] as const).map((type) => plain(board, type));
    case 'notities':
      return (['notitie', 'uitspraak'] as const).map((type) => plain(board, type));
  }
}

const rows = (things: readonly Thing[]): Row[] => things.map((thing) => ({ thing }));

/** All of one type under the name of that type. */
function plain(board: Board, type: ThingType, things: readonly Thing[] = ofType(board, type)): Section {
  const { meervoud, hint } = thingWords[type];
  return { title: capital(meervoud), rows: rows(things), empty: hint, add: { type } };
}

function genogram(now: Board, board: Board): Section[] {
  const { family, loose } = generationsOf(now, board);
  const around = loose.filter(({ kring }) => kring === 'netwerk' || kring === 'professional');
  const rest = loose.filter((person) => !around.includes(person));
  const people: Section[] = family.map(({ step, people: all }) => ({
    title: listWords.generation(step),
    rows: rows(all),
  }));
  if (rest.length > 0 || people.length === 0) {
    const title = people.length === 0 ? listWords.people : listWords.looseEnds;
    people.push({ title, rows: rows(rest), empty: thingWords.persoon.hint, add: { type: 'persoon' } });
  }
  if (around.length > 0) people.push({ title: listWords.around, rows: rows(around) });
  return [
    ...people,
    plain(
      board,
      'partnerrelatie',
      ofType(board, 'partnerrelatie').sort((a, b) => day(a.begonnen) - day(b.begonnen)),
    ),
    plain(board, 'ouder-kind', ofType(board, 'ouder-kind').sort(byChild(board))),
    plain(board, 'relatielijn'),
    plain(board, 'zwangerschap'),
    plain(board, 'meerling'),
    plain(board, 'huishouden'),
    plain(board, 'huisdier'),
  ];
}

/** Children from old to young. */
function byChild(board: Board): (a: ThingOfType<'ouder-kind'>, b: ThingOfType<'ouder-kind'>) => number {
  const born = (id: string | undefined): number => day(find(board, 'persoon', id)?.geboren);
  return (a, b) => born(a.kind) - born(b.kind) || (a.id < b.id ? -1 : 1);
}

function tijdlijn(board: Board): Section[] {
  const again = new Set(repeatedHelp(board).map(({ id }) => id));
  const row = ({ thing, told, when }: Moment): Row => {
    if (told !== undefined) return { thing, said: { text: told, under: sayDate(when) } };
    return again.has(thing.id) ? { thing, lead: tijdlijnWords.weer } : { thing };
  };
  const years = chronology(board).map(({ year, moments }): Section => ({ title: year, rows: moments.map(row) }));
  const start: Section = {
    title: listWords.happened,
    rows: [],
    empty: thingWords.gebeurtenis.hint,
    add: { type: 'gebeurtenis' },
  };
  return years.length === 0 ? [start] : years;
}

function driehoek(board: Board): Section[] {
  const factors = ofType(board, 'factor');
  const sides = (['kind', 'opvoeding', 'omgeving'] as const).map((kant): Section => {
    const order: readonly string[] = cafDimensions[kant];
    const place = ({ dimensie }: ThingOfType<'factor'>): number => {
      const at = order.indexOf(dimensie ?? '');
      return at === -1 ? order.length : at;
    };
    const here = factors.filter((factor) => (factor.kant ?? 'omgeving') === kant).sort((a, b) => place(a) - place(b));
    return {
      title: capital(optionLabel('factor', 'kant', kant)),
      rows: here.map((thing) =>
        thing.dimensie === undefined ? { thing } : { thing, lead: dimensionWords[thing.dimensie] },
      ),
      empty: listWords.sideEmpty(sideWords[kant].family),
      add: { type: 'factor', values: { kant } },
    };
  });
  const links = ofType(board, 'verband').filter(({ van, naar }) => startsInTriangle(board, van, naar));
  return [...sides, plain(board, 'verband', links)];
}

function patroon(board: Board): Section[] {
  const pattern = patternOf(board);
  const pairs = [...pattern.children, ...pattern.parents];
  const boxes = pairs.flatMap(({ behaviour, development }) => [behaviour, development]);
  const links = ofType(board, 'verband').filter(({ van, naar }) => !startsInTriangle(board, van, naar));
  return [
    { ...plain(board, 'patroonzin'), title: patroonWords.patroonzin },
    ...[...boxes, pattern.problems, pattern.help].map(box),
    plain(board, 'verband', links),
    {
      ...plain(board, 'nobele-intentie'),
      rows: ofType(board, 'nobele-intentie').map((thing) => ({ thing, lead: nameOf(board, thing.persoon) })),
    },
  ];
}

const box = ({ vak, persoon, title, blocks }: PatternBox): Section => ({
  title,
  rows: rows(blocks),
  empty: patroonWords.leeg[vak],
  add: { type: 'patroonblok', values: { vak, ...(persoon === undefined ? {} : { persoon }) } },
});

/** The newest look at the safety of each child first. It lies on the table, so everybody at the table reads it: nothing on a zone is hidden. */
function veiligheid(board: Board): Section[] {
  const looked = ofType(board, 'veiligheidsstatus').sort((a, b) => day(b.datum) - day(a.datum));
  const status: Section = {
    ...plain(board, 'veiligheidsstatus', looked),
    rows: looked.map((thing) => ({ thing, lead: nameOf(board, thing.kind) })),
  };
  return [status, plain(board, 'veiligheidsafspraak'), plain(board, 'danger-statement')];
}

/** What has no date stands before what has one; a number, because infinities cannot be subtracted. */
const day = (date: string | undefined): number => (date === undefined ? Number.MIN_SAFE_INTEGER : dayNumber(date));

const questions = Object.keys(thingWords.eindsituatie.options?.['vraag'] ?? {});

function doelen(board: Board): Section[] {
  const answers = ofType(board, 'eindsituatie').sort(
    (a, b) => questions.indexOf(a.vraag ?? '') - questions.indexOf(b.vraag ?? ''),
  );
  const goals = ofType(board, 'doel').sort((a, b) => (a.prioriteit ?? 10) - (b.prioriteit ?? 10));
  const meetings = ofType(board, 'bijeenkomst').sort((a, b) => day(b.datum) - day(a.datum));
  return [
    {
      ...plain(board, 'eindsituatie'),
      rows: answers.map((thing) => ({ thing, lead: optionLabel('eindsituatie', 'vraag', thing.vraag ?? '') })),
    },
    plain(board, 'doel', goals),
    plain(board, 'afspraak'),
    plain(board, 'bijeenkomst', meetings),
  ];
}
