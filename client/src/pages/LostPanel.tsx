import { useState } from 'react';
import { lostWords } from '@samenbord/shared/words/app.ts';
import { useSaved } from '../document/context.tsx';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { LostItems } from '../parts/LostItems.tsx';
import { saySaved } from '../parts/SavedMark.tsx';
import { useIsPhone } from './use-phone.ts';

/** What the server did not take, and what it does not have yet: the words are still here. */
export function LostPanel() {
  return (
    <>
      <h2>{lostWords.title}</h2>
      <LostItems />
    </>
  );
}

/** On a phone there is no drawer: a line at the top says when nothing can be kept, and why. */
export function LostBanner() {
  const [open, setOpen] = useState(false);
  const isPhone = useIsPhone();
  const saved = useSaved();
  if (!isPhone || saved.kind !== 'lukt-niet') return null;
  return (
    <>
      <div className="lost-banner" role="alert">
        <span>{saySaved(saved)}</span>
        <Button onPress={() => setOpen(true)}>{lostWords.look}</Button>
      </div>
      <Dialog title={lostWords.title} open={open} onClose={() => setOpen(false)} shape="sheet">
        <LostItems />
      </Dialog>
    </>
  );
}
