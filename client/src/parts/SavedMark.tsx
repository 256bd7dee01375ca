import { savedWords } from '@samenbord/shared/words/app.ts';
import type { SavedState } from '../document/saved.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './Icon.tsx';

const icons: Readonly<Record<SavedState['kind'], IconName>> = {
  laden: 'busy',
  opgeslagen: 'check',
  bezig: 'busy',
  offline: 'offline',
  'lukt-niet': 'offline',
  'niet-geplaatst': 'info',
  'tafel-dicht': 'busy',
};

/** The saved mark in words. */
export function saySaved(saved: SavedState): string {
  switch (saved.kind) {
    case 'laden':
    case 'opgeslagen':
      return savedWords[saved.kind];
    case 'bezig':
    case 'offline':
    case 'lukt-niet':
    case 'niet-geplaatst':
    case 'tafel-dicht':
      return savedWords[saved.kind](saved.n);
  }
}

/** Is there more to say than the mark itself: what was not placed, what waits in this tab, why nothing is kept. */
const hasMore = (saved: SavedState): boolean =>
  saved.kind === 'niet-geplaatst' || saved.kind === 'lukt-niet' || (saved.kind === 'offline' && saved.n > 0);

/** Is my work kept? Always at one fixed place; pressing it shows what was not placed. */
export function SavedMark({ saved, onPress }: { saved: SavedState; onPress?: () => void }) {
  const inside = (
    <>
      <Icon name={icons[saved.kind]} size={18} />
      <span>{saySaved(saved)}</span>
    </>
  );
  const className = `saved-mark saved-${saved.kind}`;
  if (onPress === undefined || !hasMore(saved)) return <output className={className}>{inside}</output>;
  return (
    <button type="button" className={className} onClick={onPress}>
      {inside}
    </button>
  );
}
