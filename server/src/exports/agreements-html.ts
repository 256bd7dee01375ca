import type { SheetDocument, SheetPart } from '@samenbord/shared/meeting/sheet-document.ts';
import { escapeXml as safe } from '@samenbord/shared/picture/to-svg.ts';
import { css } from './html-style.ts';

const typed = (text: string): string => safe(text).replaceAll('\n', '<br>');

/**
 * The agreements of one meeting as one HTML file that needs nothing else. To be sent as an attachment: it carries its own style. Everything people typed is
 * escaped; there is no script and no address in it.
 */
export function sheetToHtml({ titel, regels, delen, slot }: SheetDocument): string {
  return [
    '<!doctype html>',
    '<html lang="nl">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="referrer" content="no-referrer">',
    `<title>${safe(titel)}</title>`,
    `<style>${css}</style>`,
    '</head>',
    '<body>',
    `<header><h1 dir="auto">${safe(titel)}</h1>`,
    ...regels.map((line) => `<p class="stil" dir="auto">${typed(line)}</p>`),
    '</header>',
    '<main>',
    ...delen.map(partToHtml),
    '</main>',
    `<footer>${slot.map((line) => `<p>${typed(line)}</p>`).join('')}</footer>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function partToHtml({ id, titel, punten, leeg }: SheetPart): string {
  const head = `<section aria-labelledby="kop-${id}"><h2 id="kop-${id}">${safe(titel)}</h2>`;
  if (punten.length === 0) return `${head}<p class="stil">${safe(leeg)}</p></section>`;
  const edge = id === 'veiligheid' ? 'veiligheid' : 'gewoon';
  const items = punten.map(
    ({ tekst, stil }) =>
      `<li class="kaart ${edge}"><p class="tekst" dir="auto">${typed(tekst)}</p>${stil.map((line) => `<p class="stil" dir="auto">${typed(line)}</p>`).join('')}</li>`,
  );
  return `${head}<ul class="kaarten">${items.join('\n')}</ul></section>`;
}
