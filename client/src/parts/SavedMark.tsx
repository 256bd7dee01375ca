import { useEffect, useState } from 'react';
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

/** A line that comes back within this was never away for whoever looks: a document that goes on in a new epoch, a door in a train. */
const graceMs = 2500;

/** The mark as it is shown: as long as nothing waits, a line that is away for a moment changes nothing. */
function useSteady(saved: SavedState): SavedState {
  const isAway = saved.kind === 'offline' && saved.n === 0;
  const [before, setBefore] = useState(saved.kind);
  const [late, setLate] = useState(false);
  if (!isAway && before !== saved.kind) setBefore(saved.kind);
  useEffect(() => {
    if (!isAway) return undefined;
    const timer = setTimeout(() => setLate(true), graceMs);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [isAway]);
  return isAway && !late && before === 'opgeslagen' ? { kind: 'opgeslagen' } : saved;
}

/** Is my work kept? Always at one fixed place; pressing it shows what was not placed. */
export function SavedMark({ saved: now, onPress }: { saved: SavedState; onPress?: () => void }) {
  const saved = useSteady(now);
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
