import { legendWords as w } from '@samenbord/shared/words/legend.ts';
import { Marks } from './shapes/marks.tsx';
import { useShown } from './shown.tsx';

/** What the signs of this picture mean: only those that are in it. Shut until somebody asks; a plain list for who listens. */
export function Legend() {
  const legend = useShown(({ picture }) => picture.legend, []);
  if (legend === undefined || legend.length === 0) return null;
  return (
    <details className="canvas-legend">
      <summary title={w.toonHint}>{w.toon}</summary>
      <ul aria-label={w.titel}>
        {legend.map(({ key, marks, text }) => (
          <li key={key}>
            <svg viewBox="0 0 64 36" width="64" height="36" aria-hidden="true">
              <Marks marks={marks} />
            </svg>
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
