import * as Y from 'yjs';
import type { Checks } from './checks.ts';
import type { Content, Decoded, Range, Section, Struct } from './decode.ts';
import { refuse } from './refusal.ts';
import { indexOf, knownUntil, refuseCutting, refuseCuttingItem } from './store.ts';
import type { Writer } from './verdict.ts';

/** A living part of an item of the document that the update deletes, by clocks. */
export type Cut = { readonly item: Y.Item; readonly from: number; readonly end: number };

/** The one form in which an update is judged, stored, applied and relayed. */
export type Canonical = {
  readonly client: number | undefined;
  readonly structs: Struct[];
  readonly cuts: readonly Cut[];
};

/**
 * Brings an update to its canonical form: only the writer's own section, from the first unknown clock on; text that the same update deletes
 * without its content; deletes only of what is still alive. Refuses a second writer, a gap, collected structs, deletes of what nobody has seen.
 */
export function canonical(doc: Y.Doc, writer: Writer, decoded: Decoded, checks: Checks): Canonical {
  const own = ownSection(doc, writer, decoded, checks);
  const known = own === undefined ? 0 : knownUntil(doc, own.client);
  let structs = own === undefined ? [] : unknownPart(own, known);
  const cuts: Cut[] = [];
  for (const [client, ranges] of decoded.deletes) {
    const isOwn = client === own?.client;
    const end = isOwn ? own.end : knownUntil(doc, client);
    if ((ranges.at(-1)?.end ?? 0) > end) refuse('verwijzing', 'deletes what nobody has seen');
    cutKnown(doc, client, ranges, cuts, checks);
    if (isOwn) structs = withoutDeleted(structs, own.client, ranges);
  }
  return { client: own?.client, structs, cuts };
}

/** A client that comes back also sends what others wrote: all of it must be known. What is not, must be the writer's own. */
function ownSection(doc: Y.Doc, writer: Writer, decoded: Decoded, checks: Checks): Section | undefined {
  const seen = new Set<number>();
  let own: Section | undefined;
  for (const section of decoded.sections) {
    if (seen.has(section.client)) refuse('vorm', 'two sections of one client');
    seen.add(section.client);
    if (section.end <= knownUntil(doc, section.client)) continue;
    if (own !== undefined) refuse('vorm', 'two clients');
    own = section;
  }
  if (own === undefined) return undefined;
  if (checks.client && writer.clientId !== undefined && writer.clientId !== own.client)
    refuse('recht', 'client id of another');
  if (checks.gap && own.clock > knownUntil(doc, own.client)) refuse('verwijzing', 'gap before the first clock');
  return own;
}

function unknownPart(section: Section, known: number): Struct[] {
  const structs: Struct[] = [];
  for (const struct of section.structs) {
    if (struct.clock + struct.length <= known) continue;
    if (struct.content.kind === 'collected') refuse('vorm', 'collected struct');
    structs.push(struct.clock < known ? cutStruct(struct, section.client, known) : struct);
  }
  return structs;
}

/** Shortens a struct to what lies before `clock` and gives the rest, which follows it in the same list as Yjs would have it. */
function cutStruct(struct: Struct, client: number, clock: number): Struct {
  const offset = clock - struct.clock;
  const [before, after] = cutContent(struct.content, offset);
  const rest: Struct = {
    ...struct,
    clock,
    length: struct.length - offset,
    origin: { client, clock: clock - 1 },
    parent: undefined,
    key: undefined,
    content: after,
  };
  struct.length = offset;
  struct.content = before;
  return rest;
}

function cutContent(content: Content, offset: number): [Content, Content] {
  switch (content.kind) {
    case 'text':
      refuseCutting(content.text, offset);
      return [
        { kind: 'text', text: content.text.slice(0, offset) },
        { kind: 'text', text: content.text.slice(offset) },
      ];
    case 'any':
      return [
        { kind: 'any', values: content.values.slice(0, offset) },
        { kind: 'any', values: content.values.slice(offset) },
      ];
    case 'deleted':
    case 'collected':
    case 'type':
      return [content, content];
  }
}

/** Content that the same update deletes loses its words here. A container is never deleted. */
function withoutDeleted(structs: readonly Struct[], client: number, ranges: readonly Range[]): Struct[] {
  const result: Struct[] = [];
  let next = 0;
  const pieces = structs.toReversed();
  for (let struct = pieces.pop(); struct !== undefined; struct = pieces.pop()) {
    while ((ranges[next]?.end ?? Infinity) <= struct.clock) next++;
    const range = ranges[next];
    const end = struct.clock + struct.length;
    result.push(struct);
    if (range === undefined || range.clock >= end) continue;
    if (range.clock > struct.clock) pieces.push(cutStruct(struct, client, range.clock));
    else {
      if (range.end < end) pieces.push(cutStruct(struct, client, range.end));
      if (struct.content.kind === 'type') refuse('plaats', 'deletes a container');
      struct.content = { kind: 'deleted' };
    }
  }
  return result;
}

/** The living parts of the document in these ranges. Refuses to begin or end inside a character. */
function cutKnown(doc: Y.Doc, client: number, ranges: readonly Range[], cuts: Cut[], checks: Checks): void {
  const structs = doc.store.clients.get(client);
  if (structs === undefined) return;
  for (const range of ranges) {
    for (let index = indexOf(structs, range.clock); index < structs.length; index++) {
      const item = structs[index];
      if (item === undefined || item.id.clock >= range.end) break;
      if (!(item instanceof Y.Item) || item.deleted || range.clock >= item.id.clock + item.length) continue;
      const from = Math.max(range.clock, item.id.clock);
      const end = Math.min(range.end, item.id.clock + item.length);
      if (checks.character) {
        refuseCuttingItem(item, from);
        refuseCuttingItem(item, end);
      }
      cuts.push({ item, from, end });
    }
  }
}
