import { find, ofType } from '../board/board.ts';
import type { Board } from '../board/board.ts';
import type { Thing, ThingOfType } from '../board/things.ts';
import { peopleByBirth, speakerOf } from '../picture/face.ts';
import type { PictureOptions } from '../picture/face.ts';

export type Band = ThingOfType<'band'>;
export type Near = NonNullable<Band['nabijheid']>;
export const nears: readonly Near[] = ['heel-dichtbij', 'dichtbij', 'verder-weg', 'ver-weg'];

export type Actor = ThingOfType<'persoon'> | ThingOfType<'organisatie'> | ThingOfType<'huisdier'>;
/** A tie as one person sees it, and whether somebody sees it otherwise. */
export type Shown = { readonly band: Band; readonly speaker: string | undefined; readonly differs: boolean };

/** What the sociogram shows: the child in the middle, everybody else, and of each the tie that is drawn. */
export type Circle = {
  readonly child: ThingOfType<'persoon'> | undefined;
  readonly eyes: string | undefined;
  readonly others: readonly Actor[];
  readonly shown: ReadonlyMap<string, Shown>;
  /** Every tie whose two ends are on the table, also around other children: in the order in which they are said. */
  readonly bands: readonly Band[];
};

/** The children one can look at, oldest first: those it is about, and whoever a tie was written for. */
export function childrenOfSociogram(board: Board): ThingOfType<'persoon'>[] {
  const named = new Set(tiesOf(board).map(({ kind }) => kind));
  return peopleByBirth(board).filter((person) => person.indexkind === true || named.has(person.id));
}

/** Those whose words about this child are on the table, in the order of the people: through their eyes one can look. */
export function eyesFor(board: Board, child: string | undefined, options: PictureOptions): string[] {
  const speakers = new Set(
    tiesOf(board).flatMap((band) => (band.kind === child ? (speakerOf(band, options) ?? []) : [])),
  );
  return peopleByBirth(board).flatMap(({ id }) => (speakers.has(id) ? [id] : []));
}

/**
 * Takes a board, gives who stands around whom. The child is the one asked for, else the oldest it is about with a tie, else the oldest it is
 * about. Of several views of one tie the child's own words are drawn first: it is about the child's life. Then what somebody said or
 * confirmed themselves, then what was written down for somebody; the id decides the rest, because a board holds no clock.
 */
export function circleOf(board: Board, options: PictureOptions): Circle {
  const bands = tiesOf(board);
  const children = childrenOfSociogram(board);
  const child =
    children.find(({ id }) => id === options.rond?.kind) ??
    children.find(({ id, indexkind }) => indexkind === true && bands.some(({ kind }) => kind === id)) ??
    children.find(({ indexkind }) => indexkind === true) ??
    children[0];
  const eyes = eyesFor(board, child?.id, options).find((id) => id === options.rond?.ogen);
  const around = bands.filter(({ kind }) => kind === child?.id);
  const shown = new Map<string, Shown>();
  for (const [met, views] of Map.groupBy(around, (band) => band.met ?? '')) {
    const own = eyes === undefined ? views : views.filter((band) => speakerOf(band, options) === eyes);
    const [band] = own.sort((a, b) => weight(a, options) - weight(b, options) || (a.id < b.id ? -1 : 1));
    if (band !== undefined)
      shown.set(met, { band, speaker: speakerOf(band, options), differs: seenOtherwise(band, views, options) });
  }
  return { child, eyes, others: actorsOf(board, child?.id), shown, bands };
}

/** Everybody and everything that can stand around a child: people from old to young, animals, organisations. */
export const actorsOf = (board: Board, child: string | undefined): Actor[] => [
  ...peopleByBirth(board).filter(({ id }) => id !== child),
  ...ofType(board, 'huisdier'),
  ...ofType(board, 'organisatie'),
];

/** The ties of which both ends are on the table. Nobody has one with themselves. */
export function tiesOf(board: Board): Band[] {
  const isThere = (id: string | undefined): boolean =>
    find(board, 'persoon', id) !== undefined ||
    find(board, 'organisatie', id) !== undefined ||
    find(board, 'huisdier', id) !== undefined;
  return ofType(board, 'band').filter(
    ({ kind, met }) => find(board, 'persoon', kind) !== undefined && isThere(met) && kind !== met,
  );
}

function weight(band: Band, options: PictureOptions): number {
  const speaker = speakerOf(band, options);
  if (speaker === undefined) return 4;
  if (speaker === band.kind) return 0;
  const typedBy = band.by === undefined ? undefined : options.names?.get(band.by)?.persoon;
  if (band.bevestigd === 'zelf' || typedBy === speaker) return 1;
  return band.bevestigd === 'voorgelezen' ? 2 : 3;
}

/** Somebody else said it otherwise: another place, another kind, another strength. What somebody left open does not differ. */
function seenOtherwise(band: Band, views: readonly Band[], options: PictureOptions): boolean {
  const differ = <V>(a: V | undefined, b: V | undefined): boolean => a !== undefined && b !== undefined && a !== b;
  return views.some(
    (other) =>
      speakerOf(other, options) !== speakerOf(band, options) &&
      (differ(band.nabijheid, other.nabijheid) ||
        differ(band.soort, other.soort) ||
        differ(band.sterkte, other.sterkte) ||
        differ(band.wilDatHetGoedGaat, other.wilDatHetGoedGaat) ||
        differ(band.wilMeedoen, other.wilMeedoen)),
  );
}

/** The name under which somebody or something stands on the board, empty when it has none. */
export const nameIn = (board: Board, id: string | undefined): string => {
  const thing: Thing | undefined =
    find(board, 'persoon', id) ?? find(board, 'organisatie', id) ?? find(board, 'huisdier', id);
  return thing !== undefined && 'naam' in thing ? thing.naam.trim() : '';
};
