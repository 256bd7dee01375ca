import { Refusal } from '../sign-in/refusal.ts';

const mostDepth = 24;
const poisoned = ['__proto__', 'constructor', 'prototype'];

/**
 * Takes a request with a JSON body, gives the value. Refuses another kind (`geen-json`), more bytes than `most` (`te-groot`), and what is no clean JSON
 * (`onleesbaar`): broken UTF-8, control characters, half emojis, names that reach for an object's own machinery, towers of brackets.
 */
export async function readJson(request: Request, most: number): Promise<unknown> {
  const kind = request.headers.get('content-type') ?? '';
  if (!/^application\/json *(;|$)/i.test(kind)) throw new Refusal('geen-json');
  const bytes = await readBytes(request, most);
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Refusal('onleesbaar');
  }
  demandClean(value);
  return value;
}

async function readBytes(request: Request, most: number): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > most) throw new Refusal('te-groot');
  const parts: Uint8Array[] = [];
  let size = 0;
  if (request.body !== null) {
    for await (const part of request.body) {
      size += part.length;
      if (size > most) throw new Refusal('te-groot');
      parts.push(part);
    }
  }
  return Buffer.concat(parts);
}

/** Walks without recursion: a tower of brackets must not bring the process down. */
function demandClean(root: unknown): void {
  const open: { value: unknown; depth: number }[] = [{ value: root, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth } = next;
    if (depth > mostDepth) throw new Refusal('onleesbaar');
    if (typeof value === 'string' && !isCleanText(value)) throw new Refusal('onleesbaar');
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, inner] of Object.entries(value)) {
      if (poisoned.includes(key) || !isCleanText(key)) throw new Refusal('onleesbaar');
      open.push({ value: inner, depth: depth + 1 });
    }
  }
}

/** No control characters except a line break and a tab, no lone half of a surrogate pair. */
function isCleanText(text: string): boolean {
  if (!text.isWellFormed()) return false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if ((code < 32 && code !== 10 && code !== 9) || (code >= 127 && code < 160)) return false;
  }
  return true;
}
