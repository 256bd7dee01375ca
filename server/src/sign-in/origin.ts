import { Refusal } from './refusal.ts';

/** Where a request came in: read from its headers, for HTTP requests and upgrades alike. */
export type Asked = {
  header(name: string): string | undefined;
  /** The address of the other end of the connection. */
  readonly remote: string | undefined;
  /** The connection itself is encrypted. */
  readonly encrypted: boolean;
};

export type Arrival = {
  /** `https://bord.gemeente.example`: the only origin that may change anything. */
  readonly origin: string;
  readonly secure: boolean;
  readonly ip: string;
};

/** The last value is the one our own proxy put there; what stands before it anybody can have written. */
const last = (value: string | undefined): string | undefined => value?.split(',').at(-1)?.trim() || undefined;

/** Takes what was asked, gives our own origin as the browser sees it, and from where. The `X-Forwarded-` headers count only behind our own proxy. */
export function arrivalOf(asked: Asked, trustProxy: boolean): Arrival {
  const forwarded = (name: string): string | undefined => (trustProxy ? last(asked.header(name)) : undefined);
  const secure = (forwarded('x-forwarded-proto') ?? (asked.encrypted ? 'https' : 'http')) === 'https';
  const host = forwarded('x-forwarded-host') ?? asked.header('host') ?? '';
  const ip = forwarded('x-forwarded-for') ?? asked.remote ?? '';
  return { origin: `${secure ? 'https' : 'http'}://${host.toLowerCase()}`, secure, ip };
}

/** Refuses (`andere-herkomst`) what does not come from our own pages. A request without Origin comes from no page at all. */
export function demandOwnOrigin(asked: Asked, arrival: Arrival): void {
  if (asked.header('origin') !== arrival.origin) throw new Refusal('andere-herkomst');
}
