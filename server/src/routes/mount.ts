import type { HttpBindings } from '@hono/node-server';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import * as z from 'zod';
import { groupOf, isProfessional } from '@samenbord/shared/access/roles.ts';
import { leads } from '@samenbord/shared/access/zones.ts';
import type { Actor } from '@samenbord/shared/access/zones.ts';
import { problem } from '@samenbord/shared/wire/http.ts';
import { defaultLimits as limits } from '../limits.ts';
import { arrivalOf, demandOwnOrigin } from '../sign-in/origin.ts';
import { createLimiter } from '../sign-in/limiter.ts';
import type { Limiter } from '../sign-in/limiter.ts';
import { Refusal } from '../sign-in/refusal.ts';
import { cookieFor, endedCookie, findSession, tokenFrom } from '../sign-in/session.ts';
import { askedOf, sitDown } from '../sign-in/sitting.ts';
import type { BoardAct, Call, OpenAct } from './act.ts';
import type { Deps } from './deps.ts';
import { noteAsking } from './note-reading.ts';

export type Env = { Bindings: HttpBindings; Variables: { route: string } };

/** Who may ask, from wide to narrow. Everybody but `iedereen` sits at the board of the path. */
const allowed = {
  deelnemer: () => true,
  /** Reads the open table. */
  lezer: (actor) => actor.opens.includes('gedeeld'),
  /** Reads it and has a say: a professional, or family and their people. Not who only watches. */
  spreker: (actor) => actor.opens.includes('gedeeld') && groupOf(actor.rol) !== 'kijker',
  professional: (actor) => actor.opens.includes('gedeeld') && isProfessional(actor.rol),
  casusregisseur: leads,
} satisfies Readonly<Record<string, (actor: Actor) => boolean>>;
type Seat = keyof typeof allowed;

/** One line of the route table. Paths are below `/api/v1`, parameters in braces. */
export type Route = { readonly method: 'get' | 'post' | 'put' | 'delete'; readonly path: string } & (
  | { readonly access: 'iedereen'; readonly act: OpenAct }
  | { readonly access: Seat; readonly act: BoardAct }
);

export const base = '/api/v1';

/** What one participant asks of one route. Pages ask a few times; reading a full board over and over would be felt on every other board. */
const mostAsked = { max: limits.requestsPerMinute, windowMs: 60_000 };

/**
 * Puts a route in the app and in openapi.json. The checks come in this order, so that a stranger learns nothing: own origin, who asks, may they,
 * and only then what they bring.
 */
export function mount(app: OpenAPIHono<Env>, deps: Deps, route: Route): void {
  const limiter = createLimiter({ ...mostAsked, clock: deps.clock });
  const path = `${base}${route.path}`;
  describe(app, route, path);
  app.on(route.method.toUpperCase(), path.replaceAll(/\{(\w+)\}/g, ':$1'), async (c) => {
    c.set('route', path);
    const cookies: string[] = [];
    const call = callOf(c, deps, cookies);
    const session = await findSession(deps.storage, deps.clock, call.token);
    if (route.method !== 'get') demandOwnOrigin(askedOf(c.env.incoming), call.arrival);
    const response =
      route.access === 'iedereen' ? await route.act.respond(call) : await seated(deps, limiter, route, call, session);
    for (const cookie of cookies) response.headers.append('Set-Cookie', cookie);
    return response;
  });
}

async function seated(
  deps: Deps,
  limiter: Limiter,
  route: Route & { access: Seat },
  call: Call<undefined>,
  session: Awaited<ReturnType<typeof findSession>>,
): Promise<Response> {
  const who = await sitDown(deps.storage, deps.clock, session, call.param('board'), call.query('als'));
  if (!allowed[route.access](who.actor)) throw new Refusal('mag-niet');
  limiter.take(who.actor.id);
  noteAsking(deps, who, route.act);
  return route.act.respond({ ...call, who });
}

function callOf(c: Context<Env>, { settings }: Deps, cookies: string[]): Call<undefined> {
  const asked = askedOf(c.env.incoming);
  const arrival = arrivalOf(asked, settings);
  return {
    request: c.req.raw,
    arrival,
    token: tokenFrom(asked.header('cookie'), arrival.secure),
    body: undefined,
    param: (name) => c.req.param(name) ?? '',
    query: (name) => c.req.query(name),
    remember: (token) => cookies.push(cookieFor(token, arrival.secure)),
    forget: () => cookies.push(endedCookie(arrival.secure)),
  };
}

function describe(app: OpenAPIHono<Env>, { method, path, access, act }: Route, fullPath: string): void {
  const { info } = act;
  const names = [...path.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) => name ?? []);
  const params = z.object(Object.fromEntries(names.map((name) => [name, z.string()])));
  const als = access === 'iedereen' ? z.object({}) : z.object({ als: z.string().optional() });
  const content = Object.fromEntries(
    info.answer === undefined
      ? info.media.map((media) => [media, {}])
      : [['application/json', { schema: info.answer }]],
  );
  app.openAPIRegistry.registerPath({
    method,
    path: fullPath,
    summary: info.summary,
    description: access === 'iedereen' ? 'Voor iedereen.' : `Voor: ${access}.`,
    request: {
      params,
      query: als.extend(info.query?.shape ?? {}),
      ...(info.body && { body: { required: true, content: { 'application/json': { schema: info.body } } } }),
    },
    responses: {
      [info.status]: { description: 'Gelukt', ...(Object.keys(content).length > 0 && { content }) },
      default: { description: 'Een probleem (RFC 9457)', content: { 'application/problem+json': { schema: problem } } },
    },
  });
}
