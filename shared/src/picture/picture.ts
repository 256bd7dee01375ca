import type { ViewName } from '../board/define.ts';

/**
 * A view's picture is a value (design D9): paths, boxes and measured text. The canvas, an SVG and a document draw the same value.
 * Coordinates are canvas units (1 unit = 1 px at 100 %), y downwards.
 */
export type Ink =
  | 'ink'
  | 'ink-soft'
  | 'line'
  | 'paper'
  | 'surface'
  | 'action'
  | 'kracht'
  | 'kracht-ground'
  | 'kracht-text'
  | 'zorg'
  | 'zorg-ground'
  | 'zorg-text'
  | 'onbekend'
  | 'onbekend-ground'
  | 'anders'
  | 'anders-ground'
  | 'veiligheid'
  | 'household'
  | 'household-2'
  | 'household-3';

export type PathMark = {
  readonly kind: 'path';
  /** SVG path data with absolute commands. */
  readonly d: string;
  readonly stroke?: Ink;
  readonly fill?: Ink;
  readonly width?: number;
  readonly dash?: readonly number[];
  readonly opacity?: number;
};

export type TextMark = {
  readonly kind: 'text';
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly weight: 400 | 600;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly color: Ink;
};

export type Mark = PathMark | TextMark;
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** A symbol or card: it stands for one thing and can be taken hold of. */
export type PictureNode = {
  readonly id: string;
  readonly box: Box;
  /** True when somebody put it there by hand. */
  readonly placed: boolean;
  readonly marks: readonly Mark[];
  /** What a screen reader says. */
  readonly label: string;
};

/** A line between two nodes that stands for a thing (a union, a child link, a relation line, a verband). */
export type PictureLine = {
  /** The thing it stands for. */
  readonly id: string;
  readonly ends: readonly string[];
  readonly marks: readonly Mark[];
  /** Path to hit with a finger. */
  readonly d: string;
  readonly label: string;
};

/** A stretch of a picture with its name: a lane from top to bottom, a year from left to right. The lowest rank gets room first. */
export type Rail = { readonly from: number; readonly to: number; readonly text: string; readonly rank: number };

/** The names along the edges of a picture that is too large for a screen: a screen may keep them in sight. A document draws the backdrop only. */
export type Rails = {
  readonly left: readonly Rail[];
  readonly top: readonly Rail[];
  /** Today, among the names at the top. */
  readonly now: { readonly x: number; readonly text: string };
  /** Where the names end and the picture begins. */
  readonly corner: { readonly x: number; readonly y: number };
  /** How far the names that are drawn reach to the left of the corner, and above it. */
  readonly drawn: { readonly width: number; readonly height: number };
};

/** One line of a legend: a small drawing, 64 wide and 36 high, and what it means. */
export type LegendEntry = { readonly key: string; readonly marks: readonly Mark[]; readonly text: string };

export type ViewPicture = {
  readonly view: ViewName;
  /** Holds everything that is drawn. */
  readonly box: Box;
  /** Ground: years, lanes, the triangle, the ring, households. Cannot be taken hold of. */
  readonly backdrop: readonly Mark[];
  readonly lines: readonly PictureLine[];
  readonly nodes: readonly PictureNode[];
  /** The same picture in sentences, for a report and a screen reader. */
  readonly description: readonly string[];
  readonly rails?: Rails;
  /** What the signs of this picture mean: only those that are in it. */
  readonly legend?: readonly LegendEntry[];
};
