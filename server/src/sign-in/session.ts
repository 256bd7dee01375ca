import type { Storage } from '../storage/storage.ts';
import { instant } from './clock.ts';
import type { Clock } from './clock.ts';
import { hashOf, newSecret } from './secrets.ts';

export type Participation = { readonly board: string; readonly participant: string };
/** A browser that was let in. It can hold several participations. */
export type Session = {
  readonly hash: string;
  readonly participations: readonly Participation[];
  /** Those that were taken away. */
  readonly ended: readonly Participation[];
};

const daysOfSession = 30;
const form = /^[A-Za-z0-9_-]{43}$/;

/** Over https the name binds the cookie to this host, so that no neighbouring site can plant one. */
const nameOf = (secure: boolean): string => (secure ? '__Host-samenbord' : 'samenbord');

/** Takes the `Cookie` header, gives the token in it. */
export function tokenFrom(header: string | undefined, secure: boolean): string | undefined {
  const start = `${nameOf(secure)}=`;
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  const token = pairs.find((pair) => pair.startsWith(start))?.slice(start.length);
  return token !== undefined && form.test(token) ? token : undefined;
}

/** The `Set-Cookie` header: out of reach of scripts, never sent along from another site's form or image. */
export function cookieFor(token: string, secure: boolean): string {
  const age = daysOfSession * 86_400;
  return `${nameOf(secure)}=${token}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}

/** The `Set-Cookie` header that takes it out of the browser again. */
export const endedCookie = (secure: boolean): string =>
  `${nameOf(secure)}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;

/** The session of a token, unless it is unknown or over. */
export async function findSession(
  storage: Storage,
  clock: Clock,
  token: string | undefined,
): Promise<Session | undefined> {
  if (token === undefined) return undefined;
  const hash = hashOf(token);
  const row = await storage.session(hash);
  if (row === undefined || row.until <= instant(clock)) return undefined;
  return { hash, participations: row.participations, ended: row.ended };
}

/** The session this browser has, else a new one with the token that goes into its cookie. */
export async function keepOrStart(
  storage: Storage,
  clock: Clock,
  token: string | undefined,
): Promise<{ session: Session; token: string }> {
  const session = await findSession(storage, clock, token);
  if (session !== undefined && token !== undefined) return { session, token };
  const fresh = newSecret();
  const until = new Date(clock() + daysOfSession * 86_400_000).toISOString();
  await storage.addSession({ tokenHash: hashOf(fresh), createdAt: instant(clock), until });
  return { session: { hash: hashOf(fresh), participations: [], ended: [] }, token: fresh };
}
