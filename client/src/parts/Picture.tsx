import type { Mark, ViewPicture } from '@samenbord/shared/picture/picture.ts';
import { inks } from '@samenbord/shared/picture/tokens.ts';

/** The picture of a view as one drawing that cannot be changed; the sentences beside it say the same. */
export function Picture({ picture, title }: { picture: ViewPicture; title: string }) {
  const { x, y, width, height } = picture.box;
  const marks = [
    ...picture.backdrop,
    ...picture.lines.flatMap((line) => line.marks),
    ...picture.nodes.flatMap((node) => node.marks),
  ];
  return (
    <svg className="picture" viewBox={`${x} ${y} ${width} ${height}`} role="img" aria-label={title}>
      {marks.map((mark, index) => (
        <Drawn key={index} mark={mark} />
      ))}
    </svg>
  );
}

function Drawn({ mark }: { mark: Mark }) {
  if (mark.kind === 'text') {
    return (
      <text
        x={mark.x}
        y={mark.y}
        fontSize={mark.size}
        fontWeight={mark.weight}
        textAnchor={mark.anchor}
        fill={inks[mark.color]}
      >
        {mark.text}
      </text>
    );
  }
  const { stroke, fill, width = 2, dash, opacity = 1 } = mark;
  return (
    <path
      d={mark.d}
      fill={fill === undefined ? 'none' : inks[fill]}
      stroke={stroke === undefined ? 'none' : inks[stroke]}
      strokeWidth={width}
      strokeLinejoin="round"
      strokeLinecap="round"
      opacity={opacity}
      {...(dash === undefined ? {} : { strokeDasharray: dash.join(' ') })}
    />
  );
}
