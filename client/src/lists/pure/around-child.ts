import { ofType } from '@samenbord/shared/board/board.ts';
import type { Board } from '@samenbord/shared/board/board.ts';
import { actorsOf, childrenOfSociogram, nameIn, nears, tiesOf } from '@samenbord/shared/sociogram/circle.ts';
import type { Band } from '@samenbord/shared/sociogram/circle.ts';
import { nameOf } from '@samenbord/shared/picture/face.ts';
import { sayList } from '@samenbord/shared/words/dates.ts';
import { nearWords, sociogramWords } from '@samenbord/shared/words/sociogram.ts';
import { thingWords } from '@samenbord/shared/words/things.ts';
import { capital } from './say.ts';
import type { Section } from './sections.ts';

/**
 * Takes a board, gives the list of its sociogram: around each child the rings from near to far, in everybody's own words, and who was not talked about
 * yet. Of several children the first is the one a sociogram opens with. What has no child on the table any more stands at the end.
 */
export function aroundChildren(board: Board): Section[] {
  const ties = tiesOf(board);
  const children = childrenOfSociogram(board);
  const said = new Set(ties.map(({ id }) => id));
  const rest = ofType(board, 'band').filter(({ id }) => !said.has(id));
  const { meervoud, hint } = thingWords.band;
  const loose: Section = {
    title: capital(meervoud),
    rows: rest.map((thing) => ({ thing })),
    empty: hint,
    add: { type: 'band' },
  };
  return [
    ...children.flatMap(({ id }) =>
      aroundOne(
        board,
        id,
        ties.filter(({ kind }) => kind === id),
        children.length > 1 ? `${nameOf(board, id)}: ` : '',
      ),
    ),
    ...(children.length === 0 || rest.length > 0 ? [loose] : []),
  ];
}

function aroundOne(board: Board, kind: string, all: readonly Band[], before: string): Section[] {
  // The child's own words first: it is about the child's life.
  const ties = all.toSorted((a, b) => Number(b.vanWie === kind) - Number(a.vanWie === kind));
  const title = (text: string): string => (before === '' ? capital(text) : `${before}${text}`);
  const rings = nears.map((nabijheid): Section => ({
    title: title(nearWords[nabijheid]),
    rows: ties.filter((tie) => tie.nabijheid === nabijheid).map((thing) => ({ thing })),
    empty: sociogramWords.ringLeeg,
    add: { type: 'band', values: { kind, nabijheid } },
  }));
  const open = ties.filter((tie) => tie.nabijheid === undefined);
  const met = new Set(ties.map((tie) => tie.met));
  const silent = actorsOf(board, kind).flatMap(({ id }) => {
    const name = nameIn(board, id);
    return met.has(id) || name === '' ? [] : [name];
  });
  return [
    ...rings,
    ...(open.length === 0 ? [] : [{ title: title(sociogramWords.nietGezegd), rows: open.map((thing) => ({ thing })) }]),
    ...(silent.length === 0
      ? []
      : [
          {
            title: title(sociogramWords.nogNiet.toLowerCase()),
            rows: [],
            empty: `${sayList(silent)}.`,
            add: { type: 'band', values: { kind } } as const,
          },
        ]),
  ];
}
