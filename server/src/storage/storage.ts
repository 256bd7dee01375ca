import type { BoardFacts, InvitationRequest, PositionRequest } from '@samenbord/shared/wire/http.ts';
import type { Meeting } from '@samenbord/shared/meeting/meeting.ts';
import type { Role } from '@samenbord/shared/access/roles.ts';
import type { Openable } from '@samenbord/shared/access/zones.ts';
import type { AfterStorage } from './after.ts';

export type { AuditRow } from './after.ts';

export { StorageError } from './storage-error.ts';
export type { StorageCode } from './storage-error.ts';

/**
 * The one door to what is kept. A promise that resolves means: committed and synced. Everything with content (document rows, history,
 * versions, positions' texts) is sealed with the key of its board before it reaches the database; keys live outside it.
 * Implementations: SQLite now, PostgreSQL later; both run the suite in `tests/contracts`.
 */
export type Storage = AfterStorage & {
  /** Throws `StorageError` when the database does not answer. */
  ping(): Promise<void>;

  createBoard(board: BoardRow, zones: readonly string[], maker: ParticipantRow): Promise<void>;
  board(id: string): Promise<BoardRow | undefined>;
  /** Boards whose key or content cannot be opened are left out; `board(id)` says why. */
  boards(): Promise<BoardRow[]>;
  setFacts(board: string, facts: BoardFacts): Promise<void>;
  /**
   * Destroys the keys of a board, on disk before anything else, and then removes its rows; what was done with it stays in `audit`. A copy of the
   * database that was made before holds nothing of it that anybody can read.
   */
  deleteBoard(board: string): Promise<void>;
  /** A new key seals this board from now on. Throws `StorageError` (`sleuteldienst`) when the key service fails; then nothing changed. */
  rotateKey(board: string): Promise<void>;
  /**
   * Seals at most so many rows, of boards that got a new key, anew. True when there may be more. A row that does not open keeps its old key.
   */
  reseal(most: number): Promise<boolean>;
  /** Destroys the keys that sealed this board before; false, and nothing changed, when a row still needs one. Copies of before open no more. */
  dropOldKeys(board: string): Promise<boolean>;

  /** Adds a participant with the zones that come with it (`eigen:<id>`, `tafel:<id>`). */
  addParticipant(participant: ParticipantRow, zones: readonly string[]): Promise<void>;
  participant(board: string, id: string): Promise<ParticipantRow | undefined>;
  participants(board: string): Promise<ParticipantRow[]>;
  /** Marks it revoked and ends its invitations and sessions' participations. */
  revokeParticipant(board: string, id: string, at: string): Promise<void>;

  /** The professionals whom this participant named and who read their trusted box now, in the order in which they were named. */
  trusted(board: string, owner: string): Promise<TrustedRow[]>;
  /** Makes the list of who reads this trusted box the whole of `professionals`; who stays keeps the moment of naming, who goes is kept as somebody who read. */
  setTrusted(change: TrustedChange): Promise<void>;
  /** Did this participant ever come in, with whatever link? */
  hasComeIn(board: string, participant: string): Promise<boolean>;
  /** Boards on which this piece of housekeeping was not done yet. */
  boardsWithout(work: string): Promise<string[]>;
  /** Notes that it was done. */
  noteWork(board: string, work: string): Promise<void>;

  addInvitation(invitation: InvitationRow): Promise<void>;
  /** Ends all links of this participant (a new one follows). */
  endInvitations(board: string, participant: string): Promise<void>;
  invitation(secretHash: string): Promise<InvitationRow | undefined>;
  /** Counts a wrong code; gives the number of wrong codes so far. */
  countWrongCode(secretHash: string): Promise<number>;

  addSession(session: SessionRow): Promise<void>;
  /** The session with its participations that are still open, and those that were ended (revoked). */
  session(tokenHash: string): Promise<SessionWithParticipations | undefined>;
  addParticipation(tokenHash: string, board: string, participant: string): Promise<void>;
  /** Nobody is in with this session any more; whoever waited at a door with it waits no longer. */
  endSession(tokenHash: string): Promise<void>;

  setWaitingRoom(board: string, secretHash: string, until: string): Promise<void>;
  waitingRoom(secretHash: string): Promise<{ board: string; until: string } | undefined>;
  addWaiting(entry: WaitingRow): Promise<void>;
  waiting(board: string): Promise<WaitingRow[]>;
  waitingBySession(tokenHash: string): Promise<WaitingRow | undefined>;
  settleWaiting(board: string, id: string, state: 'binnen' | 'niet', participant?: string): Promise<boolean>;

  /** The epoch of a zone document; nothing when the board has no such zone. */
  epoch(board: string, zone: string): Promise<number | undefined>;
  zones(board: string): Promise<{ zone: string; epoch: number }[]>;
  /** All rows of the present epoch, in order, verified. Throws `StorageError` when any of them cannot be opened: never an empty board. */
  loadDocument(board: string, zone: string): Promise<LoadedDocument>;
  /**
   * What can still be had of a document with damage: the state up to the first row that is gone or does not open, and what opens after it. Only to be read, or
   * to be repaired on purpose. Throws `StorageError` (`beschadigd`) when nothing can be had: never an empty board.
   */
  lastGood(board: string, zone: string): Promise<LastGood>;
  /** Every document of every board, also of boards that do not open. */
  documents(): Promise<{ board: string; zone: string }[]>;
  /**
   * Appends rows of one or more documents in one transaction: all or nothing. Refuses (`StorageError` code `volgorde`) a row whose seq is not the
   * one after the last of its document and epoch. Calls that wait are committed together (group commit).
   */
  append(rows: readonly DocumentRow[]): Promise<void>;
  /** Keeps a merged state beside the log, up to and including `seq`; it is read back before it counts. The log itself stays whole. */
  saveSnapshot(board: string, zone: string, epoch: number, seq: number, update: Uint8Array): Promise<void>;
  /**
   * Puts a rebuilt document in the place of the log, in one transaction: the next epoch begins with it, and rows, snapshots and clients of the epochs
   * before are gone. Refuses (`volgorde`) when the log is not exactly where the rebuild was made. With `erased`, all that the history said about that
   * thing goes too, its id is remembered as a hash, and when this resolves the deleted bytes are in no file of the database.
   */
  startEpoch(next: NewEpoch): Promise<void>;
  /** Of all epochs, oldest first. */
  history(board: string, zone: string): Promise<HistoryEntry[]>;

  addVersion(version: VersionRow): Promise<void>;
  /** The content of an erased version is empty. */
  version(board: string, id: string): Promise<VersionRow | undefined>;
  /**
   * Erases the content of versions with its key, and the positions on them; keeps their number, date and hash, and names the version that comes in their
   * place. With `successor` that one is kept in the same transaction. Resolves when the keys are destroyed.
   */
  eraseVersions(erasure: NewVersions): Promise<void>;
  /** Without content, oldest first. */
  versions(board: string): Promise<Omit<VersionRow, 'content'>[]>;
  setPosition(position: PositionRow): Promise<void>;
  positions(board: string, version: string): Promise<PositionRow[]>;

  /** Keeps a meeting as it is now, in the place of how it was. */
  saveMeeting(row: MeetingRow): Promise<void>;
  /** Oldest first; only the last may be one that is not over. */
  meetings(board: string): Promise<MeetingRow[]>;
  /** Of every board the meeting that is prepared or open. */
  openMeetings(): Promise<MeetingRow[]>;

  /** Waits for what is under way, then closes. */
  close(): Promise<void>;
};

