import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { sharingWords as w } from '@samenbord/shared/words/screen.ts';
import { useBoardSession } from '../document/context.tsx';
import { stopSharing } from '../document/sharing.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { Icon } from './Icon.tsx';
import './styles/sharing.css';

/** So long the answer that ends it cannot be pressed: it has to be read first. */
const readMs = 1200;

/** A frame around everything that others can see, which says so; and the way out of it, in two acts that nobody does by accident. */
export function SharingFrame({ children }: { readonly children: ReactNode }) {
  const [asks, setAsks] = useState(false);
  return (
    <div className="sharing" data-large="">
      <section className="sharing-bar" aria-label={w.frame}>
        <p>
          <Icon name="screen" size={28} />
          <strong>{w.frame}.</strong> {w.seen}
        </p>
        <Button onPress={() => setAsks(true)}>{w.stop}</Button>
      </section>
      {children}
      <Dialog title={w.stopTitle} open={asks} onClose={() => setAsks(false)}>
        {asks && <Ask onStay={() => setAsks(false)} />}
      </Dialog>
    </div>
  );
}

function Ask({ onStay }: { readonly onStay: () => void }) {
  const session = useBoardSession();
  const [read, setRead] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setRead(true), readMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <>
      <p>{w.stopText}</p>
      <div className="stack">
        <Button look="action" onPress={onStay}>
          {w.stay}
        </Button>
        <Button isDisabled={!read} onPress={() => stopSharing(session)}>
          {w.stopYes}
        </Button>
      </div>
    </>
  );
}
