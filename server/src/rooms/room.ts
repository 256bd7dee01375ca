import type * as Y from 'yjs';
import { isServerZone } from '@samenbord/shared/access/zones.ts';
import type { Actor, Zone } from '@samenbord/shared/access/zones.ts';
import type { Board } from '@samenbord/shared/board/board.ts';
import { isThingType } from '@samenbord/shared/board/things.ts';
import type { ThingType } from '@samenbord/shared/board/things.ts';
import { thingsOf } from '@samenbord/shared/document/form.ts';
import { readBoard } from '@samenbord/shared/document/read.ts';
import { closeCode } from '@samenbord/shared/wire/socket.ts';
import type { RefusalCode } from '@samenbord/shared/wire/socket.ts';
import type { DocumentRow } from '../storage/storage.ts';
import { bindClient, isFreeFor } from './client-ids.ts';
import { CommitQueue } from './commits.ts';
import type { Connection } from './connection.ts';
import { readFrame, refusedFrame } from './frames.ts';
import { demandWritable, fullReason } from './disk.ts';
import { applyJudged } from './gate/judge.ts';
import type { Change, Verdict } from './gate/verdict.ts';
import { judgeHere } from './judge-here.ts';
import type { Loaded } from './load.ts';
import { budgetOf } from './room-budget.ts';
import type { RoomPorts } from './room-ports.ts';
import type { PresenceRoom } from './presence-room.ts';
import { createPresenceRoom } from './presence-room.ts';
import { startEpoch } from './new-epoch.ts';
import { RoomError } from './room-error.ts';
import { appendRows, rowOf } from './row.ts';
import type { Along, Judged } from './row.ts';
import { changedOnCopy, serverVerdict } from './server-write.ts';
import { createAnswering } from './sync-answer.ts';
import { createTelling } from './telling.ts';
import { halfOf } from './two-rooms.ts';
import type { Half, HalfDeed, Meet } from './two-rooms.ts';

/** One document in memory. Its own document may be ahead of the log, but nobody is served from it: everything that is told waits in the queue. */
export class Room {
  readonly board: string;
  readonly zoneName: string;
  readonly zone: Zone;
  readonly epoch: number;
  readonly connections = new Set<Connection>();
  /** Rooms that read along in this one; it stays in memory as long as they do. */
  holders = 0;
  dropped = false;
  /** A new epoch takes the place of this one: nothing is taken or told any more. */
  replacing: Promise<void> | undefined;
  readonly #doc: Y.Doc;
  readonly #loaded: Loaded;
  readonly #ports: RoomPorts;
  readonly presence: PresenceRoom;
  readonly #commits: CommitQueue;
  readonly #telling;
  readonly #budget;
  readonly #answers;
  #lastSeq: number;

