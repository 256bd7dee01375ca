import { ofType } from '../board/board.ts';
import type { ThingOfType } from '../board/things.ts';
import { describeFacts } from '../genogram/person-text.ts';
import { sayChoice } from '../words/analysis.ts';
import { sayAge, sayDate, sayList } from '../words/dates.ts';
import type { Row, Statement } from './analysis.ts';
import { ageOf, nameOf, people, personRef } from './context.ts';
import type { Context } from './context.ts';
import { statementOf } from './statements.ts';

/** One row of a table, with the statement that it stands for. */
export const rowOf = (uitspraak: Statement, cellen: readonly string[]): Row => ({
  cellen,
  ids: uitspraak.ids,
  uitspraak,
});

/** The people, their ties and their homes as rows of the tables of part C. */
export function personRow(context: Context, one: ThingOfType<'persoon'>): Row {
  const age = ageOf(context, one.id);
  const born =
    one.geboren === undefined ? '' : `${sayDate(one.geboren)}${age === undefined ? '' : ` (${sayAge(age)})`}`;
  const died = one.overleden === undefined ? '' : `, overleden ${sayDate(one.overleden)}`;
  const index = one.indexkind === true ? 'dit gesprek gaat over dit kind' : '';
  const extra = [index, one.bijzonderheid].filter((part) => part !== '').join('; ');
  return rowOf(statementOf(context, one), [nameOf(one), born + died, one.kring ?? '', extra]);
}

export function partnerRows(context: Context): Row[] {
  return ofType(context.version.board, 'partnerrelatie').map((one) => {
    const names = sayList(people(context, one.partners).map((ref) => ref.naam));
    const how = [one.vorm, one.einde]
      .filter((part) => part !== undefined)
      .map(sayChoice)
      .join(', ');
    const when = [
      ...(one.begonnen === undefined ? [] : [`vanaf ${sayDate(one.begonnen)}`]),
      ...(one.geeindigd === undefined ? [] : [`tot ${sayDate(one.geeindigd)}`]),
    ].join(' ');
    return rowOf(statementOf(context, one), [names, how, when, one.toelichting]);
  });
}

export function childRows(context: Context): Row[] {
  return ofType(context.version.board, 'ouder-kind').map((one) => {
    const parents = sayList(people(context, one.ouders).map((ref) => ref.naam));
    const child = personRef(context, one.kind)?.naam ?? 'een kind';
    const when = one.periode === undefined ? '' : sayDate(one.periode);
    return rowOf(statementOf(context, one), [
      `${parents}, van ${child}`,
      `ouder: ${sayChoice(one.soort ?? '')}`,
      when,
      one.toelichting,
    ]);
  });
}

export function householdRows(context: Context): Row[] {
  return ofType(context.version.board, 'huishouden').map((one) => {
    const members = sayList(people(context, one.leden).map((ref) => ref.naam));
    return rowOf(statementOf(context, one), [one.naam, members, one.periode === undefined ? '' : sayDate(one.periode)]);
  });
}

export function pregnancyRows(context: Context): Row[] {
  return ofType(context.version.board, 'zwangerschap').map((one) => {
    const what = [one.soort === undefined ? '' : sayChoice(one.soort), one.naam].filter((part) => part !== '');
    return rowOf(statementOf(context, one), [
      sayList(people(context, one.ouders).map((ref) => ref.naam)),
      what.join(': '),
      one.wanneer === undefined ? '' : sayDate(one.wanneer),
      one.toelichting,
    ]);
  });
}

export function twinRows(context: Context): Row[] {
  return ofType(context.version.board, 'meerling').map((one) =>
    rowOf(statementOf(context, one), [
      sayList(people(context, one.kinderen).map((ref) => ref.naam)),
      one.soort === undefined ? '' : sayChoice(one.soort),
      one.toelichting,
    ]),
  );
}

export function petRows(context: Context): Row[] {
  return ofType(context.version.board, 'huisdier').map((one) =>
    rowOf(statementOf(context, one), [one.naam, one.soort, sayList(people(context, one.bij).map((ref) => ref.naam))]),
  );
}

export function organisationRows(context: Context): Row[] {
  return ofType(context.version.board, 'organisatie').map((one) =>
    rowOf(statementOf(context, one), [one.naam, one.soort === undefined ? '' : sayChoice(one.soort)]),
  );
}

/** A child in sentences: who it is, with whom, and where it lived. How people see their ties are statements, and stand apart. */
export function inSentences({ version, today }: Context, person: ThingOfType<'persoon'>): Row {
  return { cellen: [nameOf(person), describeFacts(version.board, person.id, today).join('\n')], ids: [person.id] };
}
