import { isOwner } from '@samenbord/shared/access/may.ts';
import { leads, mayOpen, mayRead, zoneName } from '@samenbord/shared/access/zones.ts';
import type { Actor, Zone } from '@samenbord/shared/access/zones.ts';
import { sensitiveIn } from '@samenbord/shared/board/sensitive.ts';
import { definitionOf, fieldOf } from '@samenbord/shared/board/things.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { carryOut } from '@samenbord/shared/document/intent.ts';
import { textsOf } from '@samenbord/shared/document/restore-plan.ts';
import { takeOut } from '@samenbord/shared/document/take-out.ts';
import {
  moveAnswer,
  moveOffAnswer,
  moveOffRequest,
  movePreviewAnswer,
  moveRequest,
} from '@samenbord/shared/wire/http-zones.ts';
import type { MoveWarning } from '@samenbord/shared/wire/http-zones.ts';
import { RoomError } from '../rooms/rooms.ts';
import { Refusal } from '../sign-in/refusal.ts';
import { actorOf, isWelcome } from '../sign-in/sitting.ts';
import type { Sitting } from '../sign-in/sitting.ts';
import type { ParticipantRow } from '../storage/storage.ts';
import { boardAct } from './act.ts';
import type { Deps } from './deps.ts';
import { inNewPlace, planMove } from './moves-plan.ts';
import type { Plan } from './moves-plan.ts';

const origins = { tracked: 'server', untracked: 'server' };

/** Who reads the card in its new place, who of them for the first time, and what in it asks for a second look. Nothing changes. */
export const previewMove = (deps: Deps) =>
  boardAct({
    summary: 'Wie deze kaart straks leest, en wie voor het eerst',
    body: moveRequest,
    answer: movePreviewAnswer,
    async run({ who, body }) {
      const plan = await planMove(deps, who, body);
      const rows = await readersOf(deps, who, plan.naar);
      const before = await couldRead(deps, who, plan);
      const named = (row: ParticipantRow) => ({ id: row.id, naam: row.naam });
      return {
        lezers: rows.map(named),
        voorHetEerst: rows.filter((row) => !before(row)).map(named),
        waarschuwingen: warningsOf(plan),
      };
    },
  });

/**
 * Who opens that zone, by name. Of the table only the casusregisseur knows everybody; others are told of those who sit or sat there: nobody learns from a preview that
 * somebody was invited (domain S3).
 */
async function readersOf({ storage, clock, table }: Deps, { board, actor }: Sitting, naar: Zone) {
  const rows = (await storage.participants(board.id)).filter(
    (row) => isWelcome(row, clock) && row.rol !== 'groot-scherm' && mayOpen(actorOf(row), naar),
  );
  if (naar.kind !== 'gedeeld' || leads(actor)) return rows;
  const known = new Set((await table.participants(board.id)).map(({ id }) => id));
  return rows.filter(({ id }) => known.has(id) || id === actor.id);
}

/** Who could read the card where it lies, now or at a table that was open since. */
async function couldRead({ storage, meetings }: Deps, { board, actor }: Sitting, { van, thing }: Plan) {
  const state = meetings.stateOf(board.id).now;
  const reads = (row: ParticipantRow): boolean => row.id === actor.id || mayRead(actorOf(row), van, state);
  if (van.kind !== 'gedeeld') return reads;
  const [history, earlier] = await Promise.all([storage.history(board.id, 'gedeeld'), storage.meetings(board.id)]);
  const since = Date.parse(history.find((row) => row.thing === thing.id)?.at ?? '');
  const were = earlier
    .filter(({ meeting }) => meeting.gesloten === undefined || meeting.gesloten > since)
    .flatMap(({ meeting }) => meeting.waren);
  return (row: ParticipantRow): boolean => reads(row) || were.includes(row.id);
}

function warningsOf({ naar, thing, lapses }: Plan): MoveWarning[] {
  const texts = naar.kind === 'eigen' ? [] : Object.values(textsOf(thing));
  const kinds = new Set<MoveWarning>(texts.flatMap((text) => sensitiveIn(text).map(({ kind }) => kind)));
  return [...kinds, ...(lapses ? (['verwijzing-vervalt'] as const) : [])];
}

