import { find, ofType } from '../board/board.ts';
import type { Board } from '../board/board.ts';
import { mainText } from '../board/things.ts';
import type { Thing, ThingOfType } from '../board/things.ts';
import { ageOn, dayNumber } from '../board/vague-date.ts';
import { sayDate, sayList } from '../words/dates.ts';
import { sayUnnamed } from '../words/rounds.ts';
import { cardWords, headWords, outcomeWords, waardeWords } from '../words/pictures.ts';

/** Who sits behind a participant id: the name, and the persoon of the board that this participant is. */
export type Names = ReadonlyMap<string, { readonly naam: string; readonly persoon?: string | undefined }>;

/** What every view needs beside the board. `today` is a day number (days since 1970-01-01). */
export type PictureOptions = {
  readonly today: number;
  readonly names?: Names;
  /** The sociogram: around which child, and through whose eyes. Without it the picture chooses. */
  readonly rond?: { readonly kind?: string | undefined; readonly ogen?: string | undefined };
};

export type CardKind =
  | 'kracht'
  | 'zorg'
  | 'onbekend'
  | 'anders'
  | 'gewoon'
  | 'veiligheid'
  | 'vraag'
  | 'wens'
  | 'doel'
  | 'hulp'
  | 'besluit'
  | 'gebeurtenis';

/** What a card shows: kind (edge and icon), head word, the text as typed, one quiet line, and feit / visie / duiding. */
export type CardFace = {
  readonly kind: CardKind;
  readonly head: string;
  readonly text: string;
  readonly quiet: string;
  readonly word?: 'feit' | 'visie' | 'duiding';
};

/** Takes a thing, gives its card. The quiet line says whose words they are and who wrote them down, or date and about whom. */
export function faceOf(thing: Thing, board: Board, options: PictureOptions): CardFace {
  const soort =
    thing.type === 'factor' || thing.type === 'uitspraak' || thing.type === 'gebeurtenis' ? thing.soort : undefined;
  return {
    kind: kindOf(thing),
    head: thing.type === 'factor' ? waardeWords[thing.waarde ?? 'onbekend'] : headWords[thing.type],
    text: mainText(thing),
    quiet: quietLine(thing, board, options),
    ...(soort === undefined ? {} : { word: soort }),
  };
}

function kindOf(thing: Thing): CardKind {
  switch (thing.type) {
    case 'factor':
      return thing.waarde ?? 'onbekend';
    case 'hulpvraag':
    case 'aanleiding':
      return 'vraag';
    case 'wens':
    case 'nobele-intentie':
      return 'wens';
    case 'doel':
    case 'eindsituatie':
    case 'afspraak':
      return 'doel';
    case 'reactie':
      return 'anders';
    case 'open-vraag':
      return 'onbekend';
    case 'veiligheidsstatus':
    case 'veiligheidsafspraak':
    case 'danger-statement':
      return 'veiligheid';
    case 'hulp':
      return 'hulp';
    case 'besluit':
      return 'besluit';
    case 'gebeurtenis':
    case 'bijeenkomst':
      return 'gebeurtenis';
    default:
      return 'gewoon';
  }
}

function quietLine(thing: Thing, board: Board, options: PictureOptions): string {
  switch (thing.type) {
    case 'gebeurtenis':
    case 'besluit':
    case 'hulp': {
      const outcome = thing.type === 'hulp' && thing.uitkomst !== undefined ? outcomeWords[thing.uitkomst] : '';
      return joined([
        thing.wanneer === undefined ? '' : sayDate(thing.wanneer),
        sayList(namesOf(board, thing.over ?? [])),
        outcome,
      ]);
    }
    case 'doel':
    case 'afspraak':
    case 'open-vraag':
      return joined([thing.wie, thing.wanneer === undefined ? '' : sayDate(thing.wanneer)]);
    case 'bijeenkomst':
      return thing.datum === undefined ? '' : sayDate(thing.datum);
    default:
      return whoseWords(thing, board, options);
  }
}

/** "Sanne, 14 · zelf gezegd" or "Nadia · opgeschreven door Karim". */
export function whoseWords(thing: Thing, board: Board, options: PictureOptions): string {
  const { names, today } = options;
  if (thing.by === undefined && thing.ronde !== undefined) return sayUnnamed(thing.namens);
  const writer = thing.by === undefined ? undefined : names?.get(thing.by);
  const speaker = speakerOf(thing, options);
  const read = thing.bevestigd === 'voorgelezen' ? cardWords.voorgelezen : '';
  if (speaker === undefined || find(board, 'persoon', speaker) === undefined) return joined([writer?.naam ?? '', read]);
  const how =
    writer === undefined ? '' : writer.persoon === speaker ? cardWords.zelf : cardWords.opgeschrevenDoor(writer.naam);
  return joined([nameWithAge(board, speaker, today), how, read]);
}

function nameWithAge(board: Board, id: string, today: number): string {
  const person = find(board, 'persoon', id);
  const age =
    person?.geboren === undefined || person.overleden !== undefined ? undefined : ageOn(person.geboren, today);
  return age !== undefined && age >= 0 && age < 18 ? `${nameOf(board, id)}, ${age}` : nameOf(board, id);
}

/** The name of a person, or words that say it is not known. */
export function nameOf(board: Board, id: string | undefined): string {
  const name = find(board, 'persoon', id)?.naam.trim() ?? '';
  return name === '' ? cardWords.naamloos : name;
}

/** The names of those of these persons who are on the table. */
export const namesOf = (board: Board, ids: readonly string[]): string[] =>
  ids.filter((id) => find(board, 'persoon', id) !== undefined).map((id) => nameOf(board, id));

/** Everybody on the table, oldest first; who has no birth date last. */
export const peopleByBirth = (board: Board): ThingOfType<'persoon'>[] =>
  ofType(board, 'persoon').sort((a, b) => bornOn(a) - bornOn(b) || (a.id < b.id ? -1 : 1));

const unknownBirth = 10_000_000;
const bornOn = ({ geboren }: ThingOfType<'persoon'>): number =>
  geboren === undefined ? unknownBirth : dayNumber(geboren);

export const joined = (parts: readonly string[]): string => parts.filter((part) => part.trim() !== '').join(' · ');

/** A sentence with one full stop, whatever sign its last words brought along. */
export function closed(text: string): string {
  const words = text.trim();
  return /[.!?…]["”')]*$/.test(words) ? words : `${words}.`;
}

/** The person whose words a thing holds: who said it, or who typed it when that is the same. */
export const speakerOf = (thing: Thing, { names }: PictureOptions): string | undefined =>
  thing.vanWie ?? (thing.by === undefined ? undefined : names?.get(thing.by)?.persoon);
