import { definitionOf, fieldOf } from '@samenbord/shared/board/things.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { placeOf } from '@samenbord/shared/board/board.ts';
import type { Board, Ink, Place } from '@samenbord/shared/board/board.ts';
import type { Intent } from '@samenbord/shared/document/intent.ts';
import { softPlaces } from '@samenbord/shared/genogram/tidy.ts';
import type { Deed, Denial } from '@samenbord/shared/access/may.ts';
import { denialWords } from '@samenbord/shared/words/app.ts';
import { canvasWords as w } from '@samenbord/shared/words/canvas.ts';
import { freshId } from '../document/ids.ts';
import { settled } from '../document/settled.ts';
import type { Bridge } from './bridge.ts';
import type { CanvasPort } from './port.ts';
import type { Point } from './pure/path-points.ts';
import { creation } from './pure/making.ts';
import type { Making } from './pure/making.ts';
import { shifted } from './pure/places.ts';
import { simplified } from './pure/stroke.ts';
import { completed } from './use-laid.ts';
import type { Places } from './use-laid.ts';
import type { Hands, Hit } from './tools/hands.ts';
import type { ConnectTool, MakeTool, Tool } from './tools/tool-list.ts';

/** What is asked of the screen around the canvas. */
export type Screen = {
  readonly tool: () => Tool;
  readonly ask: (tool: MakeTool | ConnectTool, at: Point | undefined, ends: readonly string[]) => void;
  readonly edit: (id: string, field: string) => void;
  readonly connecting: (ends: readonly string[]) => void;
  readonly draft: (ink: Ink | undefined) => void;
  readonly say: (text: string) => void;
  /** Says it where everybody sees it too. */
  readonly tell: (text: string) => void;
  readonly zoom: () => number;
};

/** Refused by the step or the state of the table, not by whose words they are. */
const ofTheTable: ReadonlySet<Denial> = new Set<Denial>(['tafel-dicht', 'tafel-vast', 'stap-dicht', 'eerst-alleen']);

/** Places that were worked out for this screen, of who is on the board and has none there. */
const unwritten = (board: Board, laid: Places): Map<string, Place> =>
  new Map([...laid].filter(([id]) => board.things.has(id) && placeOf(board, 'genogram', id) === undefined));

/** Turns what fingers and keys do into intents, within what this participant may do. */
export class TableHands implements Hands {
  readonly #port: () => CanvasPort;
  readonly #bridge: Bridge;
  readonly #screen: Screen;
  #still = false;
  #start = new Map<string, Place>();
  #now = new Map<string, Place>();
  #ends: readonly string[] = [];

  constructor(port: () => CanvasPort, bridge: Bridge, screen: Screen) {
    this.#port = port;
    this.#bridge = bridge;
    this.#screen = screen;
  }

  /** What belongs to one gesture is undone together, and apart from the gesture before. */
  #do = (...intents: readonly Intent[]): boolean => {
    this.#port().stopCapturing();
    return intents.map((intent) => this.#port().intend(intent)).includes(true);
  };
  #may = (deed: Deed): boolean => this.#port().may(deed) === undefined;
  #thing = (id: string): Thing | undefined => this.#port().board.things.get(id);

  /** While another picture than that of the board is shown nothing can be taken hold of. */
  stand = (still: boolean): void => {
    this.#still = still;
  };
  stands = (): boolean => this.#still;

  mayMove = (): boolean => this.#may({ kind: 'place' });

