import type { Board } from '@samenbord/shared/board/board.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { groupOf } from '@samenbord/shared/access/roles.ts';
import type { TableState } from '@samenbord/shared/access/state.ts';
import { mayReadHistory, mayTurnBack } from '@samenbord/shared/access/look-back.ts';
import type { Actor } from '@samenbord/shared/access/zones.ts';
import { boardAt, readMoment, theBeginning, writeMoment } from '@samenbord/shared/document/as-it-was.ts';
import type { Moment } from '@samenbord/shared/document/as-it-was.ts';
import { planRestore, restoreOn } from '@samenbord/shared/document/restore.ts';
import type { RestorePlan, RestoreRequest } from '@samenbord/shared/document/restore-plan.ts';
import {
  boardThenAnswer,
  boardThenQuery,
  historyQuery,
  offTableAnswer,
  restoreAnswer,
  restoreRequest,
} from '@samenbord/shared/wire/http-history.ts';
import type { OffTableItem, RestoreAnswer } from '@samenbord/shared/wire/http-history.ts';
import { RoomError } from '../rooms/rooms.ts';
import { Refusal } from '../sign-in/refusal.ts';
import type { Sitting } from '../sign-in/sitting.ts';
import { boardAct } from './act.ts';
import type { Deps } from './deps.ts';
import { demandTurnBack } from './history.ts';
import { before, isTold, noteOf, readHistory, restoredItem, titleOf, zoneOf } from './history-reading.ts';
import type { Reading } from './history-reading.ts';
import { tableNow } from './history-table.ts';

const momentOf = (text: string): Moment => readMoment(text) ?? theBeginning;

/** What an own box points at on the table is there as well. */
async function elsewhere(
  { rooms }: Deps,
  { actor, board }: Sitting,
  { zone }: Reading,
): Promise<(id: string) => boolean> {
  if (zone.kind !== 'eigen' || !actor.opens.includes('gedeeld')) return () => false;
  const { things } = await rooms.read(board.id, 'gedeeld');
  return (id) => things.has(id);
}

type Asked = Pick<RestoreRequest, 'wanted' | 'seen' | 'about'>;
const requestOf = (
  reading: Reading,
  actor: Actor,
  around: { readonly table: TableState; readonly elsewhere: (id: string) => boolean },
  asked: Asked,
): RestoreRequest => ({
  ...asked,
  ...around,
  actor,
  zone: reading.zone,
  takenOffBy: (thing) => reading.takenOff.get(thing)?.by,
});

/** The board as it was at a moment, with what putting it back would and would not do. */
export const showBoardThen = (deps: Deps) =>
  boardAct({
    summary: 'Het bord zoals het was',
    query: boardThenQuery,
    answer: boardThenAnswer,
    async run({ who, query }) {
      const zone = query('zone') ?? 'gedeeld';
      demandTurnBack(who, zone);
      const reading = await readHistory(deps, who.board.id, zone);
      const asked = readMoment(query('moment') ?? '') ?? reading.now;
      const wanted = boardAt(reading.rows, asked, reading.zone);
      const around = { table: await tableNow(deps, who.board.id), elsewhere: await elsewhere(deps, who, reading) };
      const now = await deps.rooms.read(who.board.id, zone);
      const plan = planRestore(requestOf(reading, who.actor, around, { wanted, seen: reading.board }), now);
      const things = [...wanted.things.values()].filter(({ weg }) => !weg);
      return {
        moment: writeMoment(asked),
        gezien: writeMoment(reading.now),
        things: things.map((thing) => ({ ...thing })),
        places: [...wanted.places],
        ink: [...wanted.ink].map(([id, stroke]): [string, Record<string, unknown>] => [id, { ...stroke }]),
        ...said(plan, [reading.board, wanted]),
      };
    },
  });

const said = (plan: RestorePlan, boards: readonly Board[]): Pick<RestoreAnswer, 'terug' | 'blijft'> => ({
  terug: plan.back.map((item) => restoredItem(boards, item)),
  blijft: plan.left.map((item) => restoredItem(boards, item)),
});

/** What was taken off the table: everything to the casusregisseur, their own to others. */
export const listOffTable = (deps: Deps) =>
  boardAct({
    summary: 'Wat van tafel is gehaald',
    query: historyQuery.pick({ zone: true, als: true }),
    answer: offTableAnswer,
    async run({ who, query }) {
      const zone = query('zone') ?? 'gedeeld';
      const table = await tableNow(deps, who.board.id);
      if (!mayReadHistory(who.actor, zoneOf(zone), table)) throw new Refusal('mag-niet');
      const reading = await readHistory(deps, who.board.id, zone);
      const now = await deps.rooms.read(who.board.id, zone);
      const around = { table, elsewhere: await elsewhere(deps, who, reading) };
      const gone = [...reading.board.things.values()].filter(
        (thing) => thing.weg && reading.takenOff.has(thing.id) && isTold(reading, who.actor, thing),
      );
      const dingen = gone.map((thing) => offTable(reading, thing, mayPutBack(reading, who.actor, around, thing, now)));
      return { dingen: dingen.sort((a, b) => (a.op < b.op ? 1 : -1)), nu: writeMoment(reading.now) };
    },
  });

