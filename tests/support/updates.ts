import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

/** Updates made by hand, also the ones that Yjs itself would never write. */
export type RawId = readonly [client: number, clock: number];
export type RawContent =
  | { readonly collected: number }
  | { readonly skip: number }
  | { readonly deleted: number }
  | { readonly text: string }
  | { readonly any: readonly unknown[] }
  | { readonly type: number }
  | { readonly format: readonly [string, string] }
  | { readonly json: readonly string[] }
  | { readonly embed: string }
  | { readonly bytes: Uint8Array };
export type RawStruct = {
  readonly content: RawContent;
  readonly origin?: RawId | undefined;
  readonly right?: RawId | undefined;
  readonly parent?: string | RawId | undefined;
  readonly key?: string | undefined;
};
export type RawSection = {
  readonly client: number;
  readonly clock: number;
  readonly structs: readonly RawStruct[];
  readonly claim?: number;
};
export type RawDelete = readonly [client: number, clock: number, length: number];

/** Takes sections and deletes as they are meant to stand there, gives the bytes. Checks nothing. */
export function rawUpdate(sections: readonly RawSection[], deletes: readonly RawDelete[] = []): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, sections.length);
  for (const section of sections) {
    encoding.writeVarUint(encoder, section.claim ?? section.structs.length);
    writeId(encoder, [section.client, section.clock]);
    for (const struct of section.structs) writeStruct(encoder, struct);
  }
  encoding.writeVarUint(encoder, deletes.length);
  for (const [client, clock, length] of deletes) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarUint(encoder, length);
  }
  return encoding.toUint8Array(encoder);
}

/** One section with these structs. */
export const write = (
  client: number,
  clock: number,
  structs: readonly RawStruct[],
  deletes: readonly RawDelete[] = [],
): Uint8Array => rawUpdate([{ client, clock, structs }], deletes);

function writeId(encoder: encoding.Encoder, [client, clock]: RawId): void {
  encoding.writeVarUint(encoder, client);
  encoding.writeVarUint(encoder, clock);
}

function writeStruct(encoder: encoding.Encoder, struct: RawStruct): void {
  const { origin, right, parent, key, content } = struct;
  const ref = refOf(content);
  const isItem = ref !== 0 && ref !== 10;
  const flags = (origin === undefined ? 0 : 128) | (right === undefined ? 0 : 64) | (key === undefined ? 0 : 32);
  encoding.writeUint8(encoder, isItem ? ref | flags : ref);
  if (isItem) {
    if (origin !== undefined) writeId(encoder, origin);
    if (right !== undefined) writeId(encoder, right);
    if (origin === undefined && right === undefined) {
      encoding.writeVarUint(encoder, typeof parent === 'string' ? 1 : 0);
      if (typeof parent === 'string') encoding.writeVarString(encoder, parent);
      else writeId(encoder, parent ?? [0, 0]);
      if (key !== undefined) encoding.writeVarString(encoder, key);
    }
  }
  writeContent(encoder, content);
}

function refOf(content: RawContent): number {
  if ('collected' in content) return 0;
  if ('skip' in content) return 10;
  if ('deleted' in content) return 1;
  if ('json' in content) return 2;
  if ('bytes' in content) return 3;
  if ('text' in content) return 4;
  if ('embed' in content) return 5;
  if ('format' in content) return 6;
  return 'type' in content ? 7 : 8;
}

function writeContent(encoder: encoding.Encoder, content: RawContent): void {
  if ('collected' in content) encoding.writeVarUint(encoder, content.collected);
  else if ('skip' in content) encoding.writeVarUint(encoder, content.skip);
  else if ('deleted' in content) encoding.writeVarUint(encoder, content.deleted);
  else if ('text' in content) encoding.writeVarString(encoder, content.text);
  else if ('embed' in content) encoding.writeVarString(encoder, content.embed);
  else if ('type' in content) encoding.writeVarUint(encoder, content.type);
  else if ('bytes' in content) encoding.writeVarUint8Array(encoder, content.bytes);
  else if ('format' in content) for (const part of content.format) encoding.writeVarString(encoder, part);
  else if ('json' in content) {
    encoding.writeVarUint(encoder, content.json.length);
    for (const part of content.json) encoding.writeVarString(encoder, part);
  } else {
    encoding.writeVarUint(encoder, content.any.length);
    for (const value of content.any) encoding.writeAny(encoder, value as encoding.AnyEncodable);
  }
}

/** Takes an update that Yjs wrote, gives it in the form above, so that one part of it can be changed. */
export function takeApart(bytes: Uint8Array): { sections: RawSection[]; deletes: RawDelete[] } {
  const { structs, ds } = Y.decodeUpdate(bytes);
  const sections = new Map<number, { client: number; clock: number; structs: RawStruct[] }>();
  for (const struct of structs) {
    const { client, clock } = struct.id;
    const section = sections.get(client) ?? { client, clock, structs: [] };
    sections.set(client, section);
    section.structs.push(struct instanceof Y.Item ? rawItem(struct) : { content: { collected: struct.length } });
  }
  const deletes = [...ds.clients].flatMap(([client, items]) =>
    items.map(({ clock, len }): RawDelete => [client, clock, len]),
  );
  return { sections: [...sections.values()], deletes };
}

const rawId = (id: { client: number; clock: number } | null): RawId | undefined =>
  id === null ? undefined : [id.client, id.clock];

function rawItem(item: Y.Item): RawStruct {
  const parent: unknown = item.parent;
  const raw = typeof parent === 'string' ? parent : parent instanceof Y.ID ? rawId(parent) : undefined;
  return {
    origin: rawId(item.origin),
    right: rawId(item.rightOrigin),
    parent: raw,
    key: item.parentSub ?? undefined,
    content: rawContent(item),
  };
}

function rawContent({ content, length }: Y.Item): RawContent {
  if (content instanceof Y.ContentString) return { text: content.str };
  if (content instanceof Y.ContentAny) return { any: content.arr };
  if (content instanceof Y.ContentType) return { type: content.type instanceof Y.Text ? 2 : 1 };
  return { deleted: length };
}
