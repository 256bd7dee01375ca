import * as encoding from 'lib0/encoding';
import type { Canonical, Cut } from './canonical.ts';
import type { Content, Id, Struct } from './decode.ts';

/** Writes the canonical form as a Yjs update (v1). Gives nothing when it holds neither a struct nor a delete. */
export function encodeUpdate(form: Canonical): Uint8Array | undefined {
  const { client, structs, cuts } = form;
  const [first] = structs;
  if (first === undefined && cuts.length === 0) return undefined;
  const encoder = encoding.createEncoder();
  if (first === undefined || client === undefined) encoding.writeVarUint(encoder, 0);
  else {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, structs.length);
    writeId(encoder, { client, clock: first.clock });
    for (const struct of structs) writeStruct(encoder, struct);
  }
  writeCuts(encoder, cuts);
  return encoding.toUint8Array(encoder);
}

function writeId(encoder: encoding.Encoder, id: Id): void {
  encoding.writeVarUint(encoder, id.client);
  encoding.writeVarUint(encoder, id.clock);
}

function writeStruct(encoder: encoding.Encoder, struct: Struct): void {
  const { origin, right, parent, slot, content } = struct;
  const key = slot === undefined || slot.container.kind === 'text' ? undefined : slot.key;
  const flags = (origin === undefined ? 0 : 128) | (right === undefined ? 0 : 64) | (key === undefined ? 0 : 32);
  encoding.writeUint8(encoder, refOf(content) | flags);
  if (origin !== undefined) writeId(encoder, origin);
  if (right !== undefined) writeId(encoder, right);
  if (origin === undefined && right === undefined && parent !== undefined) {
    encoding.writeVarUint(encoder, 'root' in parent ? 1 : 0);
    if ('root' in parent) encoding.writeVarString(encoder, parent.root);
    else writeId(encoder, parent.id);
    if (key !== undefined) encoding.writeVarString(encoder, key);
  }
  writeContent(encoder, content, struct.length);
}

function refOf(content: Content): number {
  switch (content.kind) {
    case 'collected':
      return 0;
    case 'deleted':
      return 1;
    case 'text':
      return 4;
    case 'type':
      return 7;
    case 'any':
      return 8;
  }
}

function writeContent(encoder: encoding.Encoder, content: Content, length: number): void {
  switch (content.kind) {
    case 'collected':
    case 'deleted':
      encoding.writeVarUint(encoder, length);
      break;
    case 'text':
      encoding.writeVarString(encoder, content.text);
      break;
    case 'type':
      encoding.writeVarUint(encoder, content.of === 'map' ? 1 : 2);
      break;
    case 'any':
      encoding.writeVarUint(encoder, length);
      // `decodeUpdate` lets plain values through only.
      for (const value of content.values) encoding.writeAny(encoder, value as encoding.AnyEncodable);
      break;
  }
}

/** The delete set, highest client first as Yjs writes it, adjacent ranges as one. */
function writeCuts(encoder: encoding.Encoder, cuts: readonly Cut[]): void {
  const clients = new Map<number, { clock: number; end: number }[]>();
  for (const { item, from, end } of cuts) {
    const ranges = clients.get(item.id.client) ?? [];
    const last = ranges.at(-1);
    if (last?.end === from) last.end = end;
    else ranges.push({ clock: from, end });
    clients.set(item.id.client, ranges);
  }
  encoding.writeVarUint(encoder, clients.size);
  for (const [client, ranges] of [...clients].sort(([a], [b]) => b - a)) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, ranges.length);
    for (const { clock, end } of ranges) {
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarUint(encoder, end - clock);
    }
  }
}
