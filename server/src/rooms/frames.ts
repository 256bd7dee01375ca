import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { message } from '@samenbord/shared/wire/socket.ts';

/** What a client can say. An update comes as an answer to our step 1 (`step2`) or by itself; both are judged the same. */
export type Frame =
  | { readonly kind: 'step1'; readonly stateVector: Uint8Array }
  | { readonly kind: 'update'; readonly update: Uint8Array }
  | { readonly kind: 'presence'; readonly entries: Uint8Array }
  | { readonly kind: 'query' };

/** Kinds inside a sync message, as y-protocols numbers them. */
const sync = { step1: 0, step2: 1, update: 2 } as const;

/** Takes the bytes of one frame; gives nothing when it is not exactly one message that a client may send. */
export function readFrame(bytes: Uint8Array): Frame | undefined {
  try {
    const decoder = decoding.createDecoder(bytes);
    const frame = readMessage(decoder);
    return decoding.hasContent(decoder) ? undefined : frame;
  } catch {
    return undefined;
  }
}

function readMessage(decoder: decoding.Decoder): Frame | undefined {
  switch (decoding.readVarUint(decoder)) {
    case message.sync:
      return readSync(decoder);
    case message.awareness:
      return { kind: 'presence', entries: readBytes(decoder) };
    case message.queryAwareness:
      return { kind: 'query' };
    default:
      return undefined;
  }
}

function readSync(decoder: decoding.Decoder): Frame | undefined {
  const kind = decoding.readVarUint(decoder);
  if (kind === sync.step1) return { kind: 'step1', stateVector: readBytes(decoder) };
  return kind === sync.step2 || kind === sync.update ? { kind: 'update', update: readBytes(decoder) } : undefined;
}

/** lib0 measures a length against the memory below a view, not against the view: a frame must not read its neighbours. */
function readBytes(decoder: decoding.Decoder): Uint8Array {
  const length = decoding.readVarUint(decoder);
  if (length > decoder.arr.length - decoder.pos) throw new RangeError('frame is too short');
  return decoding.readUint8Array(decoder, length);
}

function frame(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  write(encoder);
  return encoding.toUint8Array(encoder);
}

function syncFrame(kind: number, bytes: Uint8Array): Uint8Array {
  return frame((encoder) => {
    encoding.writeVarUint(encoder, message.sync);
    encoding.writeVarUint(encoder, kind);
    encoding.writeVarUint8Array(encoder, bytes);
  });
}

export const step1Frame = (stateVector: Uint8Array): Uint8Array => syncFrame(sync.step1, stateVector);
export const step2Frame = (update: Uint8Array): Uint8Array => syncFrame(sync.step2, update);
export const updateFrame = (update: Uint8Array): Uint8Array => syncFrame(sync.update, update);

/** So many update frames of this connection are committed. */
export const savedFrame = (count: number): Uint8Array =>
  frame((encoder) => {
    encoding.writeVarUint(encoder, message.saved);
    encoding.writeVarUint(encoder, count);
  });

/** The update frame with this number was refused; a close follows. */
export const refusedFrame = (number: number, code: string): Uint8Array =>
  frame((encoder) => {
    encoding.writeVarUint(encoder, message.refused);
    encoding.writeVarUint(encoder, number);
    encoding.writeVarString(encoder, code);
  });

export const readOnlyFrame: Uint8Array = frame((encoder) => encoding.writeVarUint(encoder, message.readOnly));
export const beatFrame: Uint8Array = frame((encoder) => encoding.writeVarUint(encoder, message.beat));

/** One person in the presence of a room. `state` is JSON, `null` for somebody who left. */
export type PresenceEntry = { readonly clientId: number; readonly clock: number; readonly state: string };

export const presenceFrame = (entries: readonly PresenceEntry[]): Uint8Array =>
  frame((encoder) => {
    const inner = frame((body) => {
      encoding.writeVarUint(body, entries.length);
      for (const { clientId, clock, state } of entries) {
        encoding.writeVarUint(body, clientId);
        encoding.writeVarUint(body, clock);
        encoding.writeVarString(body, state);
      }
    });
    encoding.writeVarUint(encoder, message.awareness);
    encoding.writeVarUint8Array(encoder, inner);
  });

/** Takes the entries of a presence message, at most `most` of them; gives nothing when they are not whole. Texts are not read. */
export function readPresence(bytes: Uint8Array, most: number): { clientId: number; state: Uint8Array }[] | undefined {
  try {
    const decoder = decoding.createDecoder(bytes);
    const count = decoding.readVarUint(decoder);
    if (count > most) return undefined;
    const entries: { clientId: number; state: Uint8Array }[] = [];
    for (let index = 0; index < count; index++) {
      const clientId = decoding.readVarUint(decoder);
      decoding.readVarUint(decoder);
      entries.push({ clientId, state: readBytes(decoder) });
    }
    return decoding.hasContent(decoder) ? undefined : entries;
  } catch {
    return undefined;
  }
}
