/** Takes the secret of a link out of the fragment and out of the address bar, so that it is in no history and on no screen. */
export function takeSecret(): string | undefined {
  const secret = location.hash.slice(1);
  if (secret !== '') history.replaceState(null, '', location.pathname + location.search);
  return /^[A-Za-z0-9_-]{22,64}$/.test(secret) ? secret : undefined;
}
