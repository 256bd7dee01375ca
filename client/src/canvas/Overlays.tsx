import { useValue } from '@tldraw/tldraw';
import type { Editor } from '@tldraw/tldraw';
import type { CSSProperties, ReactNode } from 'react';
import type { ViewName } from '@samenbord/shared/board/define.ts';
import type { Box } from '@samenbord/shared/picture/picture.ts';
import { canvasWords as w } from '@samenbord/shared/words/canvas.ts';
import type { Bridge } from './bridge.ts';
import { toolbarRoom } from './camera.ts';
import type { Other } from './port.ts';
import type { Point } from './pure/path-points.ts';

type Around = { readonly editor: Editor; readonly bridge: Bridge };

/** Where a box of the paper is on the screen now, from the corner of the canvas. */
export function useOnScreen(editor: Editor, box: Box | undefined): Box | undefined {
  return useValue(
    'on screen',
    () => {
      if (box === undefined) return undefined;
      const { x, y, z } = editor.getCamera();
      return { x: (box.x + x) * z, y: (box.y + y) * z, width: box.width * z, height: box.height * z };
    },
    [editor, box?.x, box?.y, box?.width, box?.height],
  );
}

/** The box of a thing on the paper: of its node, else of its line. */
export function useBoxOf({ editor, bridge }: Around, id: string | undefined): Box | undefined {
  const box = useValue(
    'box of',
    () => {
      if (id === undefined) return undefined;
      const node = bridge.shown.get().nodes.get(id);
      if (node !== undefined) return node.box;
      const shape = editor
        .getCurrentPageShapes()
        .find(({ props }) => 'ref' in props && (props as { ref: unknown }).ref === id);
      const bounds = shape === undefined ? undefined : editor.getShapePageBounds(shape);
      return bounds === undefined ? undefined : { x: bounds.x, y: bounds.y, width: bounds.w, height: bounds.h };
    },
    [editor, bridge, id],
  );
  return useOnScreen(editor, box);
}

type FloatProps = {
  readonly editor: Editor;
  readonly at: Box | undefined;
  readonly width: number;
  readonly height: number;
  /** At its right or left, so that what stands above and below stays in sight. */
  readonly aside?: boolean;
  readonly children: ReactNode;
};

/** Something that floats by a box: below it where there is room, else above, never off the screen. On a phone it lies at the bottom. */
export function Float({ editor, at, width, height, aside = false, children }: FloatProps) {
  const screen = useValue('screen', () => editor.getViewportScreenBounds(), [editor]);
  const bar = toolbarRoom(editor);
  if (screen.w < 500 || at === undefined) {
    const bottom = height < sheetHeight ? bar - 4 : 8;
    return (
      <div className="canvas-float canvas-float-sheet" style={{ bottom }}>
        {children}
      </div>
    );
  }
  const bottom = screen.h - bar;
  const spot = aside ? besideOf(at, width, height, screen.w) : belowOf(at, width, height, bottom);
  const top = clamp(spot.top, 8, Math.max(8, bottom - height));
  const left = clamp(spot.left, 8, Math.max(8, screen.w - width - 8));
  return (
    <div className="canvas-float" style={{ left, top, width }}>
      {children}
    </div>
  );
}

type Spot = { readonly left: number; readonly top: number };

function belowOf(at: Box, width: number, height: number, bottom: number): Spot {
  const below = at.y + at.height + 12;
  const top = below + height <= bottom ? below : at.y - height - 12;
  return { left: at.x + at.width / 2 - width / 2, top };
}

function besideOf(at: Box, width: number, height: number, most: number): Spot {
  const right = at.x + at.width + 24;
  const left = right + width + 8 <= most ? right : at.x - width - 24;
  return { left, top: at.y + at.height / 2 - height / 2 };
}

/** What is lower than this leaves the toolbar free. */
const sheetHeight = 100;

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

const colours = ['#0B5D78', '#7A4100', '#53338A', '#1F5C33', '#9B1219', '#1E2A38', '#5A4A00', '#00504A'];
const colourOf = (index: number): string => colours[Math.abs(Math.trunc(index)) % colours.length] ?? '#1E2A38';

