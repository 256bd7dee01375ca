import { find, ofType } from '@samenbord/shared/board/board.ts';
import type { Board } from '@samenbord/shared/board/board.ts';
import type { ThingOfType } from '@samenbord/shared/board/things.ts';
import { kinOf } from '@samenbord/shared/genogram/family.ts';
import { sayLink, sayRelation, sayUnion } from '@samenbord/shared/genogram/say.ts';
import { namesOf } from '@samenbord/shared/picture/face.ts';
import { sayBand } from '@samenbord/shared/sociogram/say.ts';
import { sayDate, sayList } from '@samenbord/shared/words/dates.ts';
import { listWords } from '@samenbord/shared/words/lists.ts';

/** One tie in words, with the thing it stands for. */
export type Sentence = { readonly id: string; readonly text: string };

/** Takes a partnership, says it as the genogram does: "Nadia en Mark waren getrouwd van 2008 tot 2016 en zijn gescheiden." */
export const sayPartners = (board: Board, tie: ThingOfType<'partnerrelatie'>): string =>
  withMore(sayUnion(kinOf(board), tie), tie.toelichting);

/** Takes parents and child, says it from the child: "Finn is pleegkind van Ans en Piet, sinds 2021." */
export function sayParents(board: Board, tie: ThingOfType<'ouder-kind'>): string {
  const line = sayLink(
    kinOf(board),
    { key: tie.id, parents: tie.ouders ?? [], unions: [], links: [], unborn: [] },
    tie,
  );
  const when = tie.periode === undefined ? '' : `, ${sayDate(tie.periode)}`;
  return withMore(`${line}${when}.`, tie.toelichting);
}

/** Takes a relation line, says according to whom: "Mark heeft veel ruzie met Joris (volgens Nadia)." Ages are not said: no day is needed. */
export const sayTie = (board: Board, tie: ThingOfType<'relatielijn'>): string =>
  sayRelation(kinOf(board), tie, { today: 0 });

/** Takes what somebody means to a child, says it whole; whose words it is stands beside it. */
export const sayAround = (board: Board, tie: ThingOfType<'band'>): string => sayBand(board, tie);

/** Takes a household, says who live there: "In dit huis wonen Nadia en Sanne." */
export function sayHousehold(board: Board, home: ThingOfType<'huishouden'>): string {
  const who = sayList(namesOf(board, home.leden ?? []));
  return `${listWords.livesHere(who)}${home.periode === undefined ? '' : `, ${sayDate(home.periode)}`}.`;
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
    ...lines.map((tie) => ({ id: tie.id, text: sayTie(board, tie) })),
  ];
}

/** One full stop at the end, also after somebody's own. */
const ended = (text: string): string => (/[.!?…]$/u.test(text) ? text : `${text}.`);

const withMore = (line: string, more: string): string => (more.trim() === '' ? line : `${line} ${ended(more.trim())}`);
