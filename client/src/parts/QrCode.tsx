import { encode } from 'uqr';

/** A QR code as one drawing. `path` with `size` is one that the server made; `text` is encoded here. */
export function QrCode(props: { label: string } & ({ text: string } | { path: string; size: number })) {
  const { d, size } = 'text' in props ? drawn(props.text) : { d: props.path, size: props.size };
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={props.label} shapeRendering="crispEdges">
      <path d={d} fill="#000" />
    </svg>
  );
}

function drawn(text: string): { d: string; size: number } {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  return { size, d: data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('') };
}
