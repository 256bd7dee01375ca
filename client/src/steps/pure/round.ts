/**
 * The order in which the turn goes round the table: the people as the table knows them, without screens and whoever only watches. Takes whose turn it is;
 * gives who is next, or nothing when everybody was.
 */
export function nextInRound(people: readonly string[], turn: string | undefined): string | undefined {
  if (turn === undefined) return people[0];
  const at = people.indexOf(turn);
  return at === -1 ? people[0] : people[at + 1];
}

/** Where a step ends up when it goes one place up or down: after which other step, `null` for the front. Nothing when it cannot. */
export function afterOf(ids: readonly string[], id: string, by: 1 | -1): { readonly na: string | null } | undefined {
  const at = ids.indexOf(id);
  const to = at + by;
  if (at === -1 || to < 0 || to >= ids.length) return undefined;
  const others = ids.filter((other) => other !== id);
  return { na: others[to - 1] ?? null };
}
