import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createApp } from './app.ts';
import { createAudit } from './audit/audit.ts';
import { createHeads } from './audit/heads.ts';
import { createLog, describeError } from './audit/log.ts';
import { createReading } from './audit/reading.ts';
import { sentenceFor } from './audit/start-errors.ts';
import { exampleFamily } from './demo/family.ts';
import { exampleLinks, seedExample } from './demo/seed.ts';
import { openMeetings } from './meetings/meetings.ts';
import { createLocalBus, systemClock } from './rooms/ports.ts';
import { createRooms } from './rooms/rooms.ts';
import type { Rooms } from './rooms/rooms.ts';
import { followClosings } from './routes/afterwards.ts';
import type { Deps } from './routes/deps.ts';
import { createFillNotes } from './routes/fill.ts';
import { doHousework } from './routes/housework.ts';
import { hearKeeper } from './routes/keeper.ts';
import { createMetrics } from './routes/metrics.ts';
import { settleRounds } from './routes/rounds.ts';
import { openNumber } from './routes/note-reading.ts';
import { createRetention } from './routes/retention-job.ts';
import { createTable } from './routes/table.ts';
import { readSettings } from './settings.ts';
import type { Settings } from './settings.ts';
import { boardKey } from './sign-in/board-key.ts';
import type { Clock } from './sign-in/clock.ts';
import { createDoor } from './sign-in/join.ts';
import { createOneAtATime } from './sign-in/one-at-a-time.ts';
import { openStorage } from './storage/open.ts';
import type { StorageTrouble } from './storage/open.ts';

export type Running = {
  readonly deps: Deps;
  readonly port: number;
  readonly lines: readonly string[];
  stop(): Promise<void>;
};

/**
 * Opens the data, makes the rooms and listens. Gives what is running and the lines to show. Throws when anything of it fails, after closing what was
 * opened already. A test may bring its own clock.
 */
export async function start(settings: Settings, clock: Clock = Date.now): Promise<Running> {
  const { dataDir, masterKey, kms, maxDataBytes: maxBytes } = settings;
  const log = createLog(settings.logLevel);
  const onTrouble = (code: StorageTrouble): void => log[code === 'terug' ? 'warn' : 'error']({ code }, troubles[code]);
  const storage = await openStorage({ dataDir, masterKey, kms, maxBytes, onTrouble });
  const closing: (() => Promise<void>)[] = [() => storage.close()];
  const stop = async (): Promise<void> => {
    for (const close of closing.splice(0).reverse()) await close();
  };
  try {
    const key = await boardKey(dataDir, settings.boardKey);
    const http = createListening(settings, closing);
    const metrics = createMetrics(() => rooms.counts());
    const meetings = await openMeetings(storage, clock);
    const rooms: Rooms = createRooms({
      stateOf: meetings.stateOf,
      storage,
      clock: { ...systemClock, now: clock },
      log,
      bus: createLocalBus(),
      limits: settings.limits,
      meter: metrics.meter,
      onFill: createFillNotes({ storage, rooms: () => rooms, log }),
    });
    const table = createTable({ storage, rooms, meetings, clock, log });
    closing.push(async () => {
      table.stop();
      await rooms.stop();
      await http.ended();
    });
    const audit = createAudit(storage, clock);
    const heads = createHeads({ storage, dataDir, log });
    closing.splice(1, 0, async () => {
      heads.stop();
      await heads.note();
    });
    const reading = createReading({
      audit,
      log,
      clock,
      meetingOf: (id) => openNumber(meetings, id),
      onAlarm: () => metrics.massReading(),
      limits: settings.limits,
    });
    const door = createDoor({ storage, clock });
    const deps: Deps = {
      settings,
      storage,
      rooms,
      meetings,
      table,
      door,
      audit,
      reading,
      log,
      metrics,
      clock,
      boardKey: key,
      oneAtATime: createOneAtATime(),
    };
    const retention = createRetention(deps);
    closing.push(followClosings(deps), async () => retention.stop());
    await retention.look();
    await heads.note();
    closing.push(await hearKeeper(dataDir, storage, log));
    await doHousework(deps);
    if (settings.demo) await seedExample(deps, exampleFamily());
    await settleRounds(deps);
    const port = await http.listen(await createApp(deps));
    const origin = `http://localhost:${port}`;
    const links = settings.demo ? await exampleLinks(storage, origin) : [];
    const lines = [
      `Samenbord draait op ${origin}`,
      ...(settings.showBoardKey ? [`nieuw bord: ${origin}/nieuw#${key}`] : []),
      ...links,
    ];
    return { deps, port, stop, lines };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Whatever does not answer, a server that must stop is gone after this. */
const longestStopMs = 15_000;
/** What whoever watches the log reads; every line that begins with ALARM asks for a person (server/RUNBOOK.md). */
const troubles: Readonly<Record<StorageTrouble, string>> = {
  beschadigd: 'ALARM de gegevens zijn beschadigd en worden alleen nog gelezen',
  gevallen: 'ALARM de opslag is gevallen en wordt opnieuw geopend',
  terug: 'de opslag is terug',
};

/** Answers that are under way get this long to end. */
const lastWordsMs = 3000;

/** The listening socket: first it takes nothing new, then the rooms close their sockets, then it waits for what is under way. */
function createListening(settings: Settings, closing: (() => Promise<void>)[]) {
  let ending: Promise<unknown> = Promise.resolve();
  let server: Server | undefined;
  return {
    async listen(app: { server: Server; stop: () => void }): Promise<number> {
      const { port, host } = settings;
      await new Promise<void>((resolve, reject) => {
        app.server.once('error', reject);
        app.server.listen({ port, ...(host !== undefined && { host }) }, resolve);
      });
      server = app.server;
      closing.push(async () => {
        app.stop();
        ending = new Promise((resolve) => app.server.close(resolve));
      });
      return (app.server.address() as AddressInfo).port;
    },
    async ended(): Promise<void> {
      await Promise.race([ending, sleep(lastWordsMs, undefined, { ref: false })]);
      server?.closeAllConnections();
    },
  };
}

/** Runs until a signal. A second signal does not wait. */
async function main(): Promise<void> {
  try {
    const running = await start(readSettings(process.env));
    // In one piece: whoever waits for the first line has all of them.
    console.log(running.lines.join('\n'));
    const { log } = running.deps;
    let stopping = false;
    const end = (code: number): void => {
      if (stopping) process.exit(1);
      stopping = true;
      setTimeout(() => {
        log.error({ code: 'te-lang' }, 'niet netjes gestopt');
        process.exit(1);
      }, longestStopMs).unref();
      running.stop().then(
        () => process.exit(code),
        (error: unknown) => {
          log.error(describeError(error), 'niet netjes gestopt');
          process.exit(1);
        },
      );
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(0));
    process.on('unhandledRejection', (error) => log.error(describeError(error), 'onverwachte fout'));
    process.on('uncaughtException', (error) => {
      log.error(describeError(error), 'onverwachte fout, de server stopt');
      end(1);
    });
  } catch (error) {
    console.error(`Samenbord: ${sentenceFor(error)}`);
    process.exitCode = 1;
  }
}

if (import.meta.main) await main();
