import type { MiddlewareHandler } from 'hono';
import { describeError } from '../audit/log.ts';
import { arrivalOf } from '../sign-in/origin.ts';
import { Refusal } from '../sign-in/refusal.ts';
import { askedOf } from '../sign-in/sitting.ts';
import type { Deps } from './deps.ts';
import { protect } from './headers.ts';
import type { Metrics } from './metrics.ts';
import type { Env } from './mount.ts';
import { problemResponse, refusalOf } from './problem.ts';

/**
 * Around every request: what is thrown becomes a problem, every answer gets its protective headers, and the log gets one line with the pattern of the
 * route. An address, an id or a query never reaches the log.
 */
export function around({ log, settings }: Deps, metrics: Metrics): MiddlewareHandler<Env> {
  return async (c, next) => {
    const begin = performance.now();
    c.set('route', 'pagina');
    await next();
    protect(c.res.headers, arrivalOf(askedOf(c.env.incoming), settings));
    const seconds = (performance.now() - begin) / 1000;
    const { method } = c.req;
    const fields = { method, route: c.get('route'), status: c.res.status };
    metrics.answered(method, fields.route, fields.status, seconds);
    log.info({ ...fields, ms: Math.round(seconds * 1000) }, 'antwoord');
  };
}

/** The answer to whatever was thrown. Of what nobody foresaw the log gets the kind and the place, never the message. */
export function answerTo(error: unknown, log: Deps['log']): Response {
  const refusal = refusalOf(error);
  if (refusal !== undefined) {
    if (refusal.status >= 500) log.error({ code: refusal.code, ...describeError(error) }, 'verzoek niet uitgevoerd');
    return problemResponse(refusal);
  }
  log.error(describeError(error), 'onverwachte fout');
  return problemResponse(new Refusal('fout'));
}
