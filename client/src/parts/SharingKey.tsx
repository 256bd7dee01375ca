import { useEffect } from 'react';
import { isProfessional } from '@samenbord/shared/access/roles.ts';
import { sharingWords as w } from '@samenbord/shared/words/screen.ts';
import { useBoardSession } from '../document/context.tsx';
import type { BoardSession } from '../document/session.ts';
import { startSharing } from '../document/sharing.ts';
import { Button } from './Button.tsx';

/** Next to nobody uses it for anything else, and it works while one types. */
const key = 'F8';

/** One key closes everything but the table, wherever on the board a professional is. */
function useSharingKey(session: BoardSession): void {
  useEffect(() => {
    if (!isProfessional(session.actor.rol)) return undefined;
    const press = (event: KeyboardEvent): void => {
      if (event.key !== key) return;
      event.preventDefault();
      event.stopPropagation();
      void startSharing(session);
    };
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  }, [session]);
}

/** Closes everything but the table, by a key or by this button, for professionals; on laptops, where others look along. */
export function SharingButton() {
  const session = useBoardSession();
  useSharingKey(session);
  if (!isProfessional(session.actor.rol)) return null;
  return (
    <Button icon="screen" onPress={() => void startSharing(session)}>
      {w.start}
    </Button>
  );
}
