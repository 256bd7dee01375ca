import { useState } from 'react';
import { clashes } from '@samenbord/shared/exchange/board-file.ts';
import type { BoardFile } from '@samenbord/shared/wire/http.ts';
import { exchangePage as words } from '@samenbord/shared/words/exchange-page.ts';
import { sayKinds } from '@samenbord/shared/words/exchange.ts';
import { useBoard } from '../document/context.tsx';
import { Choice } from '../parts/Choice.tsx';
import { Notice } from '../parts/Notice.tsx';
import { PutButton } from './PutButton.tsx';
import { usePut } from './use-put.ts';

/** A file of our own: what is in it, what is different from when it lay on a table, and what to do where it is here already. */
export function OwnFile({ file, onPut }: { file: BoardFile; onPut: (sentence: string) => void }) {
  const board = useBoard('gedeeld');
  const put = usePut();
  const [here, setHere] = useState<string | undefined>(undefined);
  const clash = clashes(file, board).length;
  const { weggelaten } = file;
  const counts = sayKinds(file.things);
  const waits =
    counts.length === 0 && file.ink.length === 0
      ? words.emptyFile
      : clash > 0 && here !== 'ernaast'
        ? words.decideHere
        : undefined;
  return (
    <>
      <p>
        <strong dir="auto">{words.ownTitle(file.titel)}</strong>
      </p>
      <ul>
        {counts.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {weggelaten !== undefined && weggelaten.bevestigd > 0 && (
        <Notice>{words.ownConfirmed(weggelaten.bevestigd)}</Notice>
      )}
      {file.things.some(({ vanWie }) => vanWie !== undefined) && <p>{words.ownWords}</p>}
      {weggelaten !== undefined && weggelaten.zonderNaam > 0 && <p>{words.ownUnnamed(weggelaten.zonderNaam)}</p>}
      {clash > 0 && (
        <Choice
          label={words.ownHere(clash)}
          isRequired
          options={[
            { value: 'ernaast', label: words.beside, hint: words.besideHint },
            { value: 'niet', label: words.leave },
          ]}
          value={here}
          onChange={setHere}
        />
      )}
      <PutButton
        put={put}
        label={words.putFile}
        waits={waits}
        onPress={() => put.file(file, clash > 0, () => onPut(words.doneFile))}
      />
    </>
  );
}