function mayPutBack(
  reading: Reading,
  actor: Actor,
  around: Parameters<typeof requestOf>[2],
  thing: Thing,
  now: Board,
): boolean {
  const wanted: Board = { ...reading.board, things: new Map([[thing.id, { ...thing, weg: false }]]) };
  const about = { thing: thing.id, field: 'weg' };
  return planRestore(requestOf(reading, actor, around, { wanted, seen: reading.board, about }), now).back.length > 0;
}

function offTable(reading: Reading, thing: Thing, magTerug: boolean): OffTableItem {
  const row = reading.takenOff.get(thing.id);
  const at = row ?? reading.now;
  // By a move: its words are where its owner keeps them, and what lies here is empty.
  const moved = row?.by === 'server';
  const by = moved ? (reading.sentBack.get(thing.id) ?? thing.by) : row?.by;
  return {
    ding: thing.id,
    ...titleOf(thing),
    ...(thing.vanWie !== undefined && { vanWie: thing.vanWie }),
    van: reading.nameOf(thing.by ?? ''),
    door: reading.nameOf(by ?? ''),
    ...(moved && { verplaatst: true }),
    op: row?.at ?? '',
    ervoor: writeMoment(before(reading.rows, at)),
    magTerug,
  };
}

/**
 * Puts a thing, a field or the whole board back as it was, as a new edit on the name of who asks: of the whole table the casusregisseur, of an own box its owner, of one thing whoever
 * may change it. Nobody's words but their own; what others did after `gezien` stays.
 */
export const restore = (deps: Deps) =>
  boardAct({
    summary: 'Zet terug zoals het was',
    body: restoreRequest,
    answer: restoreAnswer,
    run: ({ who, body }) =>
      deps
        .oneAtATime(who.board.id, async () => {
          const table = await tableNow(deps, who.board.id);
          const zone = zoneOf(body.zone);
          const may =
            body.ding === undefined
              ? mayTurnBack(who.actor, zone)
              : mayReadHistory(who.actor, zone, table) &&
                (zone.kind === 'eigen' || groupOf(who.actor.rol) !== 'kijker');
          if (!may) throw new Refusal('mag-niet');
          // Something can come between reading the history and writing: then it is looked at once more.
          return restoreOnce(deps, who, table, body).catch((error: unknown) => {
            if (error instanceof RoomError && error.code === 'recht') return restoreOnce(deps, who, table, body);
            throw error;
          });
        })
        .catch(refused),
  });

function refused(error: unknown): never {
  if (!(error instanceof RoomError) || error.code === 'onbereikbaar' || error.code === 'onbekend') throw error;
  throw new Refusal(error.code === 'te-groot' ? 'te-groot' : 'mag-niet');
}

async function restoreOnce(
  deps: Deps,
  who: Sitting,
  table: TableState,
  {
    zone,
    moment,
    gezien,
    ding,
    veld,
  }: { zone: string; moment: string; gezien: string; ding?: string | undefined; veld?: string | undefined },
): Promise<RestoreAnswer> {
  const board = who.board.id;
  const reading = await readHistory(deps, board, zone);
  const thing = ding === undefined ? undefined : reading.board.things.get(ding);
  if (ding !== undefined && (thing === undefined || !isTold(reading, who.actor, thing)))
    throw new Refusal('niet-gevonden');
  const to = momentOf(moment);
  const wanted = boardAt(reading.rows, to, reading.zone);
  const seen = boardAt(reading.rows, momentOf(gezien), reading.zone);
  const around = { table, elsewhere: await elsewhere(deps, who, reading) };
  const about = ding === undefined ? undefined : { thing: ding, field: veld };
  const request = requestOf(reading, who.actor, around, { wanted, seen, about });
  let plan: RestorePlan = { intents: [], back: [], left: [] };
  const commit = await deps.rooms.write(board, zone, who.actor, (doc) => {
    plan = restoreOn(doc, request);
  });
  const answer = said(plan, [reading.board, wanted]);
  if (commit === undefined) return answer;
  await deps.audit({ board, participant: who.actor.id, action: 'teruggezet', object: noteOf(zone, commit, to) });
  const earlier = { epoch: commit.epoch, seq: commit.seq - 1 };
  return { ...answer, ongedaan: { moment: writeMoment(earlier), gezien: writeMoment(commit) } };
}