  grasp = (refs: readonly string[]): boolean => {
    if (refs.length === 0 || this.#still) return false;
    const denial = this.#port().may({ kind: 'place' });
    if (denial !== undefined) {
      this.#screen.tell(denialWords[denial]);
      return false;
    }
    this.#start = this.#bridge.standing(refs);
    this.#now = new Map();
    return this.#start.size > 0;
  };

  move = (by: Point): void => {
    this.#now = shifted(this.#start, by);
    this.#bridge.hold(this.#now);
    const [first] = this.#now;
    if (first === undefined) return;
    const [id, at] = first;
    this.#port().setPresence({ dragging: { id, view: this.#bridge.view, ...at } });
  };

  putDown = (): void => {
    const view = this.#bridge.view;
    const moved = this.#do(
      ...this.#rest(),
      ...[...this.#now].map(([id, at]) => ({ kind: 'place' as const, view, id, at })),
    );
    this.#forget();
    if (!moved) return this.#bridge.letGo();
    this.#bridge.release();
    this.#screen.say(w.said.moved);
  };

  /** In the genogram everybody else stays where they stand when one is moved or taken away. */
  #rest(): Intent[] {
    if (this.#bridge.view !== 'genogram' || !this.mayMove()) return [];
    const { current, laid } = this.#port();
    const drawn = unwritten(current(), laid);
    const all = new Map([...drawn, ...softPlaces(completed(current(), drawn))]);
    const at = [...all].filter(([id]) => !this.#now.has(id));
    return at.length === 0 ? [] : [{ kind: 'places', view: 'genogram', at, quiet: true }];
  }

  letGo = (): void => {
    this.#forget();
    this.#bridge.letGo();
  };

  #forget(): void {
    this.#start = new Map();
    this.#now = new Map();
    this.#port().setPresence({ dragging: undefined });
  }

  make = (at: Point): void => {
    const tool = this.#screen.tool();
    if (tool.kind === 'make') this.#screen.ask(tool, at, []);
  };

  /** One more end of a connection. The same twice takes it back. */
  tap = (ref: string): void => {
    const tool = this.#screen.tool();
    if (tool.kind !== 'connect') return;
    const thing = this.#thing(ref);
    const wanted = this.#ends.length === 0 ? (tool.from ?? tool.between) : tool.between;
    if (thing === undefined || !wanted.includes(thing.type)) return this.#screen.tell(w.hints.wrong);
    const ends = this.#ends.includes(ref) ? this.#ends.filter((end) => end !== ref) : [...this.#ends, ref];
    this.#setEnds(ends);
    if (!tool.many && ends.length === 2) this.#screen.ask(tool, undefined, ends);
  };

  finish = (): void => {
    const tool = this.#screen.tool();
    if (tool.kind === 'connect' && this.#ends.length > 0) this.#screen.ask(tool, undefined, this.#ends);
  };

  forgetEnds = (): void => this.#setEnds([]);

  #setEnds(ends: readonly string[]): void {
    this.#ends = ends;
    this.#screen.connecting(ends);
  }

  /** Opens the words of something to change them, or says whose they are. */
  open = (hit: Hit): void => {
    const thing = hit.type === 'ink' ? undefined : this.#thing(hit.ref);
    if (thing === undefined) return;
    const field = definitionOf(thing.type).main;
    const denial = this.#port().may({ kind: 'change', thing, field });
    if (denial === undefined) return this.#screen.edit(thing.id, field);
    this.#screen.tell(ofTheTable.has(denial) ? denialWords[denial] : this.#whyNot(thing, field));
  };

  mayEdit = (id: string): boolean => {
    const thing = this.#thing(id);
    return thing !== undefined && this.#may({ kind: 'change', thing, field: definitionOf(thing.type).main });
  };

  #whyNot(thing: Thing, field: string): string {
    if (fieldOf(thing.type, field)?.class !== 'woorden') return w.notNow;
    const person = thing.vanWie === undefined ? undefined : this.#thing(thing.vanWie);
    if (person?.type === 'persoon' && person.naam !== '') return w.notYours(person.naam);
    return w.notYours(thing.by === undefined ? undefined : this.#port().names.get(thing.by)?.naam);
  }

  draw = (points: readonly number[]): void => {
    const tool = this.#screen.tool();
    if (tool.kind === 'ink') this.#screen.draft(points.length < 4 ? undefined : this.#ink(tool.name, points));
  };

  drawn = (points: readonly number[]): void => {
    const tool = this.#screen.tool();
    if (tool.kind !== 'ink' || !this.#may({ kind: 'ink', by: this.#port().me.id })) return;
    this.#do({ kind: 'ink', id: freshId(), ink: this.#ink(tool.name, simplified(points, 0.5 / this.#screen.zoom())) });
  };

  #ink(vorm: 'pen' | 'marker', punten: readonly number[]): Ink {
    return {
      by: this.#port().me.id,
      view: this.#bridge.view,
      kleur: vorm === 'pen' ? 'action' : 'zorg',
      vorm,
      punten: [...punten],
    };
  }

  erase = (ref: string): void => {
    const ink = this.#port().board.ink.get(ref);
    if (ink !== undefined && this.mayErase(ref)) this.#do({ kind: 'ink', id: ref, ink: undefined });
  };

  mayErase = (ref: string): boolean => {
    const ink = this.#port().board.ink.get(ref);
    return ink !== undefined && this.#may({ kind: 'ink', by: ink.by });
  };

  mayTakeOff = (id: string): boolean => {
    const thing = this.#thing(id);
    return thing !== undefined && this.#may({ kind: 'change', thing, field: 'weg', value: true });
  };

  /** Taking it off is another act, asked first and without undo. */
  goesBack = (id: string): boolean => {
    const thing = this.#thing(id);
    return thing !== undefined && this.mayTakeOff(id) && this.#port().goesBack(thing);
  };

  takeOff = (id: string): boolean =>
    this.mayTakeOff(id) && !this.goesBack(id) && this.#do(...this.#rest(), { kind: 'remove', id });

  /** Takes the place away: the view lays it out again by itself, or does not show it. */
  outOfView = (id: string): boolean =>
    this.mayMove() && this.#do({ kind: 'place', view: this.#bridge.view, id, at: undefined });

  /** Puts a new thing on the table; gives its id. */
  create = (making: Making): string | undefined => {
    const { me, board } = this.#port();
    const intent = creation(making, freshId(), me, this.#bridge.view, board);
    if (intent?.kind !== 'create') return undefined;
    return this.settle(intent) ? intent.thing.id : undefined;
  };

  /** Does it, with the places that keep everybody else in the genogram where they stand. */
  settle = (intent: Intent): boolean => {
    const { current, laid } = this.#port();
    const drawn = unwritten(current(), laid);
    return this.#do(settled(completed(current(), drawn), intent, this.mayMove(), drawn));
  };

  /** Writes places that the layout gives, for who is still there and was not put somewhere by hand meanwhile. */
  tidy = (places: Places): boolean => {
    const { current, laid } = this.#port();
    const board = current();
    const gives = ([id]: readonly [string, Place]): boolean => {
      const now = placeOf(board, 'genogram', id);
      return board.things.get(id)?.weg === false && (now === undefined || now.los === true);
    };
    const at = [...new Map([...unwritten(board, laid), ...places])].filter(gives);
    return this.mayMove() && at.length > 0 && this.#do({ kind: 'places', view: 'genogram', at });
  };

  point = (at: Point | undefined): void => {
    this.#port().setPresence({
      cursor: at === undefined ? undefined : { view: this.#bridge.view, x: Math.round(at.x), y: Math.round(at.y) },
    });
  };
}
