/** One line of the history of the table, as far as it matters here. */
export type SinceRow = {
  readonly thing: string;
  readonly field: string;
  readonly value: unknown;
  /** An instant. */
  readonly at: string;
};
/** When something came onto the table, and when it last changed; milliseconds since 1970. */
export type Ages = { readonly shown: number; readonly changed: number };

/** Takes the history of the table in order, gives for each thing when it came to lie there and when it last said something else. */
export function agesOf(history: readonly SinceRow[]): ReadonlyMap<string, Ages> {
  const ages = new Map<string, Ages>();
  for (const { thing, field, value, at } of history) {
    // Where something lies is not what it says.
    if (field === 'places' || field === 'ink') continue;
    const changed = Date.parse(at);
    const before = ages.get(thing);
    const isPutBack = field === 'weg' && value === false;
    ages.set(thing, { shown: before === undefined || isPutBack ? changed : before.shown, changed });
  }
  return ages;
}

/** A meeting that was, as far as it matters here. */
type Was = { readonly stand: string; readonly waren: readonly string[]; readonly gesloten?: number | undefined };

/** When this participant last could see the open table: the end of the last meeting that they sat at. */
export function lastThere(earlier: readonly Was[], id: string): number | undefined {
  return earlier.findLast(({ stand, waren }) => stand === 'gesloten' && waren.includes(id))?.gesloten;
}

/** What is new or says something else since that moment, of what lies on the table now; without a moment everything is new. */
export function firstSeen(
  lying: readonly string[],
  ages: ReadonlyMap<string, Ages>,
  sinds: number | undefined,
): { sinds?: number; nieuw: string[]; anders: string[] } {
  const after = (moment: number | undefined): boolean => sinds === undefined || moment === undefined || moment > sinds;
  const nieuw = lying.filter((id) => after(ages.get(id)?.shown));
  const anders = lying.filter((id) => !after(ages.get(id)?.shown) && after(ages.get(id)?.changed));
  return { ...(sinds === undefined ? {} : { sinds }), nieuw, anders };
}
