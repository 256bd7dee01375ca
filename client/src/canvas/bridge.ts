import { atom } from '@tldraw/tldraw';
import type { Editor, TLRecord, TLShape, TLShapeId } from '@tldraw/tldraw';
import { emptyBoard } from '@samenbord/shared/board/board.ts';
import type { Board, Ink, Place } from '@samenbord/shared/board/board.ts';
import type { ViewName } from '@samenbord/shared/board/define.ts';
import type { Box, PictureLine, PictureNode, ViewPicture } from '@samenbord/shared/picture/picture.ts';
import { followDrags } from './pure/far-drags.ts';
import type { FarDrags } from './pure/far-drags.ts';
import { diffSpecs } from './pure/diff.ts';
import { middle, standing, withPlaces } from './pure/places.ts';
import { specsOf } from './pure/records.ts';
import type { Spec } from './pure/records.ts';
import type { Draw, Still } from './pictures.ts';
import { recordOf } from './shapes/records.ts';

/** What is on the canvas now, ready to be looked up by the parts that draw it. */
export type Shown = {
  readonly picture: ViewPicture;
  readonly nodes: ReadonlyMap<string, PictureNode>;
  readonly lines: ReadonlyMap<string, PictureLine>;
  readonly ink: ReadonlyMap<string, Ink>;
};

type FarPoint = { readonly id: string; readonly x: number; readonly y: number };

/** A picture that takes longer than this to draw (ms) is drawn less often while a finger moves: the page is free for as long again. */
const slow = 12;

/**
 * Board to canvas, one way. tldraw's store is a projection: it is written here only, as if it came from elsewhere (`mergeRemoteChanges`), and holds boxes,
 * never words. What a finger does comes back as an intent through `hands.ts`, not through the store, so tldraw's history, its restore on
 * Escape and its throttled listener have nothing to lose for anybody (design D10).
 */
export class Bridge {
  readonly shown = atom<Shown>('shown', emptyShown('genogram'));
  readonly view: ViewName;
  readonly #editor: Editor;
  readonly #draw: Draw;
  #board: Board = emptyBoard;
  #names: unknown;
  #present: readonly FarPoint[] = [];
  #far: FarDrags = new Map();
  #held: ReadonlyMap<string, Place> = new Map();
  #specs = new Map<string, Spec>();
  #frame = 0;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #patience: ReturnType<typeof setTimeout> | undefined;
  #cost = 0;
  #drawnAt = 0;
  #calm: Calm | undefined;
  #drawn: ReadonlyMap<string, Place> = new Map();

  constructor(editor: Editor, view: ViewName, draw: Draw) {
    this.#editor = editor;
    this.view = view;
    this.#draw = draw;
    this.shown.set(emptyShown(view));
  }

