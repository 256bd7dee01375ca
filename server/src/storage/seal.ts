import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { StorageError } from './storage.ts';

const ivBytes = 12;
const tagBytes = 16;

/** Random bytes are drawn for many ivs at once: asking for twelve takes as long as sealing with them. Each is used once. */
let drawn = Buffer.alloc(0);
function newIv(): Buffer {
  if (drawn.length < ivBytes) drawn = randomBytes(ivBytes * 256);
  const iv = drawn.subarray(0, ivBytes);
  drawn = drawn.subarray(ivBytes);
  return iv;
}

/**
 * Takes 32 bytes of key, what is kept and the place where it lies; gives sealed bytes: iv, tag, ciphertext (AES-256-GCM). The place is bound to it
 * and not stored, so that sealed bytes open nowhere else. A key may seal 2^32 times with random ivs; a board stays far under that.
 */
export function seal(key: Uint8Array, place: string, content: Uint8Array): Uint8Array<ArrayBuffer> {
  const iv = newIv();
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(Buffer.from(place));
  const body = Buffer.concat([cipher.update(content), cipher.final()]);
  return new Uint8Array(Buffer.concat([iv, cipher.getAuthTag(), body]));
}

/** Gives back what was sealed for this place. Throws `StorageError` (`beschadigd`) when one bit of it, or the place, is another. */
export function open(key: Uint8Array, place: string, sealed: Uint8Array): Uint8Array<ArrayBuffer> {
  if (sealed.length < ivBytes + tagBytes) throw new StorageError('beschadigd');
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, ivBytes));
    decipher.setAAD(Buffer.from(place));
    decipher.setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes));
    return new Uint8Array(Buffer.concat([decipher.update(sealed.subarray(ivBytes + tagBytes)), decipher.final()]));
  } catch {
    throw new StorageError('beschadigd');
  }
}
