import { join } from 'node:path';
import * as z from 'zod';

/** What the surroundings decide. The README lists the variables. */
export type Settings = {
  readonly port: number;
  readonly host: string | undefined;
  readonly dataDir: string;
  /** Behind a proxy of our own: `X-Forwarded-Proto`, `-Host` and `-For` are believed. */
  readonly trustProxy: boolean;
  /** The key with which a board can be made; without it one is made and kept in the data folder. */
  readonly boardKey: string | undefined;
  /** 32 bytes in base64 that open everything sealed; without it the storage makes one in the data folder. */
  readonly masterKey: string | undefined;
  readonly maxDataBytes: number | undefined;
  readonly demo: boolean;
  /** The key may stand on the screen of whoever starts the server; in production that screen is a log. */
  readonly showBoardKey: boolean;
  readonly logLevel: string;
  readonly clientDir: string;
};

/** One sentence for whoever starts the server. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

const flag = z
  .enum(['', '0', '1', 'true', 'false', 'on', 'off'])
  .transform((text) => ['1', 'true', 'on'].includes(text));

const variables = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port <= 65_535)
    .default(8787),
  HOST: z.string().min(1).max(255).optional(),
  DATA_DIR: z.string().min(1).default('data'),
  TRUST_PROXY: flag.default(false),
  BOARD_KEY: z
    .string()
    .regex(/^[A-Za-z0-9_-]{22,64}$/)
    .optional(),
  MASTER_KEY: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}=$/)
    .optional(),
  MAX_DATA_BYTES: z
    .string()
    .regex(/^[1-9]\d{5,14}$/)
    .transform(Number)
    .optional(),
  DEMO: flag.default(true),
  NODE_ENV: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).optional(),
  CLIENT_DIR: z.string().min(1).optional(),
});

const expectations: Readonly<Record<string, string>> = {
  PORT: 'een getal van 0 tot en met 65535',
  TRUST_PROXY: '1 of 0',
  DEMO: 'on of off',
  BOARD_KEY: '22 tot 64 letters, cijfers, - of _',
  MASTER_KEY: '32 bytes in base64',
  MAX_DATA_BYTES: 'een aantal bytes van minstens 100000',
  LOG_LEVEL: 'fatal, error, warn, info, debug of silent',
};

/**
 * Takes the environment, gives the settings. Refuses (`SettingsError`) a value that cannot be; the value itself is not repeated, it may be a secret.
 * The demo is never there in production.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const read = variables.safeParse(environment);
  if (!read.success) {
    const name = String(read.error.issues[0]?.path[0] ?? '');
    throw new SettingsError(
      `de instelling ${name} klopt niet: geef ${expectations[name] ?? 'een tekst die niet leeg is'}.`,
    );
  }
  const { data } = read;
  const production = data.NODE_ENV === 'production';
  return {
    port: data.PORT,
    host: data.HOST,
    dataDir: data.DATA_DIR,
    trustProxy: data.TRUST_PROXY,
    boardKey: data.BOARD_KEY,
    masterKey: data.MASTER_KEY,
    maxDataBytes: data.MAX_DATA_BYTES,
    demo: data.DEMO && !production,
    showBoardKey: !production,
    logLevel: data.LOG_LEVEL ?? (production ? 'info' : 'warn'),
    clientDir: data.CLIENT_DIR ?? join(import.meta.dirname, '..', '..', 'client', 'dist'),
  };
}
