import { useEffect, useState } from 'react';
import { homeWords } from '@samenbord/shared/words/home.ts';
import { useSaved } from '../document/context.tsx';
import { announce } from '../parts/LiveRegion.tsx';
import { Notice } from '../parts/Notice.tsx';

/** What just happened: a sentence, or a card that was put somewhere and may not be there yet. */
export type Said = string | { readonly put: 'table' | 'box' };

const shownMs = 8000;

/** What just happened, for as long as it takes to read. */
export function SaidNote({ said, onGone }: { said: Said; onGone: () => void }) {
  return typeof said === 'string' ? <Sentence text={said} onGone={onGone} /> : <Put where={said.put} onGone={onGone} />;
}

function Sentence({ text, onGone }: { text: string; onGone: () => void }) {
  useEffect(() => {
    const timer = setTimeout(onGone, shownMs);
    return () => clearTimeout(timer);
  }, [onGone]);
  return <Notice tone="kracht">{text}</Notice>;
}

/** It stands there when the server has it, and not before; until then it says where it waits. */
function Put({ where, onGone }: { where: 'table' | 'box'; onGone: () => void }) {
  const saved = useSaved();
  const [there, setThere] = useState(false);
  const words = homeWords.put[where];
  const refused = saved.kind === 'niet-geplaatst';
  if (saved.kind === 'opgeslagen' && !there) setThere(true);
  const text = there ? words.done : saved.kind === 'bezig' || saved.kind === 'laden' ? words.busy : words.waits;
  useEffect(() => {
    if (refused && !there) return onGone();
    announce(text);
  }, [text, refused, there, onGone]);
  if (there) return <Sentence text={text} onGone={onGone} />;
  return refused ? null : <Notice tone={text === words.waits ? 'zorg' : 'gewoon'}>{text}</Notice>;
}
