import { cssVariables } from '@samenbord/shared/picture/tokens.ts';

/** Puts the tokens on the page. A sheet made by script is allowed where inline styles are not. */
export function applyTokens(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`:root {\n${cssVariables()}\n}`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
