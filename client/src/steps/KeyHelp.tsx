import { keyWords as w } from '@samenbord/shared/words/controls.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { letters } from './keys.ts';
import type { KeyDeed } from './keys.ts';

/** Which keys do what in a meeting: only those that do something for this person. */
export function KeyHelp({
  open,
  deeds,
  onClose,
}: {
  readonly open: boolean;
  readonly deeds: readonly KeyDeed[];
  readonly onClose: () => void;
}) {
  return (
    <Dialog title={w.title} open={open} onClose={onClose}>
      <p>{w.lead}</p>
      <dl className="step-keys">
        {deeds.map((deed) => (
          <div key={deed}>
            <dt>
              <kbd>{letters[deed]}</kbd>
            </dt>
            <dd>{w.keys[deed]}</dd>
          </div>
        ))}
      </dl>
      <p className="soft">{w.canvas}</p>
    </Dialog>
  );
}
