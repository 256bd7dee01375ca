/**
 * The checks that a test can switch off, to show that it would notice if they were not there. Nobody but a test does:
 * `judge` always takes them all.
 */
export type Checks = {
  /** The client id is the writer's own. */
  readonly client: boolean;
  /** No boundary inside a character. */
  readonly character: boolean;
  /** Both neighbours in the same list. */
  readonly list: boolean;
  /** Containers are never deleted or replaced. */
  readonly container: boolean;
  /** A new thing arrives complete. */
  readonly complete: boolean;
  /** The value fits its field. */
  readonly value: boolean;
  /** What a value points at is there. */
  readonly target: boolean;
  /** The participant may. */
  readonly policy: boolean;
};

export const allChecks: Checks = {
  client: true,
  character: true,
  list: true,
  container: true,
  complete: true,
  value: true,
  target: true,
  policy: true,
};
