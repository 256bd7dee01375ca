import { looksLike } from '@samenbord/shared/board/look-alike.ts';
import { homeWords } from '@samenbord/shared/words/home.ts';
import { Icon } from './Icon.tsx';

/** Says that a name, given by whoever carries it, can be taken for that of one of these people; nothing when it cannot. */
export function NameMark({ naam, others }: { naam: string; others: readonly string[] }) {
  const like = looksLike(naam, others);
  if (like === undefined) return null;
  return (
    <small className="name-mark">
      <Icon name="anders" size={16} />
      {homeWords.look.alike(like)}
    </small>
  );
}
