import type { Board } from '../board/board.ts';
import { closed, speakerOf } from '../picture/face.ts';
import type { PictureOptions } from '../picture/face.ts';
import { sayList } from '../words/dates.ts';
import { cardWords } from '../words/pictures.ts';
import { nearWords, sayMeans, sociogramWords, strengthWords } from '../words/sociogram.ts';
import { nameIn, nears } from './circle.ts';
import type { Actor, Band, Circle } from './circle.ts';

const named = (board: Board, id: string | undefined): string => {
  const name = nameIn(board, id);
  return name === '' ? cardWords.naamloos : name;
};

/** According to whom a tie is like this. */
export function sayWhose(board: Board, band: Band, options: PictureOptions): string {
  const speaker = speakerOf(band, options);
  return speaker === undefined ? sociogramWords.zonderNaam : sociogramWords.volgens(named(board, speaker));
}

/**
 * "Fatma: heel dichtbij, sterke band, daar kan Sanne mee praten (volgens Sanne). Fatma vindt het belangrijk dat het goed gaat. Wat Fatma kan: koken."
 * Without options according to whom is left out, for where that stands beside it.
 */
export function sayBand(board: Board, band: Band, options?: PictureOptions): string {
  const [child, other] = [named(board, band.kind), named(board, band.met)];
  const how = [
    band.nabijheid === undefined ? sociogramWords.nietGezegd : nearWords[band.nabijheid],
    band.sterkte === undefined ? '' : strengthWords[band.sterkte],
    band.soort === undefined ? '' : sayMeans[band.soort](child),
  ].filter((part) => part !== '');
  return [
    `${other}: ${how.join(', ')}${options === undefined ? '' : ` (${sayWhose(board, band, options)})`}.`,
    band.wilDatHetGoedGaat === true ? `${sociogramWords.zegtGoed(other)}.` : '',
    band.wilMeedoen === true ? `${sociogramWords.zegtHelpen(other)}.` : '',
    band.kan.trim() === '' ? '' : closed(sociogramWords.zegtKan(other, band.kan.trim())),
    band.kanNiet.trim() === '' ? '' : closed(sociogramWords.zegtKanNiet(other, band.kanNiet.trim())),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

/**
 * The whole sociogram in sentences: who stands in the middle, every tie around that child from near to far and as everybody sees it, who was
 * not talked about. Where no child and no eyes were asked for, the ties around other children too, so that nothing is left unsaid.
 */
export function describe(board: Board, circle: Circle, options: PictureOptions): string[] {
  const { child, eyes, others, shown, bands } = circle;
  if (child === undefined) return [others.length === 0 ? sociogramWords.leeg : sociogramWords.begin];
  const drawn = new Set([...shown.values()].map(({ band }) => band));
  const around = bands.filter(
    (band) => band.kind === child.id && (eyes === undefined || speakerOf(band, options) === eyes),
  );
  const sorted = [...around].sort(
    (a, b) =>
      place(shown.get(a.met ?? '')?.band ?? a) - place(shown.get(b.met ?? '')?.band ?? b) ||
      (a.met === b.met ? Number(drawn.has(b)) - Number(drawn.has(a)) : compare(a.met, b.met)) ||
      compare(a.id, b.id),
  );
  const silent = others.filter(({ id }) => around.every(({ met }) => met !== id)).map((other) => actorName(other));
  const isChosen = options.rond?.kind === child.id || eyes !== undefined;
  const elsewhere = isChosen ? [] : [...Map.groupBy(bands, ({ kind }) => kind)].filter(([kind]) => kind !== child.id);
  return [
    sociogramWords.midden(actorName(child)),
    ...(eyes === undefined ? [] : [sociogramWords.ogen(named(board, eyes))]),
    ...sorted.map((band) => sayBand(board, band, options)),
    ...(silent.length === 0 ? [] : [sociogramWords.los(sayList(silent))]),
    ...elsewhere.flatMap(([kind, ties]) => [
      `${sociogramWords.om(named(board, kind))}:`,
      ...ties.map((band) => sayBand(board, band, options)),
    ]),
  ];
}

const actorName = (actor: Actor): string => (actor.naam.trim() === '' ? cardWords.naamloos : actor.naam.trim());
const place = ({ nabijheid }: Band): number => (nabijheid === undefined ? nears.length : nears.indexOf(nabijheid));
const compare = (a: string | undefined, b: string | undefined): number =>
  (a ?? '') < (b ?? '') ? -1 : a === b ? 0 : 1;
