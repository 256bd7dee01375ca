import { find, ofType } from '../board/board.ts';
import type { ThingOfType } from '../board/things.ts';
import { cafDimensions } from '../board/things/factor.ts';
import type { CafSide } from '../board/things/factor.ts';
import { belowInWords, sideWords } from '../words/analysis.ts';
import { sayList } from '../words/dates.ts';
import type { Block, Row, Statement } from './analysis.ts';
import { group, missing, paragraph, statementsOf, table } from './build.ts';
import type { Builder } from './build.ts';
import { nameOf } from './context.ts';
import type { Context } from './context.ts';
import { wordsUnder } from './pictures.ts';
import { boxTitle, statementOf } from './statements.ts';

/** E: what is seen and heard; behaviour of each child, and what people say. */
export const behaviourPart: Builder = (context) => {
  const lines = ofType(context.version.board, 'patroonblok').filter((one) => one.vak === 'gedrag-kind');
  const has = (child: string): boolean => lines.some((one) => one.persoon === child);
  return {
    blokken: [
      ...group(
        'Wat de kinderen doen',
        lines.map((one) => statementOf(context, one)),
      ),
      ...group('Wat mensen zeggen en zien', statementsOf(context, 'uitspraak')),
      ...group('Andere kaarten op tafel', statementsOf(context, 'notitie')),
    ],
    ontbreekt: context.children
      .filter((one) => !has(one.id))
      .map((one) => `Er staat nog niet wat er aan ${nameOf(one)} te zien of te merken is.`),
  };
};

const sides = Object.keys(cafDimensions) as CafSide[];

/** F: the three sides of the triangle with what goes well, what is hard and what is not known, and the links between them. */
export const trianglePart: Builder = (context, pictures) => {
  const factors = ofType(context.version.board, 'factor');
  const links = linksOf(context, 'driehoek');
  const side = (kant: CafSide): Statement[] =>
    factors.filter((one) => one.kant === kant).map((one) => statementOf(context, one));
  return {
    blokken: [
      ...(factors.length === 0
        ? []
        : [
            {
              soort: 'plaat' as const,
              titel: 'CAF-driehoek',
              plaat: pictures.driehoek,
              beschrijving: wordsUnder(pictures.driehoek, belowInWords),
            },
          ]),
      ...sides.flatMap((kant) => group(sideWords[kant], side(kant))),
      ...group('Hoe de kanten elkaar raken', links),
    ],
    ontbreekt: [
      ...sides
        .filter((kant) => side(kant).length === 0)
        .map((kant) => `Aan de kant “${sideWords[kant]}” staat nog niets.`),
      ...missing(factors.length > 0 && links.length === 0, 'De drie kanten zijn nog niet met elkaar verbonden.'),
    ],
  };
};

/** Links between two factors belong to the triangle; all others to the pattern, also when a card at an end is gone. */
function linksOf(context: Context, view: 'driehoek' | 'patroon'): Statement[] {
  const { things } = context.version.board;
  const isFactor = (id: string | undefined): boolean => id !== undefined && things.get(id)?.type === 'factor';
  return ofType(context.version.board, 'verband')
    .filter((one) => (isFactor(one.van) && isFactor(one.naar)) === (view === 'driehoek'))
    .map((one) => statementOf(context, one));
}

/** G: the same factors in short, strengths first, with the worry a strength makes up for. */
export const strengthPart: Builder = (context) => {
  const factors = ofType(context.version.board, 'factor');
  const about = (waarde: ThingOfType<'factor'>['waarde']): ThingOfType<'factor'>[] =>
    factors.filter((one) => one.waarde === waarde);
  const list = (titel: string, waarde: ThingOfType<'factor'>['waarde']): Block[] =>
    table(
      titel,
      ['Wat', 'Over wie', 'Gezegd door', 'Maakt goed'],
      about(waarde).map((one) => shortRow(context, one)),
    );
  return {
    blokken: [
      ...list('Dit gaat goed', 'kracht'),
      ...list('Dit is moeilijk', 'zorg'),
      ...list('Dit weten we nog niet', 'onbekend'),
    ],
    ontbreekt: [
      ...missing(about('kracht').length === 0, 'Er staat nog niet wat er goed gaat.'),
      ...missing(about('zorg').length === 0, 'Er staat nog niet wat er moeilijk is.'),
    ],
  };
};

function shortRow(context: Context, thing: ThingOfType<'factor'>): Row {
  const uitspraak = statementOf(context, thing);
  const madeUp = find(context.version.board, 'factor', thing.compenseert);
  const about = sayList(uitspraak.over.map((one) => one.naam));
  return {
    cellen: [thing.tekst, about, uitspraak.vanWie?.naam ?? '', madeUp?.tekst ?? ''],
    ids: uitspraak.ids,
    uitspraak,
  };
}

/**
 * H: what people fear and what was agreed about safety. How safe somebody judged a child to be is talked over among professionals; only versions of before hold it, and
 * say it to professionals.
 */
