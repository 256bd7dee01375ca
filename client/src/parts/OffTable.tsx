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

/**
 * The casusregisseur takes somebody's card off the table. It asks once, says that the card goes back to whose it is and that only they bring it to the table again,
 * and asks for no reason.
 */
export function OffTable({ thing, onGone }: { thing: Thing; onGone: () => void }) {
  const { id, als } = useBoardSession();
  const names = useNames();
  const [asking, setAsking] = useState(false);
  const deed = useDeed();
  const whose = thing.vanWie === undefined ? names.nameOf(thing.by) : names.personName(thing.vanWie);
  const off = (): void =>
    deed.run(async () => {
      await ask('POST', boardPath(id, '/moves/off', als), { schema: moveOffAnswer, body: { ding: thing.id } });
      announce(moveWords.offDone);
      setAsking(false);
      onGone();
    });
  return (
    <section className="drawer-part">
      <div>
        <Button look="danger" icon="remove" onPress={() => setAsking(true)}>
          {appWords.takeOff}
        </Button>
      </div>
      <Dialog title={moveWords.offTitle(whose)} open={asking} onClose={() => setAsking(false)}>
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
          <Button onPress={() => setAsking(false)}>{appWords.cancel}</Button>
        </div>
      </Dialog>
    </section>
  );
}
