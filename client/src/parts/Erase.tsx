import { useState } from 'react';
import { mayErase } from '@samenbord/shared/access/may.ts';
import { readZone } from '@samenbord/shared/access/zones.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { eraseWords } from '@samenbord/shared/words/erase.ts';
import { useBoardSession } from '../document/context.tsx';
import { ask, boardPath, ServerProblem } from '../document/server.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { Notice } from './Notice.tsx';

/** Erases a thing for good, after a question. Shown only to who may: the casusregisseur for what was taken off the table, and oneself at home. */
export function Erase({
  zone,
  thing,
  onErased,
}: {
  zone: string;
  thing: Pick<Thing, 'id' | 'weg'>;
  onErased: () => void;
}) {
  const { id, als, actor } = useBoardSession();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const read = readZone(zone);
  if (read === undefined || !mayErase(actor, read) || (read.kind === 'gedeeld' && !thing.weg)) return null;
  const erase = (): void => {
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    ask('POST', boardPath(id, '/erase', als), { body: { zone, ding: thing.id } })
      .then(onErased, (error: unknown) =>
        setProblem(error instanceof ServerProblem ? error.message : eraseWords.failed),
      )
      .finally(() => setBusy(false));
  };
  return (
    <>
      <Button look="plain" icon="remove" onPress={() => setAsking(true)}>
        {eraseWords.erase}
      </Button>
      <Dialog title={eraseWords.erase} open={asking} onClose={() => setAsking(false)}>
        <p>{eraseWords.sure}</p>
        {(read.kind === 'gedeeld'
          ? [eraseWords.versions, eraseWords.theirs, eraseWords.others]
          : [eraseWords.ownBox]
        ).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p>{eraseWords.files}</p>
        {problem !== undefined && (
          <Notice tone="zorg" problem>
            {problem}
          </Notice>
        )}
        <div>
          <Button look="danger" onPress={erase}>
            {eraseWords.erase}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
