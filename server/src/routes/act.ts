import * as z from 'zod';
import { defaultLimits as limits } from '../limits.ts';
import type { Arrival } from '../sign-in/origin.ts';
import { Refusal } from '../sign-in/refusal.ts';
import type { Sitting } from '../sign-in/sitting.ts';
import { readJson } from './read-json.ts';

/** What a request brings to a route that anybody may ask. */
export type Call<B> = {
  readonly request: Request;
  readonly arrival: Arrival;
  /** The token in this browser's cookie. */
  readonly token: string | undefined;
  readonly body: B;
  readonly param: (name: string) => string;
  readonly query: (name: string) => string | undefined;
  /** Puts this token in the browser's cookie, with the answer. */
  readonly remember: (token: string) => void;
  /** Takes our cookie out of the browser, with the answer. */
  readonly forget: () => void;
};
/** The same for a route of a board, with who asks. */
export type BoardCall<B> = Call<B> & { readonly who: Sitting };

type Spec<C, B extends z.ZodType, A extends z.ZodType> = {
  readonly summary: string;
  readonly body?: B;
  /** The most bytes of a body. */
  readonly most?: number;
  readonly query?: z.ZodObject;
  readonly answer?: A;
  readonly status?: 200 | 201;
  readonly run: (call: C & { readonly body: z.infer<B> }) => Promise<z.input<A>>;
};

/** What stands in openapi.json about an act. */
export type ActInfo = {
  readonly summary: string;
  readonly body: z.ZodType | undefined;
  readonly query: z.ZodObject | undefined;
  readonly answer: z.ZodType | undefined;
  readonly media: readonly string[];
  readonly status: 200 | 201 | 204;
};
type Act<C> = { readonly info: ActInfo; readonly respond: (call: C) => Promise<Response> };
export type OpenAct = Act<Call<undefined>> & { readonly kind: 'open' };
export type BoardAct = Act<BoardCall<undefined>> & { readonly kind: 'board' };

const usualMost = limits.bodyBytes;

/** A route that anybody may ask. What is not in `answer` does not leave the server; without `answer` it is 204. */
export function openAct<B extends z.ZodType = z.ZodUndefined, A extends z.ZodType = z.ZodUndefined>(
  spec: Spec<Call<unknown>, B, A>,
): OpenAct {
  return { kind: 'open', ...actOf(spec) };
}

/** A route of a board, asked by somebody who sits there. */
export function boardAct<B extends z.ZodType = z.ZodUndefined, A extends z.ZodType = z.ZodUndefined>(
  spec: Spec<BoardCall<unknown>, B, A>,
): BoardAct {
  return { kind: 'board', ...actOf(spec) };
}

/** A route of a board that gives a file. */
export function fileAct(spec: {
  summary: string;
  media: readonly string[];
  run: (call: BoardCall<undefined>) => Promise<Response>;
}): BoardAct {
  const info = {
    summary: spec.summary,
    body: undefined,
    query: undefined,
    answer: undefined,
    media: spec.media,
    status: 200,
  } as const;
  return { kind: 'board', info, respond: spec.run };
}

function actOf<C extends Call<unknown>, B extends z.ZodType, A extends z.ZodType>(
  spec: Spec<C, B, A>,
): Act<C & Call<undefined>> {
  const status = spec.answer === undefined ? 204 : (spec.status ?? 200);
  const { summary, query, answer } = spec;
  return {
    info: { summary, body: spec.body, query, answer, media: [], status },
    async respond(call) {
      if (query !== undefined) parsed(query, Object.fromEntries(new URL(call.request.url).searchParams));
      const body =
        spec.body === undefined ? undefined : parsed(spec.body, await readJson(call.request, spec.most ?? usualMost));
      const value = await spec.run({ ...call, body: body as z.infer<B> });
      if (answer === undefined) return new Response(null, { status: 204 });
      return Response.json(answer.parse(value), { status });
    },
  };
}

/** Refuses with `ongeldig` and the names of our own fields; names that somebody made up are not repeated. */
function parsed<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const known = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  const named = new Set(read.error.issues.map((issue) => issue.path[0]));
  throw new Refusal('ongeldig', { fields: known.filter((name) => named.has(name)) });
}
