import { graceMs } from '@samenbord/shared/access/state.ts';
import type { TableState } from '@samenbord/shared/access/state.ts';
import type { Actor } from '@samenbord/shared/access/zones.ts';
import { erasedHash } from '../storage/erased.ts';
import type { Scene, Verdict } from './gate/verdict.ts';
import type { Loaded } from './load.ts';
import type { RoomPorts } from './room-ports.ts';

type Ports = Pick<RoomPorts, 'judge' | 'lookup' | 'log' | 'stateOf' | 'clock'>;
type HereWriter = { readonly actor: Actor; readonly clientId: number | undefined };

/**
 * Judges an update of a participant on a document as it stands. What the table does not allow now and did a moment ago is taken: it was under way when the
 * step or the freeze came. Never throws.
 */
export function judgeHere(
  ports: Ports,
  standing: Loaded,
  writer: HereWriter,
  bytes: Uint8Array,
  moved = false,
): Verdict {
  const { now, before } = ports.stateOf(standing.board);
  const verdict = judgeIn(now, ports, standing, writer, bytes, moved);
  if (verdict.ok || verdict.code !== 'recht' || before.length === 0) return verdict;
  const time = ports.clock.now();
  for (const { state, until } of before) {
    // A clock that was set back must not give a state that is over a longer grace than it had.
    if (until <= time || until > time + graceMs) continue;
    const then = judgeIn(state, ports, standing, writer, bytes, moved);
    if (then.ok) return then;
  }
  return verdict;
}

function judgeIn(
  table: TableState,
  ports: Ports,
  { board, zoneName, zone, doc, clients, erased, readOnly }: Loaded,
  writer: HereWriter,
  bytes: Uint8Array,
  moved: boolean,
): Verdict {
  const scene: Scene = {
    doc,
    zone,
    table,
    lookup: (id) => ports.lookup(writer.actor, id),
    isErased: (id) => erased.size > 0 && erased.has(erasedHash(board, zoneName, id)),
    writerOf: (client) => clients.get(client),
    moved,
  };
  try {
    const verdict = ports.judge(scene, writer, bytes);
    // What is asked of a damaged document is judged first: to know it already is no change.
    if (readOnly !== true || !verdict.ok || verdict.update === undefined) return verdict;
    return { ok: false, code: 'alleen-lezen', reason: 'damaged document' };
  } catch {
    // The judge answers; when it throws, that is a mistake of ours, and what it was asked about does not get in.
    ports.log.error({ board, zone: zone.kind }, 'the gate threw');
    return { ok: false, code: 'onleesbaar', reason: 'gate threw' };
  }
}
