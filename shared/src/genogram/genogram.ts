import { find, ofType, placeOf } from '../board/board.ts';
import type { Board } from '../board/board.ts';
import { boxOfAll, boxOfMark } from '../picture/bounds.ts';
import { guestCards, label } from '../picture/card.ts';
import type { PictureOptions } from '../picture/face.ts';
import { measure, wrap } from '../picture/measure.ts';
import { roundedBox } from '../picture/paths.ts';
import type { PictureNode, ViewPicture } from '../picture/picture.ts';
import { cardWords } from '../words/pictures.ts';
import { kinOf } from './family.ts';
import { householdMarks } from './households.ts';
import { familyLines } from './lines.ts';
import { placePeople } from './place.ts';
import type { Sized } from './place.ts';
import { relationLines } from './relations.ts';
import { describe } from './say.ts';
import { figureOf, personNode } from './symbols.ts';
import { figureOfUnborn, unbornNode } from './unborn.ts';

const view = 'genogram';

/**
 * Takes a board, gives the genogram: everybody once, children below their parents, partners side by side, households behind.
 * Who was put somewhere by hand stays exactly there; the others are laid out. Any data gives a drawing, also a contradiction.
 */
export function genogramPicture(board: Board, options: PictureOptions): ViewPicture {
  const kin = kinOf(board);
  const figures = new Map([...kin.people.values()].map((person) => [person.id, figureOf(person)]));
  const unborn = new Map([...kin.unborn.values()].map((each) => [each.id, figureOfUnborn(each)]));
  const sized = new Map<string, Sized>([...figures, ...unborn]);
  const layout = placePeople(board, kin, sized);
  const people = [...figures.values()].map((figure): PictureNode => {
    const at = layout.at.get(figure.person.id) ?? { x: 0, y: 0 };
    return personNode(figure, at, layout.held.has(figure.person.id), options.today);
  });
  const expected = [...unborn.values()].map((figure): PictureNode => {
    const { id } = figure.unborn;
    return unbornNode(figure, layout.at.get(id) ?? { x: 0, y: 0 }, layout.held.has(id));
  });
  const nodes = [...people, ...expected, ...organisations(board), ...guestCards(board, view, options, ['organisatie'])];
  const boxes = new Map(nodes.map((node) => [node.id, node.box]));
  const households = ofType(board, 'huishouden');
  const relations = ofType(board, 'relatielijn');
  const backdrop = householdMarks(households, boxes);
  const ties = familyLines(kin, layout, sized);
  const words = [...backdrop, ...ties.flatMap((line) => line.marks)].flatMap((mark) =>
    mark.kind === 'text' ? [boxOfMark(mark)] : [],
  );
  const lines = [...ties, ...relationLines(kin, layout, relations, boxes, words, options)];
  return {
    view,
    box: boxOfAll(backdrop, lines, nodes),
    backdrop,
    lines,
    nodes,
    description: describe(kin, households, relations, options),
  };
}

/** An organisation somebody put beside the family: its name in a rounded box, where it was put. */
function organisations(board: Board): PictureNode[] {
  return ofType(board, 'organisatie').flatMap(({ id }): PictureNode[] => {
    const place = placeOf(board, view, id);
    const name = find(board, 'organisatie', id)?.naam.trim() ?? '';
    if (place === undefined) return [];
    const lines = wrap(name === '' ? cardWords.naamloos : name, 160, 16, 600);
    const width = Math.max(72, ...lines.map((line) => measure(line, 16, 600) + 32));
    const height = 24 + lines.length * 22;
    const box = { x: place.x - width / 2, y: place.y - height / 2, width, height };
    const words = lines.map((line, index) =>
      label(line, place.x, box.y + 12 + index * 22 + 16, { weight: 600, anchor: 'middle' }),
    );
    return [
      {
        id,
        box,
        placed: true,
        marks: [{ kind: 'path', d: roundedBox(box, 16), fill: 'surface', stroke: 'line', width: 2 }, ...words],
        label: lines.join(' '),
      },
    ];
  });
}
