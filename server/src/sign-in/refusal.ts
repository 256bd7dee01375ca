import { problems } from '@samenbord/shared/words/problems.ts';
import type { ProblemCode } from '@samenbord/shared/words/problems.ts';

/** A request that is answered with a problem. Carries a code and never content. */
export class Refusal extends Error {
  readonly code: ProblemCode;
  /** Seconds after which trying again makes sense. */
  readonly retryAfter: number | undefined;
  /** Names of the fields of our own contract that are wrong. */
  readonly fields: readonly string[];
  /** One more sentence: what exactly is wrong with what was brought, without a word of it. */
  readonly detail: string | undefined;
  /** The version that came in the place of an erased one. */
  readonly opvolger: { readonly id: string; readonly nummer: number } | undefined;

  constructor(
    code: ProblemCode,
    options: { retryAfter?: number; fields?: readonly string[]; detail?: string; opvolger?: Refusal['opvolger'] } = {},
  ) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.retryAfter = options.retryAfter;
    this.fields = options.fields ?? [];
    this.detail = options.detail;
    this.opvolger = options.opvolger;
  }

  get status(): number {
    return problems[this.code].status;
  }
}
