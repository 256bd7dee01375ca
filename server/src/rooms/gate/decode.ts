import type { Checks } from './checks.ts';
import type * as Y from 'yjs';
import { readByte, readCount, readFloat, readInt, readText, readUint } from './reader.ts';
import type { Reader } from './reader.ts';
import { refuse } from './refusal.ts';
import type { Container, Slot } from './slots.ts';

export type Id = { readonly client: number; readonly clock: number };

/** What a struct holds. Everything else that Yjs knows (formats, embeds, documents, bytes, JSON) never stands in a board. */
export type Content =
  | { readonly kind: 'collected' }
  | { readonly kind: 'deleted' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'any'; readonly values: readonly unknown[] }
  | { readonly kind: 'type'; readonly of: 'map' | 'text' };

/** One struct of an update. The last four fields are filled in while it is judged. */
export type Struct = {
  readonly clock: number;
  length: number;
  readonly origin: Id | undefined;
  readonly right: Id | undefined;
  readonly parent: { readonly root: string } | { readonly id: Id } | undefined;
  readonly key: string | undefined;
  content: Content;
  slot: Slot | undefined;
  made: Container | undefined;
  leftOwner: Y.Item | Struct | undefined;
  rightOwner: Y.Item | Struct | undefined;
};

export type Section = {
  readonly client: number;
  readonly clock: number;
  readonly end: number;
  readonly structs: Struct[];
};
export type Range = { readonly clock: number; readonly end: number };
export type Decoded = { readonly sections: readonly Section[]; readonly deletes: ReadonlyMap<number, Range[]> };

const maxClient = 2 ** 32 - 1;
/** Far more than a board ever reaches, far less than what numbers can hold exactly. */
const maxClock = 2 ** 40;
/** Deleted content costs no bytes, so its length needs a bound of its own. */
const maxDeleted = 2 ** 24;
const maxDepth = 8;
const unsafeKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Reads a Yjs update (v1) completely, within bounds given by its own bytes. Refuses anything after it and any kind of content a board never holds. */
export function decodeUpdate(bytes: Uint8Array, checks: Checks): Decoded {
  const reader: Reader = { bytes, at: 0 };
  const sections: Section[] = [];
  for (let left = readCount(reader); left > 0; left--) sections.push(readSection(reader, checks));
  const deletes = readDeletes(reader);
  if (reader.at !== bytes.length) refuse('onleesbaar', 'bytes after the end');
  return { sections, deletes };
}

function readSection(reader: Reader, checks: Checks): Section {
  const count = readCount(reader);
  if (count === 0) refuse('vorm', 'empty section');
  const client = readClient(reader);
  const clock = readClock(reader);
  const structs: Struct[] = [];
  let next = clock;
  for (let index = 0; index < count; index++) {
    const struct = readStruct(reader, next, checks);
    structs.push(struct);
    next += struct.length;
    if (next > maxClock) refuse('te-groot', 'clock too far');
  }
  return { client, clock, end: next, structs };
}

function readClient(reader: Reader): number {
  const client = readUint(reader);
  return client > maxClient ? refuse('onleesbaar', 'client id too large') : client;
}

function readClock(reader: Reader): number {
  const clock = readUint(reader);
  return clock > maxClock ? refuse('te-groot', 'clock too far') : clock;
}

const readId = (reader: Reader): Id => ({ client: readClient(reader), clock: readClock(reader) });

function readStruct(reader: Reader, clock: number, checks: Checks): Struct {
  const info = readByte(reader);
  const ref = info & 31;
  const bare = (info & 192) === 0;
  const isItem = ref !== 0 && ref !== 10;
  const origin = isItem && (info & 128) !== 0 ? readId(reader) : undefined;
  const right = isItem && (info & 64) !== 0 ? readId(reader) : undefined;
  const parent = isItem && bare ? readParent(reader) : undefined;
  const key = isItem && bare && (info & 32) !== 0 ? readText(reader) : undefined;
  const { content, length } = readContent(reader, ref);
  if (checks.empty && length < 1) refuse('vorm', 'empty content');
  return {
    clock,
    length,
    origin,
    right,
    parent,
    key,
    content,
    slot: undefined,
    made: undefined,
    leftOwner: undefined,
    rightOwner: undefined,
  };
}

