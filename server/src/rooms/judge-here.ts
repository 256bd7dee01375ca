import type { Actor } from '@samenbord/shared/access/zones.ts';
import { erasedHash } from '../storage/erased.ts';
import type { Scene, Verdict } from './gate/verdict.ts';
import type { Loaded } from './load.ts';
import type { RoomPorts } from './room-ports.ts';

/** Judges an update of a participant on a document as it stands. Never throws. */
export function judgeHere(
  ports: Pick<RoomPorts, 'judge' | 'lookup' | 'log'>,
  { board, zoneName, zone, doc, clients, erased }: Loaded,
  writer: { readonly actor: Actor; readonly clientId: number | undefined },
  bytes: Uint8Array,
): Verdict {
  const scene: Scene = {
    doc,
    zone,
    table: { open: true },
    lookup: (id) => ports.lookup(writer.actor, id),
    isErased: (id) => erased.size > 0 && erased.has(erasedHash(board, zoneName, id)),
    writerOf: (client) => clients.get(client),
  };
  try {
    return ports.judge(scene, writer, bytes);
  } catch {
    // The judge answers; when it throws, that is a mistake of ours, and what it was asked about does not get in.
    ports.log.error({ board, zone: zone.kind }, 'the gate threw');
    return { ok: false, code: 'onleesbaar', reason: 'gate threw' };
  }
}
