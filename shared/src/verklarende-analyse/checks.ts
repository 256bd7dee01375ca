import { ofType } from '../board/board.ts';
import { definitionOf } from '../board/things.ts';
import type { Thing } from '../board/things.ts';
import { boundsOf } from '../board/vague-date.ts';
import { labelWords } from '../words/labels.ts';
import type { Part, Remark } from './analysis.ts';
import { nameOf } from './context.ts';
import type { Context } from './context.ts';
import { voicelessChildren } from './parts-plan.ts';
import { isWords } from './statements.ts';

/**
 * What can be checked by counting (domain 2.1). Remarks help professionals to finish the analysis; they are never a judgement on people
 * and never change what people wrote.
 */
export function remarksOn(context: Context, parts: readonly Part[]): Remark[] {
  return [
    ...emptyParts(parts),
    ...unsupported(context),
    ...onlyWorries(context),
    ...voiceless(context),
    ...looseGoals(context),
    ...repeatedHelp(context),
    ...factsWithoutSource(context),
    ...oldSafety(context),
    ...labels(context),
  ];
}

function emptyParts(parts: readonly Part[]): Remark[] {
  return parts
    .filter((part) => part.verplicht && !part.blokken.some((block) => block.soort !== 'tekst' && block.soort !== 'kop'))
    .map((part) => ({ code: 'leeg-deel', deel: part.letter, tekst: `Het deel “${part.titel}” is nog leeg.`, ids: [] }));
}

const unsupported = (context: Context): Remark[] =>
  ofType(context.version.board, 'factor')
    .filter((one) => (one.onderbouwing ?? []).length === 0)
    .map((one) => ({
      code: 'zonder-onderbouwing',
      deel: 'F',
      tekst: `“${one.tekst}” steunt nog niet op iets van de tijdlijn.`,
      ids: [one.id],
    }));

function onlyWorries(context: Context): Remark[] {
  const factors = ofType(context.version.board, 'factor');
  return context.children.flatMap((child) => {
    const about = factors.filter((one) => (one.over ?? []).includes(child.id));
    const worried = about.some((one) => one.waarde === 'zorg') && !about.some((one) => one.waarde === 'kracht');
    const tekst = `Over ${nameOf(child)} staan alleen dingen die moeilijk zijn. Wat gaat er goed?`;
    return worried
      ? [{ code: 'alleen-zorgen' as const, deel: 'G' as const, tekst, ids: [child.id, ...about.map((one) => one.id)] }]
      : [];
  });
}

const voiceless = (context: Context): Remark[] =>
  voicelessChildren(context).map((child) => ({
    code: 'geen-eigen-stem',
    deel: 'S',
    tekst: `Van ${nameOf(child)} staan nog geen eigen woorden op tafel.`,
    ids: [child.id],
  }));

const looseGoals = (context: Context): Remark[] =>
  ofType(context.version.board, 'doel')
    .filter((one) => one.doorbreekt === undefined || !context.version.board.things.has(one.doorbreekt))
    .map((one) => ({
      code: 'doel-zonder-verband',
      deel: 'Q',
      tekst: `Bij het doel “${one.tekst}” staat nog niet welk verband uit het patroon het doorbreekt.`,
      ids: [one.id],
    }));

/** The same help again, after it had not helped enough before. */
function repeatedHelp(context: Context): Remark[] {
  const named = Map.groupBy(ofType(context.version.board, 'hulp'), (one) => one.wat.trim().toLowerCase());
  return [...named.values()].flatMap((same) => {
    const [first] = same;
    const tried = same.filter((one) => one.uitkomst === 'niet-geholpen' || one.uitkomst === 'deels');
    if (first === undefined || same.length < 2 || tried.length === 0) return [];
    const tekst = `“${first.wat}” is ${same.length} keer ingezet en hielp ${tried.length} keer niet of maar voor een deel. Wat is er nu anders?`;
    return [{ code: 'hulp-herhaald' as const, deel: 'R' as const, tekst, ids: same.map((one) => one.id).toSorted() }];
  });
}

function factsWithoutSource(context: Context): Remark[] {
  const things = [...ofType(context.version.board, 'factor'), ...ofType(context.version.board, 'uitspraak')];
  return things
    .filter((one) => one.soort === 'feit' && one.bron === '')
    .map((one) => ({
      code: 'feit-zonder-bron',
      deel: one.type === 'factor' ? 'F' : 'E',
      tekst: `“${one.tekst}” staat er als feit, zonder bron.`,
      ids: [one.id],
    }));
}

function oldSafety(context: Context): Remark[] {
  const { board } = context.version;
  const signals = ofType(board, 'aanleiding').filter((one) => one.soort === 'zorgmelding' && one.wanneer !== undefined);
  return context.children.flatMap((child) => {
    const looked = ofType(board, 'veiligheidsstatus').filter((one) => one.kind === child.id);
    const last = looked
      .map((one) => one.datum ?? '')
      .toSorted()
      .at(-1);
    const later = signals.filter((one) => {
      const about = one.over ?? [];
      const concerns = about.length === 0 || about.includes(child.id);
      return concerns && last !== undefined && boundsOf(one.wanneer ?? '').earliest > boundsOf(last).latest;
    });
    const tekst = `Na de laatste keer dat naar de veiligheid van ${nameOf(child)} is gekeken, kwam er een nieuwe zorgmelding.`;
    return later.length === 0
      ? []
      : [{ code: 'veiligheid-ouder-dan-signaal' as const, deel: 'H' as const, tekst, ids: later.map((one) => one.id) }];
  });
}

/** A hint only: a label says less than what there is to see. */
function labels(context: Context): Remark[] {
  const words = [...context.version.board.things.values()]
    .filter((thing) => isWords(thing))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return words.flatMap((thing) => {
    const text = typed(thing).toLowerCase();
    const found = labelWords.find((word) => new RegExp(`(?<![\\p{L}])${word}(?![\\p{L}])`, 'u').test(text));
    if (found === undefined) return [];
    return [
      {
        code: 'etiket' as const,
        deel: 'E' as const,
        tekst: `Hier staat het woord “${found}”. Wat is er dan te zien of te horen?`,
        ids: [thing.id],
      },
    ];
  });
}

function typed(thing: Thing): string {
  const held = thing as unknown as Readonly<Record<string, unknown>>;
  const names = Object.entries(definitionOf(thing.type).fields).flatMap(([name, field]) =>
    field.kind === 'text' ? [name] : [],
  );
  return names
    .map((name) => held[name])
    .filter((text) => typeof text === 'string')
    .join(' ');
}
