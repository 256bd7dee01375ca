import type { Analysis } from '@samenbord/shared/verklarende-analyse/analysis.ts';
import type { ViewPicture } from '@samenbord/shared/picture/picture.ts';
import { escapeXml, markToSvg } from '@samenbord/shared/picture/to-svg.ts';
import { fontFamily } from '@samenbord/shared/picture/tokens.ts';
import { documentWords } from '@samenbord/shared/words/documents.ts';
import { documentOf } from './document.ts';
import type { Card, DocumentBlock, DocumentPart, ExportMeta, Run } from './document.ts';
import { css } from './html-style.ts';

/**
 * The analysis as one HTML file that needs nothing else: headings, lists, tables with headers, pictures as SVG with their words beside them. To be
 * sent as an attachment: it carries its own style. Everything people typed is escaped; there is no script and no address in it.
 */
export function toHtml(analysis: Analysis, meta: ExportMeta): string {
  const { titel, ondertitel, regels, kenmerk, hash, delen } = documentOf(analysis, meta);
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
    '<header>',
    `<h1 dir="auto">${safe(titel)}</h1>`,
    `<p class="onder">${safe(ondertitel)}</p>`,
    ...regels.map((line) => `<p class="stil" dir="auto">${safe(line)}</p>`),
    '</header>',
    `<nav aria-label="${safe(documentWords.inhoud)}"><h2>${safe(documentWords.inhoud)}</h2><ol>`,
    ...delen.map((part) => `<li><a href="#deel-${part.id}">${safe(part.titel)}</a></li>`),
    '</ol></nav>',
    '<main>',
    ...delen.map(partToHtml),
    '</main>',
    `<footer><p>${safe(kenmerk)}</p><p>${safe(documentWords.kenmerk)}: <code>${safe(hash)}</code></p></footer>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

const safe = (text: string): string => escapeXml(text);
/** What people typed, with their line breaks. */
const typed = (text: string): string => safe(text).replaceAll('\n', '<br>');
const inline = (runs: readonly Run[]): string =>
  runs.map((run) => (run.sterk === true ? `<strong>${typed(run.tekst)}</strong>` : typed(run.tekst))).join('');

function partToHtml(part: DocumentPart): string {
  const official = part.officieel === '' ? '' : `<p class="stil">${safe(part.officieel)}</p>`;
  const blocks = part.blokken.map((block, index) => blockToHtml(block, `${part.id}-${index}`)).join('\n');
  return `<section id="deel-${part.id}" aria-labelledby="kop-${part.id}">\n<h2 id="kop-${part.id}">${safe(part.titel)}</h2>${official}\n${blocks}\n</section>`;
}

function blockToHtml(block: DocumentBlock, id: string): string {
  switch (block.soort) {
    case 'kop':
      return `<h3 dir="auto">${safe(block.tekst)}</h3>`;
    case 'alinea':
      return `<p dir="auto">${inline(block.inhoud)}</p>`;
    case 'kaarten':
      return `<ul class="kaarten">${block.kaarten.map(cardToHtml).join('\n')}</ul>`;
    case 'gegevens':
      return list(block.regels);
    case 'tabel':
      return tableToHtml(block);
    case 'plaat':
      return pictureToHtml(block.titel, block.plaat, block.beschrijving, id);
    case 'mist':
      return `<div class="mist"><p><strong>${safe(block.titel)}</strong></p><ul>${block.punten.map((one) => `<li dir="auto">${typed(one)}</li>`).join('')}</ul></div>`;
    case 'posities':
      return `<div class="posities"><p dir="auto">${inline(block.zin)}</p>${block.anders.map((one) => `<blockquote dir="auto"><p>${typed(one.tekst)}</p><footer>${safe(one.naam)}</footer></blockquote>`).join('')}</div>`;
  }
}

const list = (rows: readonly { naam: string; waarde: readonly Run[] }[]): string =>
  rows.length === 0
    ? ''
    : `<dl>${rows.map((row) => `<div><dt>${safe(row.naam)}</dt><dd dir="auto">${inline(row.waarde)}</dd></div>`).join('')}</dl>`;

function cardToHtml(card: Card): string {
  const head = [
    card.woord === '' ? '' : `<span class="woord">${safe(card.woord)}</span>`,
    card.kop.length === 0 ? '' : `<span>${inline(card.kop)}</span>`,
  ].filter((part) => part !== '');
  const reactions = card.reacties.map(
    (one) =>
      `<li class="reactie" style="margin-inline-start:${one.diepte}rem" dir="auto"><p>${typed(one.tekst)}</p><p class="stil">${inline(one.stil)}</p></li>`,
  );
  return [
    `<li class="kaart ${card.rand}">`,
    head.length === 0 ? '' : `<p class="kop" dir="auto">${head.join(' ')}</p>`,
    card.tekst === '' ? '' : `<p class="tekst" dir="auto">${typed(card.tekst)}</p>`,
    list(card.details),
    card.stil.length === 0 ? '' : `<p class="stil" dir="auto">${inline(card.stil)}</p>`,
    reactions.length === 0 ? '' : `<ul class="reacties">${reactions.join('')}</ul>`,
    '</li>',
  ].join('');
}

function tableToHtml(block: Extract<DocumentBlock, { soort: 'tabel' }>): string {
  const head = block.kolommen.map((name) => `<th scope="col">${safe(name)}</th>`).join('');
  const rows = block.rijen
    .map((row) => `<tr>${row.map((cell, index) => cellToHtml(cell, index)).join('')}</tr>`)
    .join('\n');
  return `<div class="breed" tabindex="0" role="region" aria-label="${safe(block.titel)}"><table><caption>${safe(block.titel)}</caption><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

const cellToHtml = (cell: readonly Run[], index: number): string =>
  index === 0 ? `<th scope="row" dir="auto">${inline(cell)}</th>` : `<td dir="auto">${inline(cell)}</td>`;

/** The marks of the picture are drawn in place, so that its words can be selected and searched. */
function pictureToHtml(title: string, picture: ViewPicture, description: readonly string[], id: string): string {
  const { x, y, width, height } = picture.box;
  const marks = [
    ...picture.backdrop,
    ...picture.lines.flatMap((line) => line.marks),
    ...picture.nodes.flatMap((node) => node.marks),
  ];
  const size = `viewBox="${x} ${y} ${width} ${height}" style="max-width:${Math.ceil(width)}px"`;
  return [
    '<figure>',
    `<div class="breed" tabindex="0" role="region" aria-label="${safe(title)}">`,
    `<svg role="img" aria-label="${safe(title)}" aria-describedby="woorden-${id}" ${size} font-family="${safe(fontFamily)}, sans-serif">`,
    ...marks.map(markToSvg),
    '</svg></div>',
    `<figcaption>${safe(title)}</figcaption>`,
    inWords(description, id),
    '</figure>',
  ].join('\n');
}

function inWords(description: readonly string[], id: string): string {
  if (description.length === 1) return `<p id="woorden-${id}" dir="auto">${typed(description[0] ?? '')}</p>`;
  const lines = description.map((one) => `<li dir="auto">${typed(one)}</li>`).join('');
  return `<details open id="woorden-${id}"><summary>${safe(documentWords.inWoorden)}</summary><ul>${lines}</ul></details>`;
}
