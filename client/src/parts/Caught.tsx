import { Component } from 'react';
import type { ReactNode } from 'react';
import { appWords } from '@samenbord/shared/words/app.ts';
import { pageWords } from '@samenbord/shared/words/pages.ts';
import { Button } from './Button.tsx';
import { Notice } from './Notice.tsx';

/** A page that breaks says so, with what to do, in the place of an empty one. Unsent work lies on the shelf of the tab and comes back with the page. */
export class Caught extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false };
  static getDerivedStateFromError = (): { broken: boolean } => ({ broken: true });

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <main className="page">
        <h1>{appWords.name}</h1>
        <Notice tone="zorg" problem>
          {pageWords.errors.broken}
        </Notice>
        <div>
          <Button look="action" onPress={() => location.reload()}>
            {pageWords.errors.reload}
          </Button>
        </div>
      </main>
    );
  }
}
