import type { Analysis, Ref, Statement } from '@samenbord/shared/verklarende-analyse/analysis.ts';
import type { Run } from './document.ts';

/** Sets names in bold at their first mention in the document; what people typed themselves is never passed through here. */
export type Mentions = { runs(text: string): Run[] };

const special = /[.*+?^${}()|[\]\\/]/g;

/** Takes an analysis, collects the names in it, and remembers which have been mentioned. */
export function mentionsIn(analysis: Analysis): Mentions {
  const names = [...namesIn(analysis)].filter((name) => name.trim() !== '').toSorted((a, b) => b.length - a.length);
  if (names.length === 0) return { runs: (tekst) => [{ tekst }] };
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${names.map((name) => name.replaceAll(special, String.raw`\$&`)).join('|')})(?![\\p{L}\\p{N}])`,
    'gu',
  );
  const seen = new Set<string>();
  return { runs: (text) => split(text, pattern, seen) };
}

function split(text: string, pattern: RegExp, seen: Set<string>): Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (const { 0: name, index } of text.matchAll(pattern)) {
    if (seen.has(name)) continue;
    seen.add(name);
    if (index > from) runs.push({ tekst: text.slice(from, index) });
    runs.push({ tekst: name, sterk: true });
    from = index + name.length;
  }
  if (from < text.length || runs.length === 0) runs.push({ tekst: text.slice(from) });
  return runs;
}

function namesIn(analysis: Analysis): Set<string> {
  const names = new Set<string>([analysis.door.naam, analysis.voor.naam]);
  const add = (refs: readonly (Ref | undefined)[]): void => {
    for (const ref of refs) if (ref !== undefined) names.add(ref.naam);
  };
  for (const one of statementsIn(analysis)) {
    add([...one.over, one.vanWie, one.getyptDoor]);
    if (one.type === 'persoon') names.add(one.tekst);
  }
  for (const part of analysis.delen) add(part.posities.getoond.map((one) => one.deelnemer));
  return names;
}

/** Every statement in the analysis, in reading order; one that stands in two parts comes twice. */
export function statementsIn(analysis: Analysis): Statement[] {
  return analysis.delen.flatMap((part) =>
    part.blokken.flatMap((block) => {
      if (block.soort === 'uitspraken') return block.uitspraken;
      return block.soort === 'tabel' ? block.rijen.flatMap((row) => row.uitspraak ?? []) : [];
    }),
  );
}
