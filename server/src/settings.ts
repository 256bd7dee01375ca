import { join } from 'node:path';
import * as z from 'zod';
import { helpLines } from '@samenbord/shared/wire/http-home.ts';
import type { HelpLine } from '@samenbord/shared/wire/http-home.ts';
import { homeWords } from '@samenbord/shared/words/home.ts';
import { defaultLimits, limitVariables } from './limits.ts';
import type { Limits } from './limits.ts';

/** What the surroundings decide. The README lists the variables. */
export type Settings = {
  readonly port: number;
  readonly host: string | undefined;
  readonly dataDir: string;
  /** Behind a proxy of our own: `X-Forwarded-Proto`, `-Host` and `-For` are believed. */
  readonly trustProxy: boolean;
  /** Our own origins as browsers see them; none: the host that is asked. */
  readonly origins: readonly string[];
  /** Who shows this may read the metrics; without it only this machine may. */
  readonly metricsToken: string | undefined;
  readonly limits: Limits;
  /** The key with which a board can be made; without it one is made and kept in the data folder. */
  readonly boardKey: string | undefined;
  /** 32 bytes in base64 that open everything sealed; without it the storage makes one in the data folder. */
  readonly masterKey: string | undefined;
  /** The service that wraps the keys of boards, in place of `masterKey`: its key never comes here. */
  readonly kms: KmsSettings | undefined;
  readonly maxDataBytes: number | undefined;
  readonly demo: boolean;
  /** The key may stand on the screen of whoever starts the server; in production that screen is a log. */
  readonly showBoardKey: boolean;
  readonly logLevel: string;
  readonly clientDir: string;
  /** Whom to call in danger; it stands under every private box. */
  readonly helpLines: readonly HelpLine[];
};

/** Where the key service is (the Transit engine of Vault or OpenBao), and how we are known there. */
export type KmsSettings = {
  readonly url: string;
  readonly mount: string;
  readonly key: string;
  readonly token?: string | undefined;
  readonly tokenFile?: string | undefined;
  readonly namespace?: string | undefined;
};

/** One sentence for whoever starts the server. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

const flag = z
  .enum(['', '0', '1', 'true', 'false', 'on', 'off'])
  .transform((text) => ['1', 'true', 'on'].includes(text));

/** An origin exactly as a browser writes it: no path, no capital, no port that goes without saying. */
const origins = z
  .string()
  .max(2000)
  .transform((text) => text.split(',').flatMap((part) => part.trim() || []))
  .refine((all) => all.every((one) => /^https?:\/\//.test(one) && URL.parse(one)?.origin === one))
  // A cookie of a secure origin has another name: with both, a browser would have two.
  .refine((all) => new Set(all.map((one) => one.startsWith('https:'))).size <= 1);

const ofLimits = Object.fromEntries(
  limitVariables.map(({ variable, least, most }) => [
    variable,
    z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number)
      .refine((number) => number >= least && number <= most)
      .optional(),
  ]),
);

/** Each as `name|when|number`, with `;` between. */
const ofHelp = z
  .string()
  .max(1000)
  .transform((text) =>
    text.split(';').map((line) => {
      const [naam = '', wanneer = '', nummer = ''] = line.split('|').map((part) => part.trim());
      return { naam, wanneer, nummer: nummer.replaceAll(/[ -]/g, '') };
    }),
  )
  .pipe(helpLines);

const variables = z.object({
  ...ofLimits,
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port <= 65_535)
    .default(8787),
  HOST: z.string().min(1).max(255).optional(),
  DATA_DIR: z.string().min(1).default('data'),
  TRUST_PROXY: flag.default(false),
  ORIGINS: origins.optional(),
  METRICS_TOKEN: z
    .string()
    .regex(/^[A-Za-z0-9_-]{22,128}$/)
    .optional(),
  BOARD_KEY: z
    .string()
    .regex(/^[A-Za-z0-9_-]{22,64}$/)
    .optional(),
  MASTER_KEY: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}=$/)
    .optional(),
  KMS_URL: z.url({ protocol: /^https?$/ }).optional(),
  KMS_KEY: z
    .string()
    .regex(/^[\w.-]{1,100}$/)
    .default('samenbord'),
  KMS_MOUNT: z
    .string()
    .regex(/^[\w./-]{1,100}$/)
    .default('transit'),
  KMS_TOKEN: z.string().min(1).max(500).optional(),
  KMS_TOKEN_FILE: z.string().min(1).optional(),
  KMS_NAMESPACE: z.string().min(1).max(200).optional(),
  MAX_DATA_BYTES: z
    .string()
    .regex(/^[1-9]\d{5,14}$/)
    .transform(Number)
    .optional(),
  DEMO: flag.default(true),
  NODE_ENV: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).optional(),
  CLIENT_DIR: z.string().min(1).optional(),
  HELP_LINES: ofHelp.optional(),
});

