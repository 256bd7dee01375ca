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
  /** Where it comes from, as the brake on guessing counts it. */
  readonly network: string;
};

/** What this server believes about where it stands; two of the settings. */
export type Trust = {
  /** `X-Forwarded-Proto`, `-Host` and `-For` come from a proxy of our own. */
  readonly trustProxy: boolean;
  /** Our own origins as browsers see them, `https://host`. Without any it is the host that was asked. */
  readonly origins: readonly string[];
};

/** The last value is the one our own proxy put there; what stands before it anybody can have written. */
const last = (value: string | undefined): string | undefined => value?.split(',').at(-1)?.trim() || undefined;

/**
 * Takes what was asked, gives our own origin as the browser sees it, and from where. With origins in the settings nothing that a request says about its host
 * counts. The `X-Forwarded-` headers count only behind our own proxy.
 */
export function arrivalOf(asked: Asked, { trustProxy, origins }: Trust): Arrival {
  const forwarded = (name: string): string | undefined => (trustProxy ? last(asked.header(name)) : undefined);
  const network = networkOf(forwarded('x-forwarded-for') ?? asked.remote ?? '');
  const said = origins.find((origin) => origin === asked.header('origin')) ?? origins[0];
  if (said !== undefined) return { origin: said, secure: said.startsWith('https:'), network };
  const secure = (forwarded('x-forwarded-proto') ?? (asked.encrypted ? 'https' : 'http')) === 'https';
  const host = forwarded('x-forwarded-host') ?? asked.header('host') ?? '';
  return { origin: `${secure ? 'https' : 'http'}://${host.toLowerCase()}`, secure, network };
}

/** Refuses (`andere-herkomst`) what does not come from our own pages. A request without Origin comes from no page at all. */
export function demandOwnOrigin(asked: Asked, arrival: Arrival): void {
  if (asked.header('origin') !== arrival.origin) throw new Refusal('andere-herkomst');
}

/** An IPv4 address, or the first half of an IPv6 address: whoever has one of those has the whole rest of it. */
export function networkOf(ip: string): string {
  const mapped = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped !== undefined || !ip.includes(':')) return mapped ?? ip;
  const [head = '', tail] = ip.toLowerCase().split('::');
  const [before, after] = [head, tail ?? ''].map((part) => part.split(':').filter((group) => group !== ''));
  const missing = tail === undefined ? 0 : 8 - (before?.length ?? 0) - (after?.length ?? 0);
  const groups = [...(before ?? []), ...Array<string>(Math.max(0, missing)).fill('0'), ...(after ?? [])];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
