import { useState } from 'react';
import { appWords } from '@samenbord/shared/words/app.ts';
import { deleteBoardWords as words } from '@samenbord/shared/words/erase.ts';
import { useBoardSession } from '../document/context.tsx';
import { ask, boardPath } from '../document/server.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { Notice } from '../parts/Notice.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useDeed } from './use-load.ts';
import './delete-board.css';

/** Deletes the whole board, after the title was typed once more. Everybody's page follows by itself, this one too: it is told that it is no longer welcome. */
export function DeleteBoard() {
  const { id, als, answer } = useBoardSession();
  const [asking, setAsking] = useState(false);
  const [typed, setTyped] = useState('');
  const deed = useDeed();
  const close = (): void => {
    setAsking(false);
    setTyped('');
  };
  return (
    <section className="panel">
      <h3>{words.title}</h3>
      <p className="soft">{words.lead}</p>
      <div>
        <Button look="danger" icon="remove" onPress={() => setAsking(true)}>
          {words.open}
        </Button>
      </div>
      <Dialog title={words.open} open={asking} onClose={close}>
        <p>{words.goes}</p>
        <ul className="delete-board-goes">
          {words.all.map((part) => (
            <li key={part}>{part}</li>
          ))}
        </ul>
        <p>{words.backups}</p>
        <p>{words.stays}</p>
        {deed.error !== undefined && (
          <Notice tone="zorg" problem>
            {deed.error}
          </Notice>
        )}
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            deed.run(() => ask('DELETE', boardPath(id, '', als), { body: { titel: typed } }));
          }}
        >
          <TextField
            label={words.field}
            hint={words.type(answer.titel)}
            value={typed}
            onChange={setTyped}
            max={200}
            autoComplete="off"
          />
          <div className="form-end">
            <Button look="danger" type="submit" isDisabled={deed.busy || typed.trim() !== answer.titel}>
              {words.open}
            </Button>
            <Button onPress={close}>{appWords.cancel}</Button>
          </div>
        </form>
      </Dialog>
    </section>
  );
}
