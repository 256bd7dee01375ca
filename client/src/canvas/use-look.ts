import { react } from '@tldraw/tldraw';
import { useEffect, useRef } from 'react';
import type { Presence } from '@samenbord/shared/wire/socket.ts';
import type { Box } from '@samenbord/shared/picture/picture.ts';
import { begin, follow, inSight, isTooLarge } from './camera.ts';
import type { Camera } from './camera.ts';
import type { CanvasPort } from './port.ts';
import { useLatest } from './use-latest.ts';
import type { Live } from './use-stage.ts';

/** The paper has come to rest when it has not moved for so long: at most four times a second others hear where somebody looks. */
const restMs = 250;
const edge = 100_000;
const within = (value: number, least: number): number => Math.round(Math.min(edge, Math.max(least, value)));

/** Tells others which part of the paper this browser shows, each time it comes to rest. */
export function useTellLook(live: Live | undefined, port: CanvasPort, silent: boolean): void {
  const latest = useLatest(port);
  useEffect(() => {
    if (live === undefined || silent) return undefined;
    const { editor, bridge } = live;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const say = (look: Presence['look']): void => latest.current.setPresence({ look });
    const tell = (): void => {
      const { x, y, width, height } = inSight(editor);
      const look = { x: within(x, -edge), y: within(y, -edge), width: within(width, 1), height: within(height, 1) };
      say({ view: bridge.view, ...look });
    };
    const stop = react('look', () => {
      editor.getViewportPageBounds();
      clearTimeout(timer);
      timer = setTimeout(tell, restMs);
    });
    return () => {
      stop();
      clearTimeout(timer);
      say(undefined);
    };
  }, [live, silent, latest]);
}

/** A slow screen takes its time to arrive at what it follows. */
const onItsWayMs = 2000;
const isAt = (one: Camera, other: Camera): boolean =>
  Math.abs(one.x - other.x) < 1 && Math.abs(one.y - other.y) < 1 && Math.abs(one.z - other.z) < 0.001;

/** Who has all in sight on another screen wants all in sight here: not their margins too. */
const holds = (look: Box, all: Box): boolean =>
  look.x <= all.x + marginOfAll &&
  look.y <= all.y + marginOfAll &&
  look.x + look.width >= all.x + all.width - marginOfAll &&
  look.y + look.height >= all.y + all.height - marginOfAll;
const marginOfAll = 40;

/** What the casusregisseur looks at in this view. */
function useShownByLead(live: Live | undefined, { others }: CanvasPort): Box | undefined {
  const lead = others.find(({ wie, look }) => wie.rol === 'casusregisseur' && look?.view === live?.bridge.view);
  return lead?.look;
}

/**
 * Lays the paper right once, when the board is there; after that it stays where somebody looks, whoever makes something. Only on a screen that shows, where
 * nobody can press a button, all is kept in sight until somebody moves the paper; and what would be too small to read there follows the casusregisseur.
 */
export function useLay(live: Live | undefined, port: CanvasPort, readOnly: boolean): void {
  const { board, ready, names } = port;
  const look = useShownByLead(live, port);
  const key = look === undefined ? '' : JSON.stringify(look);
  const shown = useLatest(look);
  const laid = useRef<Camera | undefined>(undefined);
  const arrives = useRef(0);
  const followed = useRef('');
  useEffect(() => {
    if (live === undefined) return;
    const { editor, bridge } = live;
    bridge.setBoard(board, names);
    const isOnItsWay = performance.now() < arrives.current;
    const stays = laid.current !== undefined && !(readOnly && (isOnItsWay || isAt(editor.getCamera(), laid.current)));
    if (!ready || stays) return;
    const { picture } = bridge.shown.get();
    const seen = shown.current;
    const isPart = seen !== undefined && !holds(seen, picture.box);
    const target = isPart && readOnly && isTooLarge(editor, picture) ? seen : undefined;
    if (target === undefined) {
      begin(editor, picture, readOnly);
      laid.current = editor.getCamera();
    } else if (followed.current !== key) {
      laid.current = follow(editor, target);
      arrives.current = performance.now() + onItsWayMs;
    }
    followed.current = target === undefined ? '' : key;
  }, [live, board, ready, names, readOnly, key, shown]);
}
