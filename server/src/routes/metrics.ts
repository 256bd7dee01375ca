import { createHash, timingSafeEqual } from 'node:crypto';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { RoomCounts, RoomMeter } from '../rooms/meter.ts';
import type { Asked } from '../sign-in/origin.ts';
import { Refusal } from '../sign-in/refusal.ts';

/** What the server counts for whoever runs it. No label ever holds an id, a name, an address or a word that somebody wrote: patterns and codes only. */
export type Metrics = {
  /** Where the rooms count. */
  readonly meter: RoomMeter;
  /** Counts one answer by the pattern of its route: never an id, never an address. */
  answered(method: string, route: string, status: number, seconds: number): void;
  /** Counts an alarm about somebody who reads more than a person needs. */
  massReading(): void;
  /** Counts an upgrade that was refused. */
  refusedUpgrade(status: number): void;
  /** Everything in the form that Prometheus reads. */
  show(): Promise<Response>;
};

/** Makes the counters; `counts` is asked when somebody looks. */
export function createMetrics(counts: () => RoomCounts): Metrics {
  const registry = new Registry();
  // The lag of the event loop and the memory of the process are among these.
  collectDefaultMetrics({ register: registry });
  const counter = <Label extends string>(name: string, help: string, labelNames: readonly Label[] = []) =>
    new Counter({ name: `samenbord_${name}`, help, labelNames, registers: [registry] });
  const histogram = <Label extends string>(
    name: string,
    help: string,
    buckets: number[],
    labelNames: readonly Label[] = [],
  ) => new Histogram({ name: `samenbord_${name}`, help, labelNames, buckets, registers: [registry] });
  addGauges(registry, counts);

  const requests = counter('http_requests_total', 'Answers', ['method', 'route', 'status']);
  const duration = histogram('http_seconds', 'Time to an answer', [0.005, 0.02, 0.1, 0.3, 1, 5], ['route']);
  const upgrades = counter('upgrades_refused_total', 'Sockets refused before they opened', ['status']);
  const rows = counter('updates_total', 'Updates on disk');
  const commits = histogram('commit_seconds', 'Time of one commit', [0.0005, 0.001, 0.002, 0.005, 0.02, 0.1, 0.5, 2]);
  const refusals = counter('refusals_total', 'Updates refused, by code', ['code']);
  const closes = counter('closes_total', 'Sockets closed by the server, by code', ['code']);
  const answers = counter('sync_answer_bytes_total', 'Bytes of answers about a whole document');
  const massReading = counter('mass_reading_total', 'Alarms about somebody who reads many boards or takes many files');
  const failures = counter('storage_errors_total', 'What the storage could not do', ['during']);
  return {
    meter: {
      committed: (count, seconds) => {
        rows.inc(count);
        commits.observe(seconds);
      },
      refused: (code) => refusals.inc({ code }),
      closed: (code) => closes.inc({ code }),
      answered: (bytes) => answers.inc(bytes),
      storageFailed: (during) => failures.inc({ during }),
    },
    answered: (method, route, status, seconds) => {
      requests.inc({ method, route, status });
      duration.observe({ route }, seconds);
    },
    massReading: () => massReading.inc(),
    refusedUpgrade: (status) => upgrades.inc({ status }),
    show: async () => new Response(await registry.metrics(), { headers: { 'Content-Type': registry.contentType } }),
  };
}

function addGauges(registry: Registry, counts: () => RoomCounts): void {
  const help: Readonly<Record<keyof RoomCounts, string>> = {
    rooms: 'Documents in memory',
    sockets: 'Open sockets',
    seats: 'Boards and participants with an open socket',
    held: 'Documents, timers and what else is kept for them',
    waitingBytes: 'Bytes of updates that wait for the disk',
    committing: 'Commits under way',
  };
  for (const [name, text] of Object.entries(help) as [keyof RoomCounts, string][]) {
    new Gauge({
      name: `samenbord_${name === 'waitingBytes' ? 'commit_queue_bytes' : name}`,
      help: text,
      registers: [registry],
      collect() {
        this.set(counts()[name]);
      },
    });
  }
}

const loopback = /^(?:127\.|::1$|::ffff:127\.)/;
const hash = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * Who may read the metrics: whoever shows the token; without a token in the settings only this machine itself, and nobody who comes through a proxy. Refuses
 * with `niet-gevonden`: to others there is nothing here.
 */
export function demandReader(asked: Asked, token: string | undefined): void {
  const shown = /^Bearer (\S+)$/.exec(asked.header('authorization') ?? '')?.[1];
  const proxied = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'via'].some(
    (name) => asked.header(name) !== undefined,
  );
  const isReader =
    token === undefined
      ? loopback.test(asked.remote ?? '') && !proxied
      : shown !== undefined && timingSafeEqual(hash(shown), hash(token));
  if (!isReader) throw new Refusal('niet-gevonden');
}
