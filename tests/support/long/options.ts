/** Reads `--name 12` and `--name` from what stood behind a command; anything that is not in `known` is refused with a sentence. */
export function readOptions<Name extends string>(known: Readonly<Record<Name, number>>): Record<Name, number> {
  const given = process.argv.slice(2);
  const options: Record<Name, number> = { ...known };
  const isName = (text: string): text is Name => Object.hasOwn(known, text);
  for (let index = 0; index < given.length; index++) {
    const name = (given[index] ?? '').replace(/^--/, '');
    const value = Number(given[index + 1] ?? Number.NaN);
    if (!isName(name)) {
      console.error(
        `What is ${given[index]}? Known are: ${Object.keys(known)
          .map((one) => `--${one}`)
          .join(', ')}.`,
      );
      process.exit(2);
    }
    options[name] = Number.isFinite(value) ? value : 1;
    if (Number.isFinite(value)) index++;
  }
  return options;
}
