import { memo } from 'react';
import type { Box, Mark } from '@samenbord/shared/picture/picture.ts';
import { inks } from '@samenbord/shared/picture/tokens.ts';

/** Marks of a picture as SVG, in the coordinates of the canvas. */
export const Marks = memo(function Marks({ marks }: { readonly marks: readonly Mark[] }) {
  return marks.map((mark, index) =>
    mark.kind === 'path' ? (
      <path
        // A mark has no identity of its own: its place in the row is what it is.
        key={index}
        d={mark.d}
        fill={mark.fill === undefined ? 'none' : inks[mark.fill]}
        stroke={mark.stroke === undefined ? 'none' : inks[mark.stroke]}
        strokeWidth={mark.width ?? 1}
        strokeLinecap="round"
        strokeLinejoin="round"
        strokeDasharray={mark.dash?.join(' ')}
        opacity={mark.opacity}
      />
    ) : (
      <text
        key={index}
        x={mark.x}
        y={mark.y}
        fontSize={mark.size}
        fontWeight={mark.weight}
        textAnchor={mark.anchor}
        fill={inks[mark.color]}
        xmlSpace="preserve"
      >
        {mark.text}
      </text>
    ),
  );
});

/** A piece of the picture at its own box. What reaches outside the box is shown too. */
export function Drawing({ box, children }: { readonly box: Box; readonly children: React.ReactNode }) {
  const { x, y } = box;
  const [width, height] = [Math.max(1, box.width), Math.max(1, box.height)];
  return (
    <svg
      className="canvas-drawing"
      viewBox={`${x} ${y} ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}
