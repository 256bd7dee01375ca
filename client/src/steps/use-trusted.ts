import { useCallback, useEffect, useState } from 'react';
import { trustedAnswer } from '@samenbord/shared/wire/http-zones.ts';
import type { TrustedAnswer } from '@samenbord/shared/wire/http-zones.ts';
import { useBoardSession } from '../document/context.tsx';
import { ask, boardPath } from '../document/server.ts';

/** My trusted box, when I have one: who reads it and who can be named. */
export type Trusted = {
  readonly zone: string;
  readonly answer: TrustedAnswer | undefined;
  /** Names these professionals beside those who read it already. */
  readonly name: (ids: readonly string[]) => Promise<void>;
};

export function useTrusted(): Trusted | undefined {
  const session = useBoardSession();
  const { id, als } = session;
  const zone = `vertrouwd:${als}`;
  const has = session.zone(zone)?.writable === true;
  const [answer, setAnswer] = useState<TrustedAnswer>();
  useEffect(() => {
    if (!has) return undefined;
    let current = true;
    ask('GET', boardPath(id, '/vertrouwd', als), { schema: trustedAnswer }).then(
      (read) => current && setAnswer(read),
      // Not known: then it is offered without names.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [id, als, has]);
  const name = useCallback(
    async (ids: readonly string[]) => {
      const professionals = [...new Set([...(answer?.professionals ?? []).map((one) => one.id), ...ids])];
      setAnswer(await ask('PUT', boardPath(id, '/vertrouwd', als), { schema: trustedAnswer, body: { professionals } }));
    },
    [id, als, answer],
  );
  return has ? { zone, answer, name } : undefined;
}
