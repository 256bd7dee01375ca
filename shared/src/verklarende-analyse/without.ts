import { readPlaceKey } from '../board/board.ts';
import type { Board } from '../board/board.ts';
import { definitionOf, isValue, references } from '../board/things.ts';
import type { Thing } from '../board/things.ts';
import { canonicalJson } from './canonical.ts';
import { extract } from './extract.ts';
import { makeVersion } from './version.ts';
import type { Version } from './version.ts';
import type { PartLetter } from '../words/analysis.ts';

/** True when this thing or stroke lay on the table when it was frozen. */
export const holds = ({ board }: Version, id: string): boolean =>
  board.things.has(id) || board.ink.has(id) || board.unknown.some((one) => one.id === id);

/**
 * The same version, of the same day and by the same person, without one thing and under a number of its own. References to the thing go where they may be missing; a
 * required one and `vanWie` stay and point at nothing, as on the board itself. Gives it as a value and as canonical JSON.
 */
export function withoutThing(version: Version, id: string, nummer: number): { value: Version; json: string } {
  const { titel, bord, gemaakt, door, feiten, deelnemers } = version;
  const left = {
    board: boardWithout(version.board, id),
    facts: { ...feiten, kaders: feiten.kaders.filter(({ kind }) => kind !== id) },
    deelnemers: deelnemers.map(({ ingetrokken, persoon, ...one }) => ({
      ...one,
      ...(persoon !== id && { persoon }),
      ...(ingetrokken && { revokedAt: gemaakt }),
    })),
    titel,
    bord,
    gemaakt,
    door,
    nummer,
  };
  return makeVersion(left, true);
}

/** The parts of the analysis that read differently in the one than in the other, for a professional, who sees the most of it. */
export function changedParts(before: Version, after: Version): ReadonlySet<PartLetter> {
  const reader = { id: '', rol: 'gedragswetenschapper', professional: true } as const;
  const parts = (version: Version) => new Map(extract(version, [], reader).delen.map((part) => [part.letter, part]));
  const [old, fresh] = [parts(before), parts(after)];
  const same = (letter: PartLetter): boolean =>
    canonicalJson(plain(old.get(letter))) === canonicalJson(plain(fresh.get(letter)));
  return new Set([...old.keys()].filter((letter) => !same(letter)));
}

/** True when a text says again what stands on this thing, word for word. Very short words on a card (a name, "ja") prove nothing. */
export function quotes({ board }: Version, id: string, text: string): boolean {
  const said = Object.values(board.things.get(id) ?? {}).filter((value) => typeof value === 'string');
  const held = text.toLowerCase();
  return said.some((one) => one.length >= shortestQuote && held.includes(one.trim().toLowerCase()));
}
const shortestQuote = 8;

/** As JSON has it: without fields that are not there. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null)) as unknown;

function boardWithout({ things, places, ink, unknown }: Board, id: string): Board {
  const kept = [...things].filter(([key]) => key !== id);
  return {
    things: new Map(kept.map(([key, thing]) => [key, withoutReferences(thing, id)])),
    places: new Map([...places].filter(([key]) => readPlaceKey(key)?.id !== id)),
    ink: new Map([...ink].filter(([key]) => key !== id)),
    unknown: unknown.filter((one) => one.id !== id),
  };
}

function withoutReferences(thing: Thing, gone: string): Thing {
  const { required } = definitionOf(thing.type);
  const pointsThere = (name: string, value: unknown): boolean =>
    references(thing.type, name, value).some(({ id }) => id === gone);
  const left = Object.entries(thing).flatMap(([name, value]): [string, unknown][] => {
    if (name === 'vanWie' || !pointsThere(name, value)) return [[name, value]];
    if (Array.isArray(value)) {
      const rest: unknown[] = value.filter((one) => !pointsThere(name, one));
      if (isValue(thing.type, name, rest)) return [[name, rest]];
    }
    return required.includes(name) ? [[name, value]] : [];
  });
  return Object.fromEntries(left) as unknown as Thing;
}
