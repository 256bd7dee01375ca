import { appWords } from '@samenbord/shared/words/app.ts';
import { Button } from './Button.tsx';

/**
 * Leaves at once for a page that says nothing, and forgets what this tab holds. The page takes the place of this one in the
 * history, so that "back" does not show the board.
 */
export function leaveQuickly(forget?: () => void): void {
  forget?.();
  sessionStorage.clear();
  document.title = appWords.name;
  location.replace('/weg.html');
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
