import { appWords } from '@samenbord/shared/words/app.ts';
import { emptyHere, endSession, showNothing, tellOtherTabs } from '../document/go-away.ts';
import { Button } from './Button.tsx';

/**
 * Leaves at once for a page that says nothing, forgets what this browser holds, and ends the session. The page takes the place of this one in the
 * history, so that "back" does not show the board. Nothing is waited for.
 */
export function leaveQuickly(forget?: () => void): void {
  forget?.();
  void endSession();
  emptyHere();
  tellOtherTabs();
  showNothing();
}

/** A way out for who must not be seen here. */
export function QuickExit({ forget }: { forget?: (() => void) | undefined }) {
  return (
    <span title={appWords.quickExitHint}>
      <Button look="plain" icon="leave" onPress={() => leaveQuickly(forget)}>
        {appWords.quickExit}
      </Button>
    </span>
  );
}
