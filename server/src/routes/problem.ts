import { problems } from '@samenbord/shared/words/problems.ts';
import type { ProblemCode } from '@samenbord/shared/words/problems.ts';
import type { Problem } from '@samenbord/shared/wire/http.ts';
import { VersionError } from '@samenbord/shared/verklarende-analyse/version.ts';
import { ErasedVersion } from '../analyses/erase-versions.ts';
import { RoomError } from '../rooms/rooms.ts';
import { Refusal } from '../sign-in/refusal.ts';
import { StorageError } from '../storage/storage.ts';

/** Takes what was thrown, gives the refusal that is answered; nothing for what nobody foresaw. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (error instanceof StorageError) return new Refusal(error.code === 'vol' ? 'schijf-vol' : 'bord-niet-beschikbaar');
  if (error instanceof ErasedVersion) return new Refusal('versie-gewist', { opvolger: error.opvolger });
  if (error instanceof VersionError) return new Refusal('bord-niet-beschikbaar');
  if (error instanceof RoomError && error.code === 'onbereikbaar') return new Refusal('bord-niet-beschikbaar');
  if (error instanceof RoomError && error.code === 'vol') return new Refusal('schijf-vol');
  if (error instanceof RoomError && error.code === 'alleen-lezen') return new Refusal('alleen-lezen');
  if (error instanceof RoomError && error.code === 'onbekend') return new Refusal('niet-gevonden');
  return undefined;
}

/** The answer to a refusal: problem details (RFC 9457). */
export function problemResponse(refusal: Refusal): Response {
  const { status, title } = problems[refusal.code satisfies ProblemCode];
  const body: Problem = { type: `urn:samenbord:${refusal.code}`, title, status, code: refusal.code };
  if (refusal.fields.length > 0) body.velden = [...refusal.fields];
  if (refusal.detail !== undefined) body.detail = refusal.detail;
  if (refusal.opvolger !== undefined) body.opvolger = { ...refusal.opvolger };
  const headers = new Headers({ 'Content-Type': 'application/problem+json; charset=utf-8' });
  if (refusal.retryAfter !== undefined) headers.set('Retry-After', String(refusal.retryAfter));
  return new Response(JSON.stringify(body), { status, headers });
}
