import { closingWords as w } from '@samenbord/shared/words/controls.ts';
import { useDeed } from '../document/deed.ts';
import { useMeetingHands } from '../document/meeting.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { announce } from '../parts/LiveRegion.tsx';
import { Notice } from '../parts/Notice.tsx';

/** Ends the meeting after one question; `onClosed` leads to what was agreed. */
export function CloseMeeting({
  open,
  onCancel,
  onClosed,
}: {
  readonly open: boolean;
  readonly onCancel: () => void;
  readonly onClosed: () => void;
}) {
  const hands = useMeetingHands();
  const deed = useDeed();
  const close = (): void =>
    deed.run(async () => {
      await hands.close();
      announce(w.closed);
      onClosed();
    });
  return (
    <Dialog title={w.title} open={open} onClose={onCancel}>
      <p>{w.sure}</p>
      <p className="soft">{w.after}</p>
      {deed.error !== undefined && (
        <Notice tone="zorg" problem>
          {deed.error}
        </Notice>
      )}
      <div className="form-end">
        <Button look="action" isDisabled={deed.busy} onPress={close}>
          {w.close}
        </Button>
        <Button onPress={onCancel}>{w.not}</Button>
      </div>
    </Dialog>
  );
}