function readParent(reader: Reader): { root: string } | { id: Id } {
  const kind = readUint(reader);
  if (kind > 1) refuse('onleesbaar', 'unknown parent');
  return kind === 1 ? { root: readText(reader) } : { id: readId(reader) };
}

function readContent(reader: Reader, ref: number): { content: Content; length: number } {
  switch (ref) {
    case 0:
      return { content: { kind: 'collected' }, length: readClock(reader) };
    case 1: {
      const length = readUint(reader);
      return length > maxDeleted
        ? refuse('te-groot', 'deleted content too long')
        : { content: { kind: 'deleted' }, length };
    }
    case 4: {
      const text = readText(reader);
      return { content: { kind: 'text', text }, length: text.length };
    }
    case 7:
      return { content: { kind: 'type', of: readTypeRef(reader) }, length: 1 };
    case 8: {
      const values: unknown[] = [];
      for (let left = readCount(reader); left > 0; left--) values.push(readAny(reader, 0));
      return { content: { kind: 'any', values }, length: values.length };
    }
    default:
      return refuse('vorm', 'content of a kind no board holds');
  }
}

function readTypeRef(reader: Reader): 'map' | 'text' {
  const ref = readUint(reader);
  if (ref === 1) return 'map';
  return ref === 2 ? 'text' : refuse('vorm', 'container of a kind no board holds');
}

/** One plain value. Bytes and big integers are refused, and so are keys that change what an object is. */
function readAny(reader: Reader, depth: number): unknown {
  if (depth > maxDepth) refuse('te-groot', 'value too deep');
  const kind = readByte(reader);
  switch (kind) {
    case 127:
      return undefined;
    case 126:
      return null;
    case 125:
      return readInt(reader);
    case 124:
      return readFloat(reader, 4);
    case 123:
      return readFloat(reader, 8);
    case 121:
      return false;
    case 120:
      return true;
    case 119:
      return readText(reader);
    case 118:
      return readObject(reader, depth);
    case 117: {
      const list: unknown[] = [];
      for (let left = readCount(reader); left > 0; left--) list.push(readAny(reader, depth + 1));
      return list;
    }
    default:
      return refuse('vorm', 'value of a kind no board holds');
  }
}

function readObject(reader: Reader, depth: number): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  for (let left = readCount(reader); left > 0; left--) {
    const key = readText(reader);
    if (unsafeKeys.has(key)) refuse('vorm', 'unsafe key');
    object[key] = readAny(reader, depth + 1);
  }
  return object;
}

/** The delete set: per client its ranges, sorted and merged, without empty ones. */
function readDeletes(reader: Reader): Map<number, Range[]> {
  const deletes = new Map<number, Range[]>();
  for (let clients = readCount(reader); clients > 0; clients--) {
    const client = readClient(reader);
    const ranges = deletes.get(client) ?? [];
    for (let left = readCount(reader); left > 0; left--) {
      const clock = readClock(reader);
      const end = clock + readClock(reader);
      if (end > clock) ranges.push({ clock, end });
    }
    if (ranges.length > 0) deletes.set(client, ranges);
  }
  for (const [client, ranges] of deletes) if (ranges.length > 1) deletes.set(client, merged(ranges));
  return deletes;
}

function merged(ranges: Range[]): Range[] {
  const result: Range[] = [];
  for (const range of ranges.sort((a, b) => a.clock - b.clock)) {
    const last = result.at(-1);
    if (last !== undefined && range.clock <= last.end)
      result[result.length - 1] = { clock: last.clock, end: Math.max(last.end, range.end) };
    else result.push(range);
  }
  return result;
}
