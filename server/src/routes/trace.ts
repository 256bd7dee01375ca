import type { Role } from '@samenbord/shared/access/roles.ts';
import {
  cardsOf,
  isAlarm,
  sayDeed,
  sayGround,
  traceAboutMe,
  traceCsv,
  traceForLead,
} from '@samenbord/shared/meeting/trace.ts';
import type { TracePerson, TraceRow } from '@samenbord/shared/meeting/trace.ts';
import { myTraceAnswer, traceAnswer, traceQuery } from '@samenbord/shared/wire/http-after.ts';
import { sayAct, traceWordsPage as words } from '@samenbord/shared/words/after.ts';
import type { Sitting } from '../sign-in/sitting.ts';
import { StorageError } from '../storage/storage.ts';
import { boardAct, fileAct } from './act.ts';
import type { Deps } from './deps.ts';

const perPage = 100;

type Told = { nummer: number; op: string; wie: string; wat: string; zin: string; grond?: string; let: boolean };
type Read = {
  readonly lines: readonly (Told & { participant?: string | undefined })[];
  readonly people: ReadonlyMap<string, TracePerson>;
  readonly whole: boolean;
};

/** All that this casusregisseur may read of the trace, newest first. A trace that was tampered with is shown as far as it fits together, and says so. */
async function readForLead({ storage }: Deps, { board, actor }: Sitting): Promise<Read> {
  const [{ rows, whole }, people] = await Promise.all([rowsOf(storage, board.id), peopleOf(storage, board.id)]);
  const nameOf = (id: string): string | undefined => people.get(id)?.naam;
  const lines = traceForLead(rows, actor, people).map((row) => {
    const grond = sayGround(row.ground);
    return {
      nummer: row.number,
      op: row.at,
      wie: nameOf(row.participant ?? '') ?? words.system,
      wat: row.action,
      zin: sayDeed(row, nameOf),
      ...(grond !== undefined && { grond }),
      let: isAlarm(row),
      participant: row.participant,
    };
  });
  return { lines: lines.reverse(), people, whole };
}

type Store = Deps['storage'];

async function rowsOf(storage: Store, board: string): Promise<{ rows: TraceRow[]; whole: boolean }> {
  const numbered = (found: Awaited<ReturnType<Store['audit']>>): TraceRow[] =>
    found.map((row, index) => ({ ...row, number: index + 1 }));
  try {
    return { rows: numbered(await storage.audit(board)), whole: true };
  } catch (error) {
    if (error instanceof StorageError && error.code === 'beschadigd') return { rows: [], whole: false };
    throw error;
  }
}

const peopleOf = async (storage: Store, board: string): Promise<Map<string, TracePerson>> =>
  new Map((await storage.participants(board)).map(({ id, naam, rol }) => [id, { id, naam, rol: rol as Role }]));

/** What was done with this board, for the casusregisseur: who, what, when, on what ground. Reading it is a line of its own. */
export const showTrace = (deps: Deps) =>
  boardAct({
    summary: 'Wie wat deed met dit bord',
    query: traceQuery,
    answer: traceAnswer,
    async run({ who, query }) {
      const { lines, people, whole } = await readForLead(deps, who);
      await deps.audit({ board: who.board.id, participant: who.actor.id, action: 'spoor-gelezen' });
      const [wie, wat, before] = [query('wie'), query('wat'), query('voor')];
      const found = lines.filter(
        (line) =>
          (wie === undefined || line.participant === wie) &&
          (wat === undefined || line.wat === wat) &&
          (before === undefined || line.nummer < Number(before)),
      );
      const page = found.slice(0, perPage);
      const last = page.at(-1);
      const doers = new Set(lines.map(({ participant }) => participant));
      return {
        regels: page,
        ...(found.length > perPage && last !== undefined && { verder: last.nummer }),
        heel: whole,
        mensen: [...people.values()].filter(({ id }) => doers.has(id)).map(({ id, naam }) => ({ id, naam })),
        soorten: [...new Set(lines.map((line) => line.wat))]
          .map((one) => ({ wat: one, naam: sayAct(one) }))
          .sort((a, b) => a.naam.localeCompare(b.naam, 'nl')),
      };
    },
  });

/** The same as a table, whole. */
export const traceFile = (deps: Deps) =>
  fileAct({
    summary: 'Wie wat deed met dit bord, als tabel',
    media: ['text/csv'],
    async run({ who }) {
      const { lines } = await readForLead(deps, who);
      await deps.audit({ board: who.board.id, participant: who.actor.id, action: 'spoor-uitgevoerd' });
      const headers = {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="samenbord-wie-wat-deed.csv"',
      };
      return new Response(traceCsv(lines.map((line) => ({ ...line, op: moments.format(Date.parse(line.op)) }))), {
        headers,
      });
    },
  });

/** What was done with what is mine, in plain words. Nobody else reads this list. */
export const showMyTrace = (deps: Deps) =>
  boardAct({
    summary: 'Wat er met mijn gegevens gebeurde',
    answer: myTraceAnswer,
    async run({ who }) {
      const { storage } = deps;
      const board = who.board.id;
      const [{ rows }, people, history, meetings] = await Promise.all([
        rowsOf(storage, board),
        peopleOf(storage, board),
        storage.history(board, 'gedeeld'),
        storage.meetings(board),
      ]);
      const cards = cardsOf(history, who.actor);
      const satAt = meetings.filter(({ meeting }) => meeting.waren.includes(who.actor.id));
      const regels = traceAboutMe(rows, {
        me: who.actor,
        people,
        dayOf: (at) => days.format(Date.parse(at)),
        myCardsAt: cards.at,
        isMine: cards.isMine,
        satAt: new Set(satAt.map(({ meeting }) => String(meeting.nummer))),
      });
      return { regels: regels.slice(0, 500) };
    },
  });

const zone = { timeZone: 'Europe/Amsterdam' } as const;
const days = new Intl.DateTimeFormat('sv-SE', zone);
const moments = new Intl.DateTimeFormat('sv-SE', { ...zone, dateStyle: 'short', timeStyle: 'medium' });
