import { floodDuringMeeting } from '../../support/flood.ts';
import { openBench } from '../../sync/http-server.ts';
import { quantile } from '../board.ts';
import { sized } from './scale.ts';
import type { Figures, Scale } from './scale.ts';

/** S8: a meeting of twelve people who write, while one address holds a thousand idle sockets and floods the server with another. Server and people share one process. */
export async function crowd(scale: Scale): Promise<Figures> {
  const idle = sized(scale, 1000, 20);
  const bench = await openBench({ MAX_SOCKETS_PER_ADDRESS: '1100' });
  const { latencies, missing, idleOpen, floodCloses } = await floodDuringMeeting({
    bench,
    idle,
    people: sized(scale, 12, 3),
    edits: sized(scale, 20, 2),
  });
  if (idleOpen !== idle || floodCloses.length === 0) throw new Error('there was no flood');
  await bench.close();
  return { p50: quantile(latencies, 0.5), p95: quantile(latencies, 0.95), missing };
}
