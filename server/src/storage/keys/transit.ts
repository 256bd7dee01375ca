import { readFileSync } from 'node:fs';
import { StorageError } from '../storage.ts';
import type { MasterKey, Wrapped } from './master.ts';

/** Where the key service is: the Transit engine of HashiCorp Vault or OpenBao. */
export type TransitSettings = {
  /** `https://vault.example:8200` */
  readonly url: string;
  /** Where the engine is mounted; `transit` by itself. */
  readonly mount: string;
  /** The name of the key there (an AES-256-GCM or ChaCha20-Poly1305 key: others take no associated data). */
  readonly key: string;
  readonly token?: string | undefined;
  /** A file with the token, read at every request: an agent beside us renews it. */
  readonly tokenFile?: string | undefined;
  readonly namespace?: string | undefined;
  readonly timeoutMs?: number | undefined;
};

const mostInOneRequest = 200;

/**
 * Wraps keys by a key that stays in the service: `POST /v1/<mount>/encrypt/<key>` and `…/decrypt/<key>`, with the board and the key's name as
 * `associated_data` (https://openbao.org/api-docs/secret/transit/). Only keys go there, never content. Throws `StorageError`: `sleuteldienst` when
 * it does not answer, is sealed or refuses our token, `sleutel` when it does not take our request.
 */
export function transitMaster(settings: TransitSettings): MasterKey {
  const ask = (deed: 'encrypt' | 'decrypt', body: object): Promise<Record<string, unknown>> =>
    askTransit(settings, deed, body);
  return {
    id: `transit:${settings.mount}/${settings.key}`,
    wrap: async (plain, context) => {
      const plaintext = Buffer.from(plain).toString('base64');
      const { ciphertext } = await ask('encrypt', { plaintext, associated_data: base64(context) });
      if (typeof ciphertext !== 'string') throw new StorageError('sleuteldienst');
      return ciphertext;
    },
    unwrap: async (all) => {
      const opened: (Uint8Array | undefined)[] = [];
      for (let from = 0; from < all.length; from += mostInOneRequest)
        opened.push(...(await unwrapSome(ask, all.slice(from, from + mostInOneRequest))));
      return opened;
    },
  };
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');

async function unwrapSome(
  ask: (deed: 'decrypt', body: object) => Promise<Record<string, unknown>>,
  all: readonly Wrapped[],
): Promise<(Uint8Array | undefined)[]> {
  const asked = all.map(({ wrapped, context }) => ({ ciphertext: wrapped, associated_data: base64(context) }));
  const { batch_results: results } = await ask('decrypt', { batch_input: asked });
  if (!Array.isArray(results) || results.length !== all.length) throw new StorageError('sleuteldienst');
  return results.map((one: unknown) => {
    const plain = typeof one === 'object' && one !== null && 'plaintext' in one ? one.plaintext : undefined;
    return typeof plain === 'string' && plain !== '' ? new Uint8Array(Buffer.from(plain, 'base64')) : undefined;
  });
}

async function askTransit(
  { url, mount, key, token, tokenFile, namespace, timeoutMs = 5000 }: TransitSettings,
  deed: string,
  body: object,
): Promise<Record<string, unknown>> {
  let response: Response;
  let answer: unknown;
  try {
    const secret = token ?? (tokenFile === undefined ? '' : readFileSync(tokenFile, 'utf8').trim());
    response = await fetch(new URL(`/v1/${mount}/${deed}/${encodeURIComponent(key)}`, url), {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'X-Vault-Request': 'true',
        'X-Vault-Token': secret,
        ...(namespace !== undefined && { 'X-Vault-Namespace': namespace }),
      },
      body: JSON.stringify(body),
      // A service that sends us elsewhere is another service.
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    answer = await response.json();
  } catch (error) {
    throw new StorageError('sleuteldienst', { cause: error });
  }
  const data = typeof answer === 'object' && answer !== null && 'data' in answer ? answer.data : undefined;
  // Of a list in which something does not open the status is 400; what does open is in it all the same.
  const usable = response.ok || response.status === 400;
  if (usable && typeof data === 'object' && data !== null) return { ...data };
  throw new StorageError(response.status === 400 ? 'sleutel' : 'sleuteldienst');
}
