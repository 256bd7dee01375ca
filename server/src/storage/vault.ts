import type { KeyStore } from './keys.ts';
import { open, seal } from './seal.ts';

/** Where a sealed value lies: table, board and the rest of its key. Sealed bytes that are moved to another row do not open. */
export type Place = readonly [table: string, board: string, ...rest: (string | number)[]];
export type Sealed = { key_id: string; sealed: Uint8Array };

/** Seals and opens with the key of the board. Everything personal passes here on its way to the database and back. */
export type Vault = {
  seal(place: Place, content: Uint8Array): Sealed;
  /** Seals with another key of the board than the one that seals now. */
  sealWith(keyId: string, place: Place, content: Uint8Array): Sealed;
  open(place: Place, row: Sealed): Uint8Array;
  sealValue(place: Place, value: unknown): Sealed;
  /** The seal proves that this program wrote it here, so its shape is what was given to `sealValue` for such a place. */
  openValue<T>(place: Place, row: Sealed): T;
  /** The key that seals now, and those that sealed before and are still there. */
  current(board: string): string;
  older(board: string): string[];
};

/** Makes the vault on a key store. */
export function createVault(keys: KeyStore): Vault {
  const vault: Vault = {
    seal: (place, content) => vault.sealWith(keys.current(place[1]), place, content),
    sealWith: (id, place, content) => ({
      key_id: id,
      sealed: seal(keys.key(place[1], id), JSON.stringify(place), content),
    }),
    open: (place, row) => open(keys.key(place[1], row.key_id), JSON.stringify(place), row.sealed),
    sealValue: (place, value) => vault.seal(place, Buffer.from(JSON.stringify(value))),
    openValue: <T>(place: Place, row: Sealed) => JSON.parse(Buffer.from(vault.open(place, row)).toString('utf8')) as T,
    current: (board) => keys.current(board),
    older: (board) => keys.older(board),
  };
  return vault;
}
