import { sayStance } from '../words/analysis.ts';
import type { PartLetter } from '../words/analysis.ts';
import { choices } from './analysis.ts';
import type { Choice, Stance } from './analysis.ts';
import { atTable } from './context.ts';
import type { Context } from './context.ts';

/**
 * Where people stand on one part or on the whole, as far as this reader may know: their own position and those that were shown.
 * Somebody whose position is not shown counts among those of whom there is nothing to see: that they gave one is theirs too.
 */
export function stanceOn(context: Context, deel: PartLetter | 'geheel'): Stance {
  const shown = context.positions.filter((one) => one.deel === deel);
  const getoond = shown.map(({ deelnemer, naam, positie, tekst }) => ({
    deelnemer: { id: deelnemer, naam },
    positie,
    tekst: tekst === undefined || tekst === '' ? undefined : tekst,
  }));
  const names = (choice: Choice): string[] =>
    getoond.filter((one) => one.positie === choice).map((one) => one.deelnemer.naam);
  const byChoice = {
    klopt: names('klopt'),
    anders: names('anders'),
    'weet-niet': names('weet-niet'),
    'liever-niet': names('liever-niet'),
  };
  const given = new Set(shown.map((one) => one.deelnemer));
  const silent = atTable(context).filter((one) => !given.has(one.id));
  return {
    getoond,
    aantallen: countsOf(byChoice),
    zonderReactie: silent.length,
    zonderReactieNamen: context.reader.professional ? silent.map(({ id, naam }) => ({ id, naam })) : [],
    zin: sayStance(byChoice, silent.length),
  };
}

function countsOf(names: Readonly<Record<Choice, readonly string[]>>): Record<Choice, number> {
  const counts = { klopt: 0, anders: 0, 'weet-niet': 0, 'liever-niet': 0 };
  for (const choice of choices) counts[choice] = names[choice].length;
  return counts;
}
