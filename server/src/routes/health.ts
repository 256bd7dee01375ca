import { setTimeout as sleep } from 'node:timers/promises';
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
