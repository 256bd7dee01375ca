/**
 * The checks that a test can switch off, to show that it would notice if they were not there. Nobody but a test does:
 * `judge` always takes them all.
 */
export type Checks = {
  /** Content has a length. */
  readonly empty: boolean;
  /** The update goes on where the writer's known work ends. */
  readonly gap: boolean;
  /** The client id is the writer's own. */
  readonly client: boolean;
  /** No boundary inside a character. */
  readonly character: boolean;
  /** Both neighbours in the same list. */
  readonly list: boolean;
  /** Containers are never deleted or replaced. */
  readonly container: boolean;
  /** Nothing stands where the form of a board has no place for it. */
  readonly place: boolean;
  /** What does not remain under its key is kept without its content. */
  readonly hidden: boolean;
  /** What is only taken away is judged as well. */
  readonly deletes: boolean;
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
  empty: true,
  gap: true,
  client: true,
  character: true,
  list: true,
  container: true,
  place: true,
  hidden: true,
  deletes: true,
  complete: true,
  value: true,
  target: true,
  policy: true,
};
