/**
 * What a file from outside may ask of us. A family file of 3,000 people is about one megabyte; what goes past these is not a family, or is meant to hurt.
 */
export const bounds = {
  /** A family file, in bytes. */
  fileBytes: 10 * 1024 * 1024,
  /** One line of a family file, in characters. */
  lineLength: 32 * 1024,
  lines: 500_000,
  /** The depth that GEDCOM has room for: two digits. */
  levels: 99,
  people: 20_000,
  families: 20_000,
  /** What is kept of one text of a file; every text that we take is shorter. */
  valueLength: 2000,
  /** As many people as come on a board at a time: more cannot be read on one. */
  peopleAtOnce: 150,
  /** A pasted list, in characters. */
  listLength: 200_000,
  rows: 500,
  columns: 20,
} as const;
