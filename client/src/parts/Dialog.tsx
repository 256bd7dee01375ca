import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { appWords } from '@samenbord/shared/words/app.ts';
import { IconButton } from './Button.tsx';

export type DialogProps = {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** `sheet` comes from below on a phone and from the right on a laptop. */
  readonly shape?: 'middle' | 'sheet';
};

/** Something that asks for attention first. Escape, the cross and a tap beside it close it; focus goes back to where it was. */
export function Dialog({ title, open, onClose, children, shape = 'middle' }: DialogProps) {
  return (
    <ModalOverlay
      className={`overlay overlay-${shape}`}
      isOpen={open}
      isDismissable
      onOpenChange={(now) => !now && onClose()}
    >
      <Modal className={`dialog dialog-${shape}`}>
        <AriaDialog className="dialog-inner">
          <div className="dialog-head">
            <Heading slot="title" className="dialog-title">
              {title}
            </Heading>
            <IconButton icon="close" label={appWords.close} onPress={onClose} />
          </div>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
