import { cssVariables } from '@samenbord/shared/picture/tokens.ts';

/** The style of a downloaded document: paper and ink, the tokens of the screen, readable from a phone to print. */
export const css = `
:root { ${cssVariables()} }
* { box-sizing: border-box; }
body { margin: 0; padding: 2rem 1.25rem 4rem; background: var(--paper); color: var(--ink); font: 400 1.125rem/1.5 var(--font-family); overflow-wrap: anywhere; }
header, nav, footer, section { max-width: 46rem; margin-inline: auto; }
h1 { font-size: 2.25rem; line-height: 1.2; font-weight: 600; margin: 1rem 0 .5rem; }
h2 { font-size: 1.625rem; line-height: 1.25; font-weight: 600; margin: 0 0 .25rem; }
h3 { font-size: 1.25rem; line-height: 1.3; font-weight: 600; margin: 2rem 0 .75rem; }
section { padding-top: 3.5rem; }
p { margin: 0 0 .75rem; max-width: 60ch; }
strong { font-weight: 600; }
.onder { font-size: 1.25rem; }
.stil { color: var(--ink-soft); font-size: 1rem; margin-bottom: .25rem; }
a { color: var(--action); }
a:focus-visible, [tabindex]:focus-visible, summary:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; }
nav { margin-top: 2rem; padding: 1rem 1.25rem; background: var(--surface); border-radius: var(--radius-card); }
nav h2 { font-size: 1.25rem; }
nav ol { list-style: none; margin: 0; padding: 0; columns: 20rem; column-gap: 2rem; }
nav li { padding: .25rem 0; break-inside: avoid; }
.kaarten, .reacties { list-style: none; margin: 0 0 1rem; padding: 0; }
.kaart { background: var(--surface); border-radius: var(--radius-card); border-left: 6px solid var(--line); padding: 1rem 1.25rem .75rem; margin-bottom: .75rem; }
.kaart > * { margin-bottom: .5rem; }
.kaart.kracht { border-color: var(--kracht); } .kaart.kracht .woord { color: var(--kracht-text); background: var(--kracht-ground); }
.kaart.zorg { border-color: var(--zorg); } .kaart.zorg .woord { color: var(--zorg-text); background: var(--zorg-ground); }
.kaart.onbekend { border-color: var(--onbekend); } .kaart.onbekend .woord { color: var(--onbekend-text); background: var(--onbekend-ground); }
.kaart.veiligheid { border-color: var(--veiligheid); }
.woord { font-weight: 600; font-size: 1rem; padding: .125rem .5rem; border-radius: var(--radius-control); margin-right: .25rem; }
.kop { font-size: 1rem; color: var(--ink-soft); }
.tekst { font-size: 1.1875rem; }
.reactie { border-left: 4px solid var(--anders); padding: .25rem .75rem; margin: .5rem 0; background: var(--anders-ground); border-radius: 0 var(--radius-control) var(--radius-control) 0; }
.reactie p { margin: 0; }
dl { margin: 0 0 1rem; } dl > div { margin-bottom: .25rem; display: flex; flex-wrap: wrap; gap: 0 .75rem; align-items: baseline; }
dt { color: var(--ink-soft); font-size: 1rem; } dt::after { content: ':'; } dd { margin: 0; }
.breed { overflow-x: auto; margin-bottom: 1rem; }
table { border-collapse: collapse; width: 100%; font-size: 1rem; background: var(--surface); border-radius: var(--radius-card); }
caption { text-align: left; font-weight: 600; font-size: 1.125rem; padding: 1.25rem 0 .5rem; }
th, td { text-align: left; vertical-align: top; padding: .625rem .75rem; border-bottom: 1px solid #DDD6C8; min-width: 6.5rem; overflow-wrap: break-word; }
th { font-weight: 600; } tbody th { font-weight: 400; }
figure { margin: 1.5rem 0 2rem; }
figure svg { display: block; width: 100%; min-width: 42rem; height: auto; background: var(--surface); }
figcaption { font-weight: 600; margin: .5rem 0; }
summary { padding: .75rem 0; cursor: pointer; color: var(--action); font-size: 1rem; }
details ul { font-size: 1rem; padding-left: 1.25rem; margin: 0; }
.mist { background: var(--onbekend-ground); border-radius: var(--radius-card); padding: 1rem 1.25rem .5rem; margin-top: 1.5rem; }
.mist ul { margin: 0 0 .5rem; padding-left: 1.25rem; } .mist p { margin-bottom: .25rem; }
.posities { background: var(--anders-ground); color: var(--anders-text); border-left: 6px solid var(--anders); border-radius: var(--radius-card); padding: 1rem 1.25rem .5rem; margin-top: 1.5rem; }
blockquote { margin: 0 0 .75rem; color: var(--ink); } blockquote p { margin: 0; } blockquote footer { font-size: 1rem; color: var(--ink-soft); margin: 0; max-width: none; }
body > footer { padding-top: 4rem; color: var(--ink-soft); font-size: .875rem; } code { font-family: inherit; }
@media (max-width: 40rem) { body { padding-inline: 1rem; } h1 { font-size: 1.75rem; } }
@media print { body { background: none; padding: 0; } .kaart, tr, figure { break-inside: avoid; } figure svg { min-width: 0; } .breed { overflow: visible; } }
`;
