import { pino } from 'pino';

/** What a line of the log may hold: ids, codes and numbers. Never content, never a name, never an address with its query. */
export type LogFields = Readonly<Record<string, string | number>>;
export type Log = {
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
};

/** The log on standard output, one JSON line each: `level` in words, `time`, `event`, and ids, codes and numbers. */
export function createLog(level: string): Log {
  return pino({
    level,
    base: null,
    messageKey: 'event',
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  });
}

/**
 * What may be said about an error nobody foresaw: its kind, its code and where it was thrown. Not its message: that can quote what somebody wrote.
 */
export function describeError(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const at = (error.stack ?? '').split('\n').find((line) => /^\s+at /.test(line));
  return { error: error.name, ...(code === '' ? {} : { code }), at: nameOfPlace(at ?? '') };
}

/** `    at f (file:///long/path/room.ts:12:3)` -> `room.ts:12:3`. */
const nameOfPlace = (line: string): string => /[^/\s()]+:\d+:\d+(?=\)?$)/.exec(line)?.[0] ?? '';
