import { useEffect, useRef } from 'react';
import type { Look } from '@samenbord/shared/meeting/meeting.ts';
import { follow } from './camera.ts';
import type { Live } from './use-stage.ts';

/** A part of a view that everybody was called to; a higher number is a new call. */
export type CanvasLook = Look & { readonly nr: number };

/** Goes to where everybody was called, once for each call; after that the paper stays where somebody looks. */
export function useCalled(live: Live | undefined, ready: boolean, look: CanvasLook | undefined): void {
  const done = useRef(0);
  useEffect(() => {
    if (live === undefined || !ready || look === undefined) return;
    if (look.view !== live.bridge.view || look.nr === done.current) return;
    done.current = look.nr;
    follow(live.editor, look);
  }, [live, ready, look]);
}
