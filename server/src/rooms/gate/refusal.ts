import type { RefusalCode } from '@samenbord/shared/wire/socket.ts';

/** How the checks of the gate say no, from whatever depth. Never leaves the gate: `judge` turns it into a verdict. */
export class Refusal extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode, reason: string) {
    super(reason);
    this.code = code;
  }
}

/** Ends the judgement. The reason is a short phrase without anything a person wrote. */
export function refuse(code: RefusalCode, reason: string): never {
  throw new Refusal(code, reason);
}
