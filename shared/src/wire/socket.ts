import * as z from 'zod';
import { viewNames } from '../board/define.ts';
import { thingId } from '../board/field.ts';

/**
 * What goes over the socket `/sync/<board>/<zone>/<epoch>?als=<participant>&v=<protocol>`. It is the y-websocket protocol;
 * the numbers from 120 are our additions, which a plain provider passes by.
 */
export const protocolVersion = 2;
/**
 * A page that was open while the server was renewed speaks one version back and is served like any other: what is added to the protocol must be something
 * that an older client may pass by. An older one yet, or one we do not know, is closed with `oldProtocol` before any sync. 1: the first; 2: loads itself
 * again, once, with its work, when it is told that it is too old, and is told `readOnly`.
 */
export const oldestProtocol = protocolVersion - 1;

/** A plain provider says nothing of a version and is served as well. */
export const isServed = (version: number | undefined): boolean =>
  version === undefined || (version >= oldestProtocol && version <= protocolVersion);

export const message = {
  sync: 0,
  awareness: 1,
  queryAwareness: 3,
  /** varuint: how many update frames of this connection are committed. */
  saved: 120,
  /** varuint: number of the refused frame; varstring: code. A close with `closeCode.refused` follows. */
  refused: 121,
  /** Empty; the server says something at least every 15 seconds. */
  beat: 122,
  /** Empty; what is left of this document can be read, and nothing is added to it: it was damaged. Said once, before anything is written in vain. */
  readOnly: 123,
} as const;

/** Takes the version a client speaks, if it said one, and a kind of message; gives whether the client is sent it. What came later is kept from who does not know it; a plain provider passes by what it does not know. */
export const isTold = (version: number | undefined, kind: number): boolean =>
  kind !== message.readOnly || version === undefined || version >= 2;

/** Codes 4400-4499 are final: y-websocket does not try again by itself. */
export const closeCode = {
  badFrame: 4400,
  notAllowed: 4403,
  revoked: 4408,
  refused: 4409,
  oldEpoch: 4410,
  tooLarge: 4413,
  /** The table is not open for this participant now: a meeting that opens lets them in again. */
  tableShut: 4423,
  oldProtocol: 4426,
  tooMuch: 4429,
  /** Try again: the server goes down for a moment, or the board cannot be read now. */
  restart: 1012,
  unavailable: 1013,
} as const;

/** Why an update was refused. The sentence that goes with each is in `words/refusals.ts`. */
export const refusalCodes = [
  'onleesbaar',
  'vorm',
  'verwijzing',
  'plaats',
  'waarde',
  'recht',
  'te-groot',
  'alleen-lezen',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** Limits of one frame and one document; the server enforces them, the client stays under them. */
export const limits = {
  frameBytes: 512 * 1024,
  presenceBytes: 2 * 1024,
  presencePerSecond: 30,
  framesPerSecond: 120,
  things: 6000,
  /** Everything in one document, what was erased included. */
  documentBytes: 16 * 1024 * 1024,
} as const;

const point = {
  view: z.enum(viewNames),
  x: z.number().min(-100_000).max(100_000),
  y: z.number().min(-100_000).max(100_000),
};

const size = z.number().min(1).max(100_000);

/** What a browser may say about itself. Who it is, is stamped by the server. */
export const presence = z.strictObject({
  cursor: z.strictObject(point).optional(),
  dragging: z.strictObject({ ...point, id: thingId }).optional(),
  typing: z.strictObject({ id: thingId, field: z.string().max(40) }).optional(),
  view: z.enum(viewNames).optional(),
  /** The part of the paper that is on the screen: the screen in the room shows it too. */
  look: z.strictObject({ ...point, width: size, height: size }).optional(),
  /** The cursor points something out to everybody. */
  wijst: z.literal(true).optional(),
});
export type Presence = z.infer<typeof presence>;

/** The stamp: `wie` in everybody's presence state. */
export type PresenceStamp = {
  readonly id: string;
  readonly naam: string;
  readonly rol: string;
  readonly kleur: number;
};
