import { useEffect, useState } from 'react';

const listeners = new Set<(text: string) => void>();
const calmMs = 1500;
/** So long it stands in the page after it was heard: what was erased since must not be found there. */
const staysMs = 6000;

/** Says something to a screen reader. Many at once become the last one: nobody is talked over. */
export function announce(text: string): void {
  for (const listener of listeners) listener(text);
}

/** Where announcements are heard; once on a page. */
export function LiveRegion() {
  const [text, setText] = useState('');
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let clear: ReturnType<typeof setTimeout> | undefined;
    let next = '';
    const hear = (said: string): void => {
      next = said;
      timer ??= setTimeout(() => {
        timer = undefined;
        setText(next);
        clearTimeout(clear);
        clear = setTimeout(() => setText(''), staysMs);
      }, calmMs);
    };
    listeners.add(hear);
    return () => {
      listeners.delete(hear);
      clearTimeout(timer);
      clearTimeout(clear);
    };
  }, []);
  return (
    <output className="only-heard" aria-live="polite">
      {text}
    </output>
  );
}
