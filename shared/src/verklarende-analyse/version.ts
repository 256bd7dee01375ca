import * as z from 'zod';
import { ink, place, placeKey, readPlaceKey } from '../board/board.ts';
import type { Board, Ink, Place } from '../board/board.ts';
import { viewNames } from '../board/define.ts';
import { participantId, thingId } from '../board/field.ts';
import { definitionOf, isThingType, isValue } from '../board/things.ts';
import type { Thing, ThingType } from '../board/things.ts';
import { day } from '../board/vague-date.ts';
import { role } from '../access/roles.ts';
import { standsIn } from '../access/standing.ts';
import { openable } from '../access/zones.ts';
import { frameWords, groundWords, informedWords } from '../words/analysis.ts';
import { canonicalJson } from './canonical.ts';

/** What is frozen; a thing that may not stand there is not frozen either, wherever it came from. */
const table = { kind: 'gedeeld' } as const;

/** Number of the form below. A change gets a migration: a version that was once shown stays readable. */
export const versionSchema = 1;

const keysOf = <K extends string>(words: Readonly<Record<K, string>>): [K, ...K[]] => Object.keys(words) as [K, ...K[]];
const line = z.string().max(300);

const participant = z.strictObject({
  id: participantId,
  naam: line,
  rol: role,
  organisatie: line.optional(),
  persoon: thingId.optional(),
  opent: z.array(z.enum(openable)),
  grondslag: z.enum(keysOf(groundWords)),
  geinformeerd: z.enum(keysOf(informedWords)),
  geinformeerdOp: day.optional(),
  ingetrokken: z.boolean(),
});
/** Somebody of the case as they stood in the register when the table was frozen. */
export type VersionParticipant = z.infer<typeof participant>;

const facts = z.strictObject({
  regie: z.array(z.strictObject({ organisatie: line, naam: line, sinds: day, grondslag: line.optional() })),
  kaders: z.array(
    z.strictObject({ kind: thingId, kader: z.enum(keysOf(frameWords)), sinds: day, toelichting: line.optional() }),
  ),
});
/** The facts of authority (design D6) as the version holds them. */
export type VersionFacts = z.infer<typeof facts>;

const frozenThing = z.strictObject({
  id: thingId,
  type: z.string().max(40),
  versie: z.int().min(1),
  by: participantId.optional(),
  vanWie: thingId.optional(),
  bevestigd: z.enum(['zelf', 'voorgelezen']).optional(),
  velden: z.record(z.string(), z.unknown()),
});
type FrozenThing = z.infer<typeof frozenThing>;

const content = z.strictObject({
  formaat: z.literal('samenbord-versie'),
  schema: z.literal(versionSchema),
  titel: line,
  /** How the board is called, where that is not the same. */
  bord: line.optional(),
  nummer: z.int().min(1),
  gemaakt: z.iso.datetime(),
  door: z.strictObject({ id: participantId, naam: line }),
  feiten: facts,
  deelnemers: z.array(participant),
  dingen: z.array(frozenThing),
  plaatsen: z.array(z.strictObject({ view: z.enum(viewNames), id: z.string(), x: z.number(), y: z.number() })),
  tekening: z.array(z.strictObject({ id: z.string(), streek: ink })),
  onbekend: z.array(z.strictObject({ id: z.string(), type: z.string() })),
});
/** What is written in the database, and what the hash is taken of. */
export type VersionContent = z.infer<typeof content>;

/** A frozen table, ready to be read: its content with the board as a value. */
export type Version = {
  readonly titel: string;
  readonly bord: string;
  readonly nummer: number;
  readonly gemaakt: string;
  readonly door: { readonly id: string; readonly naam: string };
  readonly feiten: VersionFacts;
  readonly deelnemers: readonly VersionParticipant[];
  readonly board: Board;
};

/** `migrations[0]` brings content of schema 1 to schema 2, and so on. Empty until the form changes. */
const migrations: readonly ((older: Record<string, unknown>) => Record<string, unknown>)[] = [];

/** The stored text is not a version, or of a newer Samenbord. Never holds content. */
export class VersionError extends Error {
  readonly code = 'versie-onleesbaar';
  constructor(options?: ErrorOptions) {
    super(
      'Deze versie kan niet gelezen worden: vraag de beheerder om het bord uit een reservekopie te halen.',
      options,
    );
    this.name = 'VersionError';
  }
}

/** A participant as storage has them; fields beside these are not frozen. */
export type ParticipantLike = {
  readonly id: string;
  readonly naam: string;
  readonly rol: VersionParticipant['rol'];
  readonly organisatie?: string | undefined;
  readonly persoon?: string | undefined;
  readonly opent: readonly VersionParticipant['opent'][number][];
  readonly grondslag: VersionParticipant['grondslag'];
  readonly geinformeerd: VersionParticipant['geinformeerd'];
  readonly geinformeerdOp?: string | undefined;
  readonly revokedAt?: string | undefined;
};

export type NewVersion = {
  /** The zone `gedeeld` and nothing else (design D9). */
  readonly board: Board;
  readonly facts: VersionFacts;
  readonly deelnemers: readonly ParticipantLike[];
  readonly titel: string;
  /** How the board is called, where that is not the same. */
  readonly bord?: string | undefined;
  /** The moment of freezing, an instant with `Z`. */
  readonly gemaakt: string;
  readonly door: { readonly id: string; readonly naam: string };
  readonly nummer: number;
};