const expectations: Readonly<Record<string, string>> = {
  PORT: 'een getal van 0 tot en met 65535',
  TRUST_PROXY: '1 of 0',
  ORIGINS: 'adressen als https://bord.gemeente.example, met komma’s ertussen en zonder schuine streep aan het eind',
  METRICS_TOKEN: '22 tot 128 letters, cijfers, - of _',
  DEMO: 'on of off',
  BOARD_KEY: '22 tot 64 letters, cijfers, - of _',
  MASTER_KEY: '32 bytes in base64',
  KMS_URL: 'een adres dat met https:// begint',
  KMS_KEY: 'de naam van de sleutel bij de sleuteldienst',
  KMS_MOUNT: 'het pad van de sleuteldienst, meestal transit',
  MAX_DATA_BYTES: 'een aantal bytes van minstens 100000',
  LOG_LEVEL: 'fatal, error, warn, info, debug of silent',
  HELP_LINES: 'per regel naam|wanneer|nummer met ; ertussen, bijvoorbeeld 112|bij direct gevaar|112',
  ...Object.fromEntries(
    limitVariables.map(({ variable, least, most }) => [variable, `een getal van ${least} tot en met ${most}`]),
  ),
};

function limitsFrom(data: Readonly<Record<string, unknown>>): Limits {
  const changed = limitVariables.flatMap(({ name, variable }) => {
    const value = data[variable];
    return typeof value === 'number' ? [[name, value] as const] : [];
  });
  return { ...defaultLimits, ...Object.fromEntries(changed) };
}

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
  if (data.KMS_URL !== undefined && data.MASTER_KEY !== undefined)
    throw new SettingsError('de instellingen KMS_URL en MASTER_KEY gaan niet samen: geef er een.');
  const production = data.NODE_ENV === 'production';
  return {
    port: data.PORT,
    host: data.HOST,
    dataDir: data.DATA_DIR,
    trustProxy: data.TRUST_PROXY,
    origins: data.ORIGINS ?? [],
    metricsToken: data.METRICS_TOKEN,
    limits: limitsFrom(data),
    boardKey: data.BOARD_KEY,
    masterKey: data.MASTER_KEY,
    kms: kmsOf(data),
    maxDataBytes: data.MAX_DATA_BYTES,
    demo: data.DEMO && !production,
    showBoardKey: !production,
    logLevel: data.LOG_LEVEL ?? (production ? 'info' : 'warn'),
    clientDir: data.CLIENT_DIR ?? join(import.meta.dirname, '..', '..', 'client', 'dist'),
    helpLines: data.HELP_LINES ?? homeWords.help,
  };
}

function kmsOf(data: z.infer<typeof variables>): KmsSettings | undefined {
  const { KMS_URL: url, KMS_KEY: key, KMS_MOUNT: mount } = data;
  if (url === undefined) return undefined;
  return { url, key, mount, token: data.KMS_TOKEN, tokenFile: data.KMS_TOKEN_FILE, namespace: data.KMS_NAMESPACE };
}