/** What the gate refuses after the plan was made: somebody was faster, or the step changed meanwhile. */
function refused(error: unknown): never {
  if (!(error instanceof RoomError) || ['onbereikbaar', 'onbekend', 'vol', 'alleen-lezen'].includes(error.code))
    throw error;
  throw new Refusal(error.code === 'te-groot' ? 'te-groot' : 'ligt-er-niet-meer');
}

/** The half that takes a card out: judged as who asks, written by the server, so that it comes back only by a move. */
const outOf = (zone: string, actor: Actor, id: string) => ({
  zone,
  actor,
  by: 'server',
  moved: true,
  change: (doc: Parameters<typeof takeOut>[0]) => takeOut(doc, id),
});

const into = (zone: string, actor: Actor, made: Plan['made']) => ({
  zone,
  actor,
  by: actor.id,
  change: (doc: Parameters<typeof takeOut>[0]) => void carryOut(doc, { kind: 'create', thing: made }, origins),
});

/** Moves a card to other readers: out of the one document and into the other in one transaction. */
export const move = (deps: Deps) =>
  boardAct({
    summary: 'Verplaats mijn kaart naar andere lezers',
    body: moveRequest,
    answer: moveAnswer,
    status: 201,
    run: ({ who, body }) =>
      deps.oneAtATime(who.board.id, async () => {
        const { van, naar, made } = await planMove(deps, who, body);
        const halves = [outOf(body.van, who.actor, body.ding), into(body.naar, who.actor, made)] as const;
        await deps.rooms.both(who.board.id, halves).catch(refused);
        const object = `${van.kind} naar ${naar.kind}`;
        await deps.audit({ board: who.board.id, participant: who.actor.id, action: 'verplaatst', object });
        if (van.kind === 'gedeeld' || naar.kind === 'gedeeld') await deps.table.refresh(who.board.id);
        return { ding: made.id };
      }),
  });

const isWords = ({ type }: Thing): boolean => fieldOf(type, definitionOf(type).main)?.class === 'woorden';

/** Takes a card off the table. Words go back, as they are, into the own box of whose they are; where there is none they stay, off the table, for their owner only. */
export const moveOff = (deps: Deps) =>
  boardAct({
    summary: 'Haal een kaart van tafel; woorden gaan terug naar van wie ze zijn',
    body: moveOffRequest,
    answer: moveOffAnswer,
    run: ({ who, body: { ding } }) =>
      deps.oneAtATime(who.board.id, async () => {
        const { rooms, audit, table } = deps;
        const { board, actor } = who;
        const read = await rooms.read(board.id, 'gedeeld');
        const thing = read.things.get(ding);
        if (thing === undefined || !mayOpen(actor, { kind: 'gedeeld' })) throw new Refusal('niet-gevonden');
        if (!leads(actor) && !isOwner(actor, thing)) throw new Refusal('niet-van-jou');
        if (thing.weg) throw new Refusal('ligt-er-niet-meer');
        const owner = isWords(thing) ? await ownerOf(deps, board.id, thing) : undefined;
        const back = owner && inNewPlace(owner, thing, (id) => owner.opens.includes('gedeeld') && read.things.has(id));
        const out =
          owner === undefined || back === undefined
            ? rooms.write(
                board.id,
                'gedeeld',
                actor,
                (doc) => void carryOut(doc, { kind: 'remove', id: ding }, origins),
              )
            : rooms.both(board.id, [
                outOf('gedeeld', actor, ding),
                into(zoneName({ kind: 'eigen', owner: owner.id }), owner, back.made),
              ]);
        await Promise.resolve(out).catch(refused);
        await audit({ board: board.id, participant: actor.id, action: 'van-tafel-gehaald', object: ding });
        await table.refresh(board.id);
        return owner?.id === actor.id && back !== undefined ? { ding: back.made.id } : {};
      }),
  });

/** Whose words they are, as somebody of this board with a box of their own. */
async function ownerOf({ storage, clock }: Deps, board: string, thing: Thing): Promise<Actor | undefined> {
  const rows = (await storage.participants(board)).filter((row) => isWelcome(row, clock));
  const row = rows.find((one) => (thing.vanWie === undefined ? one.id === thing.by : one.persoon === thing.vanWie));
  const actor = row && actorOf(row);
  return actor !== undefined && mayOpen(actor, { kind: 'eigen', owner: actor.id }) ? actor : undefined;
}
