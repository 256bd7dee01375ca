import { setTimeout as sleep } from 'node:timers/promises';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import type { Storage } from '../storage/storage.ts';

/** 200 when the storage answers within two seconds, else 503. */
export async function health(storage: Storage): Promise<Response> {
  const late = sleep(2000, undefined, { ref: false }).then(() => Promise.reject(new Error('late')));
  try {
    await Promise.race([storage.ping(), late]);
    return Response.json({ stand: 'goed' });
  } catch {
    return Response.json({ stand: 'opslag antwoordt niet' }, { status: 503 });
  } finally {
    late.catch(() => undefined);
  }
}

export type Metrics = {
  /** Counts one answer by the pattern of its route: never an id, never an address. */
  answered(method: string, route: string, status: number, seconds: number): void;
  show(): Promise<Response>;
};

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const labelNames = ['method', 'route', 'status'] as const;
  const requests = new Counter({
    name: 'samenbord_http_requests_total',
    help: 'Answers',
    labelNames,
    registers: [registry],
  });
  const duration = new Histogram({
    name: 'samenbord_http_seconds',
    help: 'Time to an answer',
    labelNames: ['route'] as const,
    buckets: [0.005, 0.02, 0.1, 0.3, 1, 5],
    registers: [registry],
  });
  return {
    answered(method, route, status, seconds) {
      requests.inc({ method, route, status });
      duration.observe({ route }, seconds);
    },
    async show() {
      return new Response(await registry.metrics(), { headers: { 'Content-Type': registry.contentType } });
    },
  };
}
