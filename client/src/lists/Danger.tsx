import { listWords } from '@samenbord/shared/words/lists.ts';
import { Icon } from '../parts/Icon.tsx';

/** Whom to call. It is always the same and at the same place, and a tap calls. */
export function Danger() {
  return (
    <details className="list-danger">
      <summary>
        <Icon name="safety" />
        <strong>{listWords.nu.danger}</strong>
        <span>{listWords.nu.dangerMore}</span>
      </summary>
      <ul className="list-help">
        {listWords.nu.help.map(([naam, wanneer, nummer]) => (
          <li key={naam}>
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
