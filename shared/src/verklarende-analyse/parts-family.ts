import { find, ofType } from '../board/board.ts';
import type { ThingOfType } from '../board/things.ts';
import type { Change } from '../genogram/changes.ts';
import { lifeOf } from '../tijdlijn/life.ts';
import { belowInWords, fieldWords, frameWords } from '../words/analysis.ts';
import { sayAge, sayDate, sayList } from '../words/dates.ts';
import { sociogramWords } from '../words/sociogram.ts';
import type { Row } from './analysis.ts';
import { fact, group, heading, missing, paragraph, statementsOf, table } from './build.ts';
import type { Builder } from './build.ts';
import { ageOf, nameOf, people } from './context.ts';
import type { Context } from './context.ts';
import { dayOf } from './dates.ts';
import {
  childRows,
  householdRows,
  inSentences,
  organisationRows,
  partnerRows,
  personRow,
  petRows,
  pregnancyRows,
  rowOf,
  twinRows,
} from './people-rows.ts';
import { wordsUnder } from './pictures.ts';
import { statementOf } from './statements.ts';

/** A: family, children, frame, who has the lead since when, version. */
export const headPart: Builder = (context) => {
  const { version, children } = context;
  const lead = version.feiten.regie.at(-1);
  const frames = children.flatMap((child) => {
    const frame = version.feiten.kaders.filter((one) => one.kind === child.id).at(-1);
    return frame === undefined ? [] : [{ child, frame }];
  });
  return {
    blokken: [
      {
        soort: 'gegevens',
        regels: [
          fact('Dit gaat over', version.bord, [], true),
          ...(children.length === 0
            ? []
            : [
                fact(
                  'Kinderen',
                  sayList(children.map((one) => withAge(context, one))),
                  children.map((one) => one.id),
                ),
              ]),
          fact(
            'Versie',
            `${version.nummer}: ${version.titel}${version.nummer > 1 ? `, komt in de plaats van versie ${version.nummer - 1}` : ''}`,
          ),
          fact('Vastgelegd', `op ${sayDate(dayOf(version.gemaakt))} door ${version.door.naam}`, [version.door.id]),
          ...(lead === undefined
            ? []
            : [fact('Regie', `${lead.naam} (${lead.organisatie}), sinds ${sayDate(lead.sinds)}`)]),
        ],
      },
      ...table(
        'In welk kader krijgt ieder kind hulp',
        ['Kind', 'Kader', 'Sinds', 'Toelichting'],
        frames.map(({ child, frame }) => ({
          cellen: [nameOf(child), frameWords[frame.kader], sayDate(frame.sinds), frame.toelichting ?? ''],
          ids: [child.id],
        })),
      ),
    ],
    ontbreekt: [
      ...missing(lead === undefined, 'Er staat nog niet wie de regie heeft en sinds wanneer.'),
      ...missing(children.length === 0, 'Er staat nog niet om welk kind of welke kinderen het gaat.'),
      ...children
        .filter((child) => !frames.some((one) => one.child.id === child.id))
        .map((child) => `Van ${nameOf(child)} staat nog niet in welk kader de hulp is.`),
    ],
  };
};

function withAge(context: Context, person: ThingOfType<'persoon'>): string {
  const age = ageOf(context, person.id);
  return age === undefined ? nameOf(person) : `${nameOf(person)} (${sayAge(age)})`;
}

/** B: reasons, and what everybody asks and wishes, in their own words. */
export const questionPart: Builder = (context) => {
  const order = { eerste: 0, laatste: 1, zorgmelding: 2 };
  const things = ofType(context.version.board, 'aanleiding').toSorted(
    (a, b) => order[a.soort ?? 'laatste'] - order[b.soort ?? 'laatste'],
  );
  const questions = statementsOf(context, 'hulpvraag', 'wens');
  const speakers = [...new Map(questions.map((one) => [one.vanWie?.id ?? '', one.vanWie?.naam ?? ''])).entries()];
  const voiceless = [...context.parents, ...context.children].filter(
    (one) => !questions.some((said) => said.vanWie?.id === one.id),
  );
  return {
    blokken: [
      ...group(
        'Waarom dit overleg er is',
        things.map((thing) => statementOf(context, thing)),
      ),
      ...speakers.flatMap(([id, name]) =>
        group(
          name === '' ? 'Vragen en wensen' : `Wat ${name} vraagt en wenst`,
          questions.filter((one) => (one.vanWie?.id ?? '') === id),
        ),
      ),
    ],
    ontbreekt: [
      ...missing(!things.some((one) => one.soort === 'eerste'), 'De eerste aanleiding staat er nog niet.'),
      ...missing(!things.some((one) => one.soort === 'laatste'), 'De laatste aanleiding staat er nog niet.'),
      ...missing(!questions.some((one) => one.type === 'hulpvraag'), 'Nog niemand heeft een vraag op tafel gelegd.'),
      ...voiceless.map((one) => `Van ${nameOf(one)} staat nog geen eigen vraag of wens op tafel.`),
    ],
  };
};

