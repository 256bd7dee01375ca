import { find, ofType } from '@samenbord/shared/board/board.ts';
import type { Board } from '@samenbord/shared/board/board.ts';
import type { ThingOfType } from '@samenbord/shared/board/things.ts';
import { nameOf, namesOf } from '@samenbord/shared/picture/face.ts';
import { sayDate, sayList } from '@samenbord/shared/words/dates.ts';
import { listWords } from '@samenbord/shared/words/lists.ts';
import { endWords, parentWords, relationWords, unionWords } from '@samenbord/shared/words/pictures.ts';

/** One tie in words, with the thing it stands for. */
export type Sentence = { readonly id: string; readonly text: string };

/** Takes a partnership, says it: "Nadia en Mark waren getrouwd en zijn gescheiden, van 2008 tot 2016." */
export function sayPartners(board: Board, tie: ThingOfType<'partnerrelatie'>): string {
  const who = sayList((tie.partners ?? []).map((id) => nameOf(board, id)));
  const ended = tie.einde !== undefined || tie.geeindigd !== undefined;
  const [now, then] = unionWords[tie.vorm ?? 'relatie'];
  const end = tie.einde === undefined ? '' : ` en ${endWords[tie.einde]}`;
  return sentence(`${who} ${ended ? then : now}${end}`, period(tie.begonnen, tie.geeindigd), tie.toelichting);
}

/** Takes parents and child, says it from the child: "Finn is pleegkind van Ans en Piet, sinds 2021." */
export function sayParents(board: Board, tie: ThingOfType<'ouder-kind'>): string {
  const parents = sayList((tie.ouders ?? []).map((id) => nameOf(board, id)));
  const kind = parentWords[tie.soort ?? 'biologisch'];
  const when = tie.periode === undefined ? '' : sayDate(tie.periode);
  return sentence(`${nameOf(board, tie.kind)} is ${kind} van ${parents}`, when, tie.toelichting);
}

/** Takes a relation line, says according to whom: "Volgens Nadia: Mark heeft veel ruzie met Jan." */
export function sayRelation(board: Board, tie: ThingOfType<'relatielijn'>): string {
  const line = `${nameOf(board, tie.van)} ${relationWords[tie.soort ?? 'hecht']} ${nameOf(board, tie.naar)}`;
  const said = tie.vanWie === undefined ? line : listWords.according(nameOf(board, tie.vanWie), line);
  return sentence(said, '', tie.toelichting);
}

/** Takes a household, says who live there: "In dit huis wonen Nadia en Sanne." */
export function sayHousehold(board: Board, home: ThingOfType<'huishouden'>): string {
  const who = sayList(namesOf(board, home.leden ?? []));
  return sentence(listWords.livesHere(who), home.periode === undefined ? '' : sayDate(home.periode), '');
}

/** Takes a verband, says it in words: "Te laat thuis leidt tot ruzie, omdat …". Nothing when one end is not on the table. */
export function sayLeadsTo(board: Board, tie: ThingOfType<'verband'>): string | undefined {
  const [from, to] = [endOf(board, tie.van), endOf(board, tie.naar)];
  return from === undefined || to === undefined ? undefined : listWords.leadsTo(from, to, tie.omdat.trim());
}

const endOf = (board: Board, id: string | undefined): string | undefined =>
  (find(board, 'patroonblok', id) ?? find(board, 'factor', id))?.tekst.trim();

/** Everything that ties one person to others, in sentences: partners, parents and children, then how people see the ties. */
export function tiesOfPerson(board: Board, person: string): Sentence[] {
  const partners = ofType(board, 'partnerrelatie').filter(({ partners: both = [] }) => both.includes(person));
  const family = ofType(board, 'ouder-kind').filter(
    ({ kind, ouders = [] }) => kind === person || ouders.includes(person),
  );
  const lines = ofType(board, 'relatielijn').filter(({ van, naar }) => van === person || naar === person);
  return [
    ...family.filter(({ kind }) => kind === person).map((tie) => ({ id: tie.id, text: sayParents(board, tie) })),
    ...partners.map((tie) => ({ id: tie.id, text: sayPartners(board, tie) })),
    ...family.filter(({ kind }) => kind !== person).map((tie) => ({ id: tie.id, text: sayParents(board, tie) })),
    ...lines.map((tie) => ({ id: tie.id, text: sayRelation(board, tie) })),
  ];
}

function period(from: string | undefined, to: string | undefined): string {
  if (from !== undefined && to !== undefined) return listWords.fromTo(sayDate(from), sayDate(to));
  if (from !== undefined) return from.includes('/') ? sayDate(from) : listWords.since(sayDate(from));
  return to === undefined ? '' : listWords.until(sayDate(to));
}

const sentence = (line: string, when: string, more: string): string =>
  `${line}${when === '' ? '' : `, ${when}`}.${more.trim() === '' ? '' : ` ${more.trim()}`}`;
