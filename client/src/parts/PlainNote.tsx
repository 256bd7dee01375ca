import { homeWords } from '@samenbord/shared/words/home.ts';
import { usePlain } from '../document/context.tsx';
import { Icon } from './Icon.tsx';

/** Something between here and the server lets no sockets through: one can read, and is told how to have something written down. */
export function PlainNote() {
  if (!usePlain()) return null;
  return (
    <details className="plain-note">
      <summary>
        <Icon name="eye" size={18} />
        <output>
          <strong>{homeWords.plain.title}</strong>
        </output>
        <span className="danger-more">{homeWords.plain.more}</span>
      </summary>
      <p>{homeWords.plain.text}</p>
    </details>
  );
}
