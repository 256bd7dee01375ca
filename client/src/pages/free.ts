/** After so long out of sight it is asked again: the phone may lie somewhere else now. */
export const awayMs = 10 * 60_000;
const key = 'samenbordVrij';

/** In this tab somebody said that they can talk freely, and was not long away since. It says nothing about the board, and goes with leaving. */
export const wasFree = (): boolean => Date.now() - Number(sessionStorage.getItem(key) ?? Number.NaN) < awayMs;
export const noteFree = (): void => sessionStorage.setItem(key, String(Date.now()));
/** Still there, after the answer. */
export const noteSeen = (): void => {
  if (sessionStorage.getItem(key) !== null) noteFree();
};
