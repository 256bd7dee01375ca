import type { Board } from '@samenbord/shared/board/board.ts';
import { mainText } from '@samenbord/shared/board/things.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { nameOf, namesOf } from '@samenbord/shared/picture/face.ts';
import { sayDate, sayList } from '@samenbord/shared/words/dates.ts';
import { listWords } from '@samenbord/shared/words/lists.ts';
import { outcomeWords } from '@samenbord/shared/words/pictures.ts';
import { optionLabel, thingWords } from '@samenbord/shared/words/things.ts';
import { sayAround, sayHousehold, sayLeadsTo, sayParents, sayPartners, sayTie } from './sentences.ts';

/** A thing in a line of a list: its words, and for what has no words of its own a sentence. Never empty. */
export function sayRow(board: Board, thing: Thing): string {
  const words = wordsOf(board, thing).trim();
  return words === '' ? `${capital(thingWords[thing.type].naam)} (${listWords.thing.empty})` : words;
}

export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

function wordsOf(board: Board, thing: Thing): string {
  switch (thing.type) {
    case 'partnerrelatie':
      return sayPartners(board, thing);
    case 'ouder-kind':
      return sayParents(board, thing);
    case 'relatielijn':
      return sayTie(board, thing);
    case 'band':
      return sayAround(board, thing);
    case 'huisdier':
      return joined([mainText(thing), thing.soort], ', ');
    case 'huishouden':
      return joined([mainText(thing), sayHousehold(board, thing)], ': ');
    case 'verband':
      return sayLeadsTo(board, thing) ?? joined([thingWords.verband.naam, thing.omdat], ': ');
    case 'persoon':
      return joined([nameOf(board, thing.id), lifeOf(thing.geboren, thing.overleden)], ', ');
    case 'hulp': {
      const result = thing.uitkomst === undefined ? '' : capital(outcomeWords[thing.uitkomst]);
      return joined([joined([mainText(thing), thing.wie], ', '), joined([result, thing.resultaat], ': ')], '. ');
    }
    case 'veiligheidsstatus': {
      const mark = thing.cijfer === undefined ? '' : listWords.mark(thing.cijfer);
      const outcome = optionLabel('veiligheidsstatus', 'uitkomst', thing.uitkomst ?? '');
      return joined(
        [joined([thing.datum === undefined ? '' : sayDate(thing.datum), outcome, mark], ', '), thing.toelichting],
        '. ',
      );
    }
    case 'bijeenkomst':
      return joined([mainText(thing), thing.datum === undefined ? '' : sayDate(thing.datum)], ', ');
    default:
      return mainText(thing);
  }
}

/** What stands small under a fact: when, who does it, about whom. Who typed it stands with the thing itself. */
export function sayUnder(board: Board, thing: Thing): string {
  const { wanneer, vanaf, wie, over } = thing as unknown as Readonly<Record<string, unknown>>;
  const when = [wanneer, vanaf].find((value) => typeof value === 'string');
  const about = Array.isArray(over)
    ? sayList(
        namesOf(
          board,
          over.filter((id) => typeof id === 'string'),
        ),
      )
    : '';
  const who = thing.type === 'hulp' || typeof wie !== 'string' ? '' : wie;
  return joined([typeof when === 'string' ? sayDate(when) : '', who, about], ' · ');
}

const lifeOf = (born: string | undefined, died: string | undefined): string =>
  joined(
    [born === undefined ? '' : listWords.born(sayDate(born)), died === undefined ? '' : listWords.died(sayDate(died))],
    ', ',
  );

const joined = (parts: readonly string[], by: string): string =>
  parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(by);