/** C: the people, as a picture and as lists. */
export const peoplePart: Builder = (context, pictures) => {
  const { board } = context.version;
  const persons = ofType(board, 'persoon').toSorted(byCircle);
  const parented = new Set(ofType(board, 'ouder-kind').map((link) => link.kind));
  return {
    blokken: [
      ...(persons.length === 0
        ? []
        : [
            paragraph('Een tekening van de familie (genogram), en daaronder hetzelfde in woorden.'),
            {
              soort: 'plaat' as const,
              titel: 'Genogram',
              plaat: pictures.genogram,
              beschrijving: pictures.genogram.description,
            },
          ]),
      ...pictures.sociogrammen.flatMap(({ kind, plaat }) => {
        const child = find(board, 'persoon', kind);
        if (child === undefined) return [];
        const name = nameOf(child);
        return [
          paragraph(sociogramWords.boven(name)),
          { soort: 'plaat' as const, titel: sociogramWords.titel(name), plaat, beschrijving: plaat.description },
        ];
      }),
      ...table(
        'De mensen',
        ['Naam', 'Geboren', 'Kring', 'Bijzonderheid'],
        persons.map((one) => personRow(context, one)),
      ),
      ...table(
        'Wie hoort bij wie',
        ['Wie', 'Hoe', 'Wanneer', 'Toelichting'],
        [...partnerRows(context), ...childRows(context)],
      ),
      ...table('Wie wonen samen', ['Huis', 'Wie', 'Wanneer'], householdRows(context)),
      ...table('Verwacht, of niet gekomen', ['Van wie', 'Wat', 'Wanneer', 'Toelichting'], pregnancyRows(context)),
      ...table('Samen geboren', ['Wie', 'Soort', 'Toelichting'], twinRows(context)),
      ...table('Dieren', ['Naam', 'Soort', 'Bij wie'], petRows(context)),
      ...group('Hoe mensen hun band zien', statementsOf(context, 'relatielijn')),
      ...group('Wat mensen voor een kind betekenen', statementsOf(context, 'band')),
      ...table(
        'Ieder kind in zinnen',
        ['Naam', 'Wie het is, met wie, en waar het woonde'],
        context.children.map((one) => inSentences(context, one)),
      ),
      ...table('Organisaties om het gezin', ['Naam', 'Soort'], organisationRows(context)),
    ],
    ontbreekt: [
      ...missing(persons.length === 0, 'Er staan nog geen mensen op het bord.'),
      ...context.children
        .filter((one) => !parented.has(one.id))
        .map((one) => `Er staat nog niet wie de ouders van ${nameOf(one)} zijn.`),
      ...context.children
        .filter((one) => pictures.sociogrammen.every(({ kind }) => kind !== one.id))
        .map((one) => sociogramWords.ontbreekt(nameOf(one))),
      ...missing(
        persons.length > 0 && generations(context) < 3,
        'Er staan nog geen drie generaties op: de grootouders ontbreken.',
      ),
    ],
  };
};

const circles = ['gezin', 'familie', 'netwerk', 'professional'] as const;
function byCircle(a: ThingOfType<'persoon'>, b: ThingOfType<'persoon'>): number {
  const rank = (one: ThingOfType<'persoon'>): number =>
    one.kring === undefined ? circles.length : circles.indexOf(one.kring);
  return rank(a) - rank(b) || (a.id < b.id ? -1 : 1);
}

