import { limits as ofTheWire } from '@samenbord/shared/wire/socket.ts';

/** One line of the table. A number that depends on where it runs has a variable, with what may stand in it. */
type Line = {
  readonly is: number;
  readonly what: string;
  readonly variable?: string;
  readonly least?: number;
  readonly most?: number;
};

const kB = 1024;
const MB = 1024 * kB;

/**
 * Every limit of what somebody may bring or take, in one place; README shows this table. What the client must know too comes from `shared/wire/socket.ts`.
 * An operator may change what depends on the building: how many people are behind one address.
 */
const table = {
  frameBytes: { is: ofTheWire.frameBytes, what: 'one message on a socket, in bytes; larger ends the connection' },
  framesPerSecond: { is: ofTheWire.framesPerSecond, what: 'updates a second on one socket' },
  frameBurst: { is: ofTheWire.framesPerSecond * 5, what: 'updates at once: a paste, or hours of offline work' },
  bytesPerSecond: { is: MB, what: 'bytes a second in on one socket' },
  byteBurst: { is: 8 * MB, what: 'bytes at once in on one socket' },
  messagesPerSecond: { is: 2000, what: 'messages of any kind a second on one socket; plain clients echo a lot' },
  messageBurst: { is: 4000, what: 'messages of any kind at once on one socket' },
  asksPerSecond: { is: 1, what: 'questions for the whole document a second on one socket' },
  askBurst: { is: 20, what: 'questions for the whole document at once on one socket' },
  presencePerSecond: { is: ofTheWire.presencePerSecond, what: 'times a second somebody is shown to move' },
  presenceBytes: { is: ofTheWire.presenceBytes, what: 'what somebody says about where they are, in bytes' },
  presenceEntries: { is: 200, what: 'entries in one presence message; only the own one counts' },
  writePerSecond: { is: 8 * kB, what: 'bytes a second that one participant adds to one document in the long run' },
  writeBurst: { is: 8 * MB, what: 'bytes that one participant adds to one document at once' },
  readPerSecond: { is: MB, what: 'bytes a second that one participant asks of one document in the long run' },
  readBurst: { is: 64 * MB, what: 'bytes that one participant asks of one document at once' },
  askCost: { is: 64 * kB, what: 'what any question costs of that, in bytes, however short the answer' },
  things: { is: ofTheWire.things, what: 'things in one document, what was taken off included' },
  thingsPerParticipant: { is: 5000, what: 'of those by one participant, so that nobody fills a board alone' },
  documentBytes: { is: ofTheWire.documentBytes, what: 'one document, in bytes' },
  warnAtPercent: { is: 80, what: 'per cent of things or bytes from which people are told' },
  waitingBytes: { is: 8 * MB, what: 'bytes of one document that may wait for the disk' },
  bufferedBytes: { is: 4 * MB, what: 'bytes that may wait for one slow reader; then it is sent away to come back' },
  bufferedForPresence: { is: 256 * kB, what: 'bytes that may wait before presence is left out' },
  framesBeforeEntry: { is: 1000, what: 'messages that may come in before the document is open' },
  socketsPerParticipant: {
    is: 40,
    what: 'open sockets of one participant on one board',
    variable: 'MAX_SOCKETS_PER_PARTICIPANT',
    least: 4,
    most: 1000,
  },
  socketsPerBoard: {
    is: 600,
    what: 'open sockets on one board',
    variable: 'MAX_SOCKETS_PER_BOARD',
    least: 10,
    most: 100_000,
  },
  socketsPerAddress: {
    is: 1000,
    what: 'open sockets from one address (IPv6: one /64)',
    variable: 'MAX_SOCKETS_PER_ADDRESS',
    least: 10,
    most: 1_000_000,
  },
  handshakesPerMinute: {
    is: 1200,
    what: 'new sockets a minute from one address',
    variable: 'MAX_HANDSHAKES_PER_MINUTE',
    least: 10,
    most: 1_000_000,
  },
  connections: {
    is: 10_000,
    what: 'open connections of the whole server',
    variable: 'MAX_CONNECTIONS',
    least: 20,
    most: 1_000_000,
  },
  failuresPerMinute: { is: 10, what: 'wrong links or digits a minute from one address, and for one link' },
  looksPerMinute: { is: 60, what: 'questions a minute from one address whether a link needs digits' },
  wrongCodes: { is: 5, what: 'wrong digits after which a link is blocked' },
  atTheDoor: { is: 30, what: 'people in one waiting room, and entries in ten minutes from one address' },
  requestsPerMinute: { is: 240, what: 'requests a minute of one participant to one route' },
  analysesPerMinute: { is: 30, what: 'documents of an analysis a minute for one participant' },
  boardsReadPerHour: {
    is: 15,
    what: 'boards an hour that one professional opens before an alarm',
    variable: 'MAX_BOARDS_READ_PER_HOUR',
    least: 2,
    most: 10_000,
  },
  filesTakenPerHour: {
    is: 60,
    what: 'files an hour that one professional takes along before an alarm',
    variable: 'MAX_FILES_TAKEN_PER_HOUR',
    least: 2,
    most: 10_000,
  },
  boardMonths: {
    is: 24,
    what: 'months from today that the last day of a board can be chosen',
    variable: 'MAX_BOARD_MONTHS',
    least: 1,
    most: 120,
  },
  bodyBytes: { is: 16 * kB, what: 'body of a request, in bytes' },
  factsBytes: { is: 256 * kB, what: 'body of the facts of a board, in bytes' },
  importBytes: { is: 2 * MB, what: 'a board that is brought in, in bytes' },
  rememberedKeys: { is: 20_000, what: 'addresses, links or participants of which turns are remembered' },
  handshakeMs: { is: 10_000, what: 'milliseconds to say what is asked, and to let somebody in' },
  requestMs: { is: 60_000, what: 'milliseconds to send a whole request' },
  silentMs: { is: 60_000, what: 'milliseconds in which a new socket says its first word' },
  lookMs: { is: 2500, what: 'milliseconds between two looks at all sockets' },
  pingMs: { is: 5000, what: 'milliseconds between two pings' },
  beatMs: { is: 5000, what: 'milliseconds without a word from the server before it says that it is there' },
  deadMs: { is: 12_000, what: 'milliseconds without a sign of life before a socket is cut off' },
  slowestBytesPerSecond: { is: 16 * kB, what: 'bytes a second at which a large answer may be taken in' },
} satisfies Readonly<Record<string, Line>>;

export type LimitName = keyof typeof table;
export type Limits = { readonly [Name in LimitName]: number };

export const limitTable: Readonly<Record<LimitName, Line>> = table;
const names = Object.keys(table) as LimitName[];

/** The limits as they are when nobody changes anything. */
export const defaultLimits: Limits = Object.fromEntries(names.map((name) => [name, table[name].is])) as Limits;

/** The lines that an operator may change, with their variable and bounds. */
export const limitVariables = names.flatMap((name) => {
  const { variable, least, most }: Line = table[name];
  return variable === undefined || least === undefined || most === undefined ? [] : [{ name, variable, least, most }];
});
