import type { Editor, TLShapeId } from '@tldraw/tldraw';
import type { Box, PictureNode, ViewPicture } from '@samenbord/shared/picture/picture.ts';
import { refOf } from './bridge.ts';
import type { Point } from './pure/path-points.ts';
import { middle } from './pure/places.ts';
import { railSize, railWidth } from './pure/rails.ts';

/** What stands around the free part of the paper, per edge. */
type Room = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

const edge = 24;
const plain: Room = { left: 16, right: 16, top: 16, bottom: 56 };
const panMs = 180;
const followMs = 300;
/** The names in the picture lie under the strip with names: at the smallest zoom they still take this much of it. */
const nameDrawn = 24;

/**
 * The free parts of the paper to choose from. The buttons for zooming stand in a corner: beside them there is room to the bottom, above them to the
 * side. Without a toolbar only the mark of tldraw's maker takes something.
 */
function rooms(editor: Editor): readonly [Room, ...Room[]] {
  const paper = editor.getContainer().getBoundingClientRect();
  const corner = editor.getContainer().closest(':has(> [data-corner])')?.querySelector(':scope > [data-corner]');
  const [first, ...more] = besideTheBars(editor);
  if (!(corner instanceof Element)) return [first, ...more];
  // What stands in the corner at the top left leaves what is below it, and what is beside it.
  const { right, bottom } = corner.getBoundingClientRect();
  const below = (room: Room): Room => ({ ...room, top: Math.max(room.top, bottom - paper.top + 8) });
  const beside = (room: Room): Room => ({ ...room, left: Math.max(room.left, right - paper.left + 16) });
  return [below(first), beside(first), ...more.flatMap((room) => [below(room), beside(room)])];
}

function besideTheBars(editor: Editor): readonly [Room, ...Room[]] {
  const paper = editor.getContainer().getBoundingClientRect();
  const around = editor.getContainer().closest('.canvas-page');
  const bar = around?.querySelector('.canvas-toolbar')?.getBoundingClientRect();
  const zoom = around?.querySelector('.canvas-zoom')?.getBoundingClientRect();
  const named = around?.getAttribute('data-rails') === 'true';
  const tools = around?.querySelector('.canvas-view-bar')?.getBoundingClientRect();
  const [left, rails] = named ? [railWidth(paper.width) - nameDrawn, railSize.top] : [0, 0];
  const top = Math.max(rails, tools === undefined ? 0 : tools.bottom - paper.top + 8);
  if (bar === undefined) return [{ ...plain, left: Math.max(plain.left, left), top: Math.max(plain.top, top) }];
  const bottom = Math.max(edge, paper.bottom - bar.top + 16);
  const room: Room = { left: Math.max(edge, left), right: edge, top: Math.max(edge, top), bottom };
  if (zoom === undefined) return [room];
  if (zoom.top - paper.top < paper.height / 2) return [{ ...room, top: zoom.bottom - paper.top + 16 }];
  return [
    { ...room, left: zoom.right - paper.left + 16 },
    { ...room, bottom: Math.max(bottom, paper.bottom - zoom.top + 16) },
  ];
}

/** How far from the bottom the toolbar begins. */
export const toolbarRoom = (editor: Editor): number => rooms(editor)[0].bottom;

/** How the paper lies. */
export type Camera = Point & { readonly z: number };

type Fit = { readonly room: Room; readonly wide: number; readonly high: number; readonly z: number };

/** The free part in which a box comes out largest, and how large that is: no larger than `most`. */
function fitOf(editor: Editor, box: Box, most = 1): Fit {
  const { w, h } = editor.getViewportScreenBounds();
  const [first, ...more] = rooms(editor);
  const fit = (room: Room): Fit => {
    const [wide, high] = [Math.max(80, w - room.left - room.right), Math.max(80, h - room.top - room.bottom)];
    return { room, wide, high, z: Math.min(most, Math.max(0.1, Math.min(wide / box.width, high / box.height))) };
  };
  return more.map(fit).reduce((best, one) => (one.z > best.z ? one : best), fit(first));
}

/** Brings a box of the paper on the screen as a whole, as large as fits and no larger than life, or than asked. */
export function showAll(editor: Editor, box: Box, most = 1): void {
  if (box.width <= 0 || box.height <= 0) return;
  const { room, wide, high, z } = fitOf(editor, box, most);
  const x = (room.left + (wide - box.width * z) / 2) / z - box.x;
  const y = (room.top + (high - box.height * z) / 2) / z - box.y;
  editor.stopCameraAnimation();
  editor.setCamera({ x, y, z }, { immediate: true });
}

/** The part of the paper that is in sight and free. */
export function inSight(editor: Editor): Box {
  const [{ left, right, top, bottom }] = rooms(editor);
  const { x, y, w, h } = editor.getViewportPageBounds();
  const z = editor.getZoomLevel();
  return { x: x + left / z, y: y + top / z, width: w - (left + right) / z, height: h - (top + bottom) / z };
}

/**
 * A screen in the room is read from five metres: what somebody shows may stand on it larger than life, the more so the more dots the screen has. A card of
 * 18 dots is 28 then on the smallest screen.
 */
function mostOnScreen(editor: Editor): number {
  const { w, h } = editor.getViewportScreenBounds();
  return Math.min(3, Math.max(1.6, (1.6 * Math.min(w, h)) / 600));
}

