import { useState } from 'react';
import { appWords } from '@samenbord/shared/words/app.ts';
import { homeWords } from '@samenbord/shared/words/home.ts';
import { emptyHere, endSession, showNothing, tellOtherTabs } from '../document/go-away.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { Notice } from './Notice.tsx';

const words = homeWords.leave;

/**
 * Stops on this device, in peace: the server ends the session first, and says so when it could not. `forget` closes what is open; `unsaved`: there is
 * work that the server does not have.
 */
export function Leave({ forget, unsaved = false }: { forget?: (() => void) | undefined; unsaved?: boolean }) {
  const [asking, setAsking] = useState(false);
  const [failed, setFailed] = useState(false);
  const leave = async (): Promise<void> => {
    setFailed(false);
    forget?.();
    emptyHere();
    if (!(await endSession())) return setFailed(true);
    tellOtherTabs();
    showNothing();
  };
  return (
    <>
      <Button icon="leave" onPress={() => setAsking(true)}>
        {words.title}
      </Button>
      <Dialog title={words.title} open={asking} onClose={() => setAsking(false)}>
        <p>{words.text}</p>
        {unsaved && <Notice tone="zorg">{words.sure}</Notice>}
        {failed && (
          <Notice tone="zorg" problem>
            {words.failed}
          </Notice>
        )}
        <div className="row">
          <Button look="danger" onPress={() => void leave()}>
            {words.go}
          </Button>
          <Button onPress={() => setAsking(false)}>{appWords.cancel}</Button>
        </div>
      </Dialog>
    </>
  );
}
