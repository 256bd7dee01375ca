import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';

/** Lets the parts speak Dutch, whatever the language of the browser. */
export function Dutch({ children }: { children: ReactNode }) {
  return <I18nProvider locale="nl-NL">{children}</I18nProvider>;
}