/** Others see this screen too, from further away (`data-large` on something around the canvas). */
const isShownLarge = (editor: Editor): boolean => editor.getContainer().closest('[data-large]') !== null;

/** Goes to what somebody else looks at, without a jump. Gives the camera it arrives at. */
export function follow(editor: Editor, look: Box): Camera {
  const { room, wide, high, z } = fitOf(editor, look, mostOnScreen(editor));
  const x = (room.left + (wide - look.width * z) / 2) / z - look.x;
  const y = (room.top + (high - look.height * z) / 2) / z - look.y;
  editor.stopCameraAnimation();
  editor.setCamera({ x, y, z }, { animation: { duration: followMs } });
  return { x, y, z };
}

/** Smaller than this nobody reads a card. */
const leastReadable = 0.6;
const readingZoom = 0.7;
const largeReadingZoom = 1.3;
/** What happened last reaches to the right of today: a card and the words on a bar. */
const pastNow = 480;

/** Is this picture too small to read when all of it is in sight? */
export const isTooLarge = (editor: Editor, { box }: ViewPicture): boolean =>
  box.width > 0 && box.height > 0 && fitOf(editor, box).z < leastReadable;

/** The newest years at the right, the first lanes at the top, at a size one can read. */
function showNewest(editor: Editor, { box, rails }: ViewPicture): void {
  const [room] = rooms(editor);
  const wide = editor.getViewportScreenBounds().w - room.left - room.right;
  const right = Math.min(box.x + box.width, (rails?.now.x ?? Infinity) + pastNow);
  const z = isShownLarge(editor) ? largeReadingZoom : readingZoom;
  const x = Math.min(room.left / z - box.x, (room.left + wide) / z - right);
  editor.stopCameraAnimation();
  editor.setCamera({ x, y: room.top / z - box.y, z }, { immediate: true });
}

/**
 * Where one begins: everything in sight. A tijdlijn of many years would be too small to read, so there who can move the paper begins at the newest. On a phone
 * one begins at what lies nearest the middle and looks around. On a table where nothing lies, the middle of the table is in the middle of the screen.
 */
export function begin(editor: Editor, picture: ViewPicture, readOnly: boolean): void {
  const { w, h } = editor.getViewportScreenBounds();
  const [room] = rooms(editor);
  if (picture.box.width <= 0 || picture.box.height <= 0) {
    const [x, y] = [(room.left + w - room.right) / 2, (room.top + h - room.bottom) / 2];
    editor.setCamera({ x, y, z: 1 }, { immediate: true });
    return;
  }
  const isNamed = picture.rails !== undefined;
  if (w >= 480)
    return !readOnly && isNamed && isTooLarge(editor, picture)
      ? showNewest(editor, picture)
      : showAll(editor, picture.box, readOnly || isShownLarge(editor) ? mostOnScreen(editor) : 1);
  const whole = middle(picture.box);
  const far = ({ box }: PictureNode): number => Math.hypot(middle(box).x - whole.x, middle(box).y - whole.y);
  const nearest = [...picture.nodes].sort((one, other) => far(one) - far(other))[0];
  showAll(editor, nearest?.box ?? picture.box);
  if (nearest !== undefined) editor.zoomOut(undefined, { immediate: true });
}

/** Moves the paper just enough to see a box: at once, or gently where somebody would lose the thread. */
export function bringInSight(editor: Editor, box: Box, gently: boolean): void {
  const view = editor.getViewportPageBounds();
  const z = editor.getZoomLevel();
  const [room] = rooms(editor);
  const [left, right] = [view.x + room.left / z, view.maxX - room.right / z];
  const [top, bottom] = [view.y + room.top / z, view.maxY - room.bottom / z];
  const dx = box.x < left || box.width > right - left ? left - box.x : Math.min(0, right - (box.x + box.width));
  const dy = box.y < top || box.height > bottom - top ? top - box.y : Math.min(0, bottom - (box.y + box.height));
  if (dx === 0 && dy === 0) return;
  const { x, y } = editor.getCamera();
  editor.setCamera({ x: x + dx, y: y + dy, z }, gently ? { animation: { duration: panMs } } : { immediate: true });
}

/** The middle of what is on the screen, as a place. */
export function middleOf(editor: Editor): Point {
  const { x, y } = editor.getViewportPageBounds().center;
  return { x: Math.round(x), y: Math.round(y) };
}

const mostFrames = 30;

/** A new thing is on the paper as soon as the board has told so: then it is chosen, and the paper moves when it lies out of sight. */
export function showNew(editor: Editor, id: string, frames = mostFrames): void {
  requestAnimationFrame(() => {
    const shape = editor.getCurrentPageShapes().find((one) => refOf(one) === id);
    const bounds = shape === undefined ? undefined : editor.getShapePageBounds(shape);
    if (shape === undefined || bounds === undefined) return frames > 0 ? showNew(editor, id, frames - 1) : undefined;
    if (shape.type === 'node') editor.select(shape.id);
    bringInSight(editor, { x: bounds.x, y: bounds.y, width: bounds.w, height: bounds.h }, true);
    return undefined;
  });
}

/** The shape that stands for a thing. */
export const nodeShape = (id: string): TLShapeId => `shape:node:${id}` as TLShapeId;
