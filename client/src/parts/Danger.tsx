import { useSyncExternalStore } from 'react';
import { helpAnswer } from '@samenbord/shared/wire/http-home.ts';
import type { HelpLine } from '@samenbord/shared/wire/http-home.ts';
import { homeWords } from '@samenbord/shared/words/home.ts';
import { apiPath, ask } from '../document/server.ts';
import { Icon } from './Icon.tsx';

let lines: readonly HelpLine[] = homeWords.help;
let asked = false;
const listeners = new Set<() => void>();

/** Asks once what whoever runs the server set; until then, and without a line, the usual numbers stand there. */
function listen(tell: () => void): () => void {
  listeners.add(tell);
  if (!asked) {
    asked = true;
    ask('GET', apiPath('/help'), { schema: helpAnswer }).then(
      ({ lijnen }) => {
        lines = lijnen;
        for (const each of listeners) each();
      },
      () => {
        asked = false;
      },
    );
  }
  return () => listeners.delete(tell);
}

/** Whom to call. It is always the same and at the same place, and a tap calls. `reads`: says as well that nobody reads along tonight. */
export function Danger({ reads = false }: { reads?: boolean }) {
  const all = useSyncExternalStore(listen, () => lines);
  const [first] = all;
  return (
    <details className="danger">
      <summary>
        <Icon name="safety" />
        {reads && <span className="danger-reads">{homeWords.nobodyReads}</span>}
        <strong>{homeWords.danger(first?.naam ?? '112')}</strong>
        <span className="danger-more">{homeWords.dangerMore}</span>
      </summary>
      <ul className="danger-lines">
        {all.map(({ naam, wanneer, nummer }) => (
          <li key={nummer}>
            <a href={`tel:${nummer}`}>
              <strong>{naam}</strong>
              <span>{wanneer}</span>
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
