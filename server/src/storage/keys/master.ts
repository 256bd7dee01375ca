import { createHash } from 'node:crypto';
import { open, seal } from '../seal.ts';
import { StorageError } from '../storage.ts';

/** A wrapped key with what is bound to it: it unwraps for that board and that key only. */
export type Wrapped = { readonly wrapped: string; readonly context: string };

/**
 * What wraps the keys of boards: a key of our own, or a service that never gives its key away. Throws `StorageError` `sleuteldienst` when the
 * service does not answer or refuses us; a wrapped key that does not open is `undefined`, so that one damaged key takes no other board along.
 */
export type MasterKey = {
  /** Tells one master from another; no secret. */
  readonly id: string;
  wrap(plain: Uint8Array, context: string): Promise<string>;
  unwrap(all: readonly Wrapped[]): Promise<(Uint8Array | undefined)[]>;
};

/** A master key that this process holds itself: 32 bytes in base64. Throws `StorageError` (`sleutel`) when it is something else. */
export function localMaster(base64: string): MasterKey {
  const key = Buffer.from(base64.trim(), 'base64');
  if (key.length !== 32) throw new StorageError('sleutel');
  return {
    id: `eigen:${createHash('sha256').update('samenbord master').update(key).digest('hex').slice(0, 16)}`,
    wrap: async (plain, context) => Buffer.from(seal(key, context, plain)).toString('base64'),
    unwrap: async (all) =>
      all.map(({ wrapped, context }) => {
        try {
          return open(key, context, Buffer.from(wrapped, 'base64'));
        } catch {
          return undefined;
        }
      }),
  };
}
