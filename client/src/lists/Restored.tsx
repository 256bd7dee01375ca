import { useState } from 'react';
import { historyWords, reasonWords } from '@samenbord/shared/words/history.ts';
import { restoreAnswer } from '@samenbord/shared/wire/http-history.ts';
import type { RestoreAnswer } from '@samenbord/shared/wire/http-history.ts';
import { useBoardSession } from '../document/context.tsx';
import { ask, boardPath, ServerProblem } from '../document/server.ts';
import { Button } from '../parts/Button.tsx';
import { Notice } from '../parts/Notice.tsx';
import { sayRestoredItem } from './pure/history.ts';

type RestoredProps = { answer: RestoreAnswer; zone: string; ding?: string; onDone: () => void };

/** What a restore did and did not do, with the way back. */
export function Restored({ answer, zone, ding, onDone }: RestoredProps) {
  const { id, als } = useBoardSession();
  const [undone, setUndone] = useState<RestoreAnswer | undefined>(undefined);
  const [failed, setFailed] = useState<string | undefined>(undefined);
  const shown = undone ?? answer;
  const { ongedaan } = answer;
  const undo = async (): Promise<void> => {
    const body = { zone, ...(ding !== undefined && { ding }), ...ongedaan };
    try {
      setUndone(await ask('POST', boardPath(id, '/history/restore', als), { schema: restoreAnswer, body }));
      onDone();
    } catch (error) {
      setFailed(error instanceof ServerProblem ? error.message : historyWords.failed);
    }
  };
  const said =
    undone !== undefined ? historyWords.undone : ongedaan === undefined ? historyWords.nothing : historyWords.restored;
  return (
    <div className="history-done">
      <output>
        <Notice tone="kracht">{said}</Notice>
      </output>
      {failed !== undefined && (
        <Notice tone="zorg" problem>
          {failed}
        </Notice>
      )}
      {shown.blijft.length > 0 && (
        <ul className="history-left">
          {shown.blijft.map((item) => (
            <li key={`${item.wat} ${item.ding} ${item.veld ?? ''}`}>
              {sayRestoredItem(item)}
              {item.reden !== undefined && <span className="soft">{` ${reasonWords[item.reden]}`}</span>}
            </li>
          ))}
        </ul>
      )}
      {ongedaan !== undefined && undone === undefined && (
        <div>
          <Button icon="undo" onPress={() => void undo()}>
            {historyWords.undo}
          </Button>
        </div>
      )}
    </div>
  );
}
