import { useCallback, useSyncExternalStore } from 'react';
import { safetyFirst } from '@samenbord/shared/wire/http-zones.ts';
import type { SafetyFirst } from '@samenbord/shared/wire/http-zones.ts';
import { useBoardSession } from './context.tsx';
import { factOf } from './meeting-facts.ts';
import { ask, boardPath } from './server.ts';

const safetyFirstOf = factOf<SafetyFirst>('veiligheidVoorop', safetyFirst);

/** Who put the safety of the children first on the screens of the professionals, if anybody did; and doing so or ending it. Nobody else is told. */
export function useSafetyFirst(): {
  readonly now: SafetyFirst | undefined;
  readonly put: (first: boolean) => Promise<void>;
} {
  const session = useBoardSession();
  const { id, als } = session;
  const now = useSyncExternalStore(session.listeners.add, () =>
    safetyFirstOf(session.zone(`tafel:${als}`)?.room().doc),
  );
  const put = useCallback(
    (op: boolean) => ask('PUT', boardPath(id, '/veiligheid-voorop', als), { body: { op } }),
    [id, als],
  );
  return { now, put };
}
