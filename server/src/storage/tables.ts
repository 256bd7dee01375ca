/** The tables as Kysely sees them. Dates are ISO text, sealed columns bytes; `key_id` says which key of the board opens them. */
export type Tables = {
  schema_steps: { number: number };
  boards: { id: string; created_at: string; key_id: string; sealed: Uint8Array };
  /** `last` is the seq of the last row of the present epoch. */
  zones: { board: string; zone: string; epoch: number; last: number };
  participants: {
    board: string;
    id: string;
    place: number;
    rol: string;
    opent: string;
    grondslag: string;
    geinformeerd: string;
    geinformeerd_op: string | null;
    tot: string;
    revoked_at: string | null;
    created_at: string;
    /** 1: reads the table at home too. */
    at_home: number;
    key_id: string;
    sealed: Uint8Array;
  };
  meetings: { board: string; number: number; state: string; key_id: string; sealed: Uint8Array };
  trusted: {
    board: string;
    owner: string;
    professional: string;
    since: string;
    /** The moment it was taken back; without it this professional reads. */
    until: string | null;
    key_id: string;
    sealed: Uint8Array;
  };
  housework: { board: string; work: string };
  sheets: { board: string; number: number; turn: number; content_key: string; content: Uint8Array };
  board_ends: { board: string; day: string | null; over_since: string | null };
  invitations: {
    secret_hash: string;
    code_hash: string | null;
    board: string;
    participant: string;
    until: string;
    ended_at: string | null;
    wrong_codes: number;
  };
  sessions: { token_hash: string; created_at: string; until: string };
  participations: { token_hash: string; board: string; participant: string; ended_at: string | null };
  waiting_rooms: { board: string; secret_hash: string; until: string };
  waiting: {
    id: string;
    board: string;
    session_hash: string;
    since: string;
    state: string;
    participant: string | null;
    key_id: string;
    sealed: Uint8Array;
  };
  documents: RowKey & { author: string | null; client: number | null; key_id: string; sealed: Uint8Array };
  history: RowKey & { key_id: string; sealed: Uint8Array };
  snapshots: RowKey & { key_id: string; sealed: Uint8Array };
  clients: { board: string; zone: string; epoch: number; client: number; participant: string };
  erased: { board: string; zone: string; hash: string };
  versions: {
    board: string;
    id: string;
    number: number;
    hash: string;
    created_at: string;
    key_id: string;
    head: Uint8Array;
    content: Uint8Array;
    /** The key of the content alone; without it `key_id`. */
    content_key: string | null;
    erased_at: string | null;
    successor: string | null;
  };
  doomed_keys: { board: string; key_id: string };
  positions: {
    board: string;
    version: string;
    participant: string;
    part: string;
    visible: string;
    at: string;
    key_id: string;
    sealed: Uint8Array;
  };
  audit: {
    board: string;
    number: number;
    at: string;
    participant: string | null;
    action: string;
    object: string | null;
    ground: string | null;
    hash: string;
  };
};

type RowKey = { board: string; zone: string; epoch: number; seq: number };