/** Generations above and including the children the meeting is about. */
function generations(context: Context): number {
  const links = ofType(context.version.board, 'ouder-kind');
  const up = (ids: ReadonlySet<string>): Set<string> =>
    new Set(links.filter((one) => ids.has(one.kind ?? '')).flatMap((one) => one.ouders ?? []));
  const parents = up(new Set(context.children.map((one) => one.id)));
  return 1 + (parents.size > 0 ? 1 : 0) + (up(parents).size > 0 ? 1 : 0);
}

/** D: the tijdlijn as a picture and in order. */
export const timelinePart: Builder = (context, pictures) => {
  const { board } = context.version;
  const things = [...ofType(board, 'gebeurtenis'), ...ofType(board, 'besluit'), ...ofType(board, 'hulp')].toSorted(
    byDate,
  );
  const help = ofType(board, 'hulp');
  const life = lifeOf(board);
  const first = [...things.flatMap(({ wanneer }) => wanneer ?? []), ...life.map(({ when }) => when)].toSorted()[0];
  return {
    blokken:
      things.length + life.length === 0
        ? []
        : [
            paragraph(
              `De tijdlijn loopt van ${first === undefined ? 'onbekend' : sayDate(first.slice(0, 4))} tot ${sayDate(dayOf(context.version.gemaakt))}.`,
            ),
            {
              soort: 'plaat',
              titel: 'Tijdlijn',
              plaat: pictures.tijdlijn,
              beschrijving: wordsUnder(pictures.tijdlijn, belowInWords),
            },
            heading('Alles op volgorde'),
            {
              soort: 'tabel',
              titel: 'Gebeurtenissen, besluiten en hulp, en wat het genogram vertelt',
              kolommen: ['Wanneer', 'Wat', 'Over wie'],
              rijen: inOrder(context, things, life),
            },
          ],
    ontbreekt: [
      ...missing(things.length === 0, 'Er staat nog niets op de tijdlijn.'),
      ...missing(help.length === 0, 'Er staat nog niet welke hulp er is geweest.'),
      ...help.filter((one) => one.doel === '').map((one) => `Bij “${one.wat}” staat nog niet wat het doel was.`),
      ...help
        .filter((one) => one.resultaat === '' && one.uitkomst !== 'loopt')
        .map((one) => `Bij “${one.wat}” staat nog niet wat het opleverde.`),
    ],
  };
};

type Dated = ThingOfType<'gebeurtenis' | 'besluit' | 'hulp'>;
const byDate = (a: Dated, b: Dated): number => (`${a.wanneer ?? ''} ${a.id}` < `${b.wanneer ?? ''} ${b.id}` ? -1 : 1);
/** What was put on the tijdlijn and what the genogram tells, in one order. */
function inOrder(context: Context, things: readonly Dated[], life: readonly Change[]): Row[] {
  const told = life.map((change) => ({
    key: `${change.when} ${change.id}`,
    row: {
      cellen: [
        sayDate(change.when),
        `${change.text}.`,
        sayList(people(context, change.people).map(({ naam }) => naam)),
      ],
      ids: [change.id],
    },
  }));
  const put = things.map((one) => ({ key: `${one.wanneer ?? ''} ${one.id}`, row: timeRow(context, one) }));
  return [...told, ...put].toSorted((a, b) => (a.key < b.key ? -1 : 1)).map(({ row }) => row);
}

const timeWords = { gebeurtenis: '', besluit: 'Besluit: ', hulp: 'Hulp: ' } as const;

function timeRow(context: Context, thing: Dated): Row {
  const uitspraak = statementOf(context, thing);
  const details = thing.type === 'besluit' ? [] : uitspraak.details.filter((one) => one.naam !== fieldWords['wanneer']);
  const lines = [
    `${timeWords[thing.type]}${uitspraak.tekst}`,
    ...details.map((one) => `${one.naam}: ${one.waarde}`),
    ...(thing.type === 'besluit' ? ['Waarom, en met welk advies, staat in deel R.'] : []),
    ...(uitspraak.bron === undefined ? [] : [`Bron: ${uitspraak.bron}`]),
    ...(uitspraak.soort === undefined || uitspraak.soort === 'feit' ? [] : [`Dit is een ${uitspraak.soort}.`]),
  ];
  const when = thing.wanneer === undefined ? '' : sayDate(thing.wanneer);
  return rowOf(uitspraak, [when, lines.join('\n'), sayList(uitspraak.over.map((one) => one.naam))]);
}
