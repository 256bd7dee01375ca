import { useState } from 'react';
import { moveOffAnswer } from '@samenbord/shared/wire/http-zones.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { appWords } from '@samenbord/shared/words/app.ts';
import { moveWords } from '@samenbord/shared/words/zones.ts';
import { useBoardSession, useNames } from '../document/context.tsx';
import { useDeed } from '../document/deed.ts';
import { ask, boardPath } from '../document/server.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { announce } from './LiveRegion.tsx';
import { Notice } from './Notice.tsx';

/** The casusregisseur takes somebody's card off the table: the key, and the question. */
export function OffTable({ thing, onGone }: { thing: Thing; onGone: () => void }) {
  const [asking, setAsking] = useState(false);
  return (
    <section className="drawer-part">
      <div>
        <Button look="danger" icon="remove" onPress={() => setAsking(true)}>
          {appWords.takeOff}
        </Button>
      </div>
      <OffTableQuestion thing={thing} open={asking} onClose={() => setAsking(false)} onGone={onGone} />
    </section>
  );
}

type Question = {
  readonly thing: Thing;
  readonly open: boolean;
  readonly onClose: () => void;
  /** It lies on the table no more. */
  readonly onGone: () => void;
};

/** Asks once, says that the card goes back to whose it is and that only they bring it to the table again, and asks for no reason. */
export function OffTableQuestion({ thing, open, onClose, onGone }: Question) {
  const { id, als } = useBoardSession();
  const names = useNames();
  const deed = useDeed();
  const whose = thing.vanWie === undefined ? names.nameOf(thing.by) : names.personName(thing.vanWie);
  const off = (): void =>
    deed.run(async () => {
      await ask('POST', boardPath(id, '/moves/off', als), { schema: moveOffAnswer, body: { ding: thing.id } });
      announce(moveWords.offDone);
      onClose();
      onGone();
    });
  return (
    <Dialog title={moveWords.offTitle(whose)} open={open} onClose={onClose}>
      <p>{moveWords.offText(whose)}</p>
      {deed.error !== undefined && (
        <Notice tone="zorg" problem>
          {deed.error}
        </Notice>
      )}
      <div className="form-end">
        <Button look="danger" icon="remove" isDisabled={deed.busy} onPress={off}>
          {appWords.takeOff}
        </Button>
        <Button onPress={onClose}>{appWords.cancel}</Button>
      </div>
    </Dialog>
  );
}
