import { setTimeout as sleep } from 'node:timers/promises';
import { mayReadSheet } from '@samenbord/shared/meeting/afterwards.ts';
import { sheetDocument, sheetText } from '@samenbord/shared/meeting/sheet-document.ts';
import type { SheetDocument } from '@samenbord/shared/meeting/sheet-document.ts';
import { sheetAnswer, sheetsAnswer } from '@samenbord/shared/wire/http-after.ts';
import { sheetFrom, sheetsOf } from '../analyses/sheets.ts';
import type { KeptSheet } from '../analyses/sheets.ts';
import { describeError } from '../audit/log.ts';
import { sheetToHtml } from '../exports/agreements-html.ts';
import { PdfError, sheetToPdf } from '../exports/pdf.ts';
import { defaultLimits as limits } from '../limits.ts';
import { createLimiter } from '../sign-in/limiter.ts';
import { Refusal } from '../sign-in/refusal.ts';
import type { Sitting } from '../sign-in/sitting.ts';
import { boardAct, fileAct } from './act.ts';
import type { Deps } from './deps.ts';

/** A closed meeting whose sheet comes within this is waited for: whoever closed it looks at once. */
const longestWaitMs = 3000;

/** Of every meeting that is over the sheet, made where it is not there yet; a meeting that closed just now is waited for. */
async function allSheets({ storage, clock, oneAtATime }: Deps, board: string): Promise<KeptSheet[]> {
  const closed = (await storage.meetings(board)).filter(({ meeting }) => meeting.stand === 'gesloten');
  const last = Math.max(0, ...closed.map(({ meeting }) => sheetFrom(meeting)));
  const wait = last - clock();
  const isWaitedFor = wait > 0 && wait <= longestWaitMs;
  if (isWaitedFor) await sleep(wait);
  // A timer may ring a millisecond before the clock says so; what was waited for is then there all the same.
  const now = isWaitedFor ? Math.max(last, clock()) : clock();
  return oneAtATime(sheetTurn(board), () => sheetsOf(storage, board, now));
}

/** Makes and changes of sheets of one board come one after the other. */
export const sheetTurn = (board: string): string => `bladen ${board}`;

const mine = async (deps: Deps, { board, actor }: Sitting): Promise<KeptSheet[]> =>
  (await allSheets(deps, board.id)).filter((kept) => mayReadSheet(actor, kept.sheet));

/** The sheets that I may read, newest first. */
export const listSheets = (deps: Deps) =>
  boardAct({
    summary: 'De afspraken van de bijeenkomsten die geweest zijn',
    answer: sheetsAnswer,
    async run({ who }) {
      const kept = await mine(deps, who);
      return {
        bladen: kept.reverse().map(({ sheet: { bijeenkomst, voor } }) => ({
          nummer: bijeenkomst.nummer,
          titel: bijeenkomst.titel,
          dag: bijeenkomst.dag,
          voor,
        })),
      };
    },
  });

type Form = {
  readonly media: string;
  readonly shown: 'inline' | 'attachment';
  readonly make: (doc: SheetDocument, sheet: KeptSheet['sheet']) => Promise<string | Uint8Array>;
};
const forms: Readonly<Record<string, Form>> = {
  json: {
    media: 'application/json',
    shown: 'inline',
    make: async (doc, { bijeenkomst }) =>
      JSON.stringify(sheetAnswer.parse({ ...doc, nummer: bijeenkomst.nummer, tekst: sheetText(doc) })),
  },
  pdf: { media: 'application/pdf', shown: 'inline', make: (doc, { bijeenkomst }) => makePdf(doc, bijeenkomst.dag) },
  html: { media: 'text/html; charset=utf-8', shown: 'attachment', make: async (doc) => sheetToHtml(doc) },
  txt: { media: 'text/plain; charset=utf-8', shown: 'attachment', make: async (doc) => sheetText(doc) },
};

async function makePdf(doc: SheetDocument, dag: string): Promise<Uint8Array> {
  try {
    return await sheetToPdf(doc, dag);
  } catch (error) {
    throw error instanceof PdfError ? new Refusal('pdf-lukt-niet', { retryAfter: 5 }) : error;
  }
}

/** `sheets/<number of the meeting>.json`, `.pdf`, `.html` or `.txt`: the same words in each. A sheet that I may not read is one that is not there. */
export const sheetFile = (deps: Deps) => {
  const limiter = createLimiter({ max: limits.analysesPerMinute, windowMs: 60_000, clock: deps.clock });
  return fileAct({
    summary: 'De afspraken van één bijeenkomst (.json, .pdf, .html of .txt)',
    media: Object.values(forms).map(({ media }) => media.split(';')[0] ?? media),
    async run({ who, param }) {
      const [, number, extension] = /^(\d{1,6})\.([a-z]{3,4})$/.exec(param('file')) ?? [];
      const form = extension !== undefined && Object.hasOwn(forms, extension) ? forms[extension] : undefined;
      if (form === undefined) throw new Refusal('niet-gevonden');
      const kept = (await mine(deps, who)).find(({ sheet }) => sheet.bijeenkomst.nummer === Number(number));
      if (kept === undefined) throw new Refusal('niet-gevonden');
      limiter.take(who.actor.id);
      const made = await form.make(sheetDocument(kept.sheet), kept.sheet);
      await deps.audit({
        board: who.board.id,
        participant: who.actor.id,
        action: 'afspraken-gelezen',
        object: String(kept.sheet.bijeenkomst.nummer),
      });
      const headers = {
        'Content-Type': form.media,
        'Content-Disposition': `${form.shown}; filename="afspraken-${kept.sheet.bijeenkomst.dag}.${extension}"`,
      };
      return new Response(typeof made === 'string' ? made : new Uint8Array(made), { headers });
    },
  });
};

/** Makes the sheet of every meeting as soon as it is over, without anybody asking for it. What comes back stops it. */
export function followClosings(deps: Deps): () => Promise<void> {
  const { meetings, log } = deps;
  const waiting = new Set<NodeJS.Timeout>();
  const unlisten = meetings.onChange((board) => {
    if (meetings.current(board) !== undefined) return;
    const timer = setTimeout(
      () => {
        waiting.delete(timer);
        allSheets(deps, board).catch((error: unknown) =>
          log.warn(describeError(error), 'afspraken nog niet vastgelegd, dat komt als iemand ze leest'),
        );
      },
      sheetFrom({ gesloten: 0 }) + 50,
    ).unref();
    waiting.add(timer);
  });
  return async () => {
    unlisten();
    for (const timer of waiting) clearTimeout(timer);
  };
}