  /** Takes the newest board (and the names that stand on its cards) and shows it at once: what is on the screen is never older than what was said. */
  setBoard(board: Board, names?: unknown): void {
    if (board === this.#board && names === this.#names) return;
    this.#board = board;
    this.#names = names;
    this.#follow();
    this.show();
  }

  /** Takes the things that others hold now, from their presence. */
  setFar(present: readonly FarPoint[]): void {
    // Cursors come ten times a second from everybody; only what is held is a reason to draw.
    if (JSON.stringify(present) === JSON.stringify(this.#present)) return;
    this.#present = present;
    this.#follow();
    this.#soon();
  }

  board = (): Board => this.#board;

  /** Where something would stand on a board that is not there yet. */
  boxIn = (board: Board, id: string): Box | undefined => this.#draw(board).nodes.find((node) => node.id === id)?.box;

  /** Where these things stand, so that taking hold of them does not move them. */
  standing(ids: readonly string[]): Map<string, Place> {
    const { places } = this.#calmly();
    return new Map(
      ids
        .flatMap((id) => [[id, places.get(id)] as const])
        .filter((entry): entry is [string, Place] => entry[1] !== undefined),
    );
  }

  /**
   * The table as it lies when somebody takes hold of something. A kernel lays out anew what nobody placed, around what somebody did: good at rest, but under a
   * finger the rest of the table must stand still. So as long as something is held, all else is held where it stood.
   */
  #calmly(): Calm {
    if (this.#calm?.board !== this.#board || this.#calm.names !== this.#names) this.#calm = this.#calmOf(this.#still());
    return this.#calm;
  }

  #calmOf({ picture: base, move }: Still): Calm {
    const ids = base.nodes.map(({ id }) => id);
    // Where the kernel has a quick way, a place is the middle of the box; else it is tried out.
    const places =
      move === undefined
        ? standing(this.#board, base, this.#draw, ids)
        : new Map(base.nodes.map(({ id, box }) => [id, middle(box)]));
    return { board: this.#board, names: this.#names, base, places, move };
  }

  #still = (): Still => this.#draw.still?.(this.#board) ?? { picture: this.#draw(this.#board) };

  #pictureWith(held: ReadonlyMap<string, Place>): ViewPicture {
    if (held.size === 0) {
      const still = this.#still();
      // Ready for whoever takes hold of something: laying out a large family again would be felt under the finger.
      this.#calm = still.move && this.#calmOf(still);
      return still.picture;
    }
    const { base, places, move } = this.#calmly();
    if (move !== undefined) return move(held);
    const picture = this.#draw(withPlaces(this.#board, this.view, new Map([...places, ...held])));
    // Households go with their people; boxes, lanes and sides are as large as what nobody placed in them, so these stay as they were.
    return this.view === 'genogram' ? picture : { ...picture, backdrop: base.backdrop, box: base.box };
  }

  /** While a finger moves: shows these things elsewhere, writes nothing. */
  hold(places: ReadonlyMap<string, Place>): void {
    this.#held = places;
    this.#soon();
  }

  /** Lets go without a trace; what others changed meanwhile is simply there. */
  letGo(): void {
    this.#held = new Map();
    this.show();
  }

  /** Lets go of what was just written: the board that comes now shows it, so nothing is drawn in between. */
  release(): void {
    this.#held = new Map();
    this.#soon();
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#pause);
    clearTimeout(this.#patience);
  }

  /** Draws the board with what is held, now. */
  show(): void {
    const start = performance.now();
    const held = this.#allHeld();
    const picture = this.#pictureWith(held);
    this.#drawn = held;
    const specs = specsOf(picture, this.#board.ink);
    this.shown.set(shownOf(picture, this.#board.ink, this.shown.get()));
    this.#apply(specs);
    this.#drawnAt = performance.now();
    this.#cost = this.#drawnAt - start;
  }

  #allHeld = (): Map<string, Place> =>
    new Map([...[...this.#far].map(([id, { at }]) => [id, at] as const), ...this.#held]);

  /** Once a frame at most. When drawing is slow, what is held goes with the finger every frame, and the lines follow as often as they can. */
  #soon(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      clearTimeout(this.#pause);
      const wait = this.#cost > slow ? this.#cost - (performance.now() - this.#drawnAt) : 0;
      if (wait <= 0) return this.show();
      this.#shift();
      this.#pause = setTimeout(() => this.show(), wait);
    });
  }

  /** Moves the shapes of what is held, without drawing the picture again. */
  #shift(): void {
    const moved: Spec[] = [];
    for (const [id, at] of this.#allHeld()) {
      const from = this.#drawn.get(id);
      const spec = this.#specs.get(`shape:node:${id}`);
      if (from === undefined || spec === undefined) continue;
      moved.push({ ...spec, x: spec.x + at.x - from.x, y: spec.y + at.y - from.y });
    }
    this.#drawn = this.#allHeld();
    this.#put(moved, []);
  }

  /** Keeps what another lets go of where it was, until their change is here or does not come. */
  #follow(): void {
    clearTimeout(this.#patience);
    this.#far = followDrags(this.#far, this.#present, this.#board, this.view, Date.now());
    if (this.#far.size === 0) return;
    this.#patience = setTimeout(() => {
      this.#follow();
      this.#soon();
    }, 500);
  }

  #apply(specs: readonly Spec[]): void {
    const { put, remove } = diffSpecs(this.#specs, specs);
    this.#put(put, remove);
  }

  #put(put: readonly Spec[], remove: readonly string[]): void {
    if (put.length === 0 && remove.length === 0) return;
    const page = this.#editor.getCurrentPageId();
    const records = put
      .map((spec) => recordOf(spec, page) as TLRecord)
      .filter((record) => isSound(this.#editor, record));
    this.#editor.store.mergeRemoteChanges(() => {
      this.#editor.store.remove(remove as TLShapeId[]);
      this.#editor.store.put(records);
    });
    const sound = new Set<string>(records.map(({ id }) => id));
    for (const id of remove) this.#specs.delete(id);
    for (const spec of put) if (sound.has(spec.id)) this.#specs.set(spec.id, spec);
  }
}

/** A board at rest: its picture, and where everything in it stands. */
type Calm = {
  readonly board: Board;
  readonly names: unknown;
  readonly base: ViewPicture;
  readonly places: ReadonlyMap<string, Place>;
  readonly move: Still['move'];
};

/** One bad record aborts a whole batch in tldraw; so each is tried alone, and a bad one stays as it was. */
export function isSound(editor: Editor, record: TLRecord): boolean {
  try {
    const known = editor.store.get(record.id) as TLRecord | undefined;
    editor.store.schema.validateRecord(
      editor.store,
      record,
      known === undefined ? 'createRecord' : 'updateRecord',
      known ?? null,
    );
    return true;
  } catch {
    return false;
  }
}

function emptyShown(view: ViewName): Shown {
  const box = { x: 0, y: 0, width: 0, height: 0 };
  const picture = { view, box, backdrop: [], lines: [], nodes: [], description: [] };
  return { picture, nodes: new Map(), lines: new Map(), ink: new Map() };
}

/** Keeps the objects of what did not change, so that only what changed is drawn again. */
function shownOf(picture: ViewPicture, ink: ReadonlyMap<string, Ink>, before: Shown): Shown {
  const nodes = new Map(picture.nodes.map((node) => [node.id, same(before.nodes.get(node.id), node)]));
  const lines = new Map(picture.lines.map((line) => [line.id, same(before.lines.get(line.id), line)]));
  return { picture: { ...picture, backdrop: same(before.picture.backdrop, picture.backdrop) }, nodes, lines, ink };
}

const same = <T extends object>(before: T | undefined, now: T): T =>
  before !== undefined && (before === now || textOf(before) === textOf(now)) ? before : now;

const texts = new WeakMap<object, string>();
function textOf(value: object): string {
  const text = texts.get(value) ?? JSON.stringify(value);
  texts.set(value, text);
  return text;
}

/** The things that shapes stand for. */
export const refsOf = (editor: Editor, ids: readonly TLShapeId[], type?: Spec['type']): string[] =>
  ids.flatMap((id) => {
    const shape: TLShape | undefined = editor.getShape(id);
    return shape !== undefined && (type === undefined || shape.type === type) ? [refOf(shape)] : [];
  });

/** The thing (or stroke) that a shape stands for. */
export function refOf(shape: TLShape): string {
  const { ref } = shape.props as { ref?: unknown };
  return typeof ref === 'string' ? ref : '';
}