/** What others do in this view: where they point, what they move, where they write. Always with the name. */
export function Others({
  editor,
  bridge,
  others,
  view,
}: Around & { readonly others: readonly Other[]; readonly view: ViewName }) {
  return (
    <div className="canvas-others" aria-hidden="true">
      {others.map((other) => (
        <OneOther key={other.client} editor={editor} bridge={bridge} other={other} view={view} />
      ))}
    </div>
  );
}

function OneOther({ editor, bridge, other, view }: Around & { readonly other: Other; readonly view: ViewName }) {
  const { cursor, dragging, typing, wie } = other;
  const here = dragging?.view === view ? dragging : undefined;
  const style = { '--who': colourOf(wie.kleur) } as CSSProperties;
  return (
    <div style={style}>
      {here !== undefined && <Flag editor={editor} bridge={bridge} id={here.id} words={w.moves(wie.naam)} />}
      {typing !== undefined && <Flag editor={editor} bridge={bridge} id={typing.id} words={w.types(wie.naam)} />}
      {cursor?.view === view && here === undefined && (
        <Cursor editor={editor} at={cursor} naam={wie.naam} points={other.wijst === true} />
      )}
    </div>
  );
}

function Flag({ editor, bridge, id, words }: Around & { readonly id: string; readonly words: string }) {
  const box = useBoxOf({ editor, bridge }, id);
  if (box === undefined) return null;
  return (
    <>
      <div
        className="canvas-ring"
        style={{ left: box.x - 4, top: box.y - 4, width: box.width + 8, height: box.height + 8 }}
      />
      <div className="canvas-flag" style={{ left: box.x, top: box.y - 34 }}>
        {words}
      </div>
    </>
  );
}

type CursorProps = {
  readonly editor: Editor;
  readonly at: Point;
  readonly naam: string;
  /** It points something out to everybody: seen from the other end of the room. */
  readonly points: boolean;
};

function Cursor({ editor, at, naam, points }: CursorProps) {
  const box = useOnScreen(editor, { x: at.x, y: at.y, width: 0, height: 0 });
  const screen = useValue('screen', () => editor.getViewportScreenBounds(), [editor]);
  if (box === undefined || box.x < 0 || box.y < 0 || box.x > screen.w || box.y > screen.h) return null;
  return (
    <div className="canvas-cursor" data-points={points} style={{ transform: `translate(${box.x}px, ${box.y}px)` }}>
      <svg width="20" height="20" viewBox="0 0 20 20">
        <path d="M2 2l14 6.5-6.2 1.8L7 16z" fill="var(--who)" stroke="#fff" strokeWidth="1.5" strokeLinejoin="round" />
      </svg>
      <span>{naam}</span>
    </div>
  );
}

type BarProps = Around & {
  readonly id: string;
  /** At the bottom, with the name of what it is about: where something else stands around it. */
  readonly docked?: string | undefined;
  readonly actions: readonly { readonly word: string; readonly work: () => void }[];
};

/** What one can do with what is chosen, by it. */
export function ActionBar({ editor, bridge, id, docked, actions }: BarProps) {
  const box = useBoxOf({ editor, bridge }, id);
  const width = Math.min(480, 40 + actions.reduce((sum, { word }) => sum + 40 + word.length * 9, 0));
  if (box === undefined || actions.length === 0) return null;
  const bar = (
    <fieldset className="canvas-actions" aria-label={w.actions}>
      {docked !== undefined && <span className="canvas-actions-of">{docked}</span>}
      {actions.map(({ word, work }) => (
        <button key={word} type="button" className="canvas-plain" onClick={work}>
          {word}
        </button>
      ))}
    </fieldset>
  );
  if (docked !== undefined)
    return (
      <div className="canvas-float canvas-float-dock" style={{ bottom: toolbarRoom(editor) - 4 }}>
        {bar}
      </div>
    );
  return (
    <Float editor={editor} at={box} width={width} height={56}>
      {bar}
    </Float>
  );
}
