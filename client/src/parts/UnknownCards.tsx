import type { Board } from '@samenbord/shared/board/board.ts';
import { unknownWords } from '@samenbord/shared/words/zones.ts';
import { Icon } from './Icon.tsx';

/** What lies on the board and this version cannot show yet: a card that says so, for each, and everything else as always. */
export function UnknownCards({ board }: { board: Board }) {
  if (board.unknown.length === 0) return null;
  return (
    <ul className="plain-list unknown-cards">
      {board.unknown.map(({ id }) => (
        <li key={id} className="card card-onbekend">
          <div className="card-body">
            <span className="card-kind">
              <Icon name="onbekend" size={18} />
              {unknownWords.title}
            </span>
            <span className="card-line">{unknownWords.text}</span>
          </div>
        </li>
      ))}
    </ul>
  );
}
