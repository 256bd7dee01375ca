import { useState } from 'react';
import { pageWords } from '@samenbord/shared/words/pages.ts';
import { ServerProblem } from './server.ts';

/** What to tell somebody about an error. */
export const sayError = (error: unknown): string =>
  error instanceof ServerProblem ? error.message : pageWords.errors.strange;

/** Does something once at a time and keeps what went wrong, as a sentence. */
export function useDeed(): { busy: boolean; error: string | undefined; run: (deed: () => Promise<void>) => void } {
  const [state, setState] = useState<{ busy: boolean; error: string | undefined }>({ busy: false, error: undefined });
  const run = (deed: () => Promise<void>): void => {
    if (state.busy) return;
    setState({ busy: true, error: undefined });
    deed().then(
      () => setState({ busy: false, error: undefined }),
      (error: unknown) => setState({ busy: false, error: sayError(error) }),
    );
  };
  return { ...state, run };
}
