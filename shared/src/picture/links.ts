import { find } from '../board/board.ts';
import type { Board } from '../board/board.ts';
import type { ThingOfType } from '../board/things.ts';
import { verbandWords } from '../words/pictures.ts';
import { arrowHead } from './paths.ts';
import type { PictureLine, PictureNode } from './picture.ts';
import type { Router } from './routes.ts';

/**
 * Draws one verband as a line with an arrow head from edge to edge of its two nodes, in a way that runs over as few other nodes and
 * texts as can be. Nothing when one of its ends is not in this view.
 */
export function verbandLine(
  verband: ThingOfType<'verband'>,
  nodes: ReadonlyMap<string, PictureNode>,
  router: Router,
): PictureLine | undefined {
  const from = nodes.get(verband.van ?? '');
  const to = nodes.get(verband.naar ?? '');
  if (from === undefined || to === undefined || from === to) return undefined;
  const { d, before, tip } = router(from.box, to.box);
  return {
    id: verband.id,
    ends: [from.id, to.id],
    marks: [
      { kind: 'path', d, stroke: 'action', width: 2.5, opacity: 0.85 },
      { kind: 'path', d: arrowHead(before, tip, 16), fill: 'action' },
    ],
    d,
    label: sayVerband(from.label, to.label, verband.omdat),
  };
}

/** "“Ik zeg dat het gaat” leidt tot “niemand helpt”, omdat: niemand het weet". */
export const sayVerband = (from: string, to: string, omdat: string): string =>
  `“${from.trim()}” ${verbandWords.leidtTot} “${to.trim()}”${omdat.trim() === '' ? '' : `, ${verbandWords.omdat}: ${omdat.trim()}`}`;

/** The two texts that a verband ties together, when both are on the table. */
export function textsOf(board: Board, verband: ThingOfType<'verband'>): readonly [string, string] | undefined {
  const end = (id: string | undefined): string | undefined =>
    (find(board, 'factor', id) ?? find(board, 'patroonblok', id))?.tekst;
  const [from, to] = [end(verband.van), end(verband.naar)];
  return from === undefined || to === undefined ? undefined : [from, to];
}
