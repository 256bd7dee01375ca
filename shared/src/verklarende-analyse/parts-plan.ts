import { ofType } from '../board/board.ts';
import type { ThingOfType } from '../board/things.ts';
import { endQuestions } from '../words/analysis.ts';
import type { Statement } from './analysis.ts';
import { group, missing, statementsOf } from './build.ts';
import type { Builder } from './build.ts';
import { nameOf } from './context.ts';
import type { Context } from './context.ts';
import { statementOf } from './statements.ts';

/** N: what is not known yet, who finds out, and by when. */
export const openPart: Builder = (context) => {
  const questions = ofType(context.version.board, 'open-vraag');
  const states = (answered: boolean): Statement[] =>
    questions.filter((one) => (one.antwoord !== '') === answered).map((one) => statementOf(context, one));
  return {
    blokken: [...group('Nog open', states(false)), ...group('Inmiddels beantwoord', states(true))],
    ontbreekt: [
      ...missing(questions.length === 0, 'Nog niemand heeft opgeschreven wat jullie nog niet weten.'),
      ...questions
        .filter((one) => one.antwoord === '' && (one.wie === '' || one.wanneer === undefined))
        .map((one) => `Bij de open vraag “${one.tekst}” staat nog niet wie het uitzoekt en wanneer.`),
    ],
  };
};

type Question = keyof typeof endQuestions;
const questions = Object.keys(endQuestions) as Question[];

const answersTo = (context: Context, ...asked: Question[]): Statement[] =>
  asked.flatMap((question) =>
    ofType(context.version.board, 'eindsituatie')
      .filter((one) => one.vraag === question)
      .map((one) => statementOf(context, one)),
  );

/** O: from the pattern to "zo is het goed genoeg", question by question. */
export const endPart: Builder = (context) => ({
  blokken: group('', answersTo(context, ...questions)),
  ontbreekt: questions
    .filter((question) => !answersTo(context, question).some((one) => one.tekst !== ''))
    .map((question) => `Nog geen antwoord op: “${endQuestions[question]}”`),
});

/** P: what can change, and what others make up for. */
export const changePart: Builder = (context) => {
  const change = answersTo(context, 'wat-kan-veranderen', 'veranderdoelen');
  const makeUp = answersTo(context, 'wat-compenseren', 'hoe-compenseren');
  return {
    blokken: [...group('Wat kan veranderen', change), ...group('Wat we samen opvangen', makeUp)],
    ontbreekt: [
      ...missing(change.length === 0, 'Er staat nog niet wat er kan veranderen.'),
      ...missing(makeUp.length === 0, 'Er staat nog niet wat anderen moeten opvangen, en hoe.'),
    ],
  };
};

/** Q: goals in their order, and who does what when. */
export const goalPart: Builder = (context) => {
  const goals = ofType(context.version.board, 'doel').toSorted((a, b) => (a.prioriteit ?? 10) - (b.prioriteit ?? 10));
  const agreements = ofType(context.version.board, 'afspraak');
  return {
    blokken: [
      ...group(
        'Doelen',
        goals.map((one) => statementOf(context, one)),
      ),
      ...group(
        'Afspraken',
        agreements.map((one) => statementOf(context, one)),
      ),
    ],
    ontbreekt: [
      ...missing(goals.length === 0, 'Er zijn nog geen doelen.'),
      ...missing(agreements.length === 0, 'Er zijn nog geen afspraken: wie doet wat, en wanneer?'),
      ...goals
        .filter((one) => one.wie === '' || one.wanneer === undefined)
        .map((one) => `Bij het doel “${one.tekst}” staat nog niet wie eraan werkt en wanneer het af is.`),
    ],
  };
};

/** R: decisions with their reasons and the advice, the help that runs, and the help that is needed. */
export const helpPart: Builder = (context) => {
  const { board } = context.version;
  const decisions = ofType(board, 'besluit').toSorted(newestFirst);
  const help = ofType(board, 'hulp').toSorted(newestFirst);
  const runs = (one: ThingOfType<'hulp'>): boolean => one.uitkomst === 'loopt' || one.wanneer?.endsWith('/..') === true;
  return {
    blokken: [
      ...group(
        'Besluiten, de nieuwste eerst',
        decisions.map((one) => statementOf(context, one)),
      ),
      ...group(
        'Hulp die nu loopt',
        help.filter(runs).map((one) => statementOf(context, one)),
      ),
      ...group('Welke hulp nodig is', answersTo(context, 'welke-hulp', 'wie-geeft-hulp')),
    ],
    ontbreekt: [
      ...missing(decisions.length === 0, 'Er staan nog geen besluiten op.'),
      ...decisions
        .filter((one) => one.redenen === '')
        .map((one) => `Bij het besluit “${one.titel}” staat nog niet waarom.`),
      ...decisions
        .filter((one) => one.gevolgd === undefined || one.advies === '')
        .map(
          (one) =>
            `Bij het besluit “${one.titel}” staat nog niet wat de gedragswetenschapper adviseerde en of dat is gevolgd.`,
        ),
      ...decisions
        .filter((one) => (one.gevolgd === 'nee' || one.gevolgd === 'deels') && one.waaromNiet === '')
        .map((one) => `Bij het besluit “${one.titel}” staat nog niet waarom het advies niet helemaal is gevolgd.`),
    ],
  };
};

const newestFirst = (
  a: { wanneer?: string | undefined; id: string },
  b: { wanneer?: string | undefined; id: string },
): number => (`${a.wanneer ?? ''} ${a.id}` < `${b.wanneer ?? ''} ${b.id}` ? 1 : -1);

/** Children whose own words are on no card at all. */
export function voicelessChildren(context: Context): ThingOfType<'persoon'>[] {
  const { board } = context.version;
  const spoke = new Set<string>();
  for (const thing of board.things.values()) {
    const typist = context.version.deelnemers.find((one) => one.id === thing.by);
    const own = thing.vanWie ?? typist?.persoon;
    if (own !== undefined && statementOf(context, thing).vanWie?.id === own) spoke.add(own);
  }
  return context.children.filter((child) => !spoke.has(child.id));
}

export const voiceMissing = (context: Context): string[] =>
  voicelessChildren(context).map((child) => `Van ${nameOf(child)} staan nog geen eigen woorden op tafel.`);

/** Everything people answered to each other's cards. */
export const reactionStatements = (context: Context): Statement[] => statementsOf(context, 'reactie');
