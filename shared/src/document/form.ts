import * as Y from 'yjs';
import { unseenSigns } from '../board/field.ts';
import { isValue, textFields } from '../board/things.ts';
import type { ThingType } from '../board/things.ts';

/**
 * How a zone lies in a Y.Doc (design D3): four root maps and nothing else. Containers are made once and never replaced or deleted by a client.
 */
export const rootNames = ['meta', 'things', 'places', 'ink'] as const;
export type RootName = (typeof rootNames)[number];

/** Version of this form; the server writes it into `meta.schema`. */
export const documentSchema = 1;

export const thingsOf = (doc: Y.Doc): Y.Map<Y.Map<unknown>> => doc.getMap('things');
export const placesOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('places');
export const inkOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('ink');
export const metaOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('meta');

/** A thing as it is handed in to be made: plain fields and texts apart. */
export type NewThing = {
  readonly id: string;
  readonly type: ThingType;
  readonly by: string;
  readonly vanWie?: string | undefined;
  readonly values?: Readonly<Record<string, unknown>>;
  readonly texts?: Readonly<Record<string, string>>;
};

/**
 * Takes a thing and the version of its type, gives the Y.Map that holds it complete: every text field is there from the start, also the empty ones,
 * so that two people who begin to type never make two texts. Refuses a value that does not fit its field.
 */
export function thingMap(thing: NewThing, version: number, weg: boolean): Y.Map<unknown> {
  const map = new Y.Map<unknown>();
  map.set('type', thing.type);
  map.set('versie', version);
  map.set('by', thing.by);
  map.set('weg', weg);
  if (thing.vanWie !== undefined) map.set('vanWie', thing.vanWie);
  for (const [name, value] of Object.entries(thing.values ?? {})) {
    if (value === undefined) continue;
    if (!isValue(thing.type, name, value)) throw new RangeError(`value does not fit ${thing.type}.${name}`);
    map.set(name, value);
  }
  for (const name of textFields(thing.type))
    map.set(name, new Y.Text(thing.texts?.[name]?.replaceAll(unseenSigns, '') ?? ''));
  return map;
}
