import { expect, test } from 'vitest';
import type { Board } from '@samenbord/shared/board/board.ts';
import { ofType } from '@samenbord/shared/board/board.ts';
import { quickWords as q } from '@samenbord/shared/words/quick.ts';
import { canvasTable } from '../support/canvas-harness/seats.ts';
import { sitters } from '../support/canvas-harness/server.ts';
import type { Seat } from '../support/canvas-harness/table.ts';

const { table, sit } = canvasTable();

/** A hand that counts: a key, a click or one typed field is one action each. */
class Hand {
  readonly #seat: Seat;
  actions = 0;

  constructor(seat: Seat) {
    this.#seat = seat;
  }
  press = async (key: string): Promise<void> => {
    this.actions += 1;
    await this.#seat.page.keyboard.press(key);
  };
  type = async (text: string): Promise<void> => {
    this.actions += 1;
    await this.#seat.page.keyboard.insertText(text);
  };
  tool = async (name: string): Promise<void> => {
    this.actions += 1;
    await this.#seat.tool(name);
  };
  field = async (label: string): Promise<void> => {
    this.actions += 1;
    await this.#seat.page.getByLabel(label).click();
  };
  choose = async (naam: string): Promise<void> => {
    this.actions += 1;
    const id = await table().find((board) => idOf(board, naam));
    await this.#seat.choose(id);
  };
  /** A letter, a line, Enter. */
  add = async (key: string, line: string): Promise<void> => {
    await this.press(key);
    await this.type(line);
    await this.press('Enter');
  };
}

const idOf = (board: Board, naam: string): string | undefined =>
  ofType(board, 'persoon').find((one) => one.naam === naam)?.id;
const nameIn = (board: Board, id: string): string => ofType(board, 'persoon').find((one) => one.id === id)?.naam ?? '?';
const names = (board: Board, ids: readonly string[] | undefined): string =>
  (ids ?? [])
    .map((id) => nameIn(board, id))
    .toSorted()
    .join(' en ');

test('C60 a family of twelve in three generations stands on an empty board in at most sixty actions, with birth years and ties', async () => {
  await table().fresh([], {});
  const karim = await sit(sitters.karim, 'genogram');
  const hand = new Hand(karim);
  await hand.tool('Persoon');
  await karim.clickPaper(700, 600);
  hand.actions += 1;
  await hand.type('Sanne, v, 2012');
  await hand.press('Enter');

  await hand.press('o');
  await hand.type('Nadia, v, 1985');
  await hand.field(q.otherParentName);
  await hand.type('Ruben, m, 1983');
  await hand.press('Enter');

  await hand.choose('Sanne');
  await hand.add('b', 'Milan, m, 2014');
  await hand.add('b', 'Noor, v, 2019');

  await hand.choose('Nadia');
  await hand.press('o');
  await hand.type('Fatma, v, 1958');
  await hand.field(q.otherParentName);
  await hand.type('Hassan, m, rond 1955');
  await hand.press('Enter');
  await hand.add('k', 'Samira, v, 1988');
  await hand.add('p', 'Joris, m, 1986');
  await hand.add('k', 'Lina, v, 2016');

  await hand.choose('Ruben');
  await hand.press('o');
  await hand.type('Truus, v, 1952');
  await hand.field(q.otherParentName);
  await hand.type('Henk, m, 1950');
  await hand.press('Enter');

  const board = await table().find((now) => (ofType(now, 'persoon').length === 12 ? now : undefined));
  await table().until((now) => ofType(now, 'ouder-kind').length === 7 && ofType(now, 'partnerrelatie').length === 4);
  const whole = await table().board();
  process.stdout.write(`a family of twelve: ${hand.actions} actions\n`);
  expect(hand.actions).toBeLessThanOrEqual(60);
  expect(
    Object.fromEntries(ofType(whole, 'persoon').map(({ naam, geslacht, geboren }) => [naam, `${geslacht} ${geboren}`])),
  ).toEqual({
    Sanne: 'vrouw 2012',
    Nadia: 'vrouw 1985',
    Ruben: 'man 1983',
    Milan: 'man 2014',
    Noor: 'vrouw 2019',
    Fatma: 'vrouw 1958',
    Hassan: 'man 1955~',
    Samira: 'vrouw 1988',
    Joris: 'man 1986',
    Lina: 'vrouw 2016',
    Truus: 'vrouw 1952',
    Henk: 'man 1950',
  });
  expect(
    Object.fromEntries(
      ofType(whole, 'ouder-kind').map(({ kind, ouders, soort }) => [
        nameIn(whole, kind ?? ''),
        `${soort}: ${names(whole, ouders)}`,
      ]),
    ),
  ).toEqual({
    Sanne: 'biologisch: Nadia en Ruben',
    Milan: 'biologisch: Nadia en Ruben',
    Noor: 'biologisch: Nadia en Ruben',
    Nadia: 'biologisch: Fatma en Hassan',
    Samira: 'biologisch: Fatma en Hassan',
    Lina: 'biologisch: Joris en Samira',
    Ruben: 'biologisch: Henk en Truus',
  });
  expect(
    ofType(whole, 'partnerrelatie')
      .map(({ partners }) => names(whole, partners))
      .toSorted(),
  ).toEqual(['Fatma en Hassan', 'Henk en Truus', 'Joris en Samira', 'Nadia en Ruben']);
  expect(board.things.size).toBe(12 + 7 + 4);
});