  constructor(loaded: Loaded, ports: RoomPorts) {
    this.#loaded = loaded;
    this.board = loaded.board;
    this.zoneName = loaded.zoneName;
    this.zone = loaded.zone;
    this.epoch = loaded.epoch;
    this.#doc = loaded.doc;
    this.#lastSeq = loaded.lastSeq;
    this.#ports = ports;
    this.#telling = createTelling(this.connections, ports.clock);
    this.#budget = budgetOf(loaded, ports);
    this.presence = createPresenceRoom(ports, this);
    this.#commits = new CommitQueue({
      append: (rows) => appendRows(ports, this.zone.kind, rows),
      onTold: () => {
        this.#telling.tell();
        for (const connection of this.connections) connection.tellSaved();
      },
      onEmpty: () => ports.onSettled(this),
      onFailed: (why) => this.drop(closeCode.unavailable, why === 'vol' ? fullReason : undefined),
    });
    this.#answers = createAnswering(loaded.doc, this.#commits, this.#budget);
  }

  get idle(): boolean {
    return this.connections.size === 0 && this.holders === 0 && !this.#commits.busy;
  }

  get waitingBytes(): number {
    return this.#commits.waitingBytes;
  }

  get lastSeq(): number {
    return this.#lastSeq;
  }

  /** Resolves when nothing waits any more. Never rejects. */
  async settled(): Promise<void> {
    await this.#commits.settled();
    await this.replacing?.catch(() => undefined);
  }

  /** The document as it stands, ahead of the log by what waits to be committed. */
  get standing(): Loaded {
    return { ...this.#loaded, lastSeq: this.#lastSeq };
  }

  /** Starts the next epoch with this document written afresh, without the thing that is erased. The room is out of service then; its sockets are told. */
  replace(erased?: string, start = startEpoch): Promise<void> {
    if (this.dropped || this.replacing !== undefined) return Promise.reject(new RoomError('onbereikbaar'));
    const onStarted = (): void => this.drop(closeCode.oldEpoch, 'er is een nieuwe versie van dit bord');
    this.replacing = this.#commits
      .settled()
      .then(() => start(this.#ports, this.standing, erased, onStarted))
      .finally(() => this.drop());
    return this.replacing;
  }

  join(connection: Connection): void {
    this.connections.add(connection);
    if (!isServerZone(this.zone)) this.presence.greet(connection);
  }

  leave(connection: Connection): void {
    if (!this.connections.delete(connection)) return;
    this.presence.leave(connection);
    if (this.idle) this.#ports.onIdle(this);
  }

  /** One frame of one connection. A bad one closes that connection and touches nobody else. */
  frame(connection: Connection, bytes: Uint8Array | undefined): void {
    if (connection.ending || this.dropped || this.replacing !== undefined) return;
    if ((bytes?.length ?? 0) > this.#ports.limits.frameBytes)
      return this.#end(connection, closeCode.tooLarge, 'te groot');
    if (!connection.withinRates('any', bytes?.length ?? 0)) return this.#end(connection, closeCode.tooMuch, 'te veel');
    const frame = bytes === undefined ? undefined : readFrame(bytes);
    const now = this.#ports.clock.now();
    switch (frame?.kind) {
      case undefined:
        return this.#end(connection, closeCode.badFrame, 'onleesbaar');
      case 'update':
        if (!connection.withinRates('update', 0) || !this.#budget.mayWrite(connection.participant, now)) break;
        return this.#takeUpdate(connection, frame.update);
      case 'presence':
        return this.#takePresence(connection, frame.entries);
      case 'step1':
      case 'query':
        if (!connection.withinRates('ask', 0) || !this.#budget.mayRead(connection.participant, now)) break;
        if (frame.kind === 'step1') return this.#answerSync(connection, frame.stateVector);
        this.#budget.read(connection.participant);
        return isServerZone(this.zone) ? undefined : this.presence.greet(connection);
    }
    this.#end(connection, closeCode.tooMuch, 'te veel');
  }

  /** What is committed now, as a value. */
  async read(): Promise<Board> {
    if (this.dropped) throw new RoomError('onbereikbaar');
    // Read at once and handed out after the commit: exactly the state up to here, however much comes after it.
    const board = readBoard(this.#doc);
    await this.#commits.committed();
    return board;
  }

  /** The server's own change; see `Rooms.write`. With `along` it is a reveal. */
  async write(onBehalfOf: Actor | 'server', change: (doc: Y.Doc) => void, along?: Along): Promise<number | void> {
    demandWritable(this, this.#loaded, this.#ports.disk);
    const made = changedOnCopy(this.#doc, this.#loaded.clients, change);
    if (made === undefined) return this.#commits.committed();
    const isServer = onBehalfOf === 'server';
    const verdict = isServer
      ? serverVerdict(this.standing, made, along)
      : this.#judge(onBehalfOf, undefined, made.update);
    if (!verdict.ok) throw new RoomError(verdict.code);
    if (verdict.update === undefined) return this.#commits.committed();
    return this.#commit({ ...verdict, update: verdict.update }, isServer ? 'server' : onBehalfOf.id, along);
  }

  /** One half of a change of two documents, judged now; see `two-rooms.ts`. */
  half({ actor, by, change, moved }: HalfDeed): Half {
    demandWritable(this, this.#loaded, this.#ports.disk);
    const made = changedOnCopy(this.#doc, this.#loaded.clients, change);
    const verdict = made && judgeHere(this.#ports, this.standing, { actor, clientId: undefined }, made.update, moved);
    return halfOf(verdict, (judged, meet) => this.#commit(judged, by, undefined, meet));
  }

  #commit({ update, clientId: client, changes }: Judged, by: string, along?: Along, meet?: Meet): Promise<number> {
    if (client !== undefined) this.#loaded.clients.set(client, by);
    const row = this.#apply(update, by, client, changes);
    if (row === undefined) throw new RoomError('onbereikbaar');
    const told = (): void => this.#telling.add(update);
    return this.#commits.committed({ ...row, ...along }, told, meet).then(() => row.seq);
  }

  /** What they asked was answered while the document was being read; see `early-answer.ts`. */
  answered(connection: Connection, bytes: number): void {
    this.#answers.ask(connection, bytes);
  }

  #answerSync(connection: Connection, stateVector: Uint8Array): void {
    try {
      this.#answers.answer(connection, this.#lastSeq, stateVector);
    } catch {
      this.#end(connection, closeCode.badFrame, 'onleesbaar');
    }
  }

  #takeUpdate(connection: Connection, bytes: Uint8Array): void {
    // While the disk is slow the room takes no more than it can hold; what is sent away comes back and syncs.
    if (this.waitingBytes > this.#ports.limits.waitingBytes)
      return connection.close(closeCode.unavailable, 'opslaan duurt te lang');
    connection.received += 1;
    const { actor } = connection.request;
    const verdict = this.#judge(actor, connection.clientId, bytes);
    if (!verdict.ok) return this.#refuse(connection, verdict.code);
    const { update, clientId, changes } = verdict;
    const saved = (): void => connection.countSaved();
    if (update === undefined) return this.#commits.add({ done: saved });
    if (this.#ports.disk.isFull()) return connection.close(closeCode.unavailable, fullReason);
    if (isServerZone(this.zone)) return this.#refuse(connection, 'recht');
    if (clientId !== undefined && !bindClient(this.#loaded.clients, connection, clientId))
      return this.#refuse(connection, 'recht');
    if (!this.#budget.write(actor.id, update.length, changes)) return this.#refuse(connection, 'te-groot');
    const row = this.#apply(update, actor.id, clientId, changes);
    if (row === undefined) return;
    const done = (): void => {
      saved();
      this.#telling.add(update, connection);
    };
    this.#commits.add({ row, done });
  }

  #judge(actor: Actor, clientId: number | undefined, bytes: Uint8Array): Verdict {
    return judgeHere(this.#ports, this.standing, { actor, clientId }, bytes);
  }

  #takePresence(connection: Connection, entries: Uint8Array): void {
    if (isServerZone(this.zone)) return;
    const bind = (id: number): boolean =>
      isFreeFor(this.connections, connection, id) && bindClient(this.#loaded.clients, connection, id);
    const malformed = this.presence.take(connection, entries, bind);
    if (malformed) this.#end(connection, closeCode.badFrame, 'onleesbaar');
  }

  /** Applies what was accepted and gives the row for the log. When that goes wrong the room is not to be trusted: it is dropped. */
  #apply(
    update: Uint8Array,
    by: string,
    client: number | undefined,
    changes: readonly Change[],
  ): DocumentRow | undefined {
    try {
      applyJudged(this.#doc, update, 'gate');
    } catch {
      this.#ports.log.error({ board: this.board, zone: this.zone.kind }, 'an accepted update could not be applied');
      this.drop();
      return undefined;
    }
    this.#lastSeq += 1;
    const at = new Date(this.#ports.clock.now()).toISOString();
    const { board, zoneName: zone, epoch } = this;
    return rowOf({ board, zone, epoch, seq: this.#lastSeq }, { update, by, client, changes, at });
  }

  #refuse(connection: Connection, code: RefusalCode): void {
    const number = connection.received;
    const closing = code === 'onleesbaar' ? closeCode.badFrame : closeCode.refused;
    this.#end(connection, closing, code, () => connection.send(refusedFrame(number, code)));
  }

  /** Ends a connection after everything it sent before is committed and told, so that its client knows exactly what to keep. */
  #end(connection: Connection, code: number, reason: string, last?: () => void): void {
    connection.ending = true;
    this.#commits.add({
      done: () => {
        connection.tellSaved();
        last?.();
        connection.close(code, reason);
      },
    });
  }

  /** Takes the room out of service: its sockets come back to a room that is loaded again from the log. */
  drop(code: number = closeCode.unavailable, reason = 'bord niet beschikbaar'): void {
    if (this.dropped) return;
    this.dropped = true;
    this.#commits.fail();
    this.#telling.stop();
    this.#ports.onDropped(this);
    for (const connection of this.connections) connection.close(code, reason);
  }

  /** The type of a thing on this document that is on the table. */
  typeOf(id: string): ThingType | undefined {
    const type: unknown = thingsOf(this.#doc).get(id)?.get('type');
    return isThingType(type) ? type : undefined;
  }

  destroy(): void {
    this.dropped = true;
    this.#doc.destroy();
  }
}
