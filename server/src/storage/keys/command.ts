import { join } from 'node:path';
import { readSettings, SettingsError } from '../../settings.ts';
import type { Settings } from '../../settings.ts';
import { openStorage } from '../open.ts';
import { asStorageError, openDatabase } from '../sqlite/database.ts';
import { StorageError } from '../storage.ts';
import type { StorageCode } from '../storage.ts';
import { openKeyDisk } from './disk.ts';
import { localMaster } from './master.ts';
import { masterOf, nextFileMaster, settleFileMaster } from './open-keys.ts';
import { rotateMaster } from './rotate-master.ts';
import { transitMaster } from './transit.ts';

/** `npm run keys -- …`: what is done with keys by hand. Every deed asks for a stopped server: the lock on the database sees to that. */
const usage = `Gebruik, terwijl Samenbord gestopt is:
  npm run keys -- rotate-master           een nieuwe hoofdsleutel. Staat die nu in MASTER_KEY of KMS_…, geef de nieuwe dan in NEXT_MASTER_KEY of NEXT_KMS_…
  npm run keys -- rotate-board <bord>     een nieuwe sleutel voor een bord; wat er al staat gaat na de start vanzelf over
  npm run keys -- drop-old <bord>         vernietigt de oude sleutels van een bord. Reservekopieën van daarvoor openen dit bord niet meer: maak eerst een nieuwe`;

const sentences: Partial<Record<StorageCode, string>> = {
  'in-gebruik': 'Samenbord draait nog op deze gegevens: stop het eerst.',
  sleutel: 'een sleutel ontbreekt of past niet: geef de hoofdsleutel waarmee de gegevens zijn gemaakt.',
  sleuteldienst: 'de sleuteldienst antwoordt niet of weigert: er is niets half gedaan, probeer het later opnieuw.',
  onbekend: 'dat bord is er niet.',
  'geen-toegang': 'in de map met gegevens kan niet worden geschreven.',
};

const rotated =
  'Het bord heeft een nieuwe sleutel. Wat er al stond gaat over terwijl Samenbord draait; daarna kan de oude weg met drop-old.';
const dropped = 'De oude sleutels van dit bord zijn vernietigd. Maak nu een nieuwe reservekopie.';
const notDropped =
  'Nog niet alles is overgegaan op de nieuwe sleutel: start Samenbord, wacht een paar minuten en probeer het opnieuw. Er is niets veranderd.';

type Told = { readonly text: string; readonly code: 0 | 1 };
type Environment = Readonly<Record<string, string | undefined>>;

/** The settings of the master that is to come: those with `NEXT_` before their name. */
function nextSettings(environment: Environment): Settings {
  const names = Object.keys(environment).filter((name) => /^(?:NEXT_)?(?:MASTER_KEY|KMS_\w+)$/.test(name));
  const rest = Object.fromEntries(Object.entries(environment).filter(([name]) => !names.includes(name)));
  const next = names.flatMap((name) => (name.startsWith('NEXT_') ? [[name.slice(5), environment[name]]] : []));
  return readSettings({ ...rest, ...Object.fromEntries(next) });
}

async function changeMaster(environment: Environment): Promise<string> {
  const { dataDir, masterKey, kms } = readSettings(environment);
  const { masterKey: nextKey, kms: nextKms } = nextSettings(environment);
  // Only for its lock: no server runs on these keys, and none starts.
  const database = openDatabase(dataDir, undefined);
  try {
    const disk = openKeyDisk(join(dataDir, 'keys'));
    const from = await masterOf(disk, { masterKey, kms });
    if (nextKms !== undefined || nextKey !== undefined) {
      const to = nextKms === undefined ? localMaster(nextKey ?? '') : transitMaster(nextKms);
      return told(await rotateMaster(disk, from, to), 'Start Samenbord voortaan met de nieuwe instelling.');
    }
    // A service makes new versions of its key itself; the keys of boards are only wrapped anew.
    if (kms !== undefined) return told(await rotateMaster(disk, from, from), 'De instellingen blijven zoals ze zijn.');
    if (masterKey !== undefined) throw new SettingsError('geef de nieuwe hoofdsleutel in NEXT_MASTER_KEY.');
    const count = await rotateMaster(disk, from, nextFileMaster(disk));
    settleFileMaster(disk);
    return told(count, 'De nieuwe staat in de map keys.');
  } finally {
    database.close();
  }
}

const told = (boards: number, then: string): string =>
  `De hoofdsleutel is vernieuwd; ${boards === 1 ? 'de sleutels van 1 bord zijn' : `de sleutels van ${boards} borden zijn`} opnieuw verpakt. ${then}`;

async function withBoard(environment: Environment, board: string, deed: 'rotate-board' | 'drop-old'): Promise<Told> {
  const { dataDir, masterKey, kms } = readSettings(environment);
  const storage = await openStorage({ dataDir, masterKey, kms });
  try {
    if ((await storage.board(board)) === undefined) throw new StorageError('onbekend');
    if (deed === 'rotate-board') {
      await storage.rotateKey(board);
      return { text: rotated, code: 0 };
    }
    return (await storage.dropOldKeys(board)) ? { text: dropped, code: 0 } : { text: notDropped, code: 1 };
  } finally {
    await storage.close();
  }
}

/** Takes what came after the command, gives what is told and the exit code. */
export async function runKeys(words: readonly string[], environment: Environment): Promise<Told> {
  const [deed, board] = words;
  try {
    if (deed === 'rotate-master' && board === undefined) return { text: await changeMaster(environment), code: 0 };
    if ((deed === 'rotate-board' || deed === 'drop-old') && board !== undefined && words.length === 2)
      return await withBoard(environment, board, deed);
    return { text: usage, code: 1 };
  } catch (error) {
    if (error instanceof SettingsError) return { text: error.message, code: 1 };
    const { code } = asStorageError(error);
    return { text: sentences[code] ?? `het is niet gelukt (${code}).`, code: 1 };
  }
}

if (import.meta.main) {
  const { text, code } = await runKeys(process.argv.slice(2), process.env);
  (code === 0 ? process.stdout : process.stderr).write(`${text}\n`);
  process.exitCode = code;
}
