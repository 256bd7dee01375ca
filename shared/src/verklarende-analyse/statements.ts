import { definitionOf, isThingType, mainText, references } from '../board/things.ts';
import type { Thing } from '../board/things.ts';
import { vagueDate } from '../board/vague-date.ts';
import { endQuestions, fieldWords, reasonWords, safetyWords, sayChoice } from '../words/analysis.ts';
import { sayDate, sayList } from '../words/dates.ts';
import { dimensionWords, patroonWords, relationWords, waardeWords } from '../words/pictures.ts';
import type { Confirmation, Detail, Kind, Reaction, Ref, Statement, Tone } from './analysis.ts';
import { ageOf, participantOf, participantRef, people, personRef, thingRef } from './context.ts';
import type { Context } from './context.ts';

/** Fields that a statement says elsewhere than in its details. */
const said: Readonly<Record<string, true>> = { over: true, bron: true, onderbouwing: true };

/** Takes a thing on the table, gives it as a statement with everything that must travel with it. */
export function statementOf(context: Context, thing: Thing): Statement {
  const about = people(context, 'over' in thing ? thing.over : undefined);
  const evidence = ('onderbouwing' in thing ? (thing.onderbouwing ?? []) : []).flatMap(
    (id) => thingRef(context, id) ?? [],
  );
  const spoken = spokenBy(context, thing);
  const details = detailsOf(context, thing);
  const pointed = [...about, ...evidence].map((one) => one.id);
  return {
    id: thing.id,
    type: thing.type,
    regel: headOf(context, thing),
    tekst: mainText(thing),
    ...toneOf(thing),
    over: about,
    soort: kindOf(thing),
    bron: 'bron' in thing && thing.bron !== '' ? thing.bron : undefined,
    ...spoken,
    onderbouwing: evidence,
    details,
    reacties: reactionsOn(context, thing.id, new Set()),
    ids: [...new Set([thing.id, ...pointed, ...details.flatMap((one) => one.ids)])],
  };
}

type Spoken = {
  readonly vanWie?: Ref | undefined;
  readonly leeftijd?: number | undefined;
  readonly getyptDoor?: Ref | undefined;
  readonly bevestigd?: Confirmation | undefined;
};

/** Whose words they are, who typed them, and whether that person said "zo bedoel ik het". */
function spokenBy(context: Context, thing: Thing): Spoken {
  const typist = participantOf(context, thing.by);
  const getyptDoor = participantRef(context, thing.by);
  // Out of a round without names: nobody's, and nothing says otherwise.
  if (!isWords(thing) || (thing.by === undefined && thing.vanWie === undefined)) return { getyptDoor };
  if (thing.vanWie === undefined) {
    const self = personRef(context, typist?.persoon) ?? getyptDoor;
    return { vanWie: self, leeftijd: ageOf(context, typist?.persoon), getyptDoor, bevestigd: 'zelf-geschreven' };
  }
  const own = typist?.persoon === thing.vanWie;
  return {
    vanWie: personRef(context, thing.vanWie),
    leeftijd: ageOf(context, thing.vanWie),
    getyptDoor,
    bevestigd: own ? 'zelf-geschreven' : (thing.bevestigd ?? 'nog-niet'),
  };
}

const classOfMain = (thing: Thing): string | undefined =>
  definitionOf(thing.type).fields[definitionOf(thing.type).main]?.class;
export const isWords = (thing: Thing): boolean => classOfMain(thing) === 'woorden';

/** As said on the card; where the form does not ask: facts of the table, somebody's own view, or written together. */
function kindOf(thing: Thing): Kind | undefined {
  switch (thing.type) {
    case 'factor':
    case 'uitspraak':
      return thing.soort;
    case 'gebeurtenis':
      return thing.soort ?? 'feit';
    case 'patroonblok':
    case 'verband':
    case 'danger-statement':
      return 'duiding';
    default:
      return isWords(thing) ? 'visie' : classOfMain(thing) === 'samen' ? 'samen' : 'feit';
  }
}

function toneOf(thing: Thing): { toon: Tone; woord?: string } {
  if (thing.type === 'factor' && thing.waarde !== undefined)
    return { toon: thing.waarde, woord: waardeWords[thing.waarde] };
  if (thing.type === 'veiligheidsstatus' && thing.uitkomst !== undefined && thing.uitkomst !== 'veilig')
    return { toon: 'veiligheid' };
  if (thing.type === 'danger-statement') return { toon: 'veiligheid' };
  return { toon: 'gewoon' };
}

