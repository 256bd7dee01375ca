/** Why a file or a list is not taken. The sentence for each is in `words/exchange.ts`. */
export const refusalReasons = [
  'leeg',
  'te-groot',
  'geen-gedcom',
  'ingepakt',
  'versie',
  'tekenset',
  'tekens',
  'regel',
  'te-diep',
  'niveau',
  'te-veel-regels',
  'te-veel-mensen',
  'dubbel-nummer',
  'te-veel-rijen',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** The one thing that reading a file throws. It names a reason, a line or an encoding, and never what stands in the file. */
export class ExchangeRefusal extends Error {
  readonly reason: RefusalReason;
  /** The line where it went wrong, from 1. */
  readonly line: number | undefined;
  /** The name of the encoding that is not known here, as far as it is a plain word. */
  readonly encoding: string | undefined;

  constructor(reason: RefusalReason, where: { line?: number; encoding?: string } = {}) {
    super(reason);
    this.name = 'ExchangeRefusal';
    this.reason = reason;
    this.line = where.line;
    this.encoding = where.encoding;
  }
}