export type BoardRow = { id: string; titel: string; facts: BoardFacts; createdAt: string };
export type ParticipantRow = {
  board: string;
  id: string;
  naam: string;
  rol: Role;
  organisatie?: string | undefined;
  persoon?: string | undefined;
  opent: readonly Openable[];
  grondslag: InvitationRequest['grondslag'];
  geinformeerd: InvitationRequest['geinformeerd'];
  geinformeerdOp?: string | undefined;
  toelichting?: string | undefined;
  /** Reads the table at home too, when no meeting is open. */
  thuis?: boolean | undefined;
  /** Last day, `2026-12-31`. */
  tot: string;
  revokedAt?: string | undefined;
  createdAt: string;
  /** Read only: whose trusted box this participant reads, because they were named. */
  vertrouwdVan?: readonly string[] | undefined;
};
/** `grond` is why, where another named for the owner. */
export type TrustedRow = { professional: string; sinds: string; door: string; grond?: string | undefined };
export type TrustedChange = {
  board: string;
  owner: string;
  professionals: readonly string[];
  at: string;
  door: string;
  grond?: string | undefined;
};
export type InvitationRow = {
  secretHash: string;
  /** Nothing: no code asked (the demo board only). */
  codeHash?: string | undefined;
  board: string;
  participant: string;
  until: string;
  endedAt?: string | undefined;
  wrongCodes: number;
};
export type SessionRow = { tokenHash: string; createdAt: string; until: string };
type Participation = { board: string; participant: string };
export type SessionWithParticipations = SessionRow & { participations: Participation[]; ended: Participation[] };
export type WaitingRow = {
  id: string;
  board: string;
  naam: string;
  sessionHash: string;
  since: string;
  state: 'wacht' | 'binnen' | 'niet';
  participant?: string | undefined;
};
export type HistoryEntry = {
  epoch: number;
  seq: number;
  by: string;
  at: string;
  thing: string;
  field: string;
  value: unknown;
};
export type DocumentRow = {
  board: string;
  zone: string;
  epoch: number;
  seq: number;
  update: Uint8Array;
  /** The participant who wrote it (or `server`) and the Yjs client that did: for this epoch that client is theirs alone. */
  by?: string | undefined;
  client?: number | undefined;
  history: readonly Omit<HistoryEntry, 'epoch' | 'seq'>[];
  /** Documents that begin anew with this row: in the same transaction, or not at all. */
  epochs?: readonly NewEpoch[] | undefined;
};
export type NewEpoch = {
  board: string;
  zone: string;
  /** The state of the log that the rebuild was made of. */
  from: { epoch: number; seq: number };
  update: Uint8Array;
  /** Whose the Yjs clients in `update` are. */
  clients: readonly { client: number; participant: string }[];
  /** The thing that is erased for good. */
  erased?: string | undefined;
  /** More things that are erased for good. */
  alsoErased?: readonly string[] | undefined;
  /** The number of the new epoch; by default the next. After a restore it is one that was never used. */
  to?: number | undefined;
};
/** `rows` is how many updates were read after the snapshot; `clients` says whose each Yjs client is; `erased` holds hashes of ids (`erasedHash`). */
export type LoadedDocument = {
  epoch: number;
  lastSeq: number;
  updates: Uint8Array[];
  rows: number;
  clients: { client: number; participant: string }[];
  erased?: readonly string[];
  /** So many merged states did not open; the log stood in for them. */
  passedOver?: number;
  /** The database itself is damaged: this can be read, and nothing is written. */
  readOnly?: true;
};
/** `lastSeq` is where the good state ends, `from` where the log says it ends; `lost` rows between them are gone or do not open, those in `later` do. */
export type LastGood = LoadedDocument & {
  from: { epoch: number; seq: number };
  later: { seq: number; update: Uint8Array }[];
  lost: number;
};
export type VersionRow = {
  board: string;
  id: string;
  nummer: number;
  titel: string;
  hash: string;
  gemaakt: string;
  door: string;
  content: string;
  /** The moment at which the content was erased, and the version that came in its place. */
  gewist?: string | undefined;
  opvolger?: string | undefined;
};
export type NewVersions = {
  board: string;
  /** The versions that are erased. */
  ids: readonly string[];
  at: string;
  /** The version that comes in their place, where there is one. */
  opvolger?: string | undefined;
  /** That version, when it is still to be kept, with the positions that go along. */
  successor?: VersionRow | undefined;
  positions?: readonly PositionRow[] | undefined;
};
/** `pauzes`: who asked whom for a pause; known to those two only. */
export type MeetingRow = { board: string; meeting: Meeting; pauzes: readonly PauseRow[] };
export type PauseRow = { van: string; aan: string; sinds: number };
export type PositionRow = PositionRequest & { board: string; deelnemer: string; op: string };
