import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { StorageError } from '../src/storage/storage.ts';
import { askServer, command, look, UpkeepError, within } from './upkeep.ts';

/**
 * `npm run backup -- <file or folder>`: a copy of the data, also while people are at work, looked at from end to end before it counts. The keys are not in it:
 * whoever has only the copy reads nothing.
 */
await command(async (settings, [to]) => {
  if (to === undefined)
    throw new UpkeepError('geef een bestand of een map voor de reservekopie: npm run backup -- <map>.');
  const now = Date.now();
  const begin = performance.now();
  const path = resolve(to);
  if (to.endsWith('/')) mkdirSync(path, { recursive: true, mode: 0o700 });
  const isFolder = existsSync(path) && statSync(path).isDirectory();
  const name = `samenbord-${new Date(now).toISOString().slice(0, 19).replaceAll(':', '-')}.db`;
  const file = isFolder ? join(path, name) : path;
  if (existsSync(file)) throw new UpkeepError('dat bestand is er al: kies een andere naam.');
  const running = await askServer(settings.dataDir, file).catch((error: unknown) => {
    const codes = { 'geen-toegang': 'daar kan de server niet schrijven.', vol: 'daar is geen ruimte meer.' } as const;
    const sentence = error instanceof StorageError ? codes[error.code as keyof typeof codes] : undefined;
    throw sentence === undefined ? error : new UpkeepError(sentence);
  });
  if (!running) {
    if (!existsSync(join(settings.dataDir, 'samenbord.db'))) throw new UpkeepError('in DATA_DIR staan geen gegevens.');
    await within(settings, (storage) => storage.backup(file));
  }
  const made = (performance.now() - begin) / 1000;
  const { found, line } = await look(settings, file, now);
  const bad = found.filter(({ state }) => state !== 'whole');
  return [
    `Reservekopie: ${file} (${statSync(file).size} bytes, gemaakt in ${made.toFixed(1)} s, ${running ? 'terwijl Samenbord draait' : 'Samenbord draait niet'}).`,
    `Nagekeken: ${line}.`,
    ...bad.map(
      ({ board, zone }) => `LET OP, beschadigd: bord ${board}, ${zone.split(':')[0] ?? ''}. Zie server/RUNBOOK.md.`,
    ),
    `De sleutels zitten er niet in. Bewaar ${join(settings.dataDir, 'keys')} apart van de reservekopie, na elke nieuwe sleutel of elk nieuw bord; zonder die map is de reservekopie niet te lezen.`,
  ].join('\n');
});