/**
 * Freezes a table: takes the board as it is read now with the facts of authority, gives the version as a value and as canonical JSON.
 * Things that are off the table (`weg`) are not in it, nor places of such things. Same input, same bytes. Refuses (`VersionError`)
 * what could not be read back. `asItWas`: of a version of before, with all that it held.
 */
export function makeVersion(input: NewVersion, asItWas = false): { value: Version; json: string } {
  const things = [...input.board.things.values()]
    .filter((thing) => !thing.weg && (asItWas || standsIn(thing.type, table)))
    .toSorted(byId);
  const made: VersionContent = {
    formaat: 'samenbord-versie',
    schema: versionSchema,
    titel: input.titel,
    ...(input.bord === undefined || input.bord === input.titel ? {} : { bord: input.bord }),
    nummer: input.nummer,
    gemaakt: input.gemaakt,
    door: { id: input.door.id, naam: input.door.naam },
    feiten: input.facts,
    deelnemers: input.deelnemers.map(frozenParticipant).toSorted(byId),
    dingen: things.map(frozen),
    plaatsen: frozenPlaces(input.board, new Set(things.map((thing) => thing.id))),
    tekening: [...input.board.ink].map(([id, streek]) => ({ id, streek })).toSorted(byId),
    onbekend: input.board.unknown.map(({ id, type }) => ({ id, type })).toSorted(byId),
  };
  const json = canonicalJson(made);
  return { value: readVersion(json), json };
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);

function frozenParticipant(one: ParticipantLike): VersionParticipant {
  return {
    id: one.id,
    naam: one.naam,
    rol: one.rol,
    organisatie: one.organisatie,
    persoon: one.persoon,
    opent: [...one.opent],
    grondslag: one.grondslag,
    geinformeerd: one.geinformeerd,
    geinformeerdOp: one.geinformeerdOp,
    ingetrokken: one.revokedAt !== undefined,
  };
}

function frozen(thing: Thing): FrozenThing {
  const held = thing as unknown as Readonly<Record<string, unknown>>;
  const names = Object.keys(definitionOf(thing.type).fields).filter((name) => held[name] !== undefined);
  return {
    id: thing.id,
    type: thing.type,
    versie: thing.versie,
    by: thing.by,
    vanWie: thing.vanWie,
    bevestigd: thing.bevestigd,
    velden: Object.fromEntries(names.map((name) => [name, held[name]])),
  };
}

function frozenPlaces(board: Board, kept: ReadonlySet<string>): VersionContent['plaatsen'] {
  return [...board.places]
    .flatMap(([key, at]) => {
      const read = readPlaceKey(key);
      return read !== undefined && kept.has(read.id) ? [{ ...read, x: at.x, y: at.y }] : [];
    })
    .toSorted((a, b) => (placeKey(a.view, a.id) < placeKey(b.view, b.id) ? -1 : 1));
}

/** Takes the stored text of a version, gives it as a value, brought to the newest form. Throws `VersionError` on anything else. */
export function readVersion(json: string): Version {
  try {
    const read = content.parse(newest(JSON.parse(json)));
    const unknown = [...read.onbekend];
    const things = new Map<string, Thing>();
    for (const one of read.dingen) {
      if (isThingType(one.type) && one.versie <= definitionOf(one.type).version)
        things.set(one.id, thawed(one.type, one));
      else unknown.push({ id: one.id, type: one.type });
    }
    const { titel, bord = titel, nummer, gemaakt, door, feiten, deelnemers } = read;
    const board: Board = { things, places: thawedPlaces(read), ink: thawedInk(read), unknown };
    return { titel, bord, nummer, gemaakt, door, feiten, deelnemers, board };
  } catch (cause) {
    throw cause instanceof VersionError
      ? cause
      : new VersionError({ cause: cause instanceof Error ? cause.name : 'onbekend' });
  }
}

function newest(held: unknown): unknown {
  if (typeof held !== 'object' || held === null) throw new VersionError();
  const older = held as Record<string, unknown>;
  const schema = older['schema'];
  if (typeof schema !== 'number' || schema > versionSchema) throw new VersionError();
  return migrations.slice(schema - 1).reduce((value, step) => step(value), older);
}

function thawed(type: ThingType, one: FrozenThing): Thing {
  const definition = definitionOf(type);
  const values = definition.migrations.slice(one.versie - 1).reduce((older, step) => step(older), { ...one.velden });
  const thing: Record<string, unknown> = { id: one.id, type, versie: definition.version, weg: false };
  for (const name of ['by', 'vanWie', 'bevestigd'] as const) if (one[name] !== undefined) thing[name] = one[name];
  for (const [name, field] of Object.entries(definition.fields)) {
    const value = values[name];
    if (field.kind === 'text') thing[name] = z.string().default('').parse(value);
    else if (isValue(type, name, value)) thing[name] = value;
    else if (value !== undefined) throw new VersionError();
  }
  if (definition.required.some((name) => thing[name] === undefined)) throw new VersionError();
  if (Object.keys(values).some((name) => !Object.hasOwn(definition.fields, name))) throw new VersionError();
  return thing as unknown as Thing;
}

const thawedPlaces = (read: VersionContent): Map<string, Place> =>
  new Map(read.plaatsen.map(({ view, id, x, y }) => [placeKey(view, id), place.parse({ x, y })]));
const thawedInk = (read: VersionContent): Map<string, Ink> =>
  new Map(read.tekening.map(({ id, streek }) => [id, streek]));
