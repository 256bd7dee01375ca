import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { pageWords } from '@samenbord/shared/words/pages.ts';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import type { IconName } from './Icon.tsx';

export type NoticeTone = 'gewoon' | 'kracht' | 'zorg' | 'anders' | 'veiligheid';
const icons: Readonly<Record<NoticeTone, IconName>> = {
  gewoon: 'info',
  kracht: 'check',
  zorg: 'info',
  anders: 'anders',
  veiligheid: 'veiligheid',
};

/** Something to know now, in one or two sentences. `problem` is heard at once. */
export function Notice({
  children,
  tone = 'gewoon',
  problem = false,
}: {
  children: ReactNode;
  tone?: NoticeTone;
  problem?: boolean;
}) {
  return (
    <div className={`notice notice-${tone}`} {...(problem ? { role: 'alert' } : {})}>
      <Icon name={icons[tone]} />
      <div>{children}</div>
    </div>
  );
}

/** What is there when there is nothing yet: one sentence and one action. */
export function EmptyState({
  children,
  action,
  icon = 'note',
}: {
  children: ReactNode;
  action?: ReactNode;
  icon?: IconName;
}) {
  return (
    <div className="empty">
      <Icon name={icon} size={32} />
      <p>{children}</p>
      {action}
    </div>
  );
}

/** After this long somebody wonders whether anything still comes. */
const longMs = 8000;

/** The shape of what comes; when it takes long, that it does and what one can do. */
export function Loading({ label }: { label: string }) {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), longMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="loading">
      <output className="stack">
        <span className="loading-bar" />
        <span className="loading-bar loading-short" />
        <span className="loading-bar" />
        <span className={slow ? '' : 'only-heard'}>{slow ? pageWords.errors.slow : label}</span>
      </output>
      {slow && (
        <div>
          <Button onPress={() => location.reload()}>{pageWords.errors.reload}</Button>
        </div>
      )}
    </div>
  );
}
