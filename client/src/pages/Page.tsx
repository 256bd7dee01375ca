import type { ReactNode } from 'react';
import { appWords } from '@samenbord/shared/words/app.ts';

/** A page with text: the name at the top, one column. */
export function Page({ title, children, aside }: { title: string; children: ReactNode; aside?: ReactNode }) {
  return (
    <main className="page">
      <div className="page-head">
        <a className="brand" href="/">
          <img className="brand-mark" src="/icon.svg" alt="" />
          {appWords.name}
        </a>
        {aside}
      </div>
      <h1>{title}</h1>
      {children}
    </main>
  );
}