export const safetyPart: Builder = (context) => {
  const { board } = context.version;
  const states = ofType(board, 'veiligheidsstatus').toSorted((a, b) => ((a.datum ?? '') < (b.datum ?? '') ? 1 : -1));
  const per = (child: string): ThingOfType<'veiligheidsstatus'>[] => states.filter((one) => one.kind === child);
  const dangers = statementsOf(context, 'danger-statement');
  const agreements = statementsOf(context, 'veiligheidsafspraak');
  const others = states.filter((one) => !context.children.some((child) => child.id === one.kind));
  return {
    blokken: [
      ...context.children.flatMap((child) =>
        group(
          nameOf(child),
          per(child.id).map((one) => statementOf(context, one)),
        ),
      ),
      ...group(
        'Andere kinderen',
        others.map((one) => statementOf(context, one)),
      ),
      ...group('Waar zijn we bang voor', dangers),
      ...group('Wat we hebben afgesproken', agreements),
    ],
    ontbreekt: [
      ...missing(dangers.length === 0, 'Er staat nog niet waar mensen bang voor zijn.'),
      ...missing(agreements.length === 0, 'Er zijn nog geen afspraken over veiligheid.'),
    ],
  };
};

/** J: the circular pattern with its help ring, and why one thing leads to the other. */
export const patternPart: Builder = (context, pictures) => {
  const lines = ofType(context.version.board, 'patroonblok');
  const links = linksOf(context, 'patroon');
  const box = (vak: string, persoon?: string): Statement[] =>
    lines
      .filter((one) => one.vak === vak && (persoon === undefined || one.persoon === persoon))
      .map((one) => statementOf(context, one));
  const perPerson = (vak: string): Block[] =>
    [...new Set(lines.filter((one) => one.vak === vak).map((one) => one.persoon))].flatMap((persoon) =>
      group(
        boxTitle(vak, context.version.board.things.has(persoon ?? '') ? nameIn(context, persoon) : undefined),
        lines.filter((one) => one.vak === vak && one.persoon === persoon).map((one) => statementOf(context, one)),
      ),
    );
  return {
    blokken: [
      ...(lines.length === 0
        ? []
        : [
            paragraph(
              'Het ene raakt het andere, en het gaat rond. Niemand is de schuld; het patroon is wat we samen willen doorbreken.',
            ),
            {
              soort: 'plaat' as const,
              titel: 'Gezinspatroon',
              plaat: pictures.gezinspatroon,
              beschrijving: wordsUnder(pictures.gezinspatroon, belowInWords),
            },
          ]),
      ...group(boxTitle('problemen-in-het-gezin', undefined), box('problemen-in-het-gezin')),
      ...['gedrag-kind', 'ontwikkeling-kind', 'gedrag-ouder', 'ontwikkeling-ouder'].flatMap(perPerson),
      ...group(boxTitle('hulp', undefined), box('hulp')),
      ...group('Hoe het ene het andere raakt', links),
    ],
    ontbreekt: [
      ...missing(box('problemen-in-het-gezin').length === 0, 'Er staat nog niet wat de problemen in het gezin zijn.'),
      ...missing(box('hulp').length === 0, 'Er staat nog niet wat de hulp aan het patroon verandert, of juist niet.'),
      ...context.parents.flatMap((one) => [
        ...missing(
          box('gedrag-ouder', one.id).length === 0 && isClose(context, one.id),
          `Er staat nog niet wat ${nameOf(one)} doet.`,
        ),
        ...missing(
          box('ontwikkeling-ouder', one.id).length === 0 && isClose(context, one.id),
          `Er staat nog niet wat ${nameOf(one)} heeft meegemaakt dat meespeelt.`,
        ),
      ]),
      ...context.children.flatMap((one) =>
        missing(box('gedrag-kind', one.id).length === 0, `Er staat nog niet wat ${nameOf(one)} doet.`),
      ),
      ...missing(lines.length > 0 && links.length === 0, 'Er staat nog niet hoe het ene tot het andere leidt.'),
    ],
  };
};

function nameIn(context: Context, id: string | undefined): string | undefined {
  const thing = context.version.board.things.get(id ?? '');
  return thing?.type === 'persoon' ? nameOf(thing) : undefined;
}

/** A parent by birth, adoption or as a step-parent belongs in the pattern; foster parents and donors need not. */
function isClose(context: Context, parent: string): boolean {
  return ofType(context.version.board, 'ouder-kind').some(
    (one) =>
      (one.soort === 'biologisch' || one.soort === 'adoptie') &&
      (one.ouders ?? []).includes(parent) &&
      context.children.some((child) => child.id === one.kind),
  );
}

/** K: the sentence, and what everybody means well. */
export const sentencePart: Builder = (context) => {
  const sentences = statementsOf(context, 'patroonzin').filter((one) => one.tekst !== '');
  const intentions = ofType(context.version.board, 'nobele-intentie');
  const without = [...context.parents.filter((one) => isClose(context, one.id)), ...context.children].filter(
    (one) => !intentions.some((intention) => intention.persoon === one.id),
  );
  return {
    blokken: [
      ...group('', statementsOf(context, 'patroonzin')),
      ...group(
        'Wat ieder goed bedoelt',
        intentions.map((one) => statementOf(context, one)),
      ),
    ],
    ontbreekt: [
      ...missing(sentences.length === 0, 'De zin over het patroon is nog niet geschreven.'),
      ...without.map((one) => `Er staat nog niet wat ${nameOf(one)} goed bedoelt.`),
    ],
  };
};