/** The line above the words: what kind of card this is. Composed by us from the fields. */
function headOf(context: Context, thing: Thing): string {
  const named = (id: string | undefined): string => personRef(context, id)?.naam ?? 'iemand';
  switch (thing.type) {
    case 'aanleiding':
      return thing.soort === undefined ? 'Aanleiding' : reasonWords[thing.soort];
    case 'hulpvraag':
      return thing.laag === 'onderliggend' ? 'De vraag onder de vraag' : 'Vraag';
    case 'wens':
      return 'Wens';
    case 'factor':
      return thing.dimensie === undefined ? '' : dimensionWords[thing.dimensie];
    case 'patroonblok':
      return boxTitle(thing.vak, personRef(context, thing.persoon)?.naam);
    case 'verband':
      return `“${thingRef(context, thing.van)?.naam ?? 'een kaart'}” leidt tot “${thingRef(context, thing.naar)?.naam ?? 'een kaart'}”, omdat`;
    case 'nobele-intentie':
      return `Wat ${named(thing.persoon)} goed bedoelt`;
    case 'relatielijn':
      return `${named(thing.van)} ${relationWords[thing.soort ?? 'gericht-op']} ${named(thing.naar)}`;
    case 'band':
      return `Wat ${thingRef(context, thing.met)?.naam ?? 'iemand'} betekent voor ${named(thing.kind)}`;
    case 'eindsituatie':
      return thing.vraag === undefined ? '' : endQuestions[thing.vraag];
    case 'veiligheidsstatus':
      return `${named(thing.kind)}: ${thing.uitkomst === undefined ? 'onbekend' : safetyWords[thing.uitkomst]}`;
    case 'danger-statement':
      return 'Waar we bang voor zijn';
    case 'veiligheidsafspraak':
      return 'Afspraak';
    default:
      return '';
  }
}

/** The title of a box of the gezinspatroon, with the name of the person it is about. */
export function boxTitle(vak: string | undefined, name: string | undefined): string {
  switch (vak) {
    case 'ontwikkeling-ouder':
    case 'ontwikkeling-kind':
      return patroonWords.ontwikkeling(name ?? 'iemand');
    case 'gedrag-ouder':
    case 'gedrag-kind':
      return patroonWords.gedrag(name ?? 'iemand');
    case 'hulp':
      return patroonWords.hulp;
    default:
      return patroonWords.problemen;
  }
}

/** Values that the line above the words has said already. */
const inHead: Readonly<Record<string, readonly string[]>> = {
  aanleiding: ['soort'],
  hulpvraag: ['laag'],
  factor: ['dimensie', 'kant', 'waarde', 'soort'],
  uitspraak: ['soort'],
  gebeurtenis: ['soort'],
  patroonblok: ['vak', 'persoon'],
  verband: ['van', 'naar'],
  'nobele-intentie': ['persoon'],
  relatielijn: ['van', 'naar', 'soort'],
  band: ['kind', 'met'],
  eindsituatie: ['vraag'],
  veiligheidsstatus: ['kind', 'uitkomst'],
  reactie: ['op'],
};

/** Every other field of the thing in words, in the order of the form. */
function detailsOf(context: Context, thing: Thing): Detail[] {
  const definition = definitionOf(thing.type);
  const held = thing as unknown as Readonly<Record<string, unknown>>;
  const skip = new Set([definition.main, ...(inHead[thing.type] ?? [])]);
  return Object.entries(definition.fields).flatMap(([name, field]): Detail[] => {
    const value = held[name];
    if (skip.has(name) || said[name] === true || value === undefined || value === '') return [];
    const naam = fieldWords[name] ?? name;
    if (field.kind === 'text' && typeof value === 'string') return [{ naam, waarde: value, letterlijk: true, ids: [] }];
    const spoken = inWords(context, thing, name, value);
    return spoken === undefined ? [] : [{ naam, ...spoken, letterlijk: false }];
  });
}

function inWords(
  context: Context,
  thing: Thing,
  name: string,
  value: unknown,
): { waarde: string; ids: string[] } | undefined {
  const pointed = isThingType(thing.type) ? references(thing.type, name, value) : [];
  if (pointed.length > 0) {
    const refs = pointed.flatMap(({ id }) => thingRef(context, id) ?? []);
    return refs.length === 0
      ? undefined
      : { waarde: sayList(refs.map((one) => one.naam)), ids: refs.map((one) => one.id) };
  }
  if (typeof value === 'boolean') return { waarde: value ? 'ja' : 'nee', ids: [] };
  if (typeof value === 'number') return { waarde: String(value), ids: [] };
  if (typeof value !== 'string') return undefined;
  return { waarde: vagueDate.safeParse(value).success ? sayDate(value) : sayChoice(value), ids: [] };
}

/** So deep are answers on answers shown with a card. Each reaction also stands in part S with the answers on it, so none is lost. */
const mostDepth = 6;

/** Reactions on a thing, with the reactions on those; a ring of reactions is cut where it closes, a long row after some steps. */
export function reactionsOn(context: Context, id: string, above: ReadonlySet<string>): Reaction[] {
  if (above.size >= mostDepth) return [];
  const deeper = new Set([...above, id]);
  return (context.reactions.get(id) ?? [])
    .filter((reaction) => !deeper.has(reaction.id))
    .map((reaction) => {
      const { vanWie, getyptDoor, bevestigd } = spokenBy(context, reaction);
      const reacties = reactionsOn(context, reaction.id, deeper);
      return { id: reaction.id, tekst: reaction.tekst, vanWie, getyptDoor, bevestigd, reacties };
    });
}
