import { useEffect, useState } from 'react';

const listeners = new Set<(text: string) => void>();
const calmMs = 1500;

/** Says something to a screen reader. Many at once become the last one: nobody is talked over. */
export function announce(text: string): void {
  for (const listener of listeners) listener(text);
}

/** Where announcements are heard; once on a page. */
export function LiveRegion() {
  const [text, setText] = useState('');
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let next = '';
    const hear = (said: string): void => {
      next = said;
      timer ??= setTimeout(() => {
        timer = undefined;
        setText(next);
      }, calmMs);
    };
    listeners.add(hear);
    return () => {
      listeners.delete(hear);
      clearTimeout(timer);
    };
  }, []);
  return (
    <output className="only-heard" aria-live="polite">
      {text}
    </output>
  );
}
