import { useEffect, useState } from 'react';
import { viewNames } from '@samenbord/shared/board/define.ts';
import type { ViewName } from '@samenbord/shared/board/define.ts';
import { shellWords, viewWords } from '@samenbord/shared/words/app.ts';
import CanvasPage from '../canvas/CanvasPage.tsx';
import { useBoardSession, useOthers } from '../document/context.tsx';

/** The screen in the room: the view fills it, nothing to press. It follows the casusregisseur; keys 1 to 4 choose a view, B blanks it. */
export function BigScreen() {
  const session = useBoardSession();
  const followed = useOthers().find(({ wie, view }) => wie.rol === 'casusregisseur' && view !== undefined)?.view;
  const [own, setOwn] = useState<{ view: ViewName; instead: ViewName | undefined }>({
    view: 'genogram',
    instead: undefined,
  });
  const [blank, setBlank] = useState(false);
  // A key counts until the casusregisseur goes to another view.
  const view = followed === undefined || own.instead === followed ? own.view : followed;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() === 'b') setBlank((now) => !now);
      const chosen = viewNames[Number(event.key) - 1];
      if (chosen !== undefined) setOwn({ view: chosen, instead: followed });
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [followed]);
  return (
    <main className="big-screen">
      <header className="big-bar">
        <h1>{viewWords[view].naam}</h1>
        <span className="soft">{viewWords[view].uitleg}</span>
      </header>
      <div className="big-view">
        <CanvasPage zone="gedeeld" view={view} onView={() => undefined} onSelect={() => undefined} readOnly />
      </div>
      <footer className="big-foot">
        {session.answer.titel} · {shellWords.blank}
      </footer>
      {blank && <div className="big-blank" />}
    </main>
  );
}
