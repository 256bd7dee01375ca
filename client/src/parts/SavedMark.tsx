import { savedWords } from '@samenbord/shared/words/app.ts';
import type { SavedState } from '../document/saved.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './Icon.tsx';

const icons: Readonly<Record<SavedState['kind'], IconName>> = {
  laden: 'busy',
  opgeslagen: 'check',
  bezig: 'busy',
  offline: 'offline',
  'niet-geplaatst': 'info',
};

/** The saved mark in words. */
export function saySaved(saved: SavedState): string {
  switch (saved.kind) {
    case 'laden':
    case 'opgeslagen':
      return savedWords[saved.kind];
    case 'bezig':
    case 'offline':
    case 'niet-geplaatst':
      return savedWords[saved.kind](saved.n);
  }
}

/** Is my work kept? Always at one fixed place; pressing it shows what was not placed. */
export function SavedMark({ saved, onPress }: { saved: SavedState; onPress?: () => void }) {
  const inside = (
    <>
      <Icon name={icons[saved.kind]} size={18} />
      <span>{saySaved(saved)}</span>
    </>
  );
  const className = `saved-mark saved-${saved.kind}`;
  if (onPress === undefined || saved.kind !== 'niet-geplaatst') {
    return <output className={className}>{inside}</output>;
  }
  return (
    <button type="button" className={className} onClick={onPress}>
      {inside}
    </button>
  );
}
