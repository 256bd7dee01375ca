/** What stays of a meeting when it is over, until when a board is kept, and what was done with it. */
export type AfterStorage = {
  /** Keeps what was agreed at a meeting, under a key of its own. One that is there already stays as it is. */
  addSheet(row: SheetRow): Promise<void>;
  /** Puts what is left after an erasure in its place, under a new key (`keer` one higher). Resolves when the key of before is destroyed. */
  replaceSheet(row: SheetRow): Promise<void>;
  /** In the order of the meetings. */
  sheets(board: string): Promise<SheetRow[]>;

  /** What was decided about the end of this board, or noted when it was over. */
  boardEnd(board: string): Promise<BoardEndRow | undefined>;
  setBoardEnd(row: BoardEndRow): Promise<void>;

  /** Append-only, hash-chained, never content. */
  addAudit(entry: AuditRow): Promise<void>;
  /** Throws `StorageError` (`beschadigd`) when a line is not what was written. */
  audit(board: string): Promise<AuditRow[]>;
  /** The end of the chain of every board, also of boards that are gone: how many lines there are, and the hash of the last. */
  auditHeads(): Promise<AuditHead[]>;
  /** Reads every line of the chain of a board as it lies there, and says where it breaks. Reads on where `audit` refuses. */
  checkAudit(board: string): Promise<AuditCheck>;
};

export type SheetRow = { board: string; nummer: number; keer: number; content: string };
/** `dag`: the last day that the casusregisseur chose. `sinds`: the moment at which the server first saw that the board is over. */
export type BoardEndRow = { board: string; dag?: string | undefined; sinds?: string | undefined };
export type AuditRow = {
  board: string;
  at: string;
  participant?: string | undefined;
  action: string;
  object?: string | undefined;
  ground?: string | undefined;
  hash?: string | undefined;
};
export type AuditHead = { board: string; lines: number; hash: string };
/** `broken`: the number of the first line that is not what was written, or is gone from the middle. `hashes` are those of all lines, in order. */
export type AuditCheck = { lines: number; hashes: string[]; broken?: number | undefined };
